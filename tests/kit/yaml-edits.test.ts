import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getStaticYAMLValue } from 'yaml-eslint-parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { addKey, renameKey, replaceScalar, type YamlData } from '../../src/kit/fixers/yaml-edits.js';
import { documentsOf } from '../../src/languages/yaml/documents.js';
import type { YamlValue } from '../../src/languages/yaml/value.js';
import yamlParser from '../../src/node/yaml-parser.js';

type Edit = (fixer: TSESLint.RuleFixer, root: YamlValue, source: { text: string }) => readonly TSESLint.RuleFix[] | null;

const fixer = {
  replaceTextRange: (range: [number, number], text: string) => ({ range, text }),
  insertTextAfterRange: ([, end]: [number, number], text: string) => ({ range: [end, end], text }),
} as unknown as TSESLint.RuleFixer;

/** The text after an edit; `null` where the edit refuses. */
function edited(text: string, edit: Edit): string | null {
  const [root] = documentsOf({ text, ast: yamlParser.parseForESLint(text).ast });
  const fixes = edit(fixer, root!, { text });
  return fixes && [...fixes].reverse().reduce((result, { range, text: insert }) => result.slice(0, range[0]) + insert + result.slice(range[1]), text);
}

const add = (path: string[], key: string, data: YamlData, after: string[] = []): Edit => (fix, root, source) => addKey(fix, source, root.get(...path)!, key, data, after);

describe('addKey', () => {
  it.each<[string, string, Edit, string | null]>([
    ['at the end', 'a:\n  b: 1 # one\nc: 2\n', add(['a'], 'd', 3), 'a:\n  b: 1 # one\n  d: 3\nc: 2\n'],
    ['behind the last line, without a newline', 'a:\n  b: 1', add(['a'], 'd', 3), 'a:\n  b: 1\n  d: 3'],
    ['behind a key', 'a:\n  b: 1\n  c: 2\n', add(['a'], 'd', 3, ['b']), 'a:\n  b: 1\n  d: 3\n  c: 2\n'],
    ['behind a key with a nested value', 'a:\n  b:\n    x: 1 # x\n  c: 2\n', add(['a'], 'd', 3, ['b']), 'a:\n  b:\n    x: 1 # x\n  d: 3\n  c: 2\n'],
    ['a mapping, with the step of the file', 'a:\n    b:\n        x: 1\n', add(['a'], 'd', { e: { f: 1 } }), 'a:\n    b:\n        x: 1\n    d:\n        e:\n            f: 1\n'],
    ['a list of mappings', 'a:\n  b: 1\n', add(['a'], 'd', [{ e: 1, f: 2 }, 'x']), 'a:\n  b: 1\n  d:\n    - e: 1\n      f: 2\n    - x\n'],
    ['in an element of a list', 'a:\n  - b: 1\n    c: 2\n  - b: 3\n', (fix, root, source) => addKey(fix, source, root.get('a')!.items()[0]!, 'd', 4), 'a:\n  - b: 1\n    c: 2\n    d: 4\n  - b: 3\n'],
    ['in an inline mapping', 'a: { b: 1 } # x\n', add(['a'], 'd', { e: [1, 2] }), 'a: { b: 1, d: { e: [1, 2] } } # x\n'],
    ['in an empty inline mapping', 'a: {}\n', add(['a'], 'd', 3), 'a: { d: 3 }\n'],
    ['behind a block text', 'a:\n  b: |\n    text\n\n\nc: 1\n', add(['a'], 'd', 3), 'a:\n  b: |\n    text\n  d: 3\n\n\nc: 1\n'],
    ['with Windows line ends', 'a:\r\n  b: 1\r\nc: 2\r\n', add(['a'], 'd', { e: 1 }), 'a:\r\n  b: 1\r\n  d:\r\n    e: 1\r\nc: 2\r\n'],
    ['not through an alias', 'x: &x\n  b: 1\na: *x\n', add(['a'], 'd', 3), null],
  ])('adds a key %s', (_, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });
});

describe('replaceScalar and renameKey', () => {
  it.each<[string, string, Edit, string | null]>([
    ['a plain scalar', 'a: 1 # x\n', (fix, root) => replaceScalar(fix, root.get('a')!, 2), 'a: 2 # x\n'],
    ['a quoted scalar', "a: '1'\n", (fix, root) => replaceScalar(fix, root.get('a')!, 2), "a: '2'\n"],
    ['an anchored scalar', 'a: &x 1\nb: *x\n', (fix, root) => replaceScalar(fix, root.get('a')!, 2), 'a: &x 2\nb: *x\n'],
    ['no alias', 'a: &x 1\nb: *x\n', (fix, root) => replaceScalar(fix, root.get('b')!, 2), null],
    ['no block text', 'a: |\n  x\n', (fix, root) => replaceScalar(fix, root.get('a')!, 2), null],
    ['a key', 'a: 1 # x\n', (fix, root) => renameKey(fix, root.entry('a')!, 'b'), 'b: 1 # x\n'],
  ])('edits %s', (_, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });
});

