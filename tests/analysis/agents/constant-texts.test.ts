import * as tsParser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/analysis/agents/constant-texts.js';
import { nodeOf, sourceOf } from '../../helpers/source.js';

const files: Record<string, string> = {
  '/app/prompts.ts': "import { tone } from './tone';\nexport const plain = 'Be brief.';\nexport const both = `Hello. ${tone}`;\nexport default 'By default.';\nexport const all = { plain, nested: { deep: 'Deep.' } };\nexport function make() { return `Made: ${tone}`; }\nexport const build = (x: string) => `Built: ${x}`;\nexport let last = 'a';\nlast = 'b';",
  '/app/tone.ts': "export const tone = 'Be kind.';",
  '/app/barrel.ts': "export * from './prompts';",
  '/app/old.js': "module.exports = { plain: 'Old.' };",
};

/** The text that `show(...)` is given: `{code}` for computed parts. */
function text(expression: string, head = ''): string {
  const source = sourceOf(`${head}\nconst own = 'Own {x} and {x}.';\nexport function f(x: string, y: string) { show(${expression}); }`, {
    filename: '/app/file.ts',
    context: {
      parser: tsParser,
      host: {
        resolve: (specifier) => [`/app/${specifier.slice(2)}.ts`, `/app/${specifier.slice(2)}`].find((path) => path in files),
        read: (file) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
        manifest: () => undefined,
      },
    },
  });
  const [argument] = nodeOf(source, 'CallExpression', 'show(').arguments;
  return textOf(source, argument!).map((part) => (part.kind === 'static' ? part.text : `{${part.source.getText(part.node)}}`)).join('|');
}

describe('textOf', () => {
  it.each([
    ['a literal', "'a'", '', 'a'],
    ['a constant of another file', 'plain', "import { plain } from './prompts';", 'Be brief.'],
    ['a renamed one', 'p', "import { plain as p } from './prompts';", 'Be brief.'],
    ['the default export', 'p', "import p from './prompts';", 'By default.'],
    ['one that is built of a third file', 'both', "import { both } from './prompts';", 'Hello. Be kind.'],
    ['one within a template', '`${plain} ${x}`', "import { plain } from './prompts';", 'Be brief. |{x}'],
    ['a member of a namespace', 'prompts.plain', "import * as prompts from './prompts';", 'Be brief.'],
    ['a member of an object', 'all.nested.deep', "import { all } from './prompts';", 'Deep.'],
    ['through a barrel', 'plain', "import { plain } from './barrel';", 'Be brief.'],
    ['one that is required', 'plain', "const { plain } = require('./old.js');", 'Old.'],
    ['a member of what is required', 'old.plain', "const old = require('./old.js');", 'Old.'],
    ['a placeholder', "own.replace('{x}', x)", '', 'Own |{x}| and {x}.'],
    ['all placeholders', "own.replaceAll('{x}', x)", '', 'Own |{x}| and |{x}|.'],
    ['placeholders by a pattern', "own.replace(/\\{x\\}/g, 'it')", '', 'Own it and it.'],
    ['replacements in turn', "own.replace('{x}', x).replace('{x}', y)", '', 'Own |{x}| and |{y}|.'],
    ['a function without parameters', 'make()', "import { make } from './prompts';", 'Made: Be kind.'],
    ['a function with parameters', "build('a')", "import { build } from './prompts';", "{build('a')}"],
    ['a variable that changes', 'last', "import { last } from './prompts';", '{last}'],
    ['a package', 'text', "import { text } from 'prompts';", '{text}'],
    ['a parameter', 'x', '', '{x}'],
    ['a function that replaces', "own.replace('{x}', () => x)", '', 'Own |{() => x}| and {x}.'],
  ])('reads %s', (_, expression, head, expected) => {
    expect(text(expression, head)).toBe(expected);
  });
});
