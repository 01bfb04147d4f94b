/** Lines that `line` writes for 0, 1, 2 and so on. */
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** What the programs below import and share. */
const head = `
import express from 'express';
import fs from 'node:fs';
import axios from 'axios';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import OpenAI from 'openai';
import { PrismaClient } from '@prisma/client';
import { Agent, run } from '@openai/agents';
const app = express();
const prisma = new PrismaClient();
const openai = new OpenAI();
const pool = new Pool();
`;

/**
 * Programs that say the same thing `count` times, each so that some question could be asked of every pair: the uses of one variable,
 * the methods of one class, the statements of one function, the imports and what is imported.
 */
const bodies: Readonly<Record<string, (count: number) => string>> = {
  'queries in one handler': (count) => `app.post('/a', async (req, res) => {\n${lines(count, (i) => `const v${i} = await pool.query('SELECT * FROM t${i} WHERE id = $1', [req.body.a${i}]);\nif (!v${i}.rows[0]) throw new Error('x');`)}\nres.json(v0);\n});`,
  'one variable, many uses': (count) => `export async function f(x) {\nlet s = '';\nconst c = new Redis();\n${lines(count, (i) => `s += x.a;\nawait c.set('k${i}', s);\nx = { ...x, y: s };`)}\nreturn s;\n}`,
  'loops in one function': (count) => `export async function f(list) {\n${lines(count, () => 'for (const a of list) {\nawait prisma.user.findUnique({ where: { id: a.id } });\n}')}\n}`,
  'routes that block and call': (count) => lines(count, (i) => `app.get('/a${i}', async (req, res) => {\nconst r = await axios.get('http://svc/' + req.params.id);\nres.json(fs.readFileSync('f' + r.data));\n});`),
  'routes that share a helper': (count) => `async function load(a) {\nawait prisma.user.findMany();\nfs.readFileSync(a);\nreturn fetch('http://x/' + a);\n}\n${lines(count, (i) => `app.get('/b${i}', async (req, res) => {\nres.json(await load(req.params.id));\n});`)}`,
  'functions that call the next': (count) => `${lines(count, (i) => `async function f${i}(a) {\nawait g${i}(a);\nreturn f${i + 1}(a);\n}\nasync function g${i}(a) {\nreturn a;\n}`)}\nasync function f${count}() {\nreturn prisma.user.findMany();\n}\napp.get('/', async (req, res) => {\nres.json(await f0(req));\n});`,
  'callers of one function': (count) => `async function load(a) {\nconst c = new Redis();\nawait c.get(a);\nreturn fetch('http://x/' + a);\n}\n${lines(count, (i) => `export async function h${i}(a) {\nreturn load(a);\n}`)}`,
  'retry loops': (count) => lines(count, (i) => `export async function r${i}() {\nwhile (true) {\ntry {\nreturn await fetch('http://x/${i}');\n} catch {\nawait new Promise((r) => setTimeout(r, 100));\n}\n}\n}`),
  'methods of one class': (count) => `export class S {\nprivate c = new Redis();\n${lines(count, (i) => `async m${i}(a) {\nawait this.c.get(a);\nawait this.n${i}(a);\nreturn this.m${(i + 1) % count}(a);\n}\nprivate async n${i}(a) {\nreturn a.b${i};\n}`)}\n}`,
  'classes that hold the next': (count) => `${lines(count, (i) => `export class S${i} {\nprivate readonly c = new Redis();\nconstructor(private readonly d: S${i + 1}) {}\nasync m(a) {\nreturn this.d.m(a);\n}\n}`)}\nexport class S${count} {\nasync m(a) {\nreturn a;\n}\n}`,
  'members of one object in a prompt': (count) => `export const s = (a) => openai.chat.completions.create({\nmodel: 'gpt-4o',\nmessages: [{ role: 'user', content: \`${lines(count, (i) => `text \${a.b${i}}`)}\` }],\n});`,
  'a large object': (count) => `export const config = {\n${lines(count, (i) => `k${i}: { url: 'http://svc-${i}/v1/a', retries: ${i}, model: 'gpt-4' },`)}\n};\napp.get('/', (req, res) => res.json(config));`,
  'addresses built from one constant': (count) => `const base = 'http://x';\n${lines(count, (i) => `const u${i} = \`\${base}/${i}\`;\nexport const f${i} = () => axios.post(u${i}, { a: ${i} });`)}`,
  'agents in one function': (count) => `export async function f(q) {\n${lines(count, (i) => `const a${i} = new Agent({ name: 'A${i}', instructions: 'You are helper ${i}.' });\nconst r${i} = await run(a${i}, q);`)}\n}`,
  'functions that add to one history': (count) => `const messages = [];\n${lines(count, (i) => `export async function f${i}(q) {\nmessages.push({ role: 'user', content: q });\nreturn openai.chat.completions.create({ model: 'gpt-4', messages });\n}`)}`,
  // Twenty of them are more than `thin-handlers` lets pass, so that what it does for long handlers runs for few and for many.
  'cases of a switch': (count) => `app.post('/', async (req, res) => {\nswitch (req.body.k) {\n${lines(count, (i) => `case ${i}:\nawait prisma.user.create({ data: { a: ${i} } });\nawait prisma.order.create({ data: { b: ${i} } });\nbreak;`)}\n}\nres.end();\n});`,
  'imports of the project': (count) => lines(count, (i) => `import { a${i} } from './m${i}';\nexport const b${i} = () => a${i}();`),
  'functions that set one variable': (count) => `let client;\n${lines(count, (i) => `export function s${i}() {\nclient = client ?? new Redis();\nreturn client.get('${i}');\n}`)}`,
  'comments': (count) => `${lines(count, (i) => `// note ${i} fetch http://x`)}\nexport const f = () => fetch('http://x');\n${lines(count, (i) => `/* ${i} */ export const g${i} = 1;`)}`,
  'queries that write': (count) => lines(count, (i) => `export async function getUser${i}(id) {\nawait prisma.user.update({ where: { id }, data: { a: ${i} } });\nreturn prisma.user.findUnique({ where: { id } });\n}`),
  'listeners of one emitter': (count) => `import { EventEmitter } from 'node:events';\nconst bus = new EventEmitter();\n${lines(count, (i) => `bus.on('e${i}', async (e) => {\nawait fetch('http://x/${i}');\nbus.emit('e${i + 1}', e);\n});`)}`,
};

export const shapes = Object.entries(bodies).map(([title, body]) => ({ title, code: (count: number) => head + body(count) }));
