import { describe, expect, it } from 'vitest';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../../src/analysis/service.js';
import { addImport, type WantedExport } from '../../../src/kit/fixers/add-import.js';
import { dropImport } from '../../../src/kit/fixers/drop-import.js';
import { sourceOf, type SourceOptions } from '../../helpers/source.js';
import { applied, fixer, nodesOf } from './apply.js';

const rootOf = (node: TSESTree.Node): TSESTree.Node => (node.type === 'MemberExpression' ? rootOf(node.object) : node);

/** The calls of `gone` or of its members, in the order of the text. */
function callsOf(source: SourceCode, name = 'gone') {
  return nodesOf(source, 'CallExpression').flatMap((call) => {
    const root = rootOf(call.callee);
    return root.type === 'Identifier' && root.name === name ? [{ call, root }] : [];
  });
}

/** Replaces the call at `index` by one of `used`, drops what it called and imports what `wanted` asks for. */
function edits(source: SourceCode, index: number, wanted?: WantedExport) {
  const { call, root } = callsOf(source).at(index)!;
  const added = wanted ? addImport(fixer, source, wanted).fixes : [];
  return [...dropImport(fixer, source, root, added), fixer.replaceText(call.callee, 'used')];
}

function dropped(code: string, options?: SourceOptions, wanted?: Partial<WantedExport>, index = -1): string {
  const source = sourceOf(code, options);
  const output = applied(source, edits(source, index, wanted && { module: 'new', name: 'used', usedAt: [callsOf(source).at(index)!.call], ...wanted }));
  sourceOf(output, options);
  return output;
}

const js: SourceOptions = { language: 'js', sourceType: 'commonjs' };

