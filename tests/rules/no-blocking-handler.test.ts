import dedent from 'dedent';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/host.js';
import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/p011-event-driven/no-blocking-handler.js';
import { passes, testRule } from '../helpers/rule-tester.js';

/** Other files of the projects below. */
const files: Readonly<Record<string, string>> = {
  '/shop/src/auth/auth.service.ts': "import { Injectable } from '@nestjs/common';\nimport { verifyPassword } from './hash';\n@Injectable()\nexport class AuthService { verify(password: string, hash: string) { return verifyPassword(password, hash); } }",
  '/shop/src/auth/hash.ts': "import bcrypt from 'bcrypt';\nexport function verifyPassword(password: string, hash: string): boolean { return bcrypt.compareSync(password, hash); }",
  '/shop/src/files.ts': [
    "import fs from 'node:fs';",
    'let page: string | undefined;',
    "export function load(name: string) { return fs.readFileSync(name, 'utf8'); }",
    "export const isThere = (name: string) => fs.existsSync(name);",
    "export const cached = () => (page ??= fs.readFileSync('page.html', 'utf8'));",
    "export function prepare(name: string) { if (!fs.existsSync(name)) { fs.writeFileSync(name, '[]'); } return name; }",
    "export function debug(name: string) { if (process.env.NODE_ENV !== 'production') { fs.appendFileSync('debug.log', name); } }",
    'export const rows = () => db.prepare("SELECT 1").all();',
    "export const move = (name: string) => fs.renameSync(name, `${name}.old`);",
  ].join('\n'),
  '/shop/src/signup.ts': "import bcrypt from 'bcrypt';\nimport type { Request, Response } from 'express';\nexport default async function signup(req: Request, res: Response) { res.json(bcrypt.hashSync(req.body.password, 10)); }",
  '/shop/src/pack.ts': "import zlib from 'node:zlib';\nexport const pack = (rows: string) => { const text = `${title}, ${rows}`; return zlib.gzipSync(text); };",
  '/shop/src/rows.ts': "import Database from 'better-sqlite3';\nconst db = new Database('a.db');\nexport const rows = () => db.prepare('SELECT 1').all();",
  '/shop/src/log.ts': "import fs from 'node:fs';\nexport class Log { static error(text: string) { fs.appendFileSync('error.log', text); } }\nexport function parse(text: string) { try { return JSON.parse(text); } catch { fs.writeFileSync('bad.json', text); return undefined; } }\nexport function restart() { execSync('systemctl restart shop'); }\nimport { execSync } from 'node:child_process';",
  '/shop/src/keys.ts': [
    "import fs from 'node:fs';",
    'import { config } from "./config";',
    "export function apiKey() { if (process.env.API_KEY) return process.env.API_KEY; return fs.readFileSync('api.key', 'utf8'); }",
    "function secret(name: string) { return fs.readFileSync(name, 'utf8'); }",
    "export const mailKey = () => config.get('isDevelopment') ? secret('mail.key') : config.get('mailKey');",
    "export const pushKey = () => process.env.PUSH_KEY ?? secret('push.key');",
    "export function take(file: string) { if (file.endsWith('.exe')) { fs.unlinkSync(file); throw new Error('not allowed'); } return file; }",
  ].join('\n'),
  '/shop/src/mails.ts': "import { execSync } from 'node:child_process';\nimport { load } from './files';\nexport const template = (name: string) => load(`${name}.html`);\nexport const deliver = (text: string) => hand(text);\nfunction hand(text: string) { execSync('sendmail', { input: text }); }",
  '/shop/src/sheets.ts': "import * as XLSX from 'xlsx';\nexport function form() { const headers = ['Name', 'Brand']; const rows = [headers]; const sheet = XLSX.utils.aoa_to_sheet(rows); sheet['!cols'] = [{ wch: 20 }]; const book = XLSX.utils.book_new(); XLSX.utils.book_append_sheet(book, sheet, 'Form'); return XLSX.write(book, { type: 'buffer' }); }",
  '/shop/src/job.ts': "import fs from 'node:fs';\nimport { Cron } from '@nestjs/schedule';\nexport class CleanJob { @Cron('0 0 3 * * *') clean() { for (const name of fs.readdirSync('old')) fs.rmSync(name); } list() { return fs.readdirSync('old'); } }",
  '/shop/src/csv.ts': "import { stringify } from 'csv-stringify/sync';\nexport const csv = (rows: object[]) => stringify(rows);",
  '/shop/lib/mail.js': "const { execSync } = require('child_process');\nmodule.exports = { send(to) { execSync(`mail ${to}`); } };",
  '/local/src/index.ts': "import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';\nimport { server } from './server';\nawait server.connect(new StdioServerTransport());",
  '/local/src/files.ts': "import fs from 'node:fs';\nexport const load = (name: string) => fs.readFileSync(name, 'utf8');",
};

/** Projects whose package.json is told by the folder: `/v4/` and `/v5/` have Express of that version. */
setHost({
  resolve: (specifier, from) => {
    const base = new URL(specifier, `file://${from}`).pathname;
    return [`${base}.ts`, `${base}.js`, `${base}/index.ts`].find((path) => path in files);
  },
  read: (file) => hostFile(file),
  manifest: (file): Manifest | undefined => {
    if (file.startsWith('/desk/')) return { directory: '/desk', dependencies: { express: '^5.0.0', electron: '^41.0.0' } };
    if (file.startsWith('/local/')) return { directory: '/local', dependencies: {} };
    const version = /^\/v(\d)\//u.exec(file)?.[1];
    return version === undefined ? undefined : { directory: `/v${version}`, dependencies: { express: `^${version}.0.0` } };
  },
});

const read = new Map<string, { text: string; modified: number }>();

/** One object per file, as long as it stays the same. */
function hostFile(path: string): { text: string; modified: number } | undefined {
  const text = files[path];
  if (text !== undefined && !read.has(path)) read.set(path, { text, modified: 1 });
  return read.get(path);
}

const nest = "import { Controller, Post } from '@nestjs/common'; import { CleanJob } from './job'; @Controller('jobs') export class Jobs { constructor(private readonly job: CleanJob) {}";
const cron = "import cron from 'node-cron'; import fs from 'node:fs'; import bcrypt from 'bcrypt';";
const sheets = "import express from 'express'; import * as XLSX from 'xlsx'; import { rows } from './rows'; const app = express();";
/** A route that writes a workbook after `code` has filled it. */
const workbook = (code: string) => `${sheets} app.get('/', (req, res) => { const book = XLSX.utils.book_new(); ${code} res.send(XLSX.write(book, { type: 'buffer' })); });`;
const fs = "import fs from 'node:fs';";
const run = "import { execSync } from 'node:child_process';";
const app = "import express from 'express'; import fs from 'node:fs'; const app = express();";
const fastify = "import Fastify from 'fastify'; import fs from 'node:fs'; const app = Fastify();";
const cjs = { language: 'js', sourceType: 'commonjs' } as const;
const v5 = { language: 'js', filename: '/v5/app.js' } as const;

