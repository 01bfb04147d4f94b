import { describe, expect, it } from 'vitest';
import { globalReferences, importSources, importsOf } from '../../src/analysis/imports.js';
import { sourceOf } from '../helpers/source.js';

/** Every import as `name from source`; an expression by its kind. */
function imports(code: string, language: 'js' | 'ts' = 'ts'): string[] {
  const source = sourceOf(code, { language, sourceType: language === 'js' ? 'commonjs' : 'module' });
  return importsOf(source).map((entry) => `${entry.kind === 'binding' ? entry.name : entry.promise ? 'import()' : 'require()'} from ${entry.from}`);
}

describe('importsOf', () => {
  it.each([
    ['declarations', `import a, { b as c, default as d } from 'x'; import * as e from 'y'; import type { F } from 'z';`, ['default from x', 'b from x', 'default from x', '* from y', 'F from z']],
    ['a string as name', `import { 'a-b' as c } from 'x';`, ['a-b from x']],
    ['import equals', `import a = require('x');`, ['* from x']],
    ['dynamic imports', 'const a = await import(`x`); import(y);', ['import() from x']],
  ])('%s', (_, code, expected) => {
    expect(imports(code)).toEqual(expected);
  });

  it.each([
    ['require calls', `const a = require('x'); require('y')(); require(z); require.resolve('w');`, ['require() from x', 'require() from y']],
    ['no require of the file itself', `function require() {} require('x');`, []],
  ])('%s', (_, code, expected) => {
    expect(imports(code, 'js')).toEqual(expected);
  });

  it('lists sources that bind nothing too, each once', () => {
    expect([...importSources(sourceOf(`import 'a'; import b from 'b'; import { c } from 'b';`))]).toEqual(['a', 'b']);
  });
});

describe('globalReferences', () => {
  it('finds unresolved names and those that a configuration declares', () => {
    expect(globalReferences(sourceOf(`fetch('a'); function f() { return fetch('b'); }`), 'fetch')).toHaveLength(2);
    expect(globalReferences(sourceOf(`require('a');`, { language: 'js', sourceType: 'commonjs' }), 'require')).toHaveLength(1);
  });

  it('leaves out names of the file', () => {
    expect(globalReferences(sourceOf(`import fetch from 'x'; fetch('a');`), 'fetch')).toEqual([]);
    expect(globalReferences(sourceOf(`var fetch = 1; fetch;`, { language: 'js', sourceType: 'script' }), 'fetch')).toEqual([]);
  });
});
