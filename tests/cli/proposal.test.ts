import { describe, expect, it } from 'vitest';
import { manifestIn } from '../../cli/init/manifests.js';
import { missingPackages, newConfig } from '../../cli/init/new-config.js';
import { installCommand, packageManagerOf } from '../../cli/init/package-manager.js';
import { readProject } from '../../cli/init/project.js';
import { manyFiles, propose } from '../../cli/init/proposal.js';
import { parseSource } from '../../cli/init/edit/parse.js';
import { projectWith } from './project.js';

const api = { type: 'module', scripts: { start: 'node src' }, dependencies: { express: '^5.0.0' } };
const gateway = 'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: shop\n';
const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\n';
const specification = 'services:\n  orders:\n    domain: orders\n    responsibilities: [orders]\n    apis: []\n    database: none\n    events:\n      publishes: []\n      subscribes: []\n';

/** The presets that a project is offered; with a minus those that it gets only when asked for. */
function offered(files: Readonly<Record<string, object | string>>): string[] {
  return propose(readProject(projectWith(files))).presets.map(({ name, chosen }) => (chosen ? name : `-${name}`));
}

describe('what is proposed', () => {
  it.each<[string, Record<string, object | string>, string[]]>([
    ['a library', { 'package.json': { dependencies: { lodash: '4' } } }, ['recommended']],
    ['one service', { 'package.json': api }, ['single-api']],
    ['a package of handlers that nothing starts', { 'package.json': { dependencies: { express: '5' } } }, ['recommended']],
    ['a front end with a router', { 'package.json': { scripts: { start: 'vite' }, dependencies: { 'react-router': '7' } } }, ['recommended']],
    ['two services', { 'package.json': { workspaces: ['apps/*'] }, 'apps/a/package.json': api, 'apps/b/package.json': api }, ['microservices']],
    ['two services, of which one is an example', { 'package.json': api, 'examples/b/package.json': api }, ['single-api']],
    ['services with events and CQRS', { 'package.json': {}, 'a/package.json': { ...api, dependencies: { express: '5', '@nestjs/cqrs': '11' } }, 'b/package.json': { ...api, dependencies: { fastify: '5', kafkajs: '2' } } }, ['enterprise']],
    ['a service in a mesh', { 'package.json': api, 'k8s/gateway.yaml': gateway }, ['microservices', 'manifests']],
    ['agents', { 'package.json': { dependencies: { openai: '6' } } }, ['recommended', 'agents']],
    ['agents by a package of a family', { 'package.json': { dependencies: { '@ai-sdk/anthropic': '2' } } }, ['recommended', 'agents']],
    ['manifests', { 'package.json': api, 'deploy/api.yml': deployment }, ['single-api', 'manifests']],
    ['manifests beside a configuration', { 'package.json': api, 'deploy/api.yml': deployment, 'eslint.config.mjs': 'export default [];' }, ['single-api', '-manifests']],
    ['templates of manifests', { 'package.json': api, 'chart/api.yaml': `${deployment}  labels: {{ .Values.labels }}\n` }, ['single-api']],
  ])('for %s', (_, files, presets) => {
    expect(offered(files)).toEqual(presets);
  });

  it('for a large code base is the smallest preset, with its reason', () => {
    const project = readProject(projectWith({ 'package.json': api }));
    const [base] = propose({ ...project, size: { ...project.size, files: manyFiles } }).presets;
    expect(base).toMatchObject({ name: 'critical', reason: expect.stringContaining(`${manyFiles} source files`) as string });
  });

  it('in settings is the mesh and the specification, where the manifests have them', () => {
    const project = readProject(projectWith({ 'package.json': api, 'k8s/a.yaml': gateway, 'docs/architecture.yaml': 'x: 1\n', 'spec/architecture.yaml': specification }));
    expect(propose(project)).toMatchObject({ settings: { mesh: 'istio', spec: 'spec/architecture.yaml' }, settingReasons: [expect.stringContaining('mesh'), expect.stringContaining('spec/architecture.yaml')] as string[] });
    expect(propose(readProject(projectWith({ 'package.json': api }))).settings).toBeUndefined();
  });
});

