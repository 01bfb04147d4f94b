import * as tsParser from '@typescript-eslint/parser';
import * as espree from 'espree';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parsed } from '../../src/analysis/load.js';
import { reachedCalls } from '../../src/analysis/reached-calls.js';
import { useSearch } from '../../src/analysis/use-search.js';
import { nodeHost } from '../../src/node/host.js';
import { defaultSettings } from '../../src/settings.js';
import { projectOf, type Project } from '../helpers/project.js';
import { sourceOf } from '../helpers/source.js';

let project: Project | undefined;
afterEach(() => {
  vi.useRealTimers();
  project?.remove();
  project = undefined;
});

interface Options { settings?: typeof defaultSettings; file?: string; followsValues?: boolean }
type Files = Readonly<Record<string, object | string>>;

/** What the handlers of a file reach that blocks: `the path of names > the blocking call`. */
function reached(code: string, files: Files, { settings = defaultSettings, file = 'src/a.ts', followsValues = false }: Options = {}): string[] {
  project = projectOf(files);
  const isScript = file.endsWith('.js');
  const sourceType = isScript ? 'commonjs' as const : 'module' as const;
  const source = sourceOf(code, {
    language: isScript ? 'js' : 'ts',
    sourceType,
    context: { filename: project.path(file), cwd: project.root, host: nodeHost(), parser: isScript ? espree : tsParser, languageOptions: { ecmaVersion: 2024, sourceType }, settings },
  });
  const search = useSearch(source, { id: `test ${String(followsValues)}`, roles: ['blocking', 'mail'], followsValues });
  return reachedCalls(source, search).map(({ steps, found, source: where }) => `${steps.map(({ name }) => name).join(' -> ')} > ${where.getText(found.node.type === 'Decorator' ? found.node : (found.node as { callee: typeof found.node }).callee)}`);
}

const fs = "import { readFileSync } from 'node:fs';\n";
const handler = (body: string) => `export async function login(req, res) { ${body}; res.json({}); }`;

