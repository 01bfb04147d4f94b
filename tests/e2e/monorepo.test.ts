import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../docs/page.js';
import { Project, type Message } from './project.js';

const turbo = path.join(path.dirname(createRequire(import.meta.url).resolve('turbo/package.json')), 'bin/turbo');
const { blocks } = readPage(readFileSync('docs/guides/monorepos.md', 'utf8'));
/** A file as the guide shows it. */
const shown = (title: string) => blocks.find((block) => block.title === title)!.code;

const workspace = {
  'package.json': JSON.stringify({ name: 'shop', private: true, type: 'module', packageManager: 'npm@10.8.2', workspaces: ['packages/*'] }, null, 2),
  'package-lock.json': JSON.stringify({
    name: 'shop', lockfileVersion: 3, requires: true,
    packages: {
      '': { name: 'shop', workspaces: ['packages/*'] },
      'node_modules/@shop/api': { resolved: 'packages/api', link: true },
      'node_modules/@shop/data': { resolved: 'packages/data', link: true },
      'packages/api': { name: '@shop/api', version: '1.0.0', dependencies: { '@shop/data': '*' } },
      'packages/data': { name: '@shop/data', version: '1.0.0' },
    },
  }, null, 2),
  'turbo.json': shown('turbo.json'),
  'eslint.config.js': shown('eslint.config.js'),
  '.gitignore': 'node_modules\n.turbo\n.lint\n',
  'packages/data/package.json': JSON.stringify({ name: '@shop/data', version: '1.0.0', type: 'module', exports: './src/index.ts', scripts: { lint: 'LINT' }, dependencies: { '@prisma/client': '^6.0.0', ioredis: '^5.0.0' } }, null, 2),
  'packages/data/src/index.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const db = new PrismaClient();\n",
  'packages/data/src/orders.ts': "import { Redis } from 'ioredis';\n\nexport async function countOrders(req: Request, res: Response): Promise<void> {\n  const redis = new Redis();\n  res.json(await redis.get('orders'));\n}\n",
  'packages/api/package.json': JSON.stringify({ name: '@shop/api', version: '1.0.0', type: 'module', scripts: { lint: 'LINT' }, dependencies: { '@shop/data': '*', express: '^5.0.0' } }, null, 2),
  'packages/api/src/routes.ts': `import { db } from '@shop/data';
import express from 'express';

export const orders = express.Router();

orders.get('/orders', async (req, res) => {
  const where = { userId: String(req.query.user), deletedAt: null };
  res.json({ orders: await db.order.findMany({ where }), count: await db.order.count({ where }) });
});

orders.get('/about', (_req, res) => {
  res.send('ok');
});

orders.get('/terms', (_req, res) => {
  res.sendFile('/srv/terms.html');
});
`,
};
const packages = ['api', 'data'];

