import { describe, expect, it } from 'vitest';
import { changesAnything, changesIn } from '../../src/analysis/changes.js';
import { functionName, isFunction } from '../../src/analysis/syntax.js';
import { nodesOf } from '../../src/analysis/nodes.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** What evaluating `see(...)` changes. */
function changed(code: string): string {
  const source = sourceOf(`let outer;\nfunction main(input, list) {\n${code}\n}`);
  return [...changesIn(source, nodeOf(source, 'CallExpression', 'see('))].map((one) => (typeof one === 'string' ? one : one.name)).sort().join(' ');
}

describe('changesIn', () => {
  it.each([
    ['nothing', "see({ a: input.b, c: list.map((x) => x), d: `${list.join()}`, e: list.slice().length, f: compute(list) });", ''],
    ['assignments', 'see((outer = 1), (input.a.b = 2));', 'input outer'],
    ['patterns', 'see(([outer, input.a] = list));', 'input outer'],
    ['counting and deleting', 'let n = 0; see(n++, delete input.a);', 'input n'],
    ['methods that change', 'see(list.push(1), input.items.pop(), this.log.addMessage(2));', 'input list this.log'],
    ['another name', 'const same = list; see(same.push(1));', 'list same'],
    ['what an object holds, below its own fields', 'const box = { list }; see(box.list.push(1));', 'box list'],
    ['an object of its own', 'const box = { list }; see((box.a = 1));', 'box'],
    ['Object.assign', 'see(Object.assign(input, { a: 1 }));', 'input'],
    ['functions of the file', 'const own = []; const note = (x) => own.push(x); see(note(list));', 'own'],
    ['what functions of the file are given', 'function turn(x) { x.reverse(); } see(turn(list));', 'list'],
    ['functions that call each other', 'function a(n) { outer = n; b(n); } function b(n) { a(n); } see(b(1));', 'outer'],
    ['callbacks', 'see(input.map((x) => list.push(x)));', 'list'],
    ['globals', 'see((count = 1), results.push(2));', 'this'],
  ])('sees %s', (_, code, expected) => expect(changed(code)).toBe(expected));
});

describe('changesAnything', () => {
  const judged = (code: string) => {
    const source = sourceOf(`const log = [];\n${code}`);
    const fn = nodesOf(source, 'ArrowFunctionExpression', 'FunctionDeclaration').find((node) => isFunction(node) && functionName(node) === 'f')!;
    return changesAnything(source, fn);
  };

  it.each([
    ['its own variables', 'function f(q) { const parts = []; parts.push(q); let n = 0; n++; return parts; }', false],
    ['its parameters themselves', 'function f(q) { q = q.trim(); return q; }', false],
    ['what parameters hold', 'function f(q) { q.list.push(1); }', true],
    ['variables outside', 'const f = (q) => { log.push(q); };', true],
    ['fields', 'const f = () => { this.last = 1; };', true],
    ['what another function changes', 'function keep(q) { log.push(q); } const f = (q) => keep(q);', true],
  ])('judges %s', (_, code, expected) => expect(judged(code)).toBe(expected));
});