describe('calls are followed into other files', () => {
  it.each<[string, string, Files, string[]]>([
    ['an imported function', `import { load } from './b'; ${handler('load()')}`, { 'src/b.ts': `${fs}export function load() { return readFileSync('a'); }` }, ['load > readFileSync']],
    ['a renamed function', `import { load as get } from './b'; ${handler('get()')}`, { 'src/b.ts': `${fs}const load = () => readFileSync('a');\nexport { load };` }, ['load > readFileSync']],
    ['a default export', `import load from './b'; ${handler('load()')}`, { 'src/b.ts': `${fs}export default function () { return readFileSync('a'); }` }, ['load > readFileSync']],
    ['a default export under another name', `import get from './b'; ${handler('get()')}`, { 'src/b.ts': `${fs}const load = () => { return readFileSync('a'); };\nexport default load;` }, ['load > readFileSync']],
    ['a default class under another name', `import Disk from './b'; ${handler('new Disk().load()')}`, { 'src/b.ts': `${fs}export default class Files { load() { return readFileSync('a'); } }` }, ['Files.load > readFileSync']],
    ['a member under another name', `import { files } from './b'; ${handler('files.get()')}`, { 'src/b.ts': `${fs}function load() { return readFileSync('a'); }\nexport const files = {\n  get: load,\n};` }, ['load > readFileSync']],
    ['a namespace', `import * as files from './b'; ${handler('files.load()')}`, { 'src/b.ts': `${fs}export const load = () => { return readFileSync('a'); };` }, ['load > readFileSync']],
    ['a member of an exported object', `import { files } from './b'; ${handler('files.load()')}`, { 'src/b.ts': `${fs}export const files = { async load() { return readFileSync('a'); } };` }, ['files.load > readFileSync']],
    ['a shorthand member', `import files from './b'; ${handler('files.load()')}`, { 'src/b.ts': `${fs}const load = async () => { return readFileSync('a'); };\nexport default { load };` }, ['load > readFileSync']],
    ['an exported instance', `import { files } from './b'; ${handler('await files.load()')}`, { 'src/b.ts': `${fs}class Files { load() { return readFileSync('a'); } }\nexport const files = new Files();` }, ['Files.load > readFileSync']],
    ['a static method', `import { Files } from './b'; ${handler('Files.load()')}`, { 'src/b.ts': `${fs}export class Files { static load() { return readFileSync('a'); } }` }, ['Files.load > readFileSync']],
    ['a new instance', `import { Files } from './b'; ${handler('const files = new Files(); files.load()')}`, { 'src/b.ts': `${fs}export class Files { load() { return readFileSync('a'); } }` }, ['Files.load > readFileSync']],
    ['a constructor', `import { Files } from './b'; ${handler('new Files()')}`, { 'src/b.ts': `${fs}export class Files { constructor() { this.text = readFileSync('a'); } }` }, ['new Files() > readFileSync']],
    ['an inherited method', `import { files } from './b'; ${handler('files.load()')}`, { 'src/b.ts': "import { Base } from './c';\nexport const files = new (class Files extends Base {})();", 'src/c.ts': `${fs}export class Base { load() { return readFileSync('a'); } }` }, ['Base.load > readFileSync']],
    ['an instance that a function gives', `import { Files } from './b'; ${handler('Files.getInstance().load()')}`, { 'src/b.ts': `${fs}export class Files { private static one: Files; static getInstance(): Files { return (Files.one ??= new Files()); } load() { return readFileSync('a'); } }` }, ['Files.load > readFileSync']],
    ['a dynamic import', `${handler("const { load } = await import('./b'); load()")}`, { 'src/b.ts': `${fs}export function load() { return readFileSync('a'); }` }, ['load > readFileSync']],
    ['through a helper of the same file', `import { load } from './b'; function help() { return load(); } ${handler('help()')}`, { 'src/b.ts': `${fs}export const load = () => readFileSync('a');` }, ['load > readFileSync']],
    ['through a callback', `import { load } from './b'; ${handler('req.body.map((name) => load(name))')}`, { 'src/b.ts': `${fs}export const load = (n) => readFileSync(n);` }, ['load > readFileSync']],
    ['through helpers of the other file', `import { load } from './b'; ${handler('load()')}`, { 'src/b.ts': `${fs}export function load() { return inner(); }\nfunction inner() { return innermost(); }\nconst innermost = () => readFileSync('a');` }, ['load -> inner -> innermost > readFileSync']],
    ['a barrel', `import { load } from './lib'; ${handler('load()')}`, { 'src/lib/index.ts': "export * from './b';\nexport * from './c';", 'src/lib/b.ts': `${fs}export function load() { return readFileSync('a'); }`, 'src/lib/c.ts': 'export const other = () => 1;' }, ['load > readFileSync']],
    ['three files deep', `import { b } from './b'; ${handler('b()')}`, { 'src/b.ts': "import { c } from './c';\nexport const b = () => { c(); };", 'src/c.ts': "import { d } from './d';\nexport function c() { return d(); }", 'src/d.ts': `${fs}export const d = () => readFileSync('a');` }, ['b -> c -> d > readFileSync']],
    ['tsconfig baseUrl', `import { load } from 'src/lib/b'; ${handler('load()')}`, { 'tsconfig.json': { compilerOptions: { baseUrl: '.' } }, 'package.json': { dependencies: { express: '5' } }, 'src/lib/b.ts': `${fs}export function load() { return readFileSync('a'); }` }, ['load > readFileSync']],
    ['a workspace package', `import { load } from 'files'; ${handler('load()')}`, { 'package.json': { workspaces: ['packages/*'], dependencies: { files: 'workspace:*' } }, 'packages/files/package.json': { name: 'files', main: 'dist/index.js' }, 'packages/files/src/index.ts': `${fs}export function load() { return readFileSync('a'); }` }, ['load > readFileSync']],
  ])('%s', (_, code, files, expected) => {
    expect(reached(code, files)).toEqual(expected);
  });

  it('methods of injected classes', () => {
    const service = `import { hash } from './hash';\nexport class AuthService { verify(p: string) { return hash(p); } }`;
    const hash = "import bcrypt from 'bcrypt';\nexport function hash(p: string) { return bcrypt.hashSync(p, 10); }";
    const controller = (members: string, call = 'this.auth.verify(p)') => `import { Controller, Post } from '@nestjs/common'; import { AuthService } from './auth.service'; @Controller('a') export class A { ${members} @Post() login(p: string) { return ${call}; } }`;
    const files = { 'src/auth.service.ts': service, 'src/hash.ts': hash };
    const expected = ['AuthService.verify -> hash > bcrypt.hashSync'];
    expect(reached(controller('constructor(private readonly auth: AuthService) {}'), files)).toEqual(expected);
    expect(reached(controller('@Inject() private auth!: AuthService;'), files)).toEqual(expected);
    expect(reached(controller('private auth = new AuthService();'), files)).toEqual(expected);
    expect(reached(controller('private auth; constructor() { this.auth = new AuthService(); }'), files)).toEqual(expected);
    expect(reached(controller('private auth; constructor(auth: AuthService) { this.auth = auth; }'), files)).toEqual(expected);
    expect(reached(controller('constructor(private ref: ModuleRef) {}', 'this.ref.get(AuthService).verify(p)'), files)).toEqual(expected);
  });

  it('CommonJS', () => {
    const run = (code: string, b: string) => reached(code, { 'src/b.js': `const fs = require('fs');\n${b}` }, { file: 'src/a.js' });
    const body = (call: string) => `exports.login = (req, res) => { ${call}; res.json({}); };`;
    expect(run(`const b = require('./b'); ${body('b.load()')}`, "exports.load = () => fs.readFileSync('a');")).toEqual(['load > fs.readFileSync']);
    expect(run(`const { load } = require('./b'); ${body('load()')}`, "function load() { return fs.readFileSync('a'); }\nmodule.exports = { load };")).toEqual(['load > fs.readFileSync']);
    expect(run(`const b = require('./b'); ${body('b()')}`, "module.exports = function () { return fs.readFileSync('a'); };")).toEqual(['b > fs.readFileSync']);
    expect(run(`const Files = require('./b'); ${body('new Files().load()')}`, "class Files { load() { return fs.readFileSync('a'); } }\nmodule.exports = Files;")).toEqual(['Files.load > fs.readFileSync']);
    expect(run(`const files = require('./b'); ${body('files.load()')}`, "class Files { load() { return fs.readFileSync('a'); } }\nmodule.exports = new Files();")).toEqual(['Files.load > fs.readFileSync']);
    expect(run(`${body("require('./b').load()")}`, "const files = { load() { return this.inner(); }, inner() { return fs.readFileSync('a'); } };\nmodule.exports = files;")).toEqual(['files.load -> files.inner > fs.readFileSync']);
  });

  it('values that a reached file imports, where they are asked for', () => {
    const files = {
      'src/mail.ts': "import { mailer } from './mailer';\nexport async function welcome(to: string) { await mailer.sendMail({ to }); }",
      'src/mailer.ts': "import nodemailer from 'nodemailer';\nexport const mailer = nodemailer.createTransport({});",
    };
    const code = `import { welcome } from './mail'; ${handler('await welcome(req.body.to)')}`;
    expect(reached(code, files, { followsValues: true })).toEqual(['welcome > mailer.sendMail']);
    expect(reached(code, files)).toEqual([]);
  });

  it('gives the nearest find of a call first, and the handler', () => {
    project = projectOf({ 'src/b.ts': `${fs}export function load() { inner(); return readFileSync('near'); }\nfunction inner() { readFileSync('far'); }` });
    const source = sourceOf(`import { load } from './b'; ${handler('load()')}`, { context: { filename: project.path('src/a.ts'), cwd: project.root, host: nodeHost(), parser: tsParser, languageOptions: { sourceType: 'module' } } });
    const all = reachedCalls(source, useSearch(source, { id: 'near', roles: ['blocking'] }));
    expect(all.map(({ found, source: where, call, reach }) => [where.getText(found.node), source.getText(call), reach.handler.name])).toEqual([
      ["readFileSync('near')", 'load()', '`login`'], ["readFileSync('far')", 'load()', '`login`'],
    ]);
  });
});

