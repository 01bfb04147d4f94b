import { describe, expect, it } from 'vitest';
import { importsIn, TextCalls } from '../../src/analysis/text-calls.js';
import { outlineOf } from '../../src/analysis/text-outline.js';

/** The functions of a text by their names. */
const names = (text: string): string[] => outlineOf(text).pieces.map((piece) => [...piece.names].join(' '));

describe('the functions of a text', () => {
  it.each<[string, string, string[]]>([
    ['declarations', 'export async function load(name: string): Promise<string> {\n  return x;\n}\nfunction* rows() { yield 1; }', ['load', 'rows']],
    ['constants', 'const load = async (name) => {\n  if (a) { b(); }\n};\nexport const one = (x) => two(x);', ['load', 'one']],
    ['methods and constructors', 'export class Files extends Base {\n  private root = "a";\n  constructor(private readonly disk: Disk) { super(); }\n  @Get(":id")\n  async load({ id }: { id: string }): Promise<{ a: string }> {\n    return { a: id };\n  }\n  static of = () => { return 1; };\n}', ['new Files', 'load', 'of']],
    ['members of an object', 'module.exports = {\n  load: async function (name) { return 1; },\n  get(id) { return 2; },\n};', ['load', 'get']],
    ['CommonJS exports', 'exports.load = (name) => {\n  return 1;\n};\nmodule.exports = function () { return 1; };', ['load', 'default']],
    ['a registered function', "router.post('/a', async (req, res) => {\n  res.end();\n});", ['router post a']],
    ['none in strings, comments, templates and regular expressions', 'const a = "function b() {";\n// function c() {\n/* d() { */\nconst e = `f() { ${g({ h: "}" })} `;\nconst i = /[/{]\\/{/u.test("{");\nfunction load() { return 4 / 2; }', ['load']],
    ['what stands at the top runs once', 'if (isDev) {\n  start();\n}\nfunction load() {}', ['load']],
    ['the whole text where braces do not match', 'function load() { } }', ['']],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('are known by the names they are exported by', () => {
    expect([...outlineOf('export { load as read };\nexport default load;').aliases]).toEqual([['read', 'load'], ['default', 'load'], ['new default', 'new load']]);
    expect([...outlineOf('module.exports = { read: load };').aliases]).toEqual([['read', 'load']]);
  });
});

describe('the imports of a text', () => {
  it('give the names bound with those of the exports', () => {
    const text = "import a, { b, c as d } from './a';\nimport * as e from './e';\nimport type { F } from './f';\nconst { g, h: i } = require('./g');\nconst j = require('./j');\nexport * from './k';\nconst l = await import('./l');";
    expect(importsIn(text).map(({ from, bound, passedOn }) => [from, Object.fromEntries(bound), passedOn])).toEqual([
      ['./a', { b: 'b', d: 'c', a: 'default' }, false],
      ['./e', { e: '*' }, false],
      ['./g', { g: 'g', i: 'h' }, false],
      ['./j', { j: 'default' }, false],
      ['./k', {}, true],
      ['./l', { l: 'default' }, false],
    ]);
  });
});

describe('the calls of a text', () => {
  const text = "import a, { b as c } from './a';\nimport { d } from './d';\nfunction run(x) { c(); a.load(x); new d(); d.make<T>(); x.save(); this.repo.find?.(); if (x) JSON.parse(x); }";
  const calls = new TextCalls(text, importsIn(text));

  it('are told apart by what stands before the dot', () => {
    expect([...calls.of('./a')]).toEqual(['run', 'b', 'load', 'save', 'find']);
    expect([...calls.of('./d')]).toEqual(['run', 'new d', 'make', 'save', 'find']);
    expect([...calls.local()]).toEqual(['run', 'save', 'find']);
  });
});