describe('dropImport in modules', () => {
  it.each([
    ['the only name, with its line', "import { a } from 'a';\nimport { gone } from 'x';\nimport b from 'b';\n\ngone();", "import { a } from 'a';\nimport b from 'b';\n\nused();"],
    ['a default import', "import a from 'a';\nimport gone from 'x';\ngone.read();", "import a from 'a';\nused();"],
    ['a namespace', "import * as gone from 'x';\nimport a from 'a';\ngone.read();", "import a from 'a';\nused();"],
    ['import = require', "import gone = require('x');\nimport a from 'a';\ngone.read();", "import a from 'a';\nused();"],
    ['an alias', "import { read as gone, stat } from 'x';\ngone();", "import { stat } from 'x';\nused();"],
    ['the first of a list', "import { gone, b, c } from 'x';\ngone();", "import { b, c } from 'x';\nused();"],
    ['one in the middle', "import { a, gone, c } from 'x';\ngone();", "import { a, c } from 'x';\nused();"],
    ['the last of a list', "import { a, gone } from 'x';\ngone();", "import { a } from 'x';\nused();"],
    ['the last of a list that ends in a comma', "import { a, gone, } from 'x';\ngone();", "import { a, } from 'x';\nused();"],
    ['one in tight braces', "import {a,gone} from 'x';\ngone();", "import {a} from 'x';\nused();"],
    ['a line of a list', "import {\n  a,\n  gone, // reads\n  c,\n} from 'x';\ngone();", "import {\n  a,\n  c,\n} from 'x';\nused();"],
    ['the last line of a list', "import {\n  a,\n  gone,\n} from 'x';\ngone();", "import {\n  a,\n} from 'x';\nused();"],
    ['the last line without a comma', "import {\n\ta, // opens\n\tgone\n} from 'x';\ngone();", "import {\n\ta // opens\n} from 'x';\nused();"],
    ['the default beside names', "import gone, { a } from 'x';\ngone();", "import { a } from 'x';\nused();"],
    ['the default beside a namespace', "import gone, * as all from 'x';\ngone(all);", "import * as all from 'x';\nused(all);"],
    ['the only name beside a default', "import x, { gone } from 'x';\ngone(x);", "import x from 'x';\nused(x);"],
    ['the namespace beside a default', "import x, * as gone from 'x';\ngone.read(x);", "import x from 'x';\nused(x);"],
    ['a name beside a type', "import { type A, gone } from 'x';\ngone() as A;", "import { type A } from 'x';\nused() as A;"],
    ['a name between comments', "import { a, /* reads */ gone } from 'x';\ngone();", "import { a /* reads */  } from 'x';\nused();"],
    ['a line with CRLF', "import a from 'a';\r\nimport gone from 'x';\r\n\r\ngone();\r\n", "import a from 'a';\r\n\r\nused();\r\n"],
    ['a list with CRLF', "import {\r\n  a,\r\n  gone\r\n} from 'x';\r\ngone();\r\n", "import {\r\n  a\r\n} from 'x';\r\nused();\r\n"],
    ['one of several on a line', "import a from 'a'; import gone from 'x'; import b from 'b'; gone();", "import a from 'a'; import b from 'b'; used();"],
    ['the first on a line', "import gone from 'x'; import a from 'a'; gone();", "import a from 'a'; used();"],
    ['the comment behind it', "import a from 'a';\nimport gone from 'x'; // reads\ngone();", "import a from 'a';\nused();"],
    ['what the line above tells tools about it', "import a from 'a';\n// eslint-disable-next-line import/default\n// @ts-expect-error no types\nimport gone from 'x';\ngone();", "import a from 'a';\nused();"],
    ['not the licence, directive and shebang above', "#!/usr/bin/env node\n/* Copyright Me */\n'use server';\nimport gone from 'x';\nimport a from 'a';\ngone();", "#!/usr/bin/env node\n/* Copyright Me */\n'use server';\nimport a from 'a';\nused();"],
    ['not the comment above a group', "// Node\nimport gone from 'x';\nimport a from 'a';\ngone();", "// Node\nimport a from 'a';\nused();"],
    ['one blank line of the two around it', "import a from 'a';\n\nimport gone from 'x';\n\ngone();", "import a from 'a';\n\nused();"],
    ['the blank line below the first line', "import gone from 'x';\n\nconst f = () => gone();", 'const f = () => used();'],
  ])('removes %s', (_, code, output) => {
    expect(dropped(code)).toBe(output);
  });

  it.each([
    ['passed elsewhere', "import { gone } from 'x';\ngone();\nother(() => gone);"],
    ['called behind the call', "import { gone } from 'x';\nfunction f() { gone(); }\ngone; f();"],
    ['used as a type', "import gone from 'x';\ntype A = gone.A;\ngone.read();"],
    ['queried for its type', "import { gone } from 'x';\ntype A = typeof gone;\ngone();"],
    ['exported', "import { gone } from 'x';\nexport { gone };\ngone();"],
    ['an argument of the call itself', "import gone from 'x';\ngone.read(gone.flags);"],
    ['exported where it is imported', "export import gone = require('x');\ngone.read();"],
    ['declared by the file', 'function gone() {}\ngone();'],
    ['a parameter', 'export const f = (gone) => gone();'],
    ['another value of the module', "import x from 'x';\nconst { gone } = x;\ngone();"],
  ])('leaves what is %s', (_, code) => {
    const source = sourceOf(code);
    expect(dropImport(fixer, source, callsOf(source).at(-1)!.root as TSESTree.Identifier, [])).toEqual([]);
  });

  it('tells a name of the same spelling apart', () => {
    expect(dropped("import { gone } from 'x';\nfunction f(gone) { return gone + 1; }\ngone();")).toBe('function f(gone) { return gone + 1; }\nused();');
  });

  it('keeps statements apart that its line kept apart', () => {
    const code = "const a = b\nimport gone from 'x';\n(c || gone)()\n";
    const source = sourceOf(code);
    const gone = nodesOf(source, 'Identifier').filter(({ name }) => name === 'gone').at(-1)!;
    expect(dropImport(fixer, source, gone, [])).toEqual([]);
  });
});

