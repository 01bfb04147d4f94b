import { describe, expect, it } from 'vitest';
import { engines, helperEngines } from '../../src/catalog/engines.js';
import { libraries } from '../../src/generated/libraries.js';

describe('database engines', () => {
  it('have each name once', () => {
    const names = Object.values(engines).flat().map((name) => name.replaceAll(' ', ''));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('go by their own names too', () => {
    expect(Object.entries(engines).filter(([engine, names]) => !names.includes(engine))).toEqual([]);
    expect([...helperEngines].filter((engine) => !(engine in engines))).toEqual([]);
  });

  it('are what libraries state', () => {
    const stated = libraries.filter(({ engine }) => engine !== undefined);
    expect(stated.length).toBeGreaterThan(20);
    expect(stated.filter(({ engine }) => !(engine! in engines)).map(({ package: name }) => name)).toEqual([]);
  });
});
