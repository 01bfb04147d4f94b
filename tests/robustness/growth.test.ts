import * as tsParser from '@typescript-eslint/parser';
import { Linter, type Rule } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../../src/generated/rules.js';
import plugin from '../../src/index.js';
import { BlockCounter, grownBlocks, type Counts } from '../../tools/robust/counts.js';
import { shapes } from './shapes.js';

/**
 * Counts how often each block of the plugin runs over a program and over one four times as long. It must not run much more than four
 * times as often: work that grows with the square of a file makes some file take for ever.
 */
const counter = new BlockCounter((url) => url.includes('/src/') || url.includes('/robustness/'));
afterAll(() => counter.close());

const few = 20;
const times = 4;

const linter = new Linter({ configType: 'flat', cwd: '/' });
const all = Object.fromEntries(Object.keys(rules).map((name) => [`archprinciples/${name}`, 'error'] as const));

/** Lints with all rules; gives what ran and the length of the program in tokens. */
function work(code: string, extra: Linter.Config): { counts: Counts; tokens: number } {
  counter.take();
  const messages = linter.verify(code, [{
    files: ['**/*.*'],
    plugins: { archprinciples: plugin as never },
    rules: all,
    settings: { archprinciples: { crossFile: false } },
    languageOptions: { parser: tsParser as unknown as Linter.Parser },
  }, { files: ['**/*.*'], ...extra }], { filename: '/app/src/file.ts' });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return { counts: counter.take(), tokens: linter.getSourceCode().ast.tokens!.length };
}

/** The blocks that run far more than `times` as often. */
function grown(code: (count: number) => string, extra: Linter.Config = {}): string[] {
  const [short, long] = [code(few), code(times * few)];
  // What is computed once for all files is computed before it counts.
  work(short, extra);
  work(long, extra);
  const [before, after] = [work(short, extra), work(long, extra)];
  return grownBlocks(before.counts, after, times).map(({ block, was, count }) => `${block}: ${was} times, then ${count}`);
}

describe('work grows with the text', () => {
  for (const { title, code } of shapes) it(title, () => expect(grown(code)).toEqual([]));

  it('and a rule that compares all with all is seen', () => {
    const compares: Rule.RuleModule = { create: ({ sourceCode: { ast } }) => ({ Program: () => void pairs(ast.tokens).length }) };
    const extra = { plugins: { slow: { rules: { compares } } }, rules: { 'slow/compares': 'error' } } satisfies Linter.Config;
    expect(grown(shapes[0]!.code, extra)).toEqual([expect.stringMatching(/^(?:pairs)? \d+-\d+: \d+ times, then \d+$/u)]);
  });
});

function pairs(items: readonly { value: string }[]): string[] {
  return items.filter(({ value }) => items.some((other) => other.value === `${value}${value}`)).map(({ value }) => value);
}
