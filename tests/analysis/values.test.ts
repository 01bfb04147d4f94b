import { describe, expect, it } from 'vitest';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../src/analysis/service.js';
import { expressionOf, propertyOf, stringOf, templateParts, valueOf } from '../../src/analysis/values.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** The argument of the only call of `ask(...)`. */
function asked(code: string, language: 'js' | 'ts' = 'ts'): { source: SourceCode; node: TSESTree.Node } {
  const source = sourceOf(code, { language });
  const calls = source.ast.tokens!.filter((token) => token.value === 'ask');
  expect(calls).toHaveLength(1);
  const call = source.getNodeByRangeIndex(calls[0]!.range[0])!.parent as TSESTree.CallExpression;
  return { source, node: call.arguments[0]! };
}

function value(code: string, language?: 'js' | 'ts'): unknown {
  const { source, node } = asked(code, language);
  const found = valueOf(source, node);
  return found.known ? found.value : 'UNKNOWN';
}

function parts(code: string): string[] {
  const { source, node } = asked(code);
  return templateParts(source, node).map((part) => (part.kind === 'static' ? part.text : `<${source.getText(part.node)}>`));
}

function property(code: string, name: string): string {
  const { source, node } = asked(code);
  const found = propertyOf(source, node, name);
  return typeof found === 'string' ? found : `found ${source.getText(found.found)}`;
}

describe('valueOf', () => {
  it.each([
    ['ask("a")', 'a'],
    ['ask(`a`)', 'a'],
    ['ask(-5)', -5],
    ['ask(60 * 1000)', 60_000],
    ['ask(2 ** 3 - 1 << 1)', 14],
    ['ask(!0)', true],
    ['ask(void 0)', undefined],
    ['ask(undefined)', undefined],
    ['ask(Infinity)', Infinity],
    ['ask(Number.POSITIVE_INFINITY)', Infinity],
    ['ask(null)', null],
    ['ask(10n)', 10n],
    ['ask("a" + 1 + `b${2}`)', 'a1b2'],
    ['ask(null ?? "x")', 'x'],
    ['ask("" || "x")', 'x'],
    ['ask("a" && "x")', 'x'],
    ['ask(1 < 2 ? "yes" : "no")', 'yes'],
    ['ask("a" === "b")', false],
    ['const A = "x"; const b = A; ask(b)', 'x'],
    ['let a = 3; ask(a)', 3],
    ['const a = "x" as const; ask(a!)', 'x'],
    ['const o = { a: { b: 7 } }; ask(o.a.b)', 7],
    ['const o = { a: { b: 7 } } as const; ask(o["a"].b)', 7],
    ['const KEY = "k"; const o = { [KEY]: 7 }; ask(o[KEY])', 7],
    ['const list = ["x", "y"]; ask(list[1])', 'y'],
    ['const o = Object.freeze({ a: 1 }); ask(o.a)', 1],
    ['enum Topic { Orders = "orders" } ask(Topic.Orders)', 'orders'],
    ['class C { private readonly url = "u"; m() { ask(this.url); } }', 'u'],
    ['class C { private readonly url = "u"; m() { return () => ask(this.url); } }', 'u'],
    ['class C { static readonly URL = "u"; m() { ask(C.URL); } }', 'u'],
    ['ask(["a", "b"].join("-"))', 'a-b'],
    ['ask(" a ".trim())', 'a'],
    ['ask("a".concat("b", 1))', 'ab1'],
  ])('%s', (code, expected) => {
    expect(value(code)).toBe(expected);
  });

  it.each([
    'ask(x)',
    'function f(a = 1) { ask(a); }',
    'let a = 1; a = 2; ask(a)',
    'let a; a = 2; ask(a)',
    'for (let i = 0; i < 3; i++) ask(i)',
    'for (const i of [1]) ask(i)',
    'const { a } = { a: 1 }; ask(a)',
    'ask(process.env.URL ?? "x")',
    'ask(`a${x}`)',
    'ask(x + 1)',
    'ask(/a/)',
    'ask(f())',
    'ask({})',
    'const a = b + "x"; const b = a; ask(a)',
    'const a = a; ask(a)',
    'function f(undefined) { ask(undefined); }',
    'const o = { a: 1 }; o.a = 2; ask(o.a)',
    'const o = { a: 1 }; o[key] = 2; ask(o.a)',
    'const o = { a: 1 }; delete o.a; ask(o.a)',
    'const o = { a: { b: 1 } }; o.a.b++; ask(o.a.b)',
    'const o = { a: 1 }; Object.assign(o, x); ask(o.a)',
    'const o = { a: 1 }; [o.a] = x; ask(o.a)',
    'const o = { a: 1 }; ({ a: o.a } = x); ask(o.a)',
    'const list = [1]; list.push(2); ask(list[1])',
    'const list = [...x, 1]; ask(list[0])',
    'const lines = []; lines.push(x); ask(lines.join())',
    'const o = { get a() { return 1; } }; ask(o.a)',
    'ask("ab"[0])',
    'ask(1n + 2n)',
  ])('%s is unknown', (code) => {
    expect(value(code, 'js')).toBe('UNKNOWN');
  });

  it('does not take a class field that others may set', () => {
    expect(value('class C { url = "u"; m() { ask(this.url); } }')).toBe('UNKNOWN');
    expect(value('class C { private url = "u"; set(u) { this.url = u; } m() { ask(this.url); } }')).toBe('UNKNOWN');
    expect(value('class C { private readonly url = "u"; m() { function g() { ask(this.url); } } }')).toBe('UNKNOWN');
  });

  it('gives up on texts that grow without end', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `const t${i + 1} = t${i} + t${i};`);
    expect(value(`const t0 = "x"; ${lines.join('\n')} ask(t60)`)).toBe('UNKNOWN');
    expect(value(`const t0 = x; ${lines.join('\n')} ask(\`a\${t60}\`)`)).toBe('UNKNOWN');
  });

  it('stringOf gives strings only', () => {
    const { source, node } = asked('ask(1)');
    expect(stringOf(source, node)).toBeUndefined();
  });
});

