import { describe, expect, it } from 'vitest';
import { isProgramBody } from '../../src/analysis/program-body.js';
import { isFunction } from '../../src/analysis/syntax.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

function isBody(code: string): boolean {
  const source = sourceOf(code);
  const marker = nodeOf(source, 'CallExpression', 'marked(');
  let at: ReturnType<typeof nodeOf> | undefined = marker;
  while (at && !isFunction(at)) at = at.parent;
  if (!isFunction(at)) throw new Error('no function');
  return isProgramBody(source, at);
}

describe('the body of a program', () => {
  const says = (times: number) => `console.log('step');`.repeat(times);

  it.each([
    ['a function `run` that is all a file exports', `export const run = async () => { marked(); };`],
    ['a function `main` beside types', `export type A = 1; export async function main() { marked(); }`],
    ['a function that tells each step', `export async function embedAll(options) { marked(); ${says(8)} }`],
  ])('%s', (_, code) => {
    expect(isBody(code)).toBe(true);
  });

  it.each([
    ['a function `run` that takes something', `export const run = async (job) => { marked(); };`],
    ['a function `run` beside others', `export const run = async () => { marked(); }; export const stop = () => {};`],
    ['another name', `export const load = async () => { marked(); };`],
    ['a function that prints a little', `export async function load(id) { marked(); ${says(3)} }`],
    ['a function beside one that tells each step', `export async function load(id) { marked(); } export function report() { ${says(9)} }`],
  ])('not %s', (_, code) => {
    expect(isBody(code)).toBe(false);
  });
});
