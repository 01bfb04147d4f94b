import { describe, expect, it } from 'vitest';
import { isFunction, type FunctionNode } from '../../../src/analysis/syntax.js';
import { makeAsync } from '../../../src/kit/fixers/make-async.js';
import { sourceOf } from '../../helpers/source.js';
import { applied, fixer, fix, nodesOf } from './apply.js';

/** Makes the last function of the text with a body async; asserts that a second run changes nothing. */
function made(code: string): string | null {
  const last = (source: Parameters<typeof nodesOf>[0]): FunctionNode =>
    [...nodesOf(source, 'FunctionDeclaration'), ...nodesOf(source, 'FunctionExpression'), ...nodesOf(source, 'ArrowFunctionExpression')].filter(isFunction).at(-1)!;
  const output = fix(code, (source) => makeAsync(fixer, source, last(source)));
  if (output !== null) {
    const again = sourceOf(output);
    expect(applied(again, makeAsync(fixer, again, last(again))!)).toBe(output);
  }
  return output;
}

describe('makeAsync', () => {
  it.each([
    ['function f() {}', 'async function f() {}'],
    ['export function f() {}', 'export async function f() {}'],
    ['export default function () {}', 'export default async function () {}'],
    ['const f = (x) => x;', 'const f = async (x) => x;'],
    ['const f = x => x;', 'const f = async x => x;'],
    ['const f = <T,>(x: T) => x;', 'const f = async <T,>(x: T) => x;'],
    ['const f = function g() {};', 'const f = async function g() {};'],
    ['const o = { f() {} };', 'const o = { async f() {} };'],
    ["const o = { ['f']() {} };", "const o = { async ['f']() {} };"],
    ["const o = { 'f': function () {} };", "const o = { 'f': async function () {} };"],
    ['class A { f() {} }', 'class A { async f() {} }'],
    ['class A { private static f() {} }', 'class A { private static async f() {} }'],
    ['class A { @Get() public f() {} }', 'class A { @Get() public async f() {} }'],
    ['class A { #f() {} }', 'class A { async #f() {} }'],
    ['class A { [x]() {} }', 'class A { async [x]() {} }'],
    ['class A { f = () => 1; }', 'class A { f = async () => 1; }'],
    ['async function f() {}', 'async function f() {}'],
    ["app.get('/', (req, res) => {});", "app.get('/', async (req, res) => {});"],
    ['function f(): string { return x; }', 'async function f(): Promise<string> { return x; }'],
    ['function f(): void {}', 'async function f(): Promise<void> {}'],
    ['function f(): any {}', 'async function f(): Promise<any> {}'],
    ['function f(): Promise<string> { return x; }', 'async function f(): Promise<string> { return x; }'],
    ['function f(): string | null { return x; }', 'async function f(): Promise<string | null> { return x; }'],
    ['function f(): void | Promise<void> {}', 'async function f(): Promise<void> {}'],
    ['function f(): string | Promise<Buffer> { return x; }', 'async function f(): Promise<string | Buffer> { return x; }'],
    ['const f = (): { a: 1 } => x;', 'const f = async (): Promise<{ a: 1 }> => x;'],
    ['const f: Handler = () => {};', 'const f: Handler = async () => {};'],
    ['const f: (x: string) => void = () => {};', 'const f: (x: string) => void = async () => {};'],
  ])('%s', (code, output) => {
    expect(made(code)).toBe(output);
  });

  it.each([
    'function* f() {}',
    'class A { get x() { return 1; } }',
    'class A { set x(v) {} }',
    'class A { constructor() {} }',
    'const o = { get x() { return 1; } };',
    'function f(x: unknown): x is string { return true; }',
    'function f(x: unknown): asserts x { }',
    'function f(): PromiseLike<string> { return x; }',
    'function f(): Bluebird.Promise<string> { return x; }',
    'const f: (x: string) => number = (x) => 1;',
    'class A { f: () => string = () => x; }',
    'class A { f(a: string): void; f(a: any): void {} }',
    'class A extends B { override f() {} }',
    'export function f(a: string): void; export function f(a: any): void {}',
  ])('leaves %s alone', (code) => {
    expect(made(code)).toBeNull();
  });
});
