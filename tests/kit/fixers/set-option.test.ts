import { describe, expect, it } from 'vitest';
import { setOption } from '../../../src/kit/fixers/set-option.js';
import { fix, fixer, nodesOf } from './apply.js';

const set = (code: string, index = 1, name = 'timeout', value = '5000') => fix(code, (source) => setOption(fixer, source, nodesOf(source, 'CallExpression')[0] ?? nodesOf(source, 'NewExpression')[0]!, index, name, value));

describe('setOption', () => {
  it.each([
    ['f(a, {})', 'f(a, { timeout: 5000 })'],
    ['f(a, { b: 1 })', 'f(a, { b: 1, timeout: 5000 })'],
    ['f(a, {b: 1})', 'f(a, {b: 1, timeout: 5000})'],
    ['f(a, { b: 1, })', 'f(a, { b: 1, timeout: 5000, })'],
    ['f(a, {\n  b: 1,\n})', 'f(a, {\n  b: 1,\n  timeout: 5000,\n})'],
    ['f(a, {\n\tb: 1\n})', 'f(a, {\n\tb: 1,\n\ttimeout: 5000\n})'],
    ['f(a, {\r\n  b: 1\r\n})', 'f(a, {\r\n  b: 1,\r\n  timeout: 5000\r\n})'],
    ['f(a, {\n  b: 1 // why\n})', 'f(a, {\n  b: 1, // why\n  timeout: 5000\n})'],
    ['f(a, {\n  b: 1, // why\n})', 'f(a, {\n  b: 1, // why\n  timeout: 5000,\n})'],
    ['f(a, { b() {} } as X)', 'f(a, { b() {}, timeout: 5000 } as X)'],
    ['f(a, {\n  // nothing yet\n})', 'f(a, { timeout: 5000,\n  // nothing yet\n})'],
    ['f(a, { b: (c) })', 'f(a, { b: (c), timeout: 5000 })'],
    ['f(a)', 'f(a, { timeout: 5000 })'],
    ['f((a))', 'f((a), { timeout: 5000 })'],
    ['f(a,)', 'f(a, { timeout: 5000 },)'],
    ['f(\n  a,\n)', 'f(\n  a,\n  { timeout: 5000 },\n)'],
    ['f({\n  b: 1,\n})', 'f({\n  b: 1,\n}, { timeout: 5000 })'],
  ])('%j', (code, output) => {
    expect(set(code)).toBe(output);
  });

  it('adds the first argument', () => {
    expect(set('f()', 0)).toBe('f({ timeout: 5000 })');
    expect(set('new F()', 0)).toBe('new F({ timeout: 5000 })');
    expect(set('new F', 0)).toBe('new F({ timeout: 5000 })');
    expect(set('new (F())', 0)).toBe('new (F({ timeout: 5000 }))');
  });

  it('quotes names that are none', () => {
    expect(set('f({})', 0, 'x-y', '1')).toBe("f({ 'x-y': 1 })");
  });

  it.each(['f(a, { timeout: 1 })', "f(a, { 'timeout': 1 })", 'f(a, { ...rest })', 'f(a, { [name]: 1 })', 'f(a, options)', 'f(...all)', 'f()', 'f(a, { timeout() {} })'])('leaves %s alone', (code) => {
    expect(set(code)).toBeNull();
  });
});
