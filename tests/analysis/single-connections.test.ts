import { describe, expect, it } from 'vitest';
import { poolableUse } from '../../src/analysis/pooled-use.js';
import { singleConnections } from '../../src/analysis/single-connections.js';
import { sourceOf } from '../helpers/source.js';

const app = "import express from 'express'; import { Client } from 'pg'; import mysql from 'mysql2/promise'; const app = express(); app.get('/', (req, res) => { res.end(); });";
const found = (code: string) => {
  const source = sourceOf(app + code);
  return singleConnections(source).map((connection) => ({ reach: connection.reach, connects: poolableUse(source, connection)?.connects.map((call) => source.getText(call)) }));
};

describe('singleConnections', () => {
  it.each([
    ['a constant', 'const db = new Client(); export const q = () => db.query("SELECT 1 FROM a");', 'shared'],
    ['a memoized one', 'let db; export const get = async () => (db ??= await mysql.createConnection({}));', 'shared'],
    ['a field', 'export class A { db = new Client(); }', 'shared'],
    ['a provider', 'export const p = { useFactory: () => mysql.createConnection({}) };', 'shared'],
    ['a factory', 'export const open = () => mysql.createConnection({});', 'each'],
    ['a factory with a variable', 'export async function open() { const c = new Client(); await c.connect(); return c; }', 'each'],
  ])('%s', (_, code, reach) => {
    expect(found(code).map((connection) => connection.reach)).toEqual([reach]);
  });

  it.each([
    ['made from a parameter', 'export const open = (url) => new Client(url);'],
    ['made for one call', 'export async function f() { const c = new Client(); await c.connect(); const r = await c.query("SELECT 1 FROM a"); await c.end(); return r; }'],
    ['with a name that says why', 'export const migrationClient = new Client();'],
    ['that listens', 'const c = new Client(); c.query("LISTEN a");'],
    ['beside a pool', 'const pool = mysql.createPool({}); const c = await mysql.createConnection({});'],
    ['that the module closes', 'const c = new Client(); await c.end();'],
  ])('none: %s', (_, code) => {
    expect(found(code)).toEqual([]);
  });
});

describe('poolableUse', () => {
  it('gives the calls that only connect', () => {
    expect(found('const db = new Client(); await db.connect(); db.on("error", log); export const q = () => db.query("SELECT 1 FROM a");')).toEqual([{ reach: 'shared', connects: ['db.connect()'] }]);
  });

  it.each([
    ['SET', 'await db.query("SET x = 1");'],
    ['a transaction', 'await db.query("BEGIN");'],
    ['two statements', 'await db.query("SELECT 1 FROM a; SET x = 1");'],
    ['a statement from elsewhere', 'export const run = (sql) => db.query(sql);'],
    ['a variable of the session', 'await db.query("SELECT @a FROM b");'],
    ['an order that only one connection keeps', 'function f() { db.query("DELETE FROM a"); db.query("INSERT INTO a VALUES (1)"); }'],
    ['a connection handed on', 'export { db };'],
    ['a connection callback', 'db.connect(() => {});'],
  ])('not with %s', (_, code) => {
    expect(found(`const db = new Client(); ${code}`)).toEqual([{ reach: 'shared', connects: undefined }]);
  });

  it('queries may run at the same time in different functions', () => {
    expect(found('const db = new Client(); export const a = () => db.query("SELECT 1 FROM a"); export function b() { return db.query("SELECT 2 FROM b"); }')).toEqual([{ reach: 'shared', connects: [] }]);
  });
});
