import { describe, expect, it } from 'vitest';
import { callersOf, callsIn, resolveFunction } from '../../src/analysis/calls.js';
import { functionName } from '../../src/analysis/syntax.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** Name of the function that the callee of `target(...)` in the code leads to. */
function resolved(code: string): string | undefined {
  const source = sourceOf(code);
  const fn = resolveFunction(source, nodeOf(source, 'CallExpression', 'target').callee);
  return fn && (functionName(fn) ?? 'anonymous');
}

describe('resolveFunction', () => {
  it.each([
    ['a declaration', `function target() {} target();`, 'target'],
    ['a constant arrow', `const target = () => {}; target();`, 'target'],
    ['an alias', `function real() {} const target = real; target();`, 'real'],
    ['a cast', `function real() {} (real as target)();`, 'real'],
    ['a method of this', `class A { target() {} f() { this.target(); } }`, 'target'],
    ['a method of this inside an arrow', `class A { target() {} f() { return () => this.target(); } }`, 'target'],
    ['a field of this', `class A { target = () => {}; f() { this.target(); } }`, 'target'],
    ['a private method', `class A { #target() {} f() { this.#target(); } }`, '#target'],
    ['a static method', `class A { static target() {} } A.target();`, 'target'],
    ['a method of an instance', `class A { target() {} } const a = new A(); a.target();`, 'target'],
    ['a method of an object', `const o = { target() {} }; o.target();`, 'target'],
    ['a bound method', `class A { real() {} f() { const target = this.real.bind(this); target(); } }`, 'real'],
    ['an expression called at once', `(function target() {})();`, 'target'],
  ])('%s', (_, code, name) => {
    expect(resolved(code)).toBe(name);
  });

  it.each([
    ['a parameter', `function f(target) { target(); }`],
    ['an import', `import { target } from './x'; target();`],
    ['a reassigned variable', `let target = () => {}; target = other; target();`],
    ['a computed member', `const o = { target() {} }; o[target]();`],
    ['another this', `class A { target() {} f() { return function () { this.target(); }; } }`],
    ['a cycle', `const a = target; const target = a; target();`],
  ])('is silent on %s', (_, code) => {
    expect(resolved(code)).toBeUndefined();
  });
});

describe('the call graph', () => {
  it('tells both ends of a call', () => {
    const source = sourceOf(`function a() { b(); [1].map(() => b()); } function b() {} b(); class C { constructor() { b(); } } new C();`);
    const b = nodeOf(source, 'FunctionDeclaration', 'function b');
    expect(callersOf(source, b).map(({ from }) => from && (functionName(from) ?? 'callback'))).toEqual(['a', 'callback', undefined, 'constructor']);
    expect(callsIn(source, undefined).map(({ target }) => functionName(target))).toEqual(['b', 'constructor']);
  });
});
