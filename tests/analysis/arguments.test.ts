import { describe, expect, it } from 'vitest';
import { argument, argumentAt, argumentsAt } from '../../src/analysis/arguments.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

function call(code: string) {
  const source = sourceOf(code);
  const { arguments: args } = nodeOf(source, 'CallExpression', 'target(');
  const text = (path: string) => {
    const place = argumentAt(source, args, path);
    return typeof place === 'string' ? place : source.getText(place.found);
  };
  return { source, args, text };
}

describe('argumentAt', () => {
  it('finds positions and properties', () => {
    const { text } = call(`target(1, { a: { b: 2 } }, 3);`);
    expect([text('0'), text('1.a.b'), text('last'), text('5'), text('1.c')]).toEqual(['1', '2', '3', 'absent', 'absent']);
  });

  it('looks through constants and spreads of objects', () => {
    const { text } = call(`const base = { a: 1 }; const options = { ...base, b: 2 }; target(options);`);
    expect([text('0.a'), text('0.b'), text('0.c')]).toEqual(['1', '2', 'absent']);
  });

  it('takes the first alternative that is there', () => {
    const { text } = call(`target('/users', { signal });`);
    expect([text('0.url|0'), text('1.timeout|1.signal'), text('1.timeout|2.timeout'), text('1.timeout|0.timeout')]).toEqual(["'/users'", 'signal', 'absent', 'absent']);
    expect(call(`target(options);`).text('0.timeout|1.timeout')).toBe('unknown');
  });

  it('does not know what a spread or a foreign object brings', () => {
    const { text } = call(`target(first, { ...other }, ...rest);`);
    expect([text('0.a'), text('1.a'), text('2'), text('last')]).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });
});

it('argument gives the expression or nothing', () => {
  const { source, args } = call(`target({ a: 1 });`);
  expect(argument(source, args, '0.a')?.type).toBe('Literal');
  expect(argument(source, args, '0.b')).toBeUndefined();
});

it('argumentsAt gives all that a path names', () => {
  const { source, args } = call(`target('/', a, [b], { x: c, y() {} });`);
  const texts = (path: string) => argumentsAt(source, args, path).map((node) => source.getText(node));
  expect(texts('1..')).toEqual(['a', '[b]', '{ x: c, y() {} }']);
  expect(texts('3.*')[0]).toBe('c');
  expect(texts('3.*')).toHaveLength(2);
  expect(texts('0')).toEqual([`'/'`]);
});