/** Mappings of mappings, lists and scalars, with the text of one of many ways to write them. */
const key = fc.constantFrom('a', 'b', 'c', 'name', 'spec');
const scalar = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constantFrom('x', 'some text', '"quoted"', "'single'", 'true'));
interface Node { text: (indent: string, step: string) => string; }
const comment = fc.constantFrom('', '', ' # why', ' # {}: -');
const node: fc.Memo<Node> = fc.memo((depth) => (depth <= 1 ? leaf : fc.oneof(leaf, mapping(), list())));
const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc.tuple(scalar, comment).map(([value, note]): Node => ({ text: () => ` ${value}${note}\n` })),
  fc.tuple(fc.uniqueArray(key, { minLength: 1, maxLength: 3 }), comment).map(([keys, note]): Node => ({ text: () => ` { ${keys.map((one) => `${one}: 1`).join(', ')} }${note}\n` })),
  comment.map((note): Node => ({ text: (indent) => ` |${note}\n${indent}  first\n\n${indent}  second\n` })),
);
const mapping = fc.memo((depth): fc.Arbitrary<Node> => fc.tuple(fc.uniqueArray(key, { minLength: 1, maxLength: 4 }), fc.array(node(depth - 1), { minLength: 4, maxLength: 4 }), comment, fc.boolean()).map(([keys, values, note, above]): Node => ({
  text: (indent, step) => `${note}\n${keys.map((one, index) => `${above ? `${indent}# about ${one}\n` : ''}${indent}${one}:${values[index]!.text(indent + step, step)}`).join('')}`,
})));
const list = fc.memo((depth): fc.Arbitrary<Node> => fc.array(fc.tuple(scalar, node(depth - 1)), { minLength: 1, maxLength: 3 }).map((items): Node => ({
  text: (indent, step) => `\n${items.map(([value, inner]) => `${indent}- name: ${value}\n${indent}  spec:${inner.text(`${indent}  ${step}`, step)}`).join('')}`,
})));
const document = fc.tuple(mapping(3), fc.constantFrom('  ', '    '), fc.constantFrom('\n', '\r\n'), fc.boolean()).map(([root, step, newline, final]) => {
  const text = root.text('', step).replace(/^[^\n]*\n/u, '').replaceAll('\n', newline);
  return final ? text : text.trimEnd();
});

const commentsOf = (text: string) => yamlParser.parseForESLint(text).ast.comments.map(({ value }) => value);
const dataOf = (text: string) => getStaticYAMLValue(yamlParser.parseForESLint(text).ast);

/** Every mapping of a document with its path. */
function mappings(value: YamlValue, path: (number | string)[] = []): { value: YamlValue; path: (number | string)[] }[] {
  return [
    ...(value.isMapping ? [{ value, path }] : []),
    ...value.entries().flatMap((entry) => mappings(entry.value, [...path, entry.key])),
    ...value.items().flatMap((item, index) => mappings(item, [...path, index])),
  ];
}

/** `data` with `change` applied to the object at `path`. */
function changed(data: unknown, path: readonly (number | string)[], change: (at: Record<string, unknown>) => void): unknown {
  const copy = structuredClone(data);
  change(path.reduce<unknown>((at, step) => (at as Record<number | string, unknown>)[step], copy) as Record<string, unknown>);
  return copy;
}

/** Whether `after` is `before` with a run of lines put in between, so that each comment stays on its line. */
function onlyAddsLines(before: string, after: string): boolean {
  const [old, now] = [before.split(/\r?\n/u), after.split(/\r?\n/u)];
  const same = old.findIndex((line, index) => line !== now[index]);
  const head = same === -1 ? old.length : same;
  return now.length > old.length && old.slice(head).join('\n') === now.slice(head + now.length - old.length).join('\n');
}

describe('every edit of generated YAML', () => {
  it('adds a key where it should, changes nothing else and keeps all comments', () => {
    let edits = 0;
    fc.assert(fc.property(document, fc.nat(), fc.constantFrom<YamlData>(1, { x: { y: 2 } }, [{ p: 1, q: [2] }]), (text, pick, data) => {
      const [root] = documentsOf({ text, ast: yamlParser.parseForESLint(text).ast });
      const all = mappings(root!);
      const { value, path } = all[pick % all.length]!;
      const result = edited(text, (fix) => addKey(fix, { text }, value, 'added', data));
      expect(result).not.toBeNull();
      expect(dataOf(result!)).toEqual(changed(dataOf(text), path, (at) => { at['added'] = data; }));
      expect(commentsOf(result!)).toEqual(commentsOf(text));
      if (value.content?.type === 'YAMLMapping' && value.content.style === 'block') expect(onlyAddsLines(text, result!)).toBe(true);
      edits += 1;
    }), { seed: 7, numRuns: 400 });
    expect(edits).toBeGreaterThanOrEqual(400);
  });

  it('replaces a scalar or a key, changes nothing else and keeps all comments', () => {
    let edits = 0;
    fc.assert(fc.property(document, fc.nat(), fc.boolean(), (text, pick, rename) => {
      const [root] = documentsOf({ text, ast: yamlParser.parseForESLint(text).ast });
      const entries = mappings(root!).flatMap(({ value, path }) => value.entries().map((entry) => ({ entry, path })));
      const { entry, path } = entries[pick % entries.length]!;
      const result = edited(text, (fix) => (rename ? renameKey(fix, entry, 'renamed') : replaceScalar(fix, entry.value, 'replaced')));
      if (result === null) return;
      edits += 1;
      expect(dataOf(result)).toEqual(changed(dataOf(text), path, (at) => {
        if (!rename) at[entry.key] = 'replaced';
        else {
          at['renamed'] = at[entry.key];
          delete at[entry.key];
        }
      }));
      expect(commentsOf(result)).toEqual(commentsOf(text));
    }), { seed: 7, numRuns: 400 });
    expect(edits).toBeGreaterThan(200);
  });
});