/** An npm workspace of two packages under git, one of which imports the other. */
class Workspace extends Project {
  constructor() {
    // The command of the guide, with ESLint's file in place of its name, which `npm run` would look for in node_modules/.bin.
    const command = shown('packages/api/package.json').match(/"lint": "eslint (.*)"/u)![1]!;
    const lint = `node ../../../node_modules/eslint/bin/eslint.js ${command}`;
    super(10, Object.fromEntries(Object.entries(workspace).map(([name, text]) => [name, text.replace('LINT', lint)])));
    mkdirSync(path.join(this.directory, 'node_modules/@shop'), { recursive: true });
    for (const name of packages) symlinkSync(path.join(this.directory, 'packages', name), path.join(this.directory, 'node_modules/@shop', name), 'junction');
    this.git('init', '--quiet');
    this.git('add', '.');
    this.git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '-m', 'start');
  }

  private git(...args: string[]): void {
    const { status, stderr } = spawnSync('git', args, { cwd: this.directory, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }

  /** Runs `turbo run lint` without network: what it says, and which packages came from the cache. */
  turbo(): { full: boolean; hits: string[]; text: string } {
    const env = { ...process.env, NODE_OPTIONS: '', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [turbo, 'run', 'lint', '--cache=local:rw', '--no-color', '--ui=stream', '--output-logs=hash-only'], { cwd: this.directory, env, encoding: 'utf8' });
    const text = stdout + stderr;
    if (status !== 0) throw new Error(`turbo ended with ${status}:\n${text}`);
    return { full: text.includes('FULL TURBO'), hits: packages.filter((name) => text.includes(`@shop/${name}:lint: cache hit`)), text };
  }

  /** The findings that the tasks left, by file. */
  findings(): Record<string, Message[]> {
    const results = packages.flatMap((name) => JSON.parse(this.read(`packages/${name}/.lint/findings.json`)) as { filePath: string; messages: Message[] }[]);
    return Object.fromEntries(results.filter(({ messages }) => messages.length > 0).map(({ filePath, messages }) => [path.relative(this.directory, filePath), messages]));
  }
}

describe('Turborepo', () => {
  let here: Workspace;
  let first: Record<string, Message[]>;
  beforeAll(() => {
    here = new Workspace();
    expect(here.turbo()).toMatchObject({ full: false, hits: [] });
    first = here.findings();
  });

  it('finds what ESLint finds in one run, across packages too', () => {
    const { files } = here.lint('packages');
    expect(first).toEqual(Object.fromEntries(Object.entries(files).filter(([, messages]) => messages.length > 0)));
    expect(Object.entries(first).map(([file, messages]) => [file, messages.map(({ ruleId }) => ruleId)])).toEqual([
      ['packages/api/src/routes.ts', ['archprinciples/no-data-access-in-handler']],
      ['packages/data/src/orders.ts', ['archprinciples/no-per-call-client']],
    ]);
  });

  it('takes everything from the cache the second time, with the same findings', () => {
    for (const name of packages) rmSync(path.join(here.directory, 'packages', name, '.lint'), { recursive: true });
    expect(here.turbo()).toMatchObject({ full: true, hits: packages });
    expect(here.findings()).toEqual(first);
  });

  it('lints a package again when one that it imports has changed', () => {
    const file = 'packages/data/src/index.ts';
    here.write(file, 'export const db = { order: { findMany: async (): Promise<string[]> => [] } };\n');
    expect(here.turbo()).toMatchObject({ full: false, hits: [] });
    expect(Object.keys(here.findings())).toEqual(['packages/data/src/orders.ts']);
    here.write(file, workspace[file]);
    expect(here.turbo()).toMatchObject({ full: true, hits: packages });
    expect(here.findings()).toEqual(first);
  });

  it('leaves alone what nobody imports, and lints everything when the configuration changes', () => {
    here.write('packages/api/src/routes.ts', `${workspace['packages/api/src/routes.ts']}// more\n`);
    expect(here.turbo()).toMatchObject({ full: false, hits: ['data'] });
    here.write('eslint.config.js', `${workspace['eslint.config.js']}// more\n`);
    expect(here.turbo()).toMatchObject({ full: false, hits: [] });
  });
});

/** What `nx.json` of the guide says, as far as it is looked at here. */
interface NxJson { namedInputs: { sharedGlobals: string[] }; targetDefaults: { lint: { inputs: (string | { externalDependencies: string[] })[] } } }

// Nx itself is not run: the guide says what was seen when it was.
describe('Nx', () => {
  const { namedInputs, targetDefaults } = JSON.parse(shown('nx.json')) as NxJson;

  it('knows the files above the packages that Turborepo knows', () => {
    const { globalDependencies } = JSON.parse(shown('turbo.json')) as { globalDependencies: string[] };
    expect(namedInputs.sharedGlobals).toEqual(globalDependencies.map((name) => `{workspaceRoot}/${name}`));
  });

  it('names each package that the configuration imports', () => {
    const imported = Array.from(shown('eslint.config.js').matchAll(/ from '([^'/]+)/gu), ([, name]) => name!);
    expect(targetDefaults.lint.inputs).toEqual(['default', '^default', { externalDependencies: expect.any(Array) as string[] }]);
    expect(new Set(targetDefaults.lint.inputs.flatMap((input) => (typeof input === 'string' ? [] : input.externalDependencies)))).toEqual(new Set(imported));
  });
});

describe('shards in CI', () => {
  it('each lints its part, and together they find what one run finds', () => {
    const here = new Workspace();
    const [, script] = /- run: \|\n((?: {8}.*\n?)+)/u.exec(shown('ci.yaml'))!;
    const eslint = 'node ../node_modules/eslint/bin/eslint.js';
    const reports = [0, 1, 2].map((shard) => {
      const commands = script!.replaceAll('${{ matrix.shard }}', String(shard)).replace('npx eslint', eslint);
      const { status, stderr } = spawnSync('sh', ['-c', commands], { cwd: here.directory, env: { ...process.env, NODE_OPTIONS: '' }, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return JSON.parse(here.read(`.lint/shard-${shard}.json`)) as { filePath: string; messages: Message[] }[];
    });
    for (const report of reports) expect(report.length).toBeGreaterThan(0);
    const merged = Object.fromEntries(reports.flat().map(({ filePath, messages }) => [path.relative(here.directory, filePath), messages]));
    expect(merged).toEqual(here.lint('.').files);
    expect(Object.values(merged).flat()).toHaveLength(2);
  });
});
