import { describe, expect, it } from 'vitest';
import { variationOf } from '../../../src/analysis/agents/text-variation.js';
import { nodeOf, sourceOf } from '../../helpers/source.js';

/** How what `show(...)` is given varies among the calls of an exported function. */
function variation(expression: string, before = ''): string {
  const source = sourceOf(`import { setting } from './settings';\nconst region = process.env.REGION;\nlet count = 0;\nexport async function f(question, docs, locale, state) { count += 1; ${before}; return show(${expression}); }`);
  const [argument] = nodeOf(source, 'CallExpression', 'show(').arguments;
  return variationOf(source, argument!);
}

describe('variationOf', () => {
  it.each([
    ['a parameter', 'question', '', 'yes'],
    ['a member of a parameter', 'state.report', '', 'yes'],
    ['something computed from a parameter', "docs.join('\\n')", '', 'yes'],
    ['a local of that', 'list', "const list = docs.join('\\n')", 'yes'],
    ['the clock', 'new Date().toISOString()', '', 'yes'],
    ['chance', 'Math.random()', '', 'yes'],
    ['a constant of the file', 'region', '', 'no'],
    ['an imported constant', 'setting', '', 'no'],
    ['the date of the day', 'new Date().toLocaleDateString()', '', 'unknown'],
    ['a locale', 'locale', '', 'unknown'],
    ['a name of few', 'state.language', '', 'unknown'],
    ['one of two texts', "question ? 'a' : 'b'", '', 'unknown'],
    ['a variable of the file that changes', 'count', '', 'unknown'],
    ['what a call gives', 'load()', '', 'unknown'],
    ['what is awaited', 'await setting', '', 'unknown'],
    ['a field', 'this.head', '', 'unknown'],
  ])('%s', (_, expression, before, expected) => {
    expect(variation(expression, before)).toBe(expected);
  });
});