describe('nothing is reached', () => {
  const load = `${fs}export function load() { return readFileSync('a'); }`;
  it.each<[string, string, Files]>([
    ['outside handlers', "import { load } from './b'; export const a = load(); export function start() { load(); }", { 'src/b.ts': load }],
    ['by a function that is only passed on', `import { load } from './b'; ${handler('later(load)')}`, { 'src/b.ts': load }],
    ['at module level of the other file', `import { text } from './b'; ${handler('text.trim()')}`, { 'src/b.ts': `${fs}export const text = readFileSync('a', 'utf8');` }],
    ['by another function of the other file', `import { other } from './b'; ${handler('other()')}`, { 'src/b.ts': `${load}\nexport function other() { return 1; }` }],
    ['what is read once and kept', `import { load } from './b'; ${handler('load()')}`, { 'src/b.ts': `${fs}let kept;\nexport function load() { return (kept ??= readFileSync('a')); }` }],
    ['what a guard reads once', `import { load } from './b'; ${handler('load()')}`, { 'src/b.ts': `${fs}let kept;\nexport function load() { if (!kept) kept = inner(); return kept; }\nfunction inner() { return readFileSync('a'); }` }],
    ['what the handler itself asks once', `import { load } from './b'; let kept; ${handler('kept ??= load()')}`, { 'src/b.ts': load }],
    ['through a wrapper', `import { load } from './b'; ${handler('load()')}`, { 'src/b.ts': `import { once } from './once';\n${fs}export const load = once(() => readFileSync('a'));`, 'src/once.ts': 'export const once = (f) => f;' }],
    ['at the end of the process', `import { load } from './b'; ${handler('load()')}`, { 'src/b.ts': `${fs}export function load() { process.on('exit', () => { readFileSync('a'); }); }` }],
    ['by a closure that is returned', `import { load } from './b'; ${handler('load()')}`, { 'src/b.ts': `${fs}export function load() { return () => readFileSync('a'); }` }],
    ['through an interface', `import type { Files } from './b'; export class A { constructor(private files: Files) {} login = (req, res) => { res.json(this.files.load()); }; }`, { 'src/b.ts': `${fs}export interface Files { load(): string }\nclass Disk implements Files { load() { return readFileSync('a', 'utf8'); } }` }],
    ['four files deep', `import { b } from './b'; ${handler('b()')}`, { 'src/b.ts': "import { c } from './c';\nexport const b = () => c();", 'src/c.ts': "import { d } from './d';\nexport const c = () => d();", 'src/d.ts': "import { e } from './e';\nexport const d = () => e();", 'src/e.ts': `${fs}export const e = () => readFileSync('a');` }],
    ['in a mock', `import { load } from './__mocks__/b'; ${handler('load()')}`, { 'src/__mocks__/b.ts': load }],
    ['behind a method of the same name elsewhere', `import { load } from './b'; ${handler('req.files.load()')}`, { 'src/b.ts': load }],
    ['in files that import each other', `import { b } from './b'; ${handler('b()')}`, { 'src/b.ts': "import { c } from './c';\nexport const b = () => c();", 'src/c.ts': `import { b } from './b';\n${fs}export const c = () => b();` }],
  ])('%s', (_, code, files) => {
    expect(reached(code, files)).toEqual([]);
  });

  it('where other files may not be read', () => {
    expect(reached(`import { load } from './b'; ${handler('load()')}`, { 'src/b.ts': load }, { settings: { ...defaultSettings, crossFile: false } })).toEqual([]);
  });
});

