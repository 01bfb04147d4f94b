import { describe, expect, it } from 'vitest';
import { stepOf, type AwaitStep } from '../../src/analysis/awaits.js';
import { changesBeforeFailure, disturbs, placesItselfFirst, showsLostResult } from '../../src/analysis/step-order.js';
import { nodesOf } from '../../src/analysis/nodes.js';
import { sourceOf } from '../helpers/source.js';

function stepsOf(code: string, head = '') {
  const source = sourceOf(`let shared;\n${head}async function main(input, list) {\n${code}\n}`);
  const steps = nodesOf(source, 'VariableDeclaration', 'ExpressionStatement').map(stepOf).filter((step): step is AwaitStep => step !== undefined);
  return { source, steps, run: { steps, adjacent: true } };
}

describe('disturbs', () => {
  const judged = (code: string) => {
    const { source, steps: [earlier, later] } = stepsOf(code);
    return disturbs(source, earlier!, later!);
  };

  it.each([
    ['what the earlier call is given', 'const a = await f(list); const b = await g(list.push(1));', true],
    ['what its callback uses', 'const a = await f(() => list); const b = await g(list.push(1));', true],
    ['what its handler uses', 'const a = await f().catch(() => list); const b = await g(list.push(1));', true],
    ['what a default reads', 'let n = 0; const { a = n } = await f(); const b = await g(n++);', true],
    ['what names a place', 'let n = 0; list[n] = await f(); const b = await g(n++);', true],
    ['a default with an effect', 'const { a = next() } = await f(); const b = await g();', true],
    ['something else', 'let n = 0; const a = await f(list); const b = await g(n++);', false],
    ['a text of it', 'const a = await f(list.join()); const b = await g(list.push(1));', false],
    ['nothing', 'const { a = 1 } = await f(list); const b = await g(list);', false],
  ])('%s', (_, code, expected) => expect(judged(code)).toBe(expected));
});

describe('placesItselfFirst', () => {
  it.each([
    ['a key that moves on', 'let i = 0; list[i++] = await f();', true],
    ['arguments that move the key on', 'let i = 0; list[i] = await f(i++);', true],
    ['a fixed place', 'list[0] = await f(list);', false],
    ['a variable', 'shared = await f(shared++);', false],
  ])('%s', (_, code, expected) => {
    const { source, steps } = stepsOf(code);
    expect(placesItselfFirst(source, steps[0]!)).toBe(expected);
  });
});

describe('what shows when a call fails', () => {
  it.each([
    ['effects of later arguments', 'let n = 0; const a = await f(); const b = await g(n++);', true],
    ['effects of the first arguments', 'let n = 0; const a = await f(n++); const b = await g(n);', false],
  ])('%s', (_, code, expected) => {
    const { source, run } = stepsOf(code);
    expect(changesBeforeFailure(source, run)).toBe(expected);
  });

  it.each([
    ['declarations', 'const a = await f(); const b = await g();', false],
    ['var in a try', 'try { var a = await f(); var b = await g(); } catch {}', true],
    ['variables of the function', 'let a, b; a = await f(); b = await g();', false],
    ['variables around a try', 'let a, b; try { a = await f(); b = await g(); } finally {}', true],
    ['variables inside a try', 'try { let a, b; a = await f(); b = await g(); } finally {}', false],
    ['variables of the module', 'shared = await f(); const b = await g();', true],
    ['variables that a closure knows', 'let a, b; list.push(() => a); a = await f(); b = await g();', true],
    ['fields', 'input.a = await f(); list.b = await g();', true],
    ['dropped results', 'await f(); await g();', false],
  ])('%s', (_, code, expected) => {
    const { source, run } = stepsOf(code);
    expect(showsLostResult(source, run)).toBe(expected);
  });
});
