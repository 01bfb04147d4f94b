import { describe, expect, it } from 'vitest';
import { busyWaits } from '../../src/analysis/busy-wait.js';
import { sourceOf } from '../helpers/source.js';

const count = (code: string) => busyWaits(sourceOf(code)).length;

describe('loops that only wait', () => {
  it.each([
    'while (Date.now() < end) {}',
    'while (Date.now() - start < 1000);',
    'while (new Date().getTime() < end) { /* wait */ }',
    'let now; do { now = Date.now(); } while (now - start < ms);',
    'for (let t = performance.now(); performance.now() - t < ms; ) {}',
    'while (performance.now() < end) { spins++; }',
    'while (process.hrtime.bigint() < end) {}',
    'while (new Date() < end) {}',
    'while (Date.now() < end) { const left = end - Date.now(); }',
  ])('%s', (code) => {
    expect(count(code)).toBe(1);
  });

  it.each([
    'while (Date.now() < end) { work(); }',
    'while (queue.length > 0 && Date.now() < end) { queue.pop(); }',
    'async () => { while (Date.now() < end) { await poll(); } };',
    'while (Date.now() < end) { if (done) break; }',
    'while (i < n) { i++; }',
    'for (const d = new Date(from); d < to; d.setDate(d.getDate() + 1)) {}',
    'for (let d = new Date(); d < end; d = addDays(d, 1)) {}',
    'function* ticks() { while (Date.now() < end) { yield 1; } }',
    'while (Date.now() < end) { state.count = 1; }',
    'while (!ready) {} const now = Date.now();',
  ])('not: %s', (code) => {
    expect(count(code)).toBe(0);
  });
});