describe('what is parsed', () => {
  const count = (code: string, files: Files): number => {
    const before = parsed.files;
    reached(code, files);
    return parsed.files - before;
  };
  const load = `${fs}export function load() { return readFileSync('a'); }\nexport function other() { return 1; }\n`;

  it('the files on the way only', () => {
    const files = { 'src/b.ts': "import { load } from './c';\nimport { x } from './d';\nexport function run() { x(); return load(); }", 'src/c.ts': load, 'src/d.ts': `import { other } from './c';\nexport function x() { return other(); }` };
    expect(count(`import { run } from './b'; ${handler('run()')}`, files)).toBe(2);
  });

  it('nothing when the called function holds nothing', () => {
    expect(count(`import { other } from './b'; ${handler('other()')}`, { 'src/b.ts': load })).toBe(0);
  });

  it('anew when a file on the way changes', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const written = projectOf({ 'src/b.ts': "import { c } from './c';\nexport const b = () => c();", 'src/c.ts': 'export const c = () => 1;' });
    project = written;
    const host = nodeHost();
    const count = () => {
      const source = sourceOf(`import { b } from './b'; ${handler('b()')}`, { context: { filename: written.path('src/a.ts'), cwd: written.root, host, parser: tsParser, languageOptions: { sourceType: 'module' } } });
      return reachedCalls(source, useSearch(source, { id: 'changes', roles: ['blocking'] })).length;
    };
    expect(count()).toBe(0);
    written.write('src/c.ts', `${fs}export const c = () => readFileSync('a');`);
    vi.advanceTimersByTime(2000);
    expect(count()).toBe(1);
    written.write('src/c.ts', 'export const c = () => 2;');
    vi.advanceTimersByTime(2000);
    expect(count()).toBe(0);
  });

  it('nothing when there is no handler, or no text in reach holds anything', () => {
    expect(count("import { load } from './b'; export const a = () => load();", { 'src/b.ts': load })).toBe(0);
    expect(count(`import { load } from './b'; ${handler('load()')}`, { 'src/b.ts': "import { readFile } from 'node:fs/promises';\nexport const load = () => readFile('a');" })).toBe(0);
  });
});
