import { describe, expect, it } from 'vitest';
import { freshName } from '../../../src/kit/fixers/fresh-name.js';
import { nodeOf, sourceOf } from '../../helpers/source.js';

describe('freshName', () => {
  it('takes the first candidate that is free', () => {
    expect(freshName(sourceOf('const a = 1;'), ['a', 'b'])).toBe('b');
    expect(freshName(sourceOf('const a = 1, a2 = 2;'), ['a'])).toBe('a3');
  });

  it('avoids reserved words', () => {
    expect(freshName(sourceOf(''), ['delete', 'await'])).toBe('await2');
  });

  it('does not capture a global that the file uses', () => {
    expect(freshName(sourceOf('function f() { return redis.get(1); }'), ['redis'])).toBe('redis2');
    expect(freshName(sourceOf('function f() { return redis.get(1); }', { language: 'js', sourceType: 'commonjs' }), ['redis'])).toBe('redis2');
    expect(freshName(sourceOf('function f() { return redis.get(1); }', { language: 'js', sourceType: 'script' }), ['redis'])).toBe('redis2');
  });

  it('counts types as names', () => {
    expect(freshName(sourceOf('type redis = string;'), ['redis'])).toBe('redis2');
    expect(freshName(sourceOf('let x: redis;'), ['redis'])).toBe('redis2');
  });

  it('lets inner scopes use the name, unless it is needed there', () => {
    const source = sourceOf('function f() { const redis = make(); return redis; }');
    expect(freshName(source, ['redis'])).toBe('redis');
    expect(freshName(source, ['redis'], { usedAt: [nodeOf(source, 'CallExpression')] })).toBe('redis2');
  });

  it('looks at every scope around a use', () => {
    const source = sourceOf('class A { m(get) { return () => { use(); }; } }');
    expect(freshName(source, ['get'], { usedAt: [nodeOf(source, 'CallExpression')] })).toBe('get2');
  });
});