describe('dropImport with a new import', () => {
  it.each<[string, string, string, Partial<WantedExport>, SourceOptions?]>([
    ['elsewhere', "import gone from 'x';\nimport a from 'a';\ngone();", "import a from 'a';\nimport { used } from 'new';\nused();", {}],
    ['in its place', "import a from 'a';\nimport gone from 'x';\n\ngone();", "import a from 'a';\nimport { used } from 'new';\n\nused();", {}],
    ['in its place and without its comments', "// @ts-ignore\nimport gone from 'x'; // reads\ngone();", "import { used } from 'new';\nused();", {}],
    ['in its place on a line of several', "import a from 'a'; import gone from 'x'; gone();", "import a from 'a'; import { used } from 'new'; used();", {}],
    ['in its list', "import { a, gone, b } from 'x';\ngone();", "import { a, used, b } from 'x';\nused();", { module: 'x' }],
    ['in its list of one', "import { gone } from 'x';\ngone();", "import { used } from 'x';\nused();", { module: 'x' }],
    ['in its list of lines', "import {\n  a,\n  gone, // reads\n} from 'x';\ngone();", "import {\n  a,\n  used, // reads\n} from 'x';\nused();", { module: 'x' }],
    ['in a list beside it', "import gone, { a } from 'x';\ngone();", "import { a, used } from 'x';\nused();", { module: 'x' }],
    ['in its pattern', "const { gone: read, gone } = require('x');\ngone();", "const { gone: read, used } = require('x');\nused();", { module: 'x' }, js],
    ['in place of a require', "'use strict';\nconst gone = require('x');\n\ngone.read();", "'use strict';\nconst { used } = require('new');\n\nused();", {}, js],
    ['in place of a require before a guard', "const a = 1\nconst b = 2\nconst gone = require('x')\n;[1].map(() => gone.read())", "const a = 1\nconst b = 2\nconst { used } = require('new')\n;[1].map(() => used())", {}, js],
  ])('%s', (_, code, output, wanted, options) => {
    expect(dropped(code, options, wanted)).toBe(output);
  });
});

describe('dropImport in CommonJS', () => {
  it.each([
    ['a module', "const a = require('a');\nconst gone = require('x');\n\ngone.read();", "const a = require('a');\n\nused();"],
    ['an export', "const gone = require('x').read;\nconst a = 1;\ngone();", 'const a = 1;\nused();'],
    ['the only name of a pattern', "const { gone } = require('x');\nconst a = 1;\ngone();", 'const a = 1;\nused();'],
    ['a name of a pattern', "const { a, read: gone } = require('x');\ngone();", "const { a } = require('x');\nused();"],
    ['the first declaration of several', "const gone = require('x'),\n  a = 1;\ngone();", 'const a = 1;\nused();'],
    ['a line of several declarations', "const a = 1,\n  gone = require('x'),\n  b = 2;\ngone();", 'const a = 1,\n  b = 2;\nused();'],
    ['the last declaration of several', "const a = 1,\n  gone = require('x');\ngone();", 'const a = 1;\nused();'],
    ['a require in a function', "function f() {\n  const gone = require('x');\n  return gone.read();\n}", 'function f() {\n  return used();\n}'],
    ['not the guard of the next line', "const a = 1\nconst gone = require('x')\n;[a].map(() => gone.read())", 'const a = 1\n;[a].map(() => used())'],
  ])('removes %s', (_, code, output) => {
    expect(dropped(code, js)).toBe(output);
  });

  it.each([
    ['a pattern with a rest element', "const { gone, ...rest } = require('x');\ngone();"],
    ['a default value', "const { gone = 1 } = require('x');\ngone();"],
    ['a variable assigned again', "let gone = require('x');\ngone = 1;\ngone();"],
    ['what is exported as a whole', "const gone = require('x');\nmodule.exports = { gone };\ngone();"],
  ])('leaves %s', (_, code) => {
    expect(dropped(code, js)).toBe(code.replace('gone()', 'used()'));
  });
});

describe('several uses', () => {
  it('are told apart by an edit that ESLint does not apply together with the one before', () => {
    const source = sourceOf("import { gone } from 'x';\ngone(1);\ngone(2);\ngone(3);");
    const [first, second, third] = callsOf(source);
    const starts = [0, 1, 2].map((index) => Math.min(...edits(source, index).map(({ range }) => range[0])));
    expect(starts).toEqual([first, second, second].map((one) => one!.root.range[0]));
    expect(Math.max(...edits(source, 2).map(({ range }) => range[1]))).toBe(third!.root.range[1]);
    expect(applied(source, edits(source, 2))).toBe("import { gone } from 'x';\ngone(1);\ngone(2);\nused(3);");
  });

  it('need none where something else than a call keeps the import', () => {
    const source = sourceOf("import { gone } from 'x';\nkeep(gone);\ngone(2);");
    expect(dropImport(fixer, source, callsOf(source).at(-1)!.root, [])).toEqual([]);
  });
});
