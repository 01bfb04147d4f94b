import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { afterEach, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import { specification } from '../../src/node/specification.js';
import { readSettings } from '../../src/settings.js';
import { projectOf, type Project } from '../helpers/project.js';

let project: Project;
afterEach(() => project.remove());

describe('specification', () => {
  it('gives settings that change with the text, and with nothing else', () => {
    project = projectOf({ 'architecture.yaml': 'services:\n  a: {}\n', 'copy.yaml': 'services:\r\n  a: {}\r\n' });
    const file = project.path('architecture.yaml');
    const before = specification(file);
    expect(before).toEqual({ spec: file, specHash: expect.stringMatching(/^[\da-f]{16}$/u) as string });
    expect(specification(file)).toEqual(before);
    expect(specification(project.path('copy.yaml')).specHash).toBe(before.specHash);
    writeFileSync(file, 'services:\n  b: {}\n');
    expect(specification(file).specHash).not.toBe(before.specHash);
  });

  it('makes ESLint forget what it has cached when the specification changes', async () => {
    const architecture = 'services:\n  orders: { domain: a, responsibilities: [a], apis: [], database: none, events: { publishes: [], subscribes: [] } }\n';
    project = projectOf({
      'architecture.yaml': architecture,
      'orders/app.js': "import { Kafka } from 'kafkajs';\nexport const run = () => new Kafka({}).producer().send({ topic: 'order.created', messages: [] });\n",
    });
    const lint = async (settings: () => object) => {
      // A host keeps what it has read for a second.
      setHost(nodeHost());
      const eslint = new ESLint({
        cwd: project.root,
        cache: true,
        cacheLocation: project.path('.eslintcache'),
        overrideConfigFile: true,
        overrideConfig: [{ plugins: { archprinciples: plugin as ESLint.Plugin }, settings: { archprinciples: settings() }, rules: { 'archprinciples/spec-conformance': 'error' } }],
      });
      return (await eslint.lintFiles('orders')).flatMap(({ messages }) => messages.map(({ messageId }) => messageId));
    };
    const hashed = () => ({ ...plugin.specification(project.path('architecture.yaml')) });
    const named = () => ({ spec: 'architecture.yaml' });
    expect([await lint(hashed), await lint(hashed)]).toEqual([['publishes'], ['publishes']]);
    project.write('architecture.yaml', architecture.replace('publishes: []', 'publishes: [order_created]'));
    expect(await lint(hashed)).toEqual([]);
    // Without the hash nothing tells ESLint that the results are old.
    expect(await lint(named)).toEqual([]);
    project.write('architecture.yaml', architecture);
    expect([await lint(named), await lint(hashed)]).toEqual([[], ['publishes']]);
  });

  it('takes URLs', () => {
    project = projectOf({ 'architecture.yaml': 'services: {}\n' });
    const file = project.path('architecture.yaml');
    expect(specification(pathToFileURL(file))).toEqual(specification(file));
    expect(specification(pathToFileURL(file).href)).toEqual(specification(file));
  });

  it('breaks no configuration when there is no such file', () => {
    project = projectOf({});
    expect(specification('nowhere.yaml')).toEqual({ spec: 'nowhere.yaml', specHash: 'unreadable' });
  });

  it('is a function of the plugin, and the settings are valid', () => {
    project = projectOf({});
    expect(plugin.specification).toBe(specification);
    expect(readSettings({ mesh: 'istio', ...plugin.specification('nowhere.yaml') })).toMatchObject({ ok: true, settings: { spec: 'nowhere.yaml', specHash: 'unreadable' } });
    expect(Object.keys(plugin)).toContain('specification');
  });
});