testRule(rule, {
  valid: {
    'files of a scheduled job': `${cron} cron.schedule('0 3 * * *', () => { for (const name of fs.readdirSync('old')) fs.unlinkSync(name); fs.statSync('old'); });`,
    'files of a job told by its decorator': "import fs from 'node:fs'; import { Cron } from '@nestjs/schedule'; export class Clean { @Cron('0 0 3 * * *') run() { return fs.readFileSync('list'); } }",
    'files of a scheduled job in another file': { code: "import cron from 'node-cron'; import { load } from './files'; cron.schedule('0 3 * * *', () => { load('list'); });", filename: '/shop/src/a.ts' },
    'scheduled job that a request starts by hand': { code: `${nest} @Post() start() { return this.job.clean(); } }`, filename: '/shop/src/a.ts' },
    'files of a server on loopback': `${app} app.get('/', (req, res) => { res.send(fs.readFileSync('a')); }); app.listen(port(), '127.0.0.1', () => {});`,
    'files of a server on loopback by an option': `${fastify} const host = 'localhost'; app.get('/', async () => fs.readFileSync('a')); await app.listen({ port: 3000, host });`,
    'files of another file on loopback': { code: "import http from 'node:http'; import { load } from './files'; http.createServer((req, res) => { res.end(load('a')); }).listen(3000, '::1');", filename: '/shop/src/a.ts' },
    'files of a desktop program': { code: `${app} app.get('/', (req, res) => { res.send(fs.readFileSync('a')); });`, filename: '/desk/src/a.ts' },
    'workbook whose rows the code writes out': workbook("const sheet = XLSX.utils.json_to_sheet([{ name: 'a', total: req.query.total }]); XLSX.utils.sheet_add_aoa(sheet, [['Sum', 3]], { origin: -1 }); XLSX.utils.book_append_sheet(book, sheet); XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['a'], ['b']]), 'More');"),
    'workbook of another file whose rows it writes out': { code: "import { form } from './sheets'; export const page = (req, res) => { res.send(form()); };", filename: '/shop/src/a.ts' },
    'file that lies more than one function away': { code: "import { template } from './mails'; export const page = (req, res) => { res.send(template('terms')); };", filename: '/shop/src/a.ts' },
    'text of CSV': "import express from 'express'; import { parse } from 'csv-parse/sync'; import { stringify } from 'csv-stringify/sync'; express().post('/', (req, res) => { res.send(stringify(parse(req.body))); });",
    'text of CSV in another file': { code: "import { csv } from './csv'; export const report = (req, res) => { res.send(csv(req.rows)); };", filename: '/shop/src/a.ts' },
    'few rounds of a hash': "import express from 'express'; import bcrypt from 'bcrypt'; import { pbkdf2Sync } from 'node:crypto'; const rounds = 4; express().post('/', (req, res) => { res.send(bcrypt.hashSync(req.body.p, rounds) + pbkdf2Sync(req.body.p, 'salt', 999, 32, 'sha256')); });",
    'file that stands in for a variable of the environment': `${app} app.get('/', (req, res) => { const key = process.env.KEY || fs.readFileSync('key.pem'); res.send(sign(key)); });`,
    'the same by way of a helper': `${app} const fromFile = () => fs.readFileSync('key.pem'); app.get('/', (req, res) => { res.send(sign(process.env.KEY ?? fromFile())); });`,
    'the same in another file, and what a flag of the configuration allows in development only': { code: "import { apiKey, mailKey, pushKey } from './keys'; export const page = (req, res) => { res.send(apiKey() + mailKey() + pushKey()); };", filename: '/shop/src/a.ts' },
    'clean-up in a branch that refuses': `${app} app.post('/', async (req, res) => { if (!isImage(req.file)) { fs.unlinkSync(req.file.path); return res.status(400).json({ error: 'no image' }); } res.end(); });`,
    'the same in another file': { code: "import { take } from './keys'; export const upload = (req, res) => { res.send(take(req.file.path)); };", filename: '/shop/src/a.ts' },
    'look at one path beside longer work on another of the same name': `${app} app.post('/', async (req, res) => { { const part = path(req.body.a); if (!fs.existsSync(part)) return res.end(); } { const part = path(req.body.b); await fs.promises.readFile(part); } res.end(); });`,
    'module level': `${app} const page = fs.readFileSync('page.html'); app.get('/', (req, res) => res.send(page));`,
    'start-up function': `${app} function load() { return fs.readFileSync('a'); } const a = load(); app.get('/', (req, res) => res.send(a));`,
    'listen callback': `${app} app.listen(3000, () => { fs.writeFileSync('pid', String(process.pid)); });`,
    'plugin that runs once': `${fastify} app.register(async (scope) => { const page = fs.readFileSync('page.html'); scope.get('/', async () => page); });`,
    'exported function that no handler calls': `${fs} export function load(file: string) { return fs.readFileSync(file, 'utf8'); }`,
    'promise form': `${app} app.get('/', async (req, res) => { res.send(await fs.promises.readFile('a')); });`,
    'callback form': `${app} app.get('/', (req, res) => { fs.readFile('a', (error, data) => res.send(data)); });`,
    'method of the same name on another object': `${app} const store = makeStore(); app.get('/', (req, res) => { res.send(store.readFileSync('a')); });`,
    'function of the same name from the project': `import express from 'express'; import { readFileSync } from './fs'; express().get('/', (req, res) => { res.send(readFileSync('a')); });`,
    'memoized by assignment': `${app} let page; app.get('/', (req, res) => { page ??= fs.readFileSync('page.html'); res.send(page); });`,
    'memoized by an early return': `${app} let page; function load() { if (page) return page; page = fs.readFileSync('p'); return page; } app.get('/', (req, res) => { res.send(load()); });`,
    'memoized per key': `${app} const pages = new Map(); app.get('/:p', (req, res) => { if (!pages.has(req.params.p)) pages.set(req.params.p, fs.readFileSync(req.params.p)); res.send(pages.get(req.params.p)); });`,
    'prepared once': `${app} let ready = false; function prepare() { fs.mkdirSync('data'); ready = true; } app.get('/', (req, res) => { if (!ready) prepare(); res.end(); });`,
    'callback nobody calls per request': `${app} const later = () => fs.readFileSync('a'); register(later); app.get('/', (req, res) => res.end());`,
    'app.get that reads a setting': `${app} const views = app.get('views'); fs.readFileSync(views);`,
    'browser listener': `${fs} window.addEventListener('click', (event) => { fs.readFileSync('a'); });`,
    'stream that happens to be an emitter': `${fs} fs.createReadStream('a').on('data', (chunk) => { fs.appendFileSync('b', chunk); });`,
    'supertest': `${app} import request from 'supertest'; request(app).get('/x', (error, res) => { fs.writeFileSync('a', res.text); });`,
    'test file': { code: `${app} app.get('/', (req, res) => { res.send(fs.readFileSync('a')); });`, filename: 'app.test.ts' },
    'script': { code: `#!/usr/bin/env node\n${fs} export function handler(req, res) { res.end(fs.readFileSync('a')); }`, language: 'js' },
    'allowed call': { code: `${app} app.get('/', (req, res) => { res.json(fs.existsSync('a')); });`, options: { allow: ['fs.existsSync'] } },
    'allowed package': { code: `import bcrypt from 'bcrypt'; export const login = (req, res) => { res.json(bcrypt.compareSync('a', 'b')); };`, options: { allow: ['bcrypt'] } },
    'SQLite without the option': `import Database from 'better-sqlite3'; import express from 'express'; const db = new Database('a.db'); express().get('/', (req, res) => { res.json(db.prepare('SELECT 1').all()); });`,
    'work until a deadline': `${app} app.get('/', (req, res) => { const end = Date.now() + 50; while (Date.now() < end) { step(); } res.end(); });`,
    'tool of a local server': { code: `import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'; import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; ${fs} const server = new McpServer({ name: 'a', version: '1' }); server.tool('read', async () => { return fs.readFileSync('a', 'utf8'); }); await server.connect(new StdioServerTransport());` },
    'tool of a local server that its entry connects': { code: `import { server } from './server'; import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; import { load } from './files'; ${fs} export function add(server: McpServer) { server.tool('read', async () => { fs.readFileSync('b'); return load('a'); }); }`, filename: '/local/src/tools.ts' },
    'route of development': `${app} if (process.env.NODE_ENV !== 'production') { app.get('/', (req, res) => { res.send(fs.readFileSync('a')); }); } if (isDev) app.post('/', (req, res) => { res.send(fs.readFileSync('a')); });`,
    'branch of development': `${app} app.get('/', (req, res) => { if (process.env.NODE_ENV === 'development') fs.appendFileSync('log', req.url); process.env.NODE_ENV === 'production' ? res.end() : fs.appendFileSync('log', req.url); });`,
    'imported function outside handlers': { code: "import { load } from './files'; const text = load('a'); export const page = (req, res) => { res.send(text); };", filename: '/shop/src/a.ts' },
    'imported function that keeps what it reads': { code: "import { cached } from './files'; export const page = (req, res) => { res.send(cached()); };", filename: '/shop/src/a.ts' },
    'imported function that only looks a file up': { code: "import { isThere } from './files'; export const page = (req, res) => { res.json(isThere(req.params.name)); };", filename: '/shop/src/a.ts' },
    'imported function that makes a file the first time': { code: "import { prepare } from './files'; export const page = (req, res) => { res.json(prepare(req.params.name)); };", filename: '/shop/src/a.ts' },
    'imported function that blocks in development': { code: "import { debug } from './files'; export const page = (req, res) => { debug(req.url); res.end(); };", filename: '/shop/src/a.ts' },
    'imported function that is allowed': { code: "import { load } from './files'; export const page = (req, res) => { res.send(load('a')); };", filename: '/shop/src/a.ts', options: { allow: ['fs.readFileSync'] } },
    'request and response handed on to a handler that is reported itself': { code: "import type { Request, Response } from 'express'; import signup from './signup'; export default async function users(req: Request, res: Response) { if (req.method === 'POST') { const made = await signup(req, res); return made; } res.end(); }", filename: '/shop/src/a.ts' },
    'a text that the code writes out, compressed': "import express from 'express'; import zlib from 'node:zlib'; const app = express(); app.get('/sso', (req, res) => { const xml = `<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"${id()}\" Version=\"2.0\"><Issuer>${issuer}</Issuer></samlp:AuthnRequest>`; res.redirect(zlib.deflateRawSync(Buffer.from(xml)).toString('base64')); });",
    'a look at the head of an input': `import express from 'express'; import { parse } from 'csv-parse/sync'; const app = express(); function detectDelimiter(head) { return [',', ';'].find((delimiter) => parse(head, { delimiter })[0].length > 1); } app.post('/', (req, res) => { res.json(detectDelimiter(req.body.slice(0, 1000))); });`,
    'imported function that renames a file': { code: "import { move } from './files'; export const page = (req, res) => { move(req.body.name); res.end(); };", filename: '/shop/src/a.ts' },
    'route whose answer the framework keeps for an hour': { code: `${fs} export const revalidate = 3600; export function GET() { return new Response(fs.readFileSync('feed.xml')); }`, filename: 'app/feed.xml/route.ts' },
    'route whose answer the framework keeps until the next build': { code: `${fs} export const revalidate = false; export const GET = async () => new Response(fs.readFileSync('feed.xml'));`, filename: 'app/feed.xml/route.ts' },
    'route that is rendered once for each page': { code: `${fs} export function generateStaticParams() { return []; } export async function GET(_request: Request, { params }: any) { return new Response(fs.readFileSync((await params).page)); }`, filename: 'app/docs/[page]/route.ts' },
    'prerendered route': { code: `${fs} export const prerender = true; export function GET() { return new Response(fs.readFileSync('feed.xml')); }`, filename: 'src/routes/feed.xml/+server.ts' },
    'tool of a program that runs once': `${fs} import { createTool, createNetwork } from '@inngest/agent-kit'; const read = createTool({ name: 'read', handler: async ({ path }) => fs.readFileSync(path, 'utf8') }); const network = createNetwork({ name: 'a', agents: [], tools: [read] }); await network.run('Read it.');`,
    'other files where they may not be read': { code: "import { load } from './files'; export const page = (req, res) => { res.send(load('a')); };", filename: '/shop/src/a.ts', settings: { crossFile: false } },
    'imported SQLite query without the option': { code: "import { rows } from './rows'; export const page = (req, res) => { res.json(rows()); };", filename: '/shop/src/a.ts' },
    'cheap synchronous crypto': `import { createHash, randomUUID } from 'node:crypto'; export const a = (req, res) => { res.send(createHash('sha256').update(randomUUID()).digest('hex')); };`,
    'one look at a file': `${app} app.get('/:f', (req, res) => { if (!fs.existsSync(req.params.f)) return res.sendStatus(404); res.set('x-size', String(fs.statSync(req.params.f).size)); res.sendFile(req.params.f); });`,
    'looks at the files that the code writes out': `${app} app.get('/health', (req, res) => { const sizes = {}; for (const suffix of ['', '-wal', '-shm']) { sizes[suffix] = fs.statSync(database() + suffix).size; } res.json(sizes); });`,
    'a search for the first that is there': `${app} app.get('/:f', (req, res) => { for (const root of roots()) { const file = root + req.params.f; if (fs.existsSync(file)) { return res.sendFile(file); } } res.sendStatus(404); });`,
    'a folder for each user, made by itself': `${app} app.get('/', async (req, res) => { if (!fs.existsSync(req.params.id)) fs.mkdirSync(req.params.id); res.end(); });`,
    'a folder that is made once, after a look': { code: `${app} app.get('/', async (req, res) => { const folder = 'logs'; if (!fs.existsSync(folder)) fs.mkdirSync(folder); if (!fs.existsSync(folder)) { fs.mkdirSync(folder, { recursive: true }); } res.end(); });`, options: { lookups: true } },
    'a folder that is the same for all requests, made if need be': { code: `${fs} import { Router } from 'express'; import { join } from 'node:path'; export function users(context: Context) { const router = Router(); router.post('/', (req, res) => { const folder = join(context.uploads, 'avatars'); fs.mkdirSync(folder, { recursive: true }); res.end(); }); return router; }`, options: { lookups: true } },
    'what tidies up after a failure': `${app} app.post('/', async (req, res) => { try { await store(req.file); } catch { fs.unlinkSync(req.file.path); tidy(req.file); } await index(req.file).catch(() => fs.rmSync(req.file.path)); await index(req.file).then(done, () => { fs.rmSync(req.file.path); }); }); function tidy(file) { fs.unlinkSync(file.path); }`,
    'listener of errors in a handler': `${app} app.get('/', (req, res) => { const stream = open(req.url); stream.on('error', () => { fs.unlinkSync(req.url); }); stream.pipe(res); });`,
    'function that logs errors': `${app} function logError(error) { fs.appendFileSync('error.log', String(error)); } app.get('/', (req, res) => { if (!req.user) logError('no user'); res.end(); });`,
    'handler of errors': `${app} app.use((err, req, res, next) => { fs.appendFileSync('error.log', String(err)); res.sendStatus(500); });`,
    'function that moves over what an older version left': `${app} function migrateCache() { if (fs.existsSync('cache')) fs.renameSync('cache', 'data'); for (const file of fs.readdirSync('old')) move(file); } app.get('/', (req, res) => { migrateCache(); res.end(); });`,
    'imported function that restarts the process': { code: "import { restart } from './log'; export const update = (req, res) => { res.end(); restart(); };", filename: '/shop/src/a.ts' },
    'busy wait after a failure': `${app} app.get('/', (req, res) => { try { step(); } catch { const end = Date.now() + 50; while (Date.now() < end) {} } res.end(); });`,
    'imported function called after a failure': { code: "import { load } from './files'; export const page = (req, res) => { try { res.send(render(req)); } catch { res.send(load('error.html')); } };", filename: '/shop/src/a.ts' },
    'imported function that only a helper calls, after a failure': { code: "import { load } from './files'; function sorry() { return load('error.html'); } export const page = (req, res) => { try { res.send(render(req)); } catch { res.send(sorry()); } };", filename: '/shop/src/a.ts' },
    'imported function that logs errors, and one that blocks after a failure only': { code: "import { Log, parse } from './log'; export const page = (req, res) => { if (!req.user) Log.error('no user'); res.json(parse(req.body)); };", filename: '/shop/src/a.ts' },
  },
  invalid: {
    'hash of a scheduled job': { code: `${cron} cron.schedule('0 3 * * *', async () => { await save(bcrypt.hashSync('a', 12)); });`, errors: ['blocking'], output: `${cron} cron.schedule('0 3 * * *', async () => { await save(await bcrypt.hash('a', 12)); });` },
    'files of a scheduled job with the option': { code: `${cron} cron.schedule('0 3 * * *', async () => { fs.unlinkSync('a'); });`, options: { lookups: true }, errors: ['blocking'], output: `import cron from 'node-cron'; import bcrypt from 'bcrypt'; import { unlink } from 'node:fs/promises'; cron.schedule('0 3 * * *', async () => { await unlink('a'); });` },
    'files of a helper that a request and a scheduled job come to': { code: `${cron} cron.schedule('0 3 * * *', () => { clean(); }); export const page = (req, res) => { first(); res.end(); }; function first() { clean(); } function clean() { fs.rmSync('old'); }`, errors: [{ messageId: 'reached', data: { call: 'fs.rmSync()', does: 'removes the files', handler: '`page`', path: '`first` -> `clean`', advice: 'Await `rm` of `node:fs/promises` instead.' } }] },
    'another method of the class of a scheduled job': { code: `${nest} @Post() list() { return this.job.list(); } }`, filename: '/shop/src/a.ts', errors: ['elsewhere'] },
    'scheduled job that a request starts by hand, with the option': { code: `${nest} @Post() start() { return this.job.clean(); } }`, filename: '/shop/src/a.ts', options: { lookups: true }, errors: ['elsewhere'] },
    'child process of a server on loopback': { code: "import express from 'express'; import { execSync } from 'node:child_process'; const app = express(); app.get('/', (req, res) => { res.send(execSync('ls')); }); app.listen(3000, 'localhost');", errors: ['blocking'] },
    'files of a server on all addresses beside loopback': { code: `${app} app.get('/', (req, res) => { fs.readFileSync('a'); }); app.listen(3000, '0.0.0.0'); app.listen(3001, '127.0.0.1');`, errors: [{ messageId: 'blocking', suggestions: 1 }] },
    'files of a server on an address of the environment': { code: `${app} app.get('/', (req, res) => { fs.readFileSync('a'); }); app.listen(3000, process.env.HOST || '127.0.0.1');`, errors: [{ messageId: 'blocking', suggestions: 1 }] },
    'files of a server on loopback with the option': { code: `${app} app.get('/', (req, res) => { fs.readFileSync('a'); }); app.listen(3000, '127.0.0.1');`, options: { lookups: true }, errors: [{ messageId: 'blocking', suggestions: 1 }] },
    'workbook of rows from elsewhere': { code: workbook("XLSX.utils.book_append_sheet(book, XLSX.utils.json_to_sheet(rows), 'All');"), errors: ['blocking'] },
    'workbook of rows spread into a list': { code: workbook("XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Name'], ...rows]), 'All');"), errors: ['blocking'] },
    'workbook whose rows grow': { code: workbook("const list = [['Name']]; for (const row of rows) list.push(row); XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(list), 'All');"), errors: ['blocking'] },
    'workbook whose rows are set or filled elsewhere': { code: workbook("const list = [['Name']]; list[1] = rows; const more = [['Name']]; fill(more); XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(list)); XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(more));"), errors: ['blocking'] },
    'workbook with a sheet per row': { code: workbook("for (const row of rows) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Name', row]]));"), errors: ['blocking'] },
    'workbook that another function fills': { code: workbook("XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Name']])); addRows(book);"), errors: ['blocking'] },
    'sheet whose cells are set by a computed name': { code: workbook("const sheet = XLSX.utils.aoa_to_sheet([['Name']]); rows.forEach((row, i) => { sheet[`A${i}`] = row; }); XLSX.utils.book_append_sheet(book, sheet);"), errors: ['blocking'] },
    'what is done in the end, failure or not': { code: `${app} app.post('/', async (req, res) => { try { await store(req.file); } catch { res.sendStatus(500); } finally { fs.rmSync(req.file.path); } });`, output: `import express from 'express'; import { rm } from 'node:fs/promises'; const app = express(); app.post('/', async (req, res) => { try { await store(req.file); } catch { res.sendStatus(500); } finally { await rm(req.file.path); } });`, errors: ['blocking'] },
    'a helper that is called after a failure and without one': { code: `${run} export const build = (req, res) => { try { reset(req.body); } catch { reset({}); } res.end(); }; function reset(body) { execSync('make'); }`, errors: ['reached'] },
    'listener of another event': { code: `${fs} import { EventEmitter } from 'node:events'; const bus = new EventEmitter(); bus.on('saved', (file) => { fs.unlinkSync(file); });`, errors: [{ messageId: 'blocking', suggestions: 1 }] },
    'looks at a list that the request brings': { code: `${app} app.post('/', async (req, res) => { const found = {}; for (const file of req.body.files) found[file] = fs.existsSync(file); for (let i = 0; i < req.body.files.length; i++) { if (!fs.existsSync(req.body.files[i])) return res.sendStatus(400); } res.json(found); });`, errors: ['blocking', 'blocking'] },
    'looks in a callback for each file of a list': { code: `${app} app.get('/', async (req, res) => { const files = await list(); res.json(files.map((file) => { if (!file) return; return fs.statSync(file).size; })); });`, errors: ['blocking'] },
    'a look at a file and what is done with it': {
      code: `${fastify} app.get('/:f', async ({ params: { f } }) => { if (!fs.existsSync(f)) return ''; const { size } = fs.statSync(f); return size > 9 ? '' : fs.readFileSync(f); });`,
      errors: ['blocking', 'blocking', 'blocking'],
      output: [
        `import Fastify from 'fastify'; import fs from 'node:fs'; import { stat } from 'node:fs/promises'; const app = Fastify(); app.get('/:f', async ({ params: { f } }) => { if (!fs.existsSync(f)) return ''; const { size } = await stat(f); return size > 9 ? '' : fs.readFileSync(f); });`,
        `import Fastify from 'fastify'; import fs from 'node:fs'; import { stat, readFile } from 'node:fs/promises'; const app = Fastify(); app.get('/:f', async ({ params: { f } }) => { if (!fs.existsSync(f)) return ''; const { size } = await stat(f); return size > 9 ? '' : await readFile(f); });`,
      ],
    },
    'a look at a file after what is done with it, mended as well': {
      code: `${fastify} app.post('/:f', async ({ params, body }) => { const file = params.f; fs.appendFileSync(file, String(body)); return fs.statSync(file).size; });`,
      errors: ['blocking', 'blocking'],
      output: [
        `import Fastify from 'fastify'; import fs from 'node:fs'; import { appendFile } from 'node:fs/promises'; const app = Fastify(); app.post('/:f', async ({ params, body }) => { const file = params.f; await appendFile(file, String(body)); return fs.statSync(file).size; });`,
        `import Fastify from 'fastify'; import { appendFile, stat } from 'node:fs/promises'; const app = Fastify(); app.post('/:f', async ({ params, body }) => { const file = params.f; await appendFile(file, String(body)); return (await stat(file)).size; });`,
      ],
    },
    'a folder for each day and a file in it': { code: `${app} import { join } from 'node:path'; app.post('/', (req, res) => { const folder = join('uploads', today()); fs.mkdirSync(folder); fs.writeFileSync(join(folder, req.body.name), req.body.text); res.end(); });`, errors: [{ messageId: 'blocking', suggestions: 1 }, { messageId: 'blocking', suggestions: 1 }] },
    'one look beside longer work on another path': { code: `${app} app.get('/:f', async (req, res) => { res.json(fs.existsSync(req.params.f)); fs.appendFileSync(other(), 'x'); });`, output: `import express from 'express'; import fs from 'node:fs'; import { appendFile } from 'node:fs/promises'; const app = express(); app.get('/:f', async (req, res) => { res.json(fs.existsSync(req.params.f)); await appendFile(other(), 'x'); });`, errors: [{ messageId: 'blocking', data: { call: 'fs.appendFileSync()', does: 'appends to the file', handler: 'the `GET /:f` handler', advice: 'Await `appendFile` of `node:fs/promises` instead.' } }] },
    'a helper with one look left behind, mended': {
      code: `${fastify} app.get('/:f', async ({ params }) => load(params.f)); function load(file: string) { const known = fs.existsSync('index'); return known ? fs.readFileSync(file, 'utf8') : ''; }`,
      errors: ['reached'],
      output: `import Fastify from 'fastify'; import fs from 'node:fs'; import { readFile } from 'node:fs/promises'; const app = Fastify(); app.get('/:f', async ({ params }) => await load(params.f)); async function load(file: string) { const known = fs.existsSync('index'); return known ? await readFile(file, 'utf8') : ''; }`,
    },
    'route that is kept, but reads the request': { code: `${run} export const revalidate = 3600; export function GET(request: Request) { return new Response(execSync(request.url)); }`, filename: 'app/feed.xml/route.ts', errors: ['blocking'] },
    'route that is not kept after all': { code: `${run} export const revalidate = 3600; export const dynamic = 'force-dynamic'; export function GET() { return new Response(execSync('git log')); }`, filename: 'app/feed.xml/route.ts', errors: ['blocking'] },
    'a text around a document, compressed': { code: "import { pack } from './pack'; export const page = (req, res) => { res.end(pack(req.body.rows)); };", filename: '/shop/src/a.ts', errors: ['elsewhere'] },
    'a handler that hands on only some of what it got': { code: "import type { Request, Response } from 'express'; import { load } from './files'; export default async function page(req: Request, res: Response) { res.end(load(req)); }", filename: '/shop/src/a.ts', errors: ['elsewhere'] },
    'route that is kept for no time': { code: `${run} export const revalidate = 0; export function GET() { return new Response(execSync('git log')); }`, filename: 'app/feed.xml/route.ts', errors: ['blocking'] },
    'route that is kept, but reads the cookies': { code: `${run} import { cookies } from 'next/headers'; export const revalidate = 3600; export async function GET() { return new Response(execSync((await cookies()).get('a'))); }`, filename: 'app/feed.xml/route.ts', errors: ['blocking'] },
    'another method of a route that is kept': { code: `${run} export const revalidate = 3600; export function POST() { return new Response(execSync('git log')); }`, filename: 'app/feed.xml/route.ts', errors: ['blocking'] },
    'a folder for each user': { code: `${app} app.get('/', async (req, res) => { if (!fs.existsSync(req.params.id)) fs.mkdirSync(req.params.id); res.end(); });`, output: `import express from 'express'; import fs from 'node:fs'; import { mkdir } from 'node:fs/promises'; const app = express(); app.get('/', async (req, res) => { if (!fs.existsSync(req.params.id)) await mkdir(req.params.id); res.end(); });`, errors: ['blocking', 'blocking'], options: { lookups: true } },
    'tool of an agent server': { code: `${run} import { createServer, createTool, createNetwork } from '@inngest/agent-kit'; const log = createTool({ name: 'log', handler: async ({ path }) => execSync('git log ' + path) }); const network = createNetwork({ name: 'a', agents: [], tools: [log] }); createServer({ networks: [network] }).listen(3000);`, errors: ['blocking'] },
    'method of an injected class': {
      code: dedent`
        import { Controller, Post } from '@nestjs/common';
        import { AuthService } from './auth.service';
        @Controller('login')
        export class LoginController {
          constructor(private readonly auth: AuthService) {}
          @Post()
          login(body: { password: string; hash: string }) {
            return { ok: this.auth.verify(body.password, body.hash) };
          }
        }
      `,
      filename: '/shop/src/auth/login.controller.ts',
      errors: [{
        messageId: 'elsewhere',
        data: { path: '`AuthService.verify` -> `verifyPassword`', call: 'bcrypt.compareSync()', does: 'computes the hash', handler: '`LoginController.login`', others: '', advice: 'Await `compare` of `bcrypt` instead.' },
        line: 8, column: 18,
      }],
    },
    'imported functions, one report per cause': {
      code: "import { load } from './files'; function both(name) { return load(name); } export const a = (req, res) => { res.send(both('a')); }; export const b = (req, res) => { res.send(load('b') + load('c')); };",
      filename: '/shop/src/a.ts',
      errors: [{
        messageId: 'elsewhere',
        data: { path: '`both` -> `load`', call: 'fs.readFileSync()', does: 'reads the whole file', handler: '`a`', others: ', as 2 more calls here', advice: 'Await `readFile` of `node:fs/promises` instead.' },
      }],
    },
    'member of a required object': {
      code: "const mail = require('../lib/mail'); exports.invite = (req, res) => { mail.send(req.body.to); res.end(); };",
      filename: '/shop/src/a.js', language: 'js', sourceType: 'commonjs', errors: ['elsewhere'],
    },
    'file that lies more than one function away, with the option': { code: "import { template } from './mails'; export const page = (req, res) => { res.send(template('terms')); };", filename: '/shop/src/a.ts', options: { lookups: true }, errors: ['elsewhere'] },
    'what takes long more than one function away': { code: "import { deliver } from './mails'; export const send = (req, res) => { deliver(req.body.text); res.end(); };", filename: '/shop/src/a.ts', errors: ['elsewhere'] },
    'text of CSV with the option': { code: "import { parse } from 'csv-parse/sync'; import { csv } from './csv'; export const report = (req, res) => { res.send(csv(parse(req.body))); };", filename: '/shop/src/a.ts', options: { lookups: true }, errors: ['elsewhere', 'blocking'] },
    'many rounds of a hash, or a number that nobody knows': { language: 'js', code: "import { pbkdf2Sync } from 'node:crypto'; import bcrypt from 'bcrypt'; import { rounds } from './config.js'; export const signup = (req, res) => { for (const count of [bcrypt.hashSync(req.body.p, 5), bcrypt.hashSync(req.body.p, rounds), pbkdf2Sync(req.body.p, 's', 1000, 32, 'sha256')]) go(count); res.end(); };", errors: [{ messageId: 'blocking', suggestions: 1 }, { messageId: 'blocking', suggestions: 1 }, { messageId: 'blocking', suggestions: 1 }] },
    'switch in the environment': { code: `${app} app.get('/', (req, res) => { if (process.env.USE_STORE) return res.redirect('/store'); res.send(fs.readFileSync('page.html')); });`, errors: [{ messageId: 'blocking', suggestions: 1 }] },
    'what is done before a branch that refuses': { code: `${app} app.post('/', (req, res) => { const text = fs.readFileSync(req.file.path, 'utf8'); if (!text) { return res.status(400).end(); } res.send(text); });`, errors: [{ messageId: 'blocking', suggestions: 1 }] },
    'imported SQLite query with the option': {
      code: "import { rows } from './rows'; export const page = (req, res) => { res.json(rows()); };", filename: '/shop/src/a.ts', options: { sqlite: true }, errors: ['elsewhere'],
    },
    'tool of a server over HTTP': {
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; ${fs} const server = new McpServer({ name: 'a', version: '1' }); server.tool('read', async () => { spawnSync('ls'); return 1; }); import { spawnSync } from 'node:child_process';`, errors: ['blocking'],
    },
    'async handler': {
      code: dedent`
        import { readFileSync } from 'node:fs';
        import express from 'express';

        const app = express();

        app.get('/terms', async (req, res) => {
          const text = readFileSync(\`terms/\${req.query.lang}.md\`, 'utf8'); // one file per language
          res.send(text);
        });
      `,
      errors: [{
        messageId: 'blocking',
        data: { call: 'readFileSync()', does: 'reads the whole file', handler: 'the `GET /terms` handler', advice: 'Await `readFile` of `node:fs/promises` instead.' },
        line: 7, column: 16,
      }],
      output: dedent`
        import express from 'express';
        import { readFile } from 'node:fs/promises';

        const app = express();

        app.get('/terms', async (req, res) => {
          const text = await readFile(\`terms/\${req.query.lang}.md\`, 'utf8'); // one file per language
          res.send(text);
        });
      `,
    },
    'CommonJS, through a member of a required module': {
      ...cjs,
      code: dedent`
        'use strict';
        const bcrypt = require('bcryptjs');
        const router = require('express').Router();

        router.post('/login', async function login(req, res) {
          if (!bcrypt.compareSync(req.body.password, await hashOf(req.body.user))) return res.sendStatus(401);
          res.json({ token: sign(req.body.user) });
        });
      `,
      errors: [{ messageId: 'blocking', data: { call: 'bcrypt.compareSync()', does: 'computes the hash', handler: '`login`', advice: 'Await `compare` of `bcryptjs` instead.' } }],
      output: dedent`
        'use strict';
        const bcrypt = require('bcryptjs');
        const router = require('express').Router();

        router.post('/login', async function login(req, res) {
          if (!(await bcrypt.compare(req.body.password, await hashOf(req.body.user)))) return res.sendStatus(401);
          res.json({ token: sign(req.body.user) });
        });
      `,
    },
    'result used at once': {
      code: `${app} app.get('/:f', async (req, res) => { res.json(fs.statSync(req.params.f).size + fs.readdirSync(req.params.f).length); });`,
      errors: ['blocking', 'blocking'],
      output: [
        `import express from 'express'; import fs from 'node:fs'; import { stat } from 'node:fs/promises'; const app = express(); app.get('/:f', async (req, res) => { res.json((await stat(req.params.f)).size + fs.readdirSync(req.params.f).length); });`,
        `import express from 'express'; import { stat, readdir } from 'node:fs/promises'; const app = express(); app.get('/:f', async (req, res) => { res.json((await stat(req.params.f)).size + (await readdir(req.params.f)).length); });`,
      ],
    },
    'renamed and destructured': {
      ...cjs,
      code: `const { hashSync: hashNow } = require('bcrypt'); exports.signup = async (req, res) => { res.json(hashNow(req.body.password, 12)); };`,
      errors: ['blocking'],
      output: `const { hash } = require('bcrypt'); exports.signup = async (req, res) => { res.json(await hash(req.body.password, 12)); };`,
    },
    'namespace import': {
      code: `import * as bcrypt from 'bcrypt'; import { Controller, Post } from '@nestjs/common'; @Controller() class Auth { @Post() async login(dto: Dto) { return bcrypt.compareSync(dto.password, dto.hash); } }`,
      errors: [{ messageId: 'blocking', data: { call: 'bcrypt.compareSync()', does: 'computes the hash', handler: '`Auth.login`', advice: 'Await `compare` of `bcrypt` instead.' } }],
      output: `import * as bcrypt from 'bcrypt'; import { Controller, Post } from '@nestjs/common'; @Controller() class Auth { @Post() async login(dto: Dto) { return await bcrypt.compare(dto.password, dto.hash); } }`,
    },
    'through promisify where the twin takes a callback': {
      code: dedent`
        import { pbkdf2Sync } from 'node:crypto';
        import type { Request, Response } from 'express';

        export async function login(req: Request, res: Response): Promise<void> {
          const key = pbkdf2Sync(req.body.password, 'salt', 100_000, 64, 'sha512');
          res.json(key.toString('hex'));
        }
      `,
      errors: [{ messageId: 'blocking', data: { call: 'pbkdf2Sync()', does: 'derives the key', handler: '`login`', advice: 'Await `promisify(pbkdf2)` of `node:crypto` instead.' } }],
      output: dedent`
        import { pbkdf2 } from 'node:crypto';
        import type { Request, Response } from 'express';
        import { promisify } from 'node:util';

        export async function login(req: Request, res: Response): Promise<void> {
          const key = await promisify(pbkdf2)(req.body.password, 'salt', 100_000, 64, 'sha512');
          res.json(key.toString('hex'));
        }
      `,
    },
    'promisified form that TypeScript cannot type': {
      code: `import { scryptSync } from 'node:crypto'; import type { Request, Response } from 'express'; export async function login(req: Request, res: Response) { res.json(scryptSync(req.body.password, 'salt', 64)); }`,
      errors: [{ messageId: 'blocking', data: { call: 'scryptSync()', does: 'derives the key', handler: '`login`', advice: 'Use its asynchronous form and await it.' } }],
    },
    'the same in JavaScript': {
      language: 'js',
      code: `import { scryptSync } from 'node:crypto';\nexport const login = async (req, res) => { res.json(scryptSync(req.body.password, 'salt', 64)); };`,
      errors: ['blocking'],
      output: `import { scrypt } from 'node:crypto';\nimport { promisify } from 'node:util';\nexport const login = async (req, res) => { res.json(await promisify(scrypt)(req.body.password, 'salt', 64)); };`,
    },
    'handler made async where the framework handles rejections': {
      code: `${fastify}\napp.get('/a/:f', (request, reply) => { reply.send(fs.readFileSync(request.params.f)); });`,
      errors: ['blocking'],
      output: `import Fastify from 'fastify'; import { readFile } from 'node:fs/promises'; const app = Fastify();\napp.get('/a/:f', async (request, reply) => { reply.send(await readFile(request.params.f)); });`,
    },
    'handler of Express 5 made async': {
      ...v5,
      code: `import express from 'express'; import bcrypt from 'bcrypt';\nexpress().post('/', (req, res) => { res.send(bcrypt.hashSync(req.body.p, 10)); });`,
      errors: ['blocking'],
      output: `import express from 'express'; import bcrypt from 'bcrypt';\nexpress().post('/', async (req, res) => { res.send(await bcrypt.hash(req.body.p, 10)); });`,
    },
    'handler of Express 4: a suggestion': {
      language: 'js', filename: '/v4/app.js',
      code: `import express from 'express'; import bcrypt from 'bcrypt';\nexpress().post('/', (req, res) => { res.send(bcrypt.hashSync(req.body.p, 10)); });`,
      errors: [{
        messageId: 'blocking',
        suggestions: [{
          messageId: 'makeAsync', data: { handler: 'the `POST /` handler', twin: 'hash' },
          output: `import express from 'express'; import bcrypt from 'bcrypt';\nexpress().post('/', async (req, res) => { res.send(await bcrypt.hash(req.body.p, 10)); });`,
        }],
      }],
    },
    'suggestion applied by the settings': {
      language: 'js', settings: { applySuggestions: ['no-blocking-handler'] },
      code: `import bcrypt from 'bcrypt';\nexport const signup = (req, res) => { res.send(bcrypt.hashSync(req.body.p, 10)); };`,
      errors: ['blocking'],
      output: `import bcrypt from 'bcrypt';\nexport const signup = async (req, res) => { res.send(await bcrypt.hash(req.body.p, 10)); };`,
    },
    'handler of Express 4 in an async wrapper': {
      language: 'js', filename: '/v4/app.js',
      code: `import bcrypt from 'bcrypt'; import { catchAsync } from './utils.js';\nexport const signup = catchAsync((req, res) => { res.send(bcrypt.hashSync(req.body.p, 10)); });`,
      errors: [{ messageId: 'blocking', data: { call: 'bcrypt.hashSync()', does: 'computes the hash', handler: '`signup`', advice: 'Await `hash` of `bcrypt` instead.' } }],
      output: `import bcrypt from 'bcrypt'; import { catchAsync } from './utils.js';\nexport const signup = catchAsync(async (req, res) => { res.send(await bcrypt.hash(req.body.p, 10)); });`,
    },
    'handler that answers in a callback: a suggestion even where rejections are handled': {
      code: `${fastify}\napp.get('/a/:f', (request, reply) => { save(fs.readFileSync(request.params.f), () => reply.send('ok')); });`,
      errors: [{ messageId: 'blocking', suggestions: 1 }],
    },
    'handler that goes on through a callback: no edit': {
      code: `${fastify}\napp.addHook('onRequest', (request, reply, done) => { fs.readFileSync(request.url); done(); });`,
      errors: ['blocking'],
    },
    'annotated handler: its type becomes a promise': {
      code: `import { Controller, Get } from '@nestjs/common'; import { readFileSync } from 'fs';\n@Controller() export class Docs { @Get() page(name: string): string { return readFileSync(name, 'utf8'); } }`,
      errors: ['blocking'],
      output: `import { Controller, Get } from '@nestjs/common'; import { readFile } from 'fs/promises';\n@Controller() export class Docs { @Get() async page(name: string): Promise<string> { return await readFile(name, 'utf8'); } }`,
    },
    'method that may override one of a base class: a suggestion': {
      code: `import { Controller, Get } from '@nestjs/common'; import bcrypt from 'bcrypt'; @Controller() export class Docs extends Base { @Get() page(p: string) { return bcrypt.hashSync(p, 10); } }`,
      errors: [{ messageId: 'blocking', suggestions: 1 }],
    },
    'synchronous callback inside a handler: no edit': {
      code: `${fastify} app.get('/', async (request) => request.query.files.map((file) => fs.readFileSync(file)));`,
      errors: ['blocking'],
    },
    'asynchronous callback inside a handler': {
      code: `${fastify} app.get('/', async (request) => Promise.all(request.query.files.map(async (file) => fs.readFileSync(file))));`,
      errors: ['blocking'],
      output: `import Fastify from 'fastify'; import { readFile } from 'node:fs/promises'; const app = Fastify(); app.get('/', async (request) => Promise.all(request.query.files.map(async (file) => await readFile(file))));`,
    },
    'parameter default, generator and getter: no edit': {
      code: `${fastify} app.get('/', async (request, reply, text = fs.readFileSync('a')) => { function* lines() { yield fs.readFileSync('b'); } const page = { get text() { return fs.readFileSync('c'); } }; return [...lines(), page.text]; });`,
      errors: ['blocking', 'reached'],
    },
    'no faithful twin: existence, child processes, descriptors, ignored options': {
      options: { lookups: true },
      code: `import { execSync, execFileSync, spawnSync } from 'node:child_process'; ${fastify} app.get('/:p', async ({ params }) => { const fd = fs.openSync(params.p); return [fs.existsSync(params.p), execSync('git log'), execFileSync('cat', { input: 'a' }), spawnSync('ls'), fs.readFileSync(fd), fs.readFileSync(0), fs.statSync(params.p, { throwIfNoEntry: false })]; });`,
      errors: [
        { messageId: 'blocking', data: { call: 'fs.openSync()', does: 'waits for the file system', handler: 'the `GET /:p` handler', advice: 'Open the file with `open` of `node:fs/promises` and use its `FileHandle`.' } },
        'blocking',
        { messageId: 'blocking', data: { call: 'execSync()', does: 'waits for the child process to end', handler: 'the `GET /:p` handler', advice: 'Use `promisify(exec)` and read `stdout` of what it resolves to.' } },
        'blocking', 'blocking', 'blocking', 'blocking', 'blocking',
      ],
    },
    'spread argument: no edit where an argument decides': {
      code: `${fastify} app.get('/', async ({ query }) => fs.readFileSync(...query.args));`,
      errors: ['blocking'],
    },
    'a file that requests read and write back: a suggestion': {
      language: 'js',
      code: dedent`
        import { readFileSync, writeFileSync } from 'node:fs';
        export const addTodo = async (req, res) => {
          const todos = JSON.parse(readFileSync(path, 'utf8'));
          todos.push(req.body);
          writeFileSync(path, JSON.stringify(todos));
          res.json(todos);
        };
      `,
      errors: [
        {
          messageId: 'blocking',
          suggestions: [{ messageId: 'interleave', data: { twin: 'readFile' }, output: dedent`
            import { writeFileSync } from 'node:fs';
            import { readFile } from 'node:fs/promises';
            export const addTodo = async (req, res) => {
              const todos = JSON.parse(await readFile(path, 'utf8'));
              todos.push(req.body);
              writeFileSync(path, JSON.stringify(todos));
              res.json(todos);
            };
          ` }],
        },
        { messageId: 'blocking', suggestions: 1 },
      ],
    },
    'a file of fixed name that every request writes: a suggestion': {
      code: `${fastify} app.post('/', async ({ body }) => { const file = 'last.json'; fs.writeFileSync(file, String(body)); fs.appendFileSync('all.log', 'x'); });`,
      errors: [{ messageId: 'blocking', suggestions: 1 }, 'blocking'],
      output: `import Fastify from 'fastify'; import fs from 'node:fs'; import { appendFile } from 'node:fs/promises'; const app = Fastify(); app.post('/', async ({ body }) => { const file = 'last.json'; fs.writeFileSync(file, String(body)); await appendFile('all.log', 'x'); });`,
    },
    'helper of the file, async already': {
      code: `${fastify} app.get('/:f', async ({ params }) => load(params.f)); async function load(file: string) { return fs.readFileSync(file, 'utf8'); }`,
      errors: [{ messageId: 'reached', data: { call: 'fs.readFileSync()', does: 'reads the whole file', handler: 'the `GET /:f` handler', path: '`load`', advice: 'Await `readFile` of `node:fs/promises` instead.' } }],
      output: `import Fastify from 'fastify'; import { readFile } from 'node:fs/promises'; const app = Fastify(); app.get('/:f', async ({ params }) => load(params.f)); async function load(file: string) { return await readFile(file, 'utf8'); }`,
    },
    'helper made async with all its calls': {
      language: 'js',
      code: dedent`
        import bcrypt from 'bcrypt';
        const verify = (password, user) => bcrypt.compareSync(password, user.hash);
        export const login = async (req, res) => { res.json(verify(req.body.password, req.user)); };
        export const confirm = async (req, res) => { if (verify(req.body.password, req.user)) res.end(); };
      `,
      errors: ['reached'],
      output: dedent`
        import bcrypt from 'bcrypt';
        const verify = async (password, user) => await bcrypt.compare(password, user.hash);
        export const login = async (req, res) => { res.json(await verify(req.body.password, req.user)); };
        export const confirm = async (req, res) => { if (await verify(req.body.password, req.user)) res.end(); };
      `,
    },
    'helper with a caller that cannot await: no edit': {
      language: 'js',
      code: `import bcrypt from 'bcrypt'; function verify(p, h) { return bcrypt.compareSync(p, h); } export const login = async (req, res) => { res.json(verify(req.body.p, req.user)); }; export const test = (p) => verify(p, 'a');`,
      errors: ['reached'],
    },
    'exported helper: no edit': {
      language: 'js',
      code: `import bcrypt from 'bcrypt'; export function verify(p, h) { return bcrypt.compareSync(p, h); } export const login = async (req, res) => { res.json(verify(req.body.p, req.user)); };`,
      errors: ['reached'],
    },
    'the way through several helpers and methods': {
      code: `import bcrypt from 'bcrypt'; import { Controller, Post } from '@nestjs/common'; class Hasher { hash(p: string) { return bcrypt.hashSync(p, 10); } } class Users { private hasher = new Hasher(); create(p: string) { return this.hasher.hash(p); } } @Controller() class Api { constructor(private users: Users) {} @Post() signup(p: string) { return this.users.create(p); } }`,
      errors: [{ messageId: 'reached', data: { call: 'bcrypt.hashSync()', does: 'computes the hash', handler: '`Api.signup`', path: '`create` -> `hash`', advice: 'Await `hash` of `bcrypt` instead.' } }],
    },
    'queue worker, cron job, consumer and tool': {
      language: 'js',
      code: `import { execSync } from 'node:child_process'; import { Worker } from 'bullmq'; import cron from 'node-cron'; new Worker('pdf', async (job) => { execSync(job.data.command); }); cron.schedule('* * * * *', () => { execSync('sync'); });`,
      errors: [
        { messageId: 'blocking', data: { call: 'execSync()', does: 'waits for the child process to end', handler: 'the `pdf` job processor', advice: 'Use `promisify(exec)` and read `stdout` of what it resolves to.' } },
        'blocking',
      ],
    },
    'handler known by its shape only': {
      ...cjs,
      code: `const { execSync } = require('child_process'); module.exports.version = (req, res) => { res.send(execSync('git rev-parse HEAD')); };`,
      errors: [{ messageId: 'blocking', data: { call: 'execSync()', does: 'waits for the child process to end', handler: '`version`', advice: 'Use `promisify(exec)` and read `stdout` of what it resolves to.' } }],
    },
    'require where it is used': {
      ...cjs,
      code: `module.exports.version = (req, res) => { res.send(require('child_process').execSync('git rev-parse HEAD')); };`,
      errors: [{ messageId: 'blocking', data: { call: 'child_process.execSync()', does: 'waits for the child process to end', handler: '`version`', advice: 'Use `promisify(exec)` and read `stdout` of what it resolves to.' } }],
    },
    'Next.js route': {
      filename: '/repo/app/api/docs/route.ts',
      alone: 'a route file has one function of each name',
      code: `import { readFileSync } from 'fs';\nexport function GET(request: Request) {\n  return new Response(readFileSync(new URL(request.url).pathname));\n}`,
      errors: ['blocking'],
      output: `import { readFile } from 'fs/promises';\nexport async function GET(request: Request) {\n  return new Response(await readFile(new URL(request.url).pathname));\n}`,
    },
    'SQLite with the option': {
      options: { sqlite: true },
      code: `import Database from 'better-sqlite3'; import express from 'express'; const db = new Database('a.db'); express().get('/', (req, res) => { res.json(db.prepare('SELECT 1').all()); });`,
      errors: [{ messageId: 'blocking', data: { call: 'db.prepare().all()', does: 'runs the query', handler: 'the `GET /` handler', advice: 'Run SQLite in a worker thread.' } }],
    },
    'busy wait in a handler and in a helper': {
      language: 'js',
      code: `import express from 'express';\nconst app = express();\napp.get('/', (req, res) => { sleep(10); while (Date.now() < req.query.until) {} res.end(); });\nfunction sleep(ms) { const start = Date.now(); do {} while (Date.now() - start < ms); }`,
      errors: [
        { messageId: 'busyWait', data: { handler: 'the `GET /` handler' }, line: 3, column: 41, endColumn: 77 },
        { messageId: 'busyWait', line: 4, column: 61 },
      ],
    },
    'Atomics.wait': {
      language: 'js',
      code: `export const slow = (req, res) => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000); res.end(); };`,
      errors: [{ messageId: 'blocking', data: { call: 'Atomics.wait()', does: 'puts the thread to sleep', handler: '`slow`', advice: 'Use `Atomics.waitAsync` and await its `value`.' } }],
    },
    'shebang-less CRLF file with BOM keeps both': {
      language: 'js',
      code: `\uFEFFimport bcrypt from 'bcrypt';\r\nexport const a = async (req, res) => {\r\n  res.send(bcrypt.hashSync(req.body.p, 10));\r\n};\r\n`,
      errors: ['blocking'],
      output: `\uFEFFimport bcrypt from 'bcrypt';\r\nexport const a = async (req, res) => {\r\n  res.send(await bcrypt.hash(req.body.p, 10));\r\n};\r\n`,
    },
  },
});

describe('many findings in one file', () => {
  it('are all mended, and a second run changes nothing', () => {
    const routes = Array.from({ length: 15 }, (_, index) => `app.get('/${index}/:f', async (req, res) => { res.send(fs.readFileSync(req.params.f)); });`);
    const outputs = passes(rule, { code: [app, ...routes].join('\n'), language: 'js' });
    expect(outputs.length).toBeLessThan(5);
    expect(outputs.at(-1)?.match(/await readFile\(req\.params\.f\)/gu)).toHaveLength(15);
    expect(outputs.at(-1)).not.toMatch(/readFileSync|import fs/u);
  });

  it('end without the imports of what they called, one at a time', () => {
    const code = [
      "import { readFileSync, statSync, copyFileSync } from 'node:fs';",
      "import Fastify from 'fastify';",
      '',
      'const app = Fastify();',
      ...Array.from({ length: 5 }, (_, index) => `app.get('/${index}/:f', async ({ params: { f } }) => [statSync(f).size, readFileSync(f), readFileSync(f + statSync(f).ino)]);`),
      "app.get('/copy/:f', async ({ params: { f } }) => { copyFileSync(f, `${f}.bak`); });",
    ].join('\r\n');
    const outputs = passes(rule, { code, language: 'js' });
    expect(outputs.length).toBeLessThan(9);
    expect(outputs.at(-1)!.split('\r\n').slice(0, 3)).toEqual(["import Fastify from 'fastify';", "import { copyFile, stat, readFile } from 'node:fs/promises';", '']);
    expect(outputs.at(-1)).not.toContain('Sync');
  });

  it('keep an import that something else needs', () => {
    const code = `${fs}\nimport Fastify from 'fastify';\nconst app = Fastify();\nconst page = fs.readFileSync('page.html');\napp.get('/:f', async (request) => fs.readFileSync(request.params.f));\napp.get('/', async () => page);`;
    expect(passes(rule, { code, language: 'js' }).at(-1)).toContain("import fs from 'node:fs';");
  });
});
