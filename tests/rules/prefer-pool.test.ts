import dedent from 'dedent';
import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/cost-optimization/prefer-pool.js';
import { testRule } from '../helpers/rule-tester.js';

/** Projects whose package.json is told by the folder: `/api/` depends on a web framework, `/lambda/` on functions as a service, others on neither. */
const manifests: Record<string, Record<string, string>> = { api: { express: '^5.0.0', pg: '^8.0.0' }, lambda: { '@types/aws-lambda': '^8.0.0', 'aws-lambda': '^1.0.0', express: '^5.0.0' } };
setHost({
  resolve: () => undefined,
  read: () => undefined,
  manifest: (file) => {
    const folder = /^\/(\w+)\//u.exec(file)?.[1];
    return { directory: `/${folder}`, dependencies: manifests[folder ?? ''] ?? {} };
  },
});

const app = "import express from 'express'; const app = express();";
const served = "app.get('/users', async (req, res) => { const { rows } = await db.query('SELECT * FROM users'); res.json(rows); });";
const inServer = (code: string) => ({ code, filename: '/api/src/db.ts' });
const module = (statement: string, rest = '') => inServer(`import { Client } from 'pg'; ${statement} ${rest} export const users = () => db.query('SELECT * FROM users');`);

testRule(rule, {
  valid: {
    'a pool': `${app} import { Pool } from 'pg'; const db = new Pool(); ${served}`,
    'nobody knows that it is a server': { code: `import { Client } from 'pg'; const db = new Client(); export const users = () => db.query('SELECT 1');`, filename: '/tool/src/db.ts' },
    'a program that runs to its end': inServer(`import { Client } from 'pg'; const db = new Client(); await db.connect(); await db.query('SELECT 1'); await db.end();`),
    'a module that closes what it opened': module('const db = new Client();', 'await db.query(\'SELECT 1\'); await db.end();'),
    'a function that connects, works and closes': inServer(`import { Client } from 'pg'; const db = new Client(); export async function patch() { await db.connect(); await db.query('ALTER TABLE a ADD b int'); await db.end(); }`),
    'a script': { code: module('const db = new Client();').code, filename: '/api/scripts/db.ts' },
    'a migration': { code: module('const db = new Client();').code, filename: '/api/src/migrations/db.ts' },
    'a test': { code: module('const db = new Client();').code, filename: '/api/src/db.test.ts' },
    'a command-line program': inServer(`import { Command } from 'commander'; ${module('const db = new Client();').code}`),
    'functions as a service': { code: module('const db = new Client();').code, filename: '/lambda/src/db.ts' },
    'LISTEN': module('const db = new Client();', 'export const follow = () => db.query(\'LISTEN orders\');'),
    'listen in lower case': module('const db = new Client();', 'export const follow = () => db.query(\'listen orders\');'),
    'notifications': module('const db = new Client();', 'db.on(\'notification\', console.log);'),
    'an advisory lock': module('const db = new Client();', 'export const lock = () => db.query(\'SELECT pg_advisory_lock(1)\');'),
    'a lock of MySQL': inServer(`import mysql from 'mysql2'; const db = mysql.createConnection({}); export const lock = (cb: any) => db.query("SELECT GET_LOCK('a', 1)", cb);`),
    'a connection whose name says what it is for': inServer(`import { Client } from 'pg'; export const subscriber = new Client();`),
    'a file that has a pool too': inServer(`import { Client, Pool } from 'pg'; export const pool = new Pool(); export const db = new Client();`),
    'a connection of the call: another rule tells': `${app} import { Client } from 'pg'; app.get('/', async (req, res) => { const c = new Client(); await c.connect(); res.json((await c.query('SELECT 1')).rows); await c.end(); });`,
    'a factory that the file itself calls per call: another rule tells': `${app} import mysql from 'mysql2/promise'; const open = async () => { const c = await mysql.createConnection({}); return c; }; app.get('/', async (req, res) => { const c = await open(); res.json(await c.query('SELECT 1')); });`,
    'a connection test': inServer(`import { Client } from 'pg'; export async function connects(connectionString: string) { const c = new Client({ connectionString }); await c.connect(); await c.end(); }`),
    'a factory for databases that callers name': inServer(`import mysql from 'mysql2/promise'; export const open = (uri: string) => mysql.createConnection(uri);`),
    'a connector with an address of its own': inServer(`import { Client } from 'pg'; export class Connector { client?: Client; url = ''; async open() { this.client = new Client({ connectionString: this.url }); await this.client.connect(); } }`),
    'a field made from the instance': inServer(`import { Client } from 'pg'; export class Connector { constructor(private url: string) {} client = new Client({ connectionString: this.url }); }`),
    'a runtime that binds connections to the request': `import { Hono } from 'hono'; import { Client } from 'pg'; const app = new Hono(); const open = (env: any) => new Client({ connectionString: env.DB.connectionString }); app.get('/', async (c) => { const db = open(c.env); return c.json((await db.query('SELECT 1')).rows); });`,
    'preparation that closes its connection': inServer(`import mysql from 'mysql2/promise'; export async function prepare() { const c = await mysql.createConnection({ host: 'db' }); await c.query('CREATE DATABASE IF NOT EXISTS shop'); await c.end(); }`),
    'a client of another package': `${app} import { Client } from './billing'; const db = new Client(); ${served}`,
    'a class of the same name': `${app} class Client { async query(sql: string) { return { rows: [sql] }; } } const db = new Client(); ${served}`,
    'createConnection of another package': `${app} import { createConnection } from 'node:net'; const db = createConnection(80); app.get('/', (req, res) => { db.write('x'); res.end(); });`,
    'a function that may be called once by whoever takes it': inServer(`import { Client } from 'pg'; import { once } from './once'; export const db = once(() => new Client());`),
    'an allowed package': { ...module('const db = new Client();'), options: { allow: ['pg'] } },
    'an allowed export': { ...module('const db = new Client();'), options: { allow: ['pg.Client'] } },
  },
  invalid: {
    'a server with one client': {
      code: dedent`
        import express from 'express';
        import { Client } from 'pg';

        const app = express();
        const db = new Client({ connectionString: process.env.DATABASE_URL });
        await db.connect();
        db.on('error', console.error);

        app.get('/users', async (req, res) => {
          const { rows } = await db.query('SELECT * FROM users WHERE id = $1', [req.query.id]);
          res.json(rows);
        });

        process.on('SIGTERM', () => db.end());
        app.listen(3000);
      `,
      errors: [{ messageId: 'shared', data: { client: 'new Client()', pool: 'new Pool()' }, line: 5, column: 12 }],
      output: dedent`
        import express from 'express';
        import { Pool } from 'pg';

        const app = express();
        const db = new Pool({ connectionString: process.env.DATABASE_URL });
        db.on('error', console.error);

        app.get('/users', async (req, res) => {
          const { rows } = await db.query('SELECT * FROM users WHERE id = $1', [req.query.id]);
          res.json(rows);
        });

        process.on('SIGTERM', () => db.end());
        app.listen(3000);
      `,
    },
    'CommonJS and a bare address': {
      code: dedent`
        const express = require('express');
        const { Client } = require('pg');
        const app = express();
        const db = new Client(process.env.DATABASE_URL);
        db.connect();

        app.get('/users', (req, res) => {
          db.query('SELECT * FROM users', (error, result) => res.json(result.rows));
        });
      `,
      language: 'js',
      sourceType: 'commonjs',
      errors: ['shared'],
      output: dedent`
        const express = require('express');
        const { Pool } = require('pg');
        const app = express();
        const db = new Pool({ connectionString: process.env.DATABASE_URL });

        app.get('/users', (req, res) => {
          db.query('SELECT * FROM users', (error, result) => res.json(result.rows));
        });
      `,
    },
    'the package as a whole': {
      code: `${app} import pg from 'pg'; const db = new pg.Client(); ${served}`,
      errors: ['shared'],
      output: `${app} import pg from 'pg'; const db = new pg.Pool(); ${served}`,
    },
    'a renamed import, used as a type too': {
      code: `${app}\nimport { Client as Db } from 'pg';\nconst db = new Db();\nexport type Connection = Db;\n${served}`,
      errors: ['shared'],
      output: `${app}\nimport { Client as Db, Pool } from 'pg';\nconst db = new Pool();\nexport type Connection = Db;\n${served}`,
    },
    'mysql2 with promises: no await is left': {
      code: `${app}\nimport mysql from 'mysql2/promise';\nconst db = await mysql.createConnection({ uri: process.env.DB });\napp.get('/', async (req, res) => { const [rows] = await db.execute('SELECT * FROM users'); res.json(rows); });`,
      errors: [{ messageId: 'shared', data: { client: 'mysql.createConnection()', pool: 'createPool()' } }],
      output: `${app}\nimport mysql from 'mysql2/promise';\nconst db = mysql.createPool({ uri: process.env.DB });\napp.get('/', async (req, res) => { const [rows] = await db.execute('SELECT * FROM users'); res.json(rows); });`,
    },
    'mysql with callbacks, in JavaScript': {
      code: `const express = require('express');\nconst mysql = require('mysql');\nconst app = express();\nconst db = mysql.createConnection({ host: 'db' });\napp.get('/', (req, res) => db.query('SELECT * FROM users', (error, rows) => res.json(rows)));\n`,
      language: 'js',
      sourceType: 'commonjs',
      errors: ['shared'],
      output: `const express = require('express');\nconst mysql = require('mysql');\nconst app = express();\nconst db = mysql.createPool({ host: 'db' });\napp.get('/', (req, res) => db.query('SELECT * FROM users', (error, rows) => res.json(rows)));\n`,
    },
    'mariadb': {
      code: `${app}\nimport { createConnection } from 'mariadb';\nconst db = await createConnection({ host: 'db' });\n${served}`,
      errors: ['shared'],
      output: `${app}\nimport { createPool } from 'mariadb';\nconst db = createPool({ host: 'db' });\n${served}`,
    },
    'a library of a team': {
      code: `${app}\nimport { connect } from '@acme/db';\nconst db = connect({ host: 'db' });\n${served}`,
      settings: { libraries: [{ package: '@acme/db', title: 'Acme', roles: ['sql'], exports: { connect: { call: { roles: ['expensive-client', 'sql'], returns: '#Connection', resource: { cost: 'opens a connection', singleton: 'yes', connects: 'construct', pool: { name: 'createPool', methods: ['query'] } } } }, createPool: {} }, types: { Connection: { members: { query: { call: { roles: ['sql'], async: true, args: { sql: '0' } } } } } } }] },
      errors: [{ messageId: 'shared', data: { client: 'connect()', pool: 'createPool()' } }],
      output: `${app}\nimport { createPool } from '@acme/db';\nconst db = createPool({ host: 'db' });\n${served}`,
    },
    'a module that offers its connection: others may use it in other ways': { ...inServer(`const { Client } = require('pg'); const db = new Client(); db.connect(); module.exports = db;`), language: 'js', sourceType: 'commonjs', errors: ['shared'] },
    'an exported constant': { ...inServer(`import { Client } from 'pg'; export const db = new Client();`), errors: ['shared'] },
    'functions of a module of the server': { ...module('const db = new Client();'), errors: ['shared'], output: module('const db = new Client();').code.replaceAll('Client', 'Pool') },
    'a transaction on the shared connection': { code: `${app} import { Client } from 'pg'; const db = new Client(); app.post('/', async (req, res) => { await db.query('BEGIN'); await db.query('UPDATE a SET b = 1'); await db.query('COMMIT'); res.end(); });`, errors: ['shared'] },
    'a session setting': { ...module('const db = new Client();', 'await db.query(\'SET search_path TO shop\');'), errors: ['shared'] },
    'a temporary table': { ...module('const db = new Client();', 'await db.query(\'CREATE TEMP TABLE a (b int)\');'), errors: ['shared'] },
    'the id of the row before': { code: `${app} import mysql from 'mysql2/promise'; const db = await mysql.createConnection({}); app.post('/', async (req, res) => { await db.query('INSERT INTO a VALUES (1)'); res.json(await db.query('SELECT LAST_INSERT_ID()')); });`, errors: ['shared'] },
    'statements that nobody can see': { ...module('const db = new Client();', 'export const run = (sql: string) => db.query(sql);'), errors: ['shared'] },
    'queries that run in order because it is one connection': { ...module('const db = new Client();', 'export function fill() { void db.query(\'DELETE FROM a\'); void db.query(\'INSERT INTO a VALUES (1)\'); }'), errors: ['shared'] },
    'queries of a loop that nobody waits for': { ...module('const db = new Client();', 'export function fill(ids: number[]) { for (const id of ids) void db.query(\'INSERT INTO a VALUES ($1)\', [id]); }'), errors: ['shared'] },
    'connecting with a callback': { ...module('const db = new Client();', 'db.connect((error) => { if (error) throw error; });'), errors: ['shared'] },
    'connecting within try': { ...module('const db = new Client();', 'try { await db.connect(); } catch (error) { process.exit(1); }'), errors: ['shared'] },
    'a promise of connecting that is used': { ...module('const db = new Client();', 'db.connect().then(() => console.log(\'connected\'));'), errors: ['shared'] },
    'an event that the pool does not have': { ...module('const db = new Client();', 'db.on(\'end\', () => process.exit(1));'), errors: ['shared'] },
    'an event of errors where the pool has none': { code: `${app} import mysql from 'mysql2'; const db = mysql.createConnection({}); db.on('error', console.error); app.get('/', (req, res) => db.query('SELECT 1 FROM a', (e, r) => res.json(r)));`, errors: ['shared'] },
    'another method': { ...module('const db = new Client();', 'export const quote = (s: string) => db.escapeLiteral(s);'), errors: ['shared'] },
    'a client that is handed on': { ...module('const db = new Client();', 'export const orm = drizzle(db);'), errors: ['shared'] },
    'a variable that is assigned later': { ...module('let db = new Client();', 'db.on(\'error\', () => { db = new Client(); });'), errors: ['shared', 'shared'] },
    'a variable with a type': { ...module('const db: Client = new Client();'), errors: ['shared'] },
    'options that may be an address': { ...module('const db = new Client(config.database);'), errors: ['shared'] },
    'a memoized connection': { ...inServer(`import mysql from 'mysql2/promise'; let db: mysql.Connection | undefined; export async function getDb() { if (!db) db = await mysql.createConnection({ uri: process.env.DB }); return db; }`), errors: ['shared'] },
    'a connection kept by start-up code': { code: `import express from 'express'; import { Client } from 'pg'; async function main() { const app = express(); const db = new Client(); await db.connect(); ${served} app.listen(3000); } main();`, errors: ['shared'] },
    'a field of a service': { ...inServer(`import { Client } from 'pg'; export class Users { private client = new Client(); all() { return this.client.query('SELECT * FROM users'); } }`), errors: ['shared'] },
    'a provider of a container': { ...inServer(`import { createConnection } from 'mysql2/promise'; export const provider = { provide: 'DB', useFactory: async () => createConnection({ host: 'db' }) };`), errors: ['shared'] },
    'a connection made anew when it breaks': { ...inServer(`const mysql = require('mysql'); let db; function connect() { db = mysql.createConnection({ host: 'db' }); db.on('error', connect); } connect(); exports.users = (cb) => db.query('SELECT * FROM users', cb);`), language: 'js', sourceType: 'commonjs', errors: ['shared'] },
    'a factory': { ...inServer(`import mysql from 'mysql2/promise'; export async function getConnection() { return mysql.createConnection({ host: process.env.DB_HOST }); }`), errors: [{ messageId: 'each', data: { client: 'mysql.createConnection()', pool: 'createPool()' } }] },
    'a factory that connects': { ...inServer(`import { Client } from 'pg'; export const open = async () => { const client = new Client(); await client.connect(); return client; };`), errors: ['each'] },
  },
});
