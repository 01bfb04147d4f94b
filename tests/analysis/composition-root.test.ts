import { afterAll, describe, expect, it } from 'vitest';
import { isCompositionRoot } from '../../src/analysis/composition-root.js';
import { nodeHost } from '../../src/node/host.js';
import { projectOf } from '../helpers/project.js';
import { sourceOf } from '../helpers/source.js';

describe('where a program is put together', () => {
  it.each([
    ['by name', 'export const a = 1;', 'src/container.ts'],
    ['by folder', 'export const a = 1;', 'src/di/orders.ts'],
    ['a script', 'export const a = 1;', 'scripts/fill.ts'],
    ['a migration', 'export const a = 1;', 'migrations/001.ts'],
    ['a command-line program', 'export const a = process.argv[2];', 'src/a.ts'],
    ['a file that exports nothing', 'import a from "./a"; a();', 'src/a.ts'],
    ['a server', `import express from 'express'; export const app = express(); app.listen(1);`, 'src/a.ts'],
    ['a file that fills a container', `import { container } from 'tsyringe'; export function a() { container.register('b', { useValue: 1 }); }`, 'src/a.ts'],
    ['a cloud function by its name', 'export const handler = async (event) => event.id;', 'src/a.ts'],
    ['a file-routed handler', 'export async function GET() { return new Response(); }', 'app/api/a/route.ts'],
  ])('%s', (_, code, filename) => {
    expect(isCompositionRoot(sourceOf(code, { filename }))).toBe(true);
  });

  it.each([
    ['a module', 'export const a = 1;'],
    ['a CommonJS module', 'exports.a = 1;'],
    ['what module.exports is', 'module.exports = {};'],
    ['a file that asks a container', `import { container } from 'tsyringe'; export const a = () => container.resolve('b');`],
    ['a class that a container fills', `import { injectable, delay, inject } from 'tsyringe'; @injectable() export class A { constructor(@inject(delay(() => B)) b) {} }`],
    ['a handler of something else', 'export const handler = (error) => error;'],
    ['an express handler', 'export function list(req, res) { res.json([]); }'],
  ])('not %s', (_, code) => {
    expect(isCompositionRoot(sourceOf(code, { filename: 'src/a.ts' }))).toBe(false);
  });

  const project = projectOf({ 'package.json': {}, 'packages/a/package.json': {} });
  afterAll(() => project.remove());

  it.each([
    ['packages/a/index.ts', true],
    ['packages/a/src/index.js', true],
    ['packages/a/src/orders/index.ts', false],
  ])('the index file of a package: %s', (file, expected) => {
    const source = sourceOf('export const a = 1;', { filename: project.path(file), context: { host: nodeHost(), cwd: project.root } });
    expect(isCompositionRoot(source)).toBe(expected);
  });
});
