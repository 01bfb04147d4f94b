import { describe, expect, it } from 'vitest';
import { eolOf, indentUnit, isTypeScript, quoted, quoteOf, semicolonOf, spacedBraces, supports, trailingCommas } from '../../../src/kit/fixers/style.js';
import { sourceOf } from '../../helpers/source.js';

describe('habits of a file', () => {
  it('sees line breaks', () => {
    expect(eolOf(sourceOf('a;\r\nb;\r\n'))).toBe('\r\n');
    expect(eolOf(sourceOf('a;\nb;'))).toBe('\n');
    expect(eolOf(sourceOf('a;'))).toBe('\n');
  });

  it('sees quotes by majority', () => {
    expect(quoteOf(sourceOf(`f("a"); f("b"); f('c');`))).toBe('"');
    expect(quoteOf(sourceOf(''))).toBe("'");
    expect(quoted(sourceOf(''), `it's \\`)).toBe(`'it\\'s \\\\'`);
  });

  it('sees semicolons, wherever statements end', () => {
    expect(semicolonOf(sourceOf('const a = 1;\nf();'))).toBe(';');
    expect(semicolonOf(sourceOf('const a = 1\nfunction f() {\n  g()\n  return 1\n}\nfor (let i = 0; i < 2; i++) f()'))).toBe('');
    expect(semicolonOf(sourceOf(''))).toBe(';');
  });

  it.each([
    ['if (a) {\n    f();\n    if (b) {\n        g();\n    }\n}', '    '],
    ['if (a) {\n\tf();\n}', '\t'],
    ['/**\n * text\n */\nif (a) {\n  f();\n}', '  '],
    ['f();', '  '],
  ])('sees the indentation of %j', (code, unit) => {
    expect(indentUnit(sourceOf(code))).toBe(unit);
  });

  it('sees commas at the end of literals with lines', () => {
    expect(trailingCommas(sourceOf('f([\n  1,\n  2\n], {\n  a: 1\n})'))).toBe(false);
    expect(trailingCommas(sourceOf('f([\n  1,\n  2,\n])'))).toBe(true);
    expect(trailingCommas(sourceOf('f([\n])'))).toBe(true);
  });

  it('sees spaces inside braces', () => {
    expect(spacedBraces(sourceOf("import {a} from 'a'; f({b: 1});"))).toBe(false);
    expect(spacedBraces(sourceOf("import { a } from 'a';"))).toBe(true);
  });

  it('knows TypeScript by the name of the file, or by its syntax', () => {
    expect(isTypeScript(sourceOf('let a', { filename: 'src/a.mts' }))).toBe(true);
    expect(isTypeScript(sourceOf('let a', { filename: 'src/a.mjs' }))).toBe(false);
    expect(isTypeScript(sourceOf('let a: string'))).toBe(true);
    expect(isTypeScript(sourceOf('let a'))).toBe(false);
  });

  it('knows which syntax a file may have', () => {
    const at = (ecmaVersion: number | undefined, filename = 'src/a.js') => sourceOf('let a', { filename, context: { languageOptions: { ...(ecmaVersion === undefined ? {} : { ecmaVersion }) } } });
    expect(supports(at(2020), 2021)).toBe(false);
    expect(supports(at(11), 2021)).toBe(false);
    expect(supports(at(12), 2021)).toBe(true);
    expect(supports(at(2022), 2021)).toBe(true);
    expect(supports(at(undefined), 2021)).toBe(true);
    expect(supports(at(2018, 'src/a.ts'), 2021)).toBe(true);
  });
});
