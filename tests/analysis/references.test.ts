import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { heldBy, namedIn, namesOf, overlap, reachedFrom, referenceOf, type References } from '../../src/analysis/references.js';
import type { SourceCode } from '../../src/analysis/service.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

const names = (references: References) => [...references].map((one) => (typeof one === 'string' ? one : one.name)).sort().join(' ');

/** Asks about the argument of `see(...)`. */
function asked(code: string, question: (source: SourceCode, node: TSESTree.Node) => References): string {
  const source = sourceOf(`function main(input, list) {\n${code}\n}`);
  return names(question(source, nodeOf(source, 'CallExpression', 'see(').arguments[0]!));
}

describe('heldBy', () => {
  it.each([
    ['a name', 'see(input);', 'input'],
    ['a member', 'see(input.list[0]);', 'input'],
    ['a field', 'see(this.list.first);', 'this.list'],
    ['this', 'see(this);', 'this'],
    ['literals', 'see([input, { list }, ...list]);', 'input list'],
    ['a choice', 'see(input ? list : input.x ?? this.a);', 'input list this.a'],
    ['the last of a sequence', 'see((list, input));', 'input'],
    ['texts and numbers', "see([`${input}`, input + 1, list.join(), JSON.stringify(list), String(input), !list, 'x']);", ''],
    ['what a call may give back', 'see(pick(input).of(list));', 'input list'],
    ['what a function of the file knows', 'const own = []; const get = () => own; see(get());', 'own'],
    ['a closure', 'see((x) => input.use(x));', 'input'],
    ['an instance', 'class Box {} see(new Box(input));', 'Box input'],
    ['casts', 'see((input as any)!);', 'input'],
  ])('sees %s', (_, code, expected) => expect(asked(code, heldBy)).toBe(expected));
});

describe('reachedFrom', () => {
  const reached = (code: string) => asked(code, (source, node) => reachedFrom(source, heldBy(source, node)));

  it.each([
    ['other names', 'const same = list; const again = same; see(again);', 'again list same'],
    ['what an object holds', 'const box = { list }; see(box);', 'box list'],
    ['what is put into it', 'const box: any = {}; box.all = list; see(box);', 'box list'],
    ['what is added to it', 'const all: any = []; all.push(input); see(all);', 'all input'],
    ['elements', 'for (const x of list) see(x);', 'list x'],
    ['parts', 'const { a: [b] } = input; see(b);', 'b input'],
    ['functions', 'function get() { return list; } see(get);', 'get list'],
    ['classes', 'class Box { get() { return list; } } see(new Box());', 'Box list'],
    ['what functions of the file are given', 'const all: any = []; function keep(x: any) { all.push(x); } keep(list); see(all);', 'all list x'],
    ['assigned fields', 'this.all = list; see(this.all);', 'list this.all'],
  ])('follows %s', (_, code, expected) => expect(reached(code)).toBe(expected));

  it('does not come back from what is held', () => expect(reached('const box = { list }; see(list);')).toBe('list'));
});

describe('namesOf', () => {
  const same = (code: string) => asked(code, (source, node) => namesOf(source, referenceOf(source, node)!));

  it('follows names, members and calls, but not what a new object holds', () => {
    expect(same('const same = list; see(same);')).toBe('list same');
    expect(same('const same = input.list; see(same);')).toBe('input same');
    expect(same('const same = input.all ?? (input.all = []); see(same);')).toBe('input same');
    expect(same('const box = { list }; see(box);')).toBe('box');
    expect(same('const copy = [...list]; see(copy);')).toBe('copy');
  });
});

describe('namedIn', () => {
  it('leaves out keys and what is excepted', () => {
    expect(asked('see({ input: list.input, [input]: 1, list });', namedIn)).toBe('input list');
    expect(asked('see([this.a.b, this]);', namedIn)).toBe('this this.a');
    expect(asked('see([input, list]);', (source, node) => namedIn(source, node, new Set([(node as TSESTree.ArrayExpression).elements[0]!])))).toBe('list');
  });
});

describe('overlap', () => {
  it('takes this for all its fields', () => {
    expect(overlap(new Set(['this.a']), new Set(['this.b']))).toBe(false);
    expect(overlap(new Set(['this.a']), new Set(['this.a']))).toBe(true);
    expect(overlap(new Set(['this']), new Set(['this.b']))).toBe(true);
    expect(overlap(new Set(['this.b']), new Set(['this']))).toBe(true);
    expect(overlap(new Set(['this']), new Set())).toBe(false);
  });
});
