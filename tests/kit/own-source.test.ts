import { expect, it } from 'vitest';
import type { SourceCode } from '../../src/analysis/service.js';
import { defineService } from '../../src/analysis/service.js';
import { ownSource } from '../../src/kit/own-source.js';

const sourceOf = (text: string) => ({ text, ast: { type: 'Program' } }) as unknown as SourceCode;

it('is the source itself where each file has one, whatever the order of files', () => {
  const [a, b] = [sourceOf('a'), sourceOf('b')];
  expect([a, a, b, a, b].map(ownSource)).toEqual([a, a, b, a, b]);
  expect(ownSource(a)).toBe(a);
});

it('is an object per file where the tool has one for all files', () => {
  let [text, ast] = ['first', {}];
  const shared = { get text() { return text; }, get ast() { return ast; } } as unknown as SourceCode;
  const length = defineService((source) => source.text.length);

  const first = ownSource(shared);
  expect([ownSource(shared), length(first)]).toEqual([first, 5]);
  [text, ast] = ['the second', {}];
  const second = ownSource(shared);
  expect(second).not.toBe(first);
  expect(ownSource(shared)).toBe(second);
  expect([second.text, length(second)]).toEqual(['the second', 10]);
  [text, ast] = ['3rd', {}];
  expect(length(ownSource(shared))).toBe(3);
});
