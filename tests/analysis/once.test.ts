import { describe, expect, it } from 'vitest';
import { isMemoized } from '../../src/analysis/once.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

function memoized(code: string): boolean {
  const source = sourceOf(code);
  return isMemoized(source, nodeOf(source, 'CallExpression', 'make()'));
}

describe('what runs until a value is there', () => {
  it.each([
    'let x; function f() { return (x ??= make()); }',
    'let x; function f() { x = x || make(); return x; }',
    'let x; function f() { return x ?? (x = make()); }',
    'let x; function f() { if (!x) { x = make(); } return x; }',
    'let x: string | undefined; function f() { if (x === undefined) { const raw = make(); x = raw.trim(); } return x; }',
    'let x; function f() { if (x) return x; const raw = make(); x = raw; return x; }',
    'const m = new Map(); function f(k) { if (!m.has(k)) m.set(k, make()); return m.get(k); }',
    'const m = new Map(); function f(k) { const hit = m.get(k); if (hit) return hit; const v = make(); m.set(k, v); return v; }',
    'const c = {}; function f(k) { if (c[k]) { return c[k]; } c[k] = make(); return c[k]; }',
    'let x; function f() { if (!x) { x = names.map((name) => make()); } return x; }',
    'class A { f() { if (!this.x) this.x = make(); return this.x; } }',
    'class A { get f() { return (this.x ??= make()); } }',
    'let x; let at = 0; function f() { if (x && Date.now() - at < 1000) return x; x = make(); at = Date.now(); return x; }',
    "const redis = client(); async function f(k) { const hit = await redis.get(k); if (hit) { return hit; } const v = make(); await redis.set(k, v); return v; }",
  ])('%s', (code) => {
    expect(memoized(code)).toBe(true);
  });

  it.each([
    'make();',
    'function f() { return make(); }',
    'let x; function f() { x = make(); return x; }',
    'let x; function f() { if (x) { return make(); } }',
    'function f(x) { if (!x) { x = make(); } return x; }',
    'function f() { let x; if (!x) x = make(); return x; }',
    'let on = true; function f() { if (on) make(); }',
    'class A { f() { if (this.enabled) this.last = make(); } }',
    'let x; function f() { if (x) return x; return make(); }',
  ])('not: %s', (code) => {
    expect(memoized(code)).toBe(false);
  });
});