describe('templateParts', () => {
  it.each([
    ['ask(`a ${x} b`)', ['a ', '<x>', ' b']],
    ['ask("a" + x + "b")', ['a', '<x>', 'b']],
    ['ask(x + y + "b")', ['<x + y>', 'b']],
    ['ask(x + y)', ['<x + y>']],
    ['ask(x)', ['<x>']],
    ['const host = `http://${h}`; ask(`${host}/users/${id}`)', ['http://', '<h>', '/users/', '<id>']],
    ['const base = "http://x"; ask(base + "/y")', ['http://x/y']],
    ['ask(["a", x, "c"].join("\\n"))', ['a\n', '<x>', '\nc']],
    ['ask(`\n  hello ${x} \n`.trim())', ['hello ', '<x>']],
    ['const o = { sql: `SELECT ${c}` }; ask(o.sql)', ['SELECT ', '<c>']],
    ['ask(sql`SELECT ${c}`)', ['<sql`SELECT ${c}`>']],
    ['ask("")', []],
    ['ask(5)', ['5']],
  ])('%s', (code, expected) => {
    expect(parts(code)).toEqual(expected);
  });
});

describe('propertyOf', () => {
  it.each([
    ['ask({ a: x })', 'a', 'found x'],
    ['ask({ a })', 'a', 'found a'],
    ['ask({ "a": 1, a: 2 })', 'a', 'found 2'],
    ['ask({ a() {} })', 'a', 'found () {}'],
    ['ask({ b: 1 })', 'a', 'absent'],
    ['const o = { a: 1 }; ask(o)', 'a', 'found 1'],
    ['const o = { a: 1 }; ask(o as Options)', 'a', 'found 1'],
    ['const base = { a: 1 }; ask({ ...base, b: 2 })', 'a', 'found 1'],
    ['const base = { a: 1 }; ask({ ...base, a: 2 })', 'a', 'found 2'],
    ['const base = { b: 1 }; ask({ ...base })', 'a', 'absent'],
    ['ask({ ...base })', 'a', 'unknown'],
    ['ask({ a: 1, ...base })', 'a', 'unknown'],
    ['ask({ ...base, a: 1 })', 'a', 'found 1'],
    ['ask({ [k]: 1 })', 'a', 'unknown'],
    ['ask({ [k]: 1, a: 2 })', 'a', 'found 2'],
    ['ask({ ...(v && { b: 1 }) })', 'a', 'absent'],
    ['ask({ ...(v && { a: 1 }) })', 'a', 'unknown'],
    ['ask({ ...(v ? { b: 1 } : {}) })', 'a', 'absent'],
    ['ask({ __proto__: x })', 'a', 'unknown'],
    ['ask(x)', 'a', 'unknown'],
    ['function f(o = { b: 1 }) { ask(o); }', 'a', 'unknown'],
    ['ask(v ? { a: 1 } : {})', 'a', 'unknown'],
    ['ask("text")', 'timeout', 'absent'],
    ['ask(() => {})', 'timeout', 'absent'],
    ['ask(["x", y])', '1', 'found y'],
    ['ask(["x"])', '1', 'absent'],
    ['const o = {}; o.a = 1; ask(o)', 'a', 'unknown'],
    ['const o = {}; o.b = 1; ask(o)', 'a', 'absent'],
    ['const o = { inner: { a: 1 } }; ask(o.inner)', 'a', 'found 1'],
    ['const options = () => ({ a: 1 }); ask(options())', 'a', 'found 1'],
    ['function options() { const o = { a: 1 }; return o; } ask(options())', 'a', 'found 1'],
    ['function options() { if (x) return {}; return { a: 1 }; } ask(options())', 'a', 'unknown'],
    ['class C { options() { return { b: 1 }; } m() { ask(this.options()); } }', 'a', 'absent'],
    ['async function options() { return { a: 1 }; } ask(await options())', 'a', 'found 1'],
    ['async function options() { return { a: 1 }; } ask(options())', 'a', 'unknown'],
    ['class C { private readonly o = { a: 1 }; m() { ask(this.o); } }', 'a', 'found 1'],
    ['const o = { ...o }; ask(o)', 'a', 'unknown'],
    ['const a = b; const b = a; ask(a)', 'a', 'unknown'],
    ['function f() { return f(); } ask(f())', 'a', 'unknown'],
  ])('%s: %s', (code, name, expected) => {
    expect(property(code, name)).toBe(expected);
  });
});

describe('expressionOf', () => {
  it('follows names and members to the expression, and stops where it may change', () => {
    const source = sourceOf('const make = () => 1; const o = { make }; use(o.make); let y = 1; y = 2; use(y);');
    expect(source.getText(expressionOf(source, nodeOf(source, 'MemberExpression', 'o.make')))).toBe('() => 1');
    const y = nodeOf(source, 'CallExpression', 'use(y)').arguments[0]!;
    expect(expressionOf(source, y)).toBe(y);
  });
});
