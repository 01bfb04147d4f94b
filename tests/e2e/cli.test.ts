import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brief, Project, type Major } from './project.js';

/** A defect of the CRITICAL tier and one of the HIGH tier. */
const server = `import { readFileSync } from 'node:fs';
import express from 'express';
import Redis from 'ioredis';
const app = express();
app.get('/carts/:id', async (request, response) => {
  const terms = readFileSync('terms.txt', 'utf8');
  const redis = new Redis();
  response.send(terms + (await redis.get(request.params.id)));
});
app.listen(3000);
`;
const manifest = JSON.stringify({ name: 'shop', type: 'module', scripts: { start: 'node src/server.js' }, dependencies: { express: '5', ioredis: '5' } });
const found = ['6:17 error archprinciples/no-blocking-handler', '7:17 warn archprinciples/no-per-call-client'];

/** Runs the command as npx does: what `bin` of the packed package names. */
function command(project: Project, ...args: readonly string[]) {
  const folder = path.join(project.directory, '../node_modules/eslint-plugin-archprinciples');
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  return spawnSync(process.execPath, [path.join(folder, bin['eslint-plugin-archprinciples']!), ...args], { cwd: project.directory, encoding: 'utf8', input: '', env: { ...process.env, FORCE_COLOR: undefined, NODE_OPTIONS: '' } });
}

/** Runs `init`, and again, which changes nothing. */
function init(project: Project, file: string, ...args: readonly string[]): string {
  const first = command(project, 'init', '--yes', '--no-baseline', ...args);
  expect(first).toMatchObject({ status: 0, stderr: '' });
  const text = project.read(file);
  const second = command(project, 'init', '--yes', '--no-baseline', ...args);
  expect(second.stdout).toContain('nothing to do');
  expect(project.read(file)).toBe(text);
  return first.stdout;
}

describe.each<Major>([8, 9, 10])('the command next to ESLint %i', (major) => {
  it('writes a first configuration, with which ESLint finds what is there', () => {
    const project = new Project(major, { 'package.json': manifest, 'src/server.js': server, 'src/types.ts': 'export type Id = string;\n' });
    expect(init(project, 'eslint.config.mjs')).toContain('single-api');
    const { files } = project.lint('.');
    expect(brief(files['src/server.js'])).toEqual(found);
    expect(files['src/types.ts']).toEqual([]);
  });

  it('patches a configuration in CommonJS', () => {
    const project = new Project(major, { 'package.json': manifest, 'src/server.js': server, 'eslint.config.cjs': 'module.exports = [\n  { rules: { \'no-var\': \'error\' } }\n]\n' });
    init(project, 'eslint.config.cjs');
    expect(brief(project.lint('.').files['src/server.js'])).toEqual(found);
  });
});

it('patches eslintrc', () => {
  const project = new Project(8, { 'package.json': manifest, 'src/server.js': server, '.eslintrc.json': '{ "root": true, "extends": "eslint:recommended", "env": { "node": true }, "parserOptions": { "ecmaVersion": 2022, "sourceType": "module" } }\n' });
  init(project, '.eslintrc.json');
  expect(brief(project.lint('.').files['src/server.js'])).toEqual(found);
});

it('patches a configuration in TypeScript, and adds settings and presets that suit', () => {
  const project = new Project(10, {
    'package.json': manifest.replace('"ioredis"', '"openai":"6","ioredis"'), 'src/server.js': server,
    'k8s/mesh.yaml': 'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: default\nspec:\n  mtls:\n    mode: PERMISSIVE\n',
    'eslint.config.ts': 'import { defineConfig } from \'eslint/config\';\n\nexport default defineConfig([\n  { rules: { \'no-var\': \'error\' } },\n]);\n',
  });
  init(project, 'eslint.config.ts', '--preset', 'recommended', '--preset', 'agents', '--preset', 'manifests');
  expect(project.read('eslint.config.ts')).toContain('archprinciples: { mesh: \'istio\' }');
  const { files } = project.lint('.');
  expect(brief(files['src/server.js'])).toEqual(found);
  expect(files['k8s/mesh.yaml']!.map(({ ruleId }) => ruleId)).toEqual(['archprinciples/istio-strict-mtls']);
});

it.each<Major>([9, 10])('records a baseline with ESLint %i: errors are silent afterwards, warnings are not', (major) => {
  const project = new Project(major, { 'package.json': manifest, 'src/server.js': server, 'eslint.config.mjs': 'export default [\n  { rules: { eqeqeq: \'error\' } },\n];\n', 'src/other.js': 'export const same = (a, b) => a == b;\n' });
  expect(command(project, 'init', '--yes').status).toBe(0);
  expect(JSON.parse(project.read('eslint-suppressions.json'))).toEqual({ 'src/server.js': { 'archprinciples/no-blocking-handler': { count: 1 } } });
  const { files } = project.lint('.');
  expect(brief(files['src/server.js'])).toEqual(found.slice(1));
  expect(brief(files['src/other.js'])).toEqual(['1:33 error eqeqeq']);
});

it('explains every rule and principle, in plain text', () => {
  const project = new Project(10, {});
  const list = command(project, 'explain', '--list');
  const names = [...list.stdout.matchAll(/^- ([\w-]+):/gmu)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(40);
  const page = command(project, 'explain', 'archprinciples/no-per-call-client');
  expect(page).toMatchObject({ status: 0, stderr: '' });
  expect(page.stdout).toMatch(/^NO-PER-CALL-CLIENT\n\n[^]*\nBAD\n[^]*\nGOOD\n[^]*\nOPTIONS\n[^]*https:\S+no-per-call-client\.md\n$/u);
  expect(page.stdout).not.toContain(String.fromCharCode(27));
  expect(command(project, 'explain', 'P012').stdout).toContain('no-per-call-client: Disallow');
  expect(command(project, 'explain', 'no-per-call-clent')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('no-per-call-client') as string });
});

it('does not wait where nobody can answer', () => {
  const project = new Project(10, { 'package.json': manifest, 'src/server.js': server });
  expect(command(project, 'init')).toMatchObject({ status: 2, stdout: expect.stringContaining('--yes') as string });
  expect(project.has('eslint.config.mjs')).toBe(false);
  expect(command(project, '--version').stdout).toMatch(/^\d+\.\d+\.\d+/u);
});
