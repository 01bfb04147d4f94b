import { describe, expect, it } from 'vitest';
import type { AST } from 'yaml-eslint-parser';
import { documentsOf, isTemplate } from '../../src/languages/yaml/documents.js';
import type { YamlValue } from '../../src/languages/yaml/value.js';
import yamlParser from '../../src/node/yaml-parser.js';

const parsed = (text: string): readonly YamlValue[] => documentsOf({ text, ast: yamlParser.parseForESLint(text).ast });
const only = (text: string): YamlValue => parsed(text)[0]!;
const line = (value: YamlValue | undefined) => (value?.node as AST.YAMLNode | undefined)?.loc.start.line;

describe('YamlValue', () => {
  it('finds values by their path', () => {
    const root = only('spec:\n  ports:\n    - port: 80\n      name: "http"\n  on: true\n  none:\n');
    expect(root.get('spec', 'ports')?.items()[0]?.get('port')?.number).toBe(80);
    expect(root.get('spec', 'ports')?.items()[0]?.get('name')?.text).toBe('http');
    expect(root.get('spec', 'on')?.flag).toBe(true);
    expect([root.get('spec', 'none')?.isNull, root.get('spec', 'none')?.text, root.get('spec', 'nothing'), root.get('spec', 'on', 'deeper')]).toEqual([true, undefined, undefined, undefined]);
  });

  it('tells a quoted number from a number, and keeps the text as written', () => {
    const root = only('a: "80"\nb: 80\nc: 0x10\nd: yes\n');
    expect([root.get('a')?.number, root.get('a')?.text, root.get('b')?.text, root.get('c')?.number, root.get('d')?.text]).toEqual([undefined, '80', '80', 16, 'yes']);
  });

  it('resolves anchors and aliases, marks them where they are used and calls them shared', () => {
    const root = only('base: &base\n  mode: STRICT\nother: *base\n');
    expect(root.get('other', 'mode')?.text).toBe('STRICT');
    expect([line(root.get('other')), root.get('other')?.shared, root.get('other', 'mode')?.shared, root.get('base', 'mode')?.shared]).toEqual([3, true, true, false]);
  });

  it('takes the last anchor of a name above the alias', () => {
    expect(only('a: &x 1\nb: *x\nc: &x 2\nd: *x\n').entries().map(({ value }) => value.number)).toEqual([1, 1, 2, 2]);
  });

  it('merges keys, own ones first, and a list of mappings in its order', () => {
    const root = only('a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\nc:\n  <<: [*a, *b]\n  x: 3\n');
    expect(Object.fromEntries(root.get('c')!.entries().map(({ key, value }) => [key, value.number]))).toEqual({ x: 3, y: 1, z: 2 });
    expect([root.get('c', 'x')?.shared, root.get('c', 'y')?.shared, line(root.get('c', 'z'))]).toEqual([false, true, 4]);
  });

  it('survives a document that contains itself, and an alias of nothing', () => {
    const root = only('a: &a\n  <<: *a\n  b: *a\n');
    expect(root.get('a', 'b')?.entries().length).toBeGreaterThanOrEqual(0);
    expect(root.get('a', 'b', 'b', 'b')?.shared).toBe(true);
  });

  it('reads several documents and leaves empty ones out', () => {
    expect(parsed('a: 1\n---\n---\nb: 2\n').map((document) => document.entries()[0]?.key)).toEqual(['a', 'b']);
  });
});

describe('isTemplate', () => {
  it.each([['{{ .Values.x }}', true], ['a: "{{x}}"', true], ['run: echo ${{ github.sha }}', false], ['a: { b: { c: 1 } }', false]])('%s: %s', (text, expected) => {
    expect(isTemplate(text)).toBe(expected);
  });
});

describe('the parser', () => {
  it('reads a template that is no YAML as empty, and says what is wrong with other texts', () => {
    expect(yamlParser.parseForESLint('{{- if .x }}\na: 1\n{{- end }}\n').ast.body.flatMap(({ content }) => content ?? [])).toEqual([]);
    expect(() => yamlParser.parseForESLint('a: [1\n')).toThrow(SyntaxError);
  });
});
