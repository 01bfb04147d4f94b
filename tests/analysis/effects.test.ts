import { describe, expect, it } from 'vitest';
import { hasEffect } from '../../src/analysis/effects.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

const judge = (code: string) => {
  const source = sourceOf(`async function* f() { const x = ${code}; }`);
  return hasEffect(source, nodeOf(source, 'VariableDeclaration'));
};

describe('hasEffect', () => {
  it.each(['1', 'a.b[c]', '`x ${a}`', 'a ? b : c', '{ ...a, b: [c] }', 'a.map((x) => x.y).join()', "JSON.stringify(a, null, 2)", 'Math.max(a, 1)', '() => start()', 'function () { start(); }', 'async () => { await start(); }', 'Object.keys(a)', 'a?.trim()', 'typeof a'])('%s has none', (code) => {
    expect(judge(code)).toBe(false);
  });

  it.each(['start()', 'new Thing()', 'a = 1', 'a++', 'delete a.b', 'await a', 'yield a', 'sql`x`', 'import("x")', 'Math.random()', 'Date.now()', 'a.map((x) => start(x))', 'a.push(1)', 'a[b]()', 'class {}', '(() => start())()'])('%s has one', (code) => {
    expect(judge(code)).toBe(true);
  });
});
