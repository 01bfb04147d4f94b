import { describe, expect, it } from 'vitest';
import type { FileContext } from '../../src/analysis/context.js';
import { bundleOf } from '../../src/analysis/manifests/bundle.js';
import { manifestsOf } from '../../src/analysis/manifests/manifests.js';
import { isMeshHost } from '../../src/analysis/manifests/mesh-hosts.js';
import yamlParser from '../../src/node/yaml-parser.js';
import { defaultSettings } from '../../src/settings.js';

const source = (text: string) => {
  const { ast, services } = yamlParser.parseForESLint(text);
  return { text, ast, parserServices: services };
};
const object = (kind: string, name: string, spec = '{}') => `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nspec: ${spec}\n`;
const list = (text: string, filename = '/app/a.yaml') => manifestsOf(source(text), { filename, cwd: '/app' }).map(({ group, kind, name, namespace, partial }) => `${group}/${kind} ${namespace}/${name}${partial ? ' (partial)' : ''}`);

describe('manifestsOf', () => {
  it('reads every document and every item of a list', () => {
    expect(list(`${object('Job', 'a')}---\napiVersion: v1\nkind: List\nitems:\n  - { apiVersion: v1, kind: Service, metadata: { name: b } }\n  - { name: no object }\n`)).toEqual(['apps/Job shop/a', '/Service undefined/b']);
  });

  it('knows patches by what they lack, by `$patch` and by their file', () => {
    expect(list(object('Deployment', 'a'))).toEqual(['apps/Deployment shop/a (partial)']);
    expect(list(object('Deployment', 'a', '{ selector: {}, template: {} }'))).toEqual(['apps/Deployment shop/a']);
    expect(list(`${object('Job', 'a')}$patch: delete\n`)).toEqual(['apps/Job shop/a (partial)']);
    for (const file of ['/app/overlays/prod/a.yaml', '/app/replica-patch.yaml', '/app/patches/a.yml']) expect(list(object('Job', 'a'), file)).toEqual(['apps/Job shop/a (partial)']);
  });

  it('leaves out copies of other people\'s, by the path below the working directory', () => {
    for (const file of ['/app/vendor/shop/a.yaml', '/app/third_party/a.yaml', '/app/node_modules/x/a.yaml', '/app/k8s/istio-1.27.0/samples/a.yaml']) expect(list(object('Job', 'a'), file)).toEqual([]);
    for (const file of ['/app/third-party/a.yaml', '/app/vendors.yaml', '/app/v1.2.0/a.yaml', '/app/release-1.2/a.yaml']) expect(list(object('Job', 'a'), file)).toEqual(['apps/Job shop/a']);
    const at = (filename: string, cwd: string) => manifestsOf(source(object('Job', 'a')), { filename, cwd }).map(({ partial }) => partial);
    expect([at('/src/istio-1.27.0/a.yaml', '/src/istio-1.27.0'), at('/home/overlays/shop/a.yaml', '/home/overlays/shop')]).toEqual([[false], [false]]);
  });

  it('is empty for what is no manifest and for templates', () => {
    expect(list('name: ci\non: push\njobs: { kind: x }\n')).toEqual([]);
    expect(list('openapi: 3.1.0\ninfo: { title: kind of apiVersion }\n')).toEqual([]);
    expect(list(`${object('Job', 'a')}# {{ .Values.x }}\n`)).toEqual([]);
  });
});

describe('bundleOf', () => {
  const files: Record<string, { text: string; modified: number }> = {
    '/app/b.yaml': { text: object('Service', 'b'), modified: 1 },
    '/app/c.txt': { text: object('Service', 'c'), modified: 1 },
  };
  const context = (more: object = {}): FileContext => ({
    filename: '/app/a.yaml', cwd: '/app', settings: defaultSettings, languageOptions: {}, depth: 0, catalog: undefined as never,
    host: {
      resolve: () => undefined,
      read: (file) => files[file],
      manifest: () => undefined,
      siblings: () => ['/app/a.yaml', ...Object.keys(files)],
      parseYaml: (text) => yamlParser.parseForESLint(text).ast,
    },
    ...more,
  });
  const names = (given: FileContext) => {
    const { manifests, complete } = bundleOf(source(object('Job', 'a')), given);
    return [...manifests.map(({ name }) => name), complete];
  };

  it('has the objects of the other YAML files of the folder', () => {
    expect(names(context())).toEqual(['a', 'b', true]);
  });

  it('reads a file again when its time changes', () => {
    files['/app/b.yaml'] = { text: object('Service', 'later'), modified: 1 };
    expect(names(context())).toEqual(['a', 'b', true]);
    files['/app/b.yaml'] = { text: object('Service', 'later'), modified: 2 };
    expect(names(context())).toEqual(['a', 'later', true]);
  });

  it('is not complete with a template in the folder, and the file alone without a host or with cross-file reading off', () => {
    files['/app/d.yaml'] = { text: 'apiVersion: {{ .x }}\n', modified: 1 };
    expect(names(context())).toEqual(['a', 'later', false]);
    expect(names(context({ host: undefined }))).toEqual(['a', false]);
    expect(names(context({ settings: { ...defaultSettings, crossFile: false } }))).toEqual(['a', false]);
  });
});

describe('isMeshHost', () => {
  it.each([
    ['reviews', true], ['reviews.prod', true], ['reviews.prod.svc', true], ['reviews.prod.svc.cluster.local', true], ['*.prod.svc.cluster.local', true],
    ['api.stripe.com', false], ['stripe.com', false], ['10.0.0.1', false], ['*', false], ['*.example.com', false],
  ])('%s: %s', (host, expected) => {
    expect(isMeshHost(host)).toBe(expected);
  });
});