describe('what is seen of a project', () => {
  it('counts sources, and leaves out what is installed, built or declared', () => {
    const project = readProject(projectWith({ 'package.json': api, 'src/a.ts': 'x', 'src/b.js': 'x', 'src/c.d.ts': 'x', 'dist/d.js': 'x', 'node_modules/e/index.js': 'x', '.cache/f.js': 'x' }));
    expect(project.size).toMatchObject({ files: 2, typescript: 1 });
  });

  it('finds migrations, ESLint, the plugin and folders of build results', () => {
    const project = readProject(projectWith({
      'package.json': api, 'db/migrations/001.sql': '', 'db/migrations/002.sql': '', 'node_modules/eslint/package.json': { version: '9.30.1' },
      'node_modules/eslint-plugin-archprinciples/package.json': { version: '1.0.0' }, '.gitignore': 'node_modules\n/build/\n.next\n',
    }));
    expect(project).toMatchObject({ migrations: [{ folder: 'db/migrations', files: 2 }], eslint: '9.30.1', pluginInstalled: true, outputs: ['build', '.next'], esm: true });
  });

  it.each([
    ['required', { 'package.json': {}, 'a.js': 'const x = require("x");' }, true],
    ['imported', { 'package.json': {}, 'a.js': 'const x = require("x");', 'b.js': 'import y from "y";' }, false],
    ['a module by package.json', { 'package.json': { type: 'module' }, 'a.js': 'const x = require("x");' }, false],
  ])('says whether plain files are CommonJS: %s', (_, files, expected) => {
    expect(readProject(projectWith(files)).commonjs).toBe(expected);
  });

  it.each([
    ['flat before eslintrc', { 'eslint.config.cjs': '', '.eslintrc.json': '{}' }, '9.0.0', 'eslint.config.cjs', undefined],
    ['eslintrc', { '.eslintrc.cjs': '' }, '8.57.1', '.eslintrc.cjs', undefined],
    ['eslintrc that nothing reads', { '.eslintrc.cjs': '' }, '10.0.0', undefined, '.eslintrc.cjs'],
    ['package.json', {}, '8.57.1', 'package.json', undefined],
  ])('finds the configuration: %s', (_, files, version, name, dead) => {
    const project = readProject(projectWith({ 'package.json': { eslintConfig: {} }, 'node_modules/eslint/package.json': { version }, ...files }));
    expect(project.config?.name).toBe(name);
    expect(project.deadConfig).toBe(dead);
  });

  it('finds configurations below, where there is none here', () => {
    expect(readProject(projectWith({ 'package.json': {}, 'server/eslint.config.mjs': '', 'examples/a/.eslintrc.json': '{}' })).configsBelow).toEqual(['server']);
  });

  it('reads projects that make no sense', () => {
    expect(readProject(projectWith({ 'package.json': '[1', 'a/package.json': 'null', 'b.yaml': ': :\n\t' })).packages).toEqual([]);
  });
});

describe('YAML files', () => {
  it.each([
    ['k8s.yaml', deployment, ['kubernetes']], ['mesh.yaml', gateway, ['istio']], ['compose.prod.yml', 'services:\n  db: {}\n', ['compose']], ['docker-compose.yml', 'services:\n  db: {}\n', ['compose']],
    ['api.yaml', 'openapi: 3.1.0\n', ['openapi']], ['events.yaml', 'asyncapi: "3.0.0"\n', ['asyncapi']], ['x.yaml', specification, ['specification']],
    ['ci.yml', 'on: push\njobs: {}\n', []], ['values.yaml', 'kind: x\n', []], ['list.yaml', 'services:\n  - a\n', []],
  ] as const)('%s', (name, text, kinds) => {
    expect(manifestIn(name, text).kinds).toEqual(kinds);
  });

  it('that inject a sidecar tell the mesh', () => {
    expect(manifestIn('ns.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    istio-injection: enabled\n').mesh).toBe('istio');
    expect(manifestIn('ns.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  annotations:\n    linkerd.io/inject: enabled\n').mesh).toBe('linkerd');
  });
});

describe('a first configuration', () => {
  const project = readProject;
  it.each([
    ['TypeScript', { 'package.json': api, 'src/a.ts': '' }, ['tseslint.parser', 'defineConfig(['], ['commonjs']],
    ['CommonJS', { 'package.json': {}, 'a.js': 'module.exports = 1;' }, ['sourceType: \'commonjs\''], ['tseslint']],
    ['an ESLint without defineConfig', { 'package.json': api, 'node_modules/eslint/package.json': { version: '8.57.1' } }, ['export default ['], ['defineConfig']],
  ])('for %s', (_, files, with_, without) => {
    const text = newConfig(project(projectWith(files)), ['recommended', 'agents'], undefined);
    expect(parseSource(text)).toBeDefined();
    for (const part of [...with_, 'configs[\'flat/recommended\']', 'configs[\'flat/agents\']']) expect(text).toContain(part);
    for (const part of without) expect(text).not.toContain(part);
  });
});

describe('what to install', () => {
  it.each([
    ['package-lock.json', 'npm install --save-dev a b'], ['pnpm-lock.yaml', 'pnpm add --save-dev --workspace-root a b'], ['yarn.lock', 'yarn add --dev a b'], ['bun.lock', 'bun add --dev a b'], ['bun.lockb', 'bun add --dev a b'], ['none', 'npm install --save-dev a b'],
  ])('by %s', (lock, command) => {
    expect(installCommand(packageManagerOf(projectWith({ [lock]: '' }), {}), ['a', 'b'], true)).toBe(command);
  });

  it('by what package.json says, before any lock file', () => {
    expect(packageManagerOf(projectWith({ 'yarn.lock': '' }), { packageManager: 'pnpm@9.0.0' })).toBe('pnpm');
  });

  it('is what is not declared yet', () => {
    const missing = (files: Record<string, object | string>) => missingPackages(readProject(projectWith(files)));
    expect(missing({ 'package.json': {}, 'a.ts': '' })).toEqual(['eslint', 'eslint-plugin-archprinciples', 'typescript', 'typescript-eslint']);
    expect(missing({ 'package.json': { devDependencies: { eslint: '9', 'eslint-plugin-archprinciples': '1', typescript: '6' } }, 'a.ts': '' })).toEqual(['typescript-eslint']);
    expect(missing({ 'package.json': { devDependencies: { eslint: '7' } }, 'node_modules/eslint/package.json': { version: '7.30.0' }, '.eslintrc.json': '{}', 'a.ts': '' })).toEqual(['eslint@^8.57.1', 'eslint-plugin-archprinciples']);
  });
});
