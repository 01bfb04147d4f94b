import { describe, expect, it } from 'vitest';
import { servesMany } from '../../src/analysis/server-code.js';
import { sourceOf, type SourceOptions } from '../helpers/source.js';

const inPackage = (dependencies: Record<string, string>, filename = '/app/src/db.ts'): SourceOptions => ({
  filename,
  context: { host: { resolve: () => undefined, read: () => undefined, manifest: () => ({ directory: '/app', dependencies }) }, cwd: '/app' },
});
const serves = (code: string, options?: SourceOptions) => servesMany(sourceOf(code, options));
const module = 'export const f = () => 1;';

describe('servesMany', () => {
  it.each([
    ['a handler', "import express from 'express'; const app = express(); app.get('/', (req, res) => { res.end(); });"],
    ['a server that listens', "import http from 'node:http'; http.createServer().listen(80);"],
    ['a queue worker', "import { Worker } from 'bullmq'; new Worker('q', async () => {});"],
  ])('%s does', (_, code) => {
    expect(serves(code)).toBe(true);
  });

  it('a module of a package that depends on a web framework or a queue worker does', () => {
    expect(serves(module, inPackage({ fastify: '^5' }))).toBe(true);
    expect(serves(module, inPackage({ bullmq: '^5' }))).toBe(true);
    expect(serves(module, inPackage({ lodash: '^4' }))).toBe(false);
    expect(serves(module)).toBe(false);
  });

  it.each([
    ['a program that ends', 'run();', '/app/src/run.ts'],
    ['a script', module, '/app/scripts/db.ts'],
    ['a test', module, '/app/src/db.test.ts'],
    ['a migration', module, '/app/migrations/1.ts'],
    ['a command-line program', `import { program } from 'commander'; ${module}`, '/app/src/cli.ts'],
  ])('%s does not', (_, code, filename) => {
    expect(serves(code, inPackage({ express: '^5' }, filename))).toBe(false);
  });

  it('functions as a service do not', () => {
    expect(serves(module, inPackage({ express: '^5', 'aws-lambda': '^1' }))).toBe(false);
  });
});
