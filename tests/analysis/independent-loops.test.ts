import { describe, expect, it } from 'vitest';
import { independentLoops } from '../../src/analysis/independent-loops.js';
import { sourceOf } from '../helpers/source.js';

function loops(body: string): number[] {
  const source = sourceOf(`async function f(items, out, state) {\n${body}\n}`);
  return independentLoops(source, (step) => /^(?:this\.)?agent/u.test(source.getText(step.call.callee))).map((loop) => loop.steps.length);
}

describe('independentLoops', () => {
  it.each([
    ['for of', 'for (const x of items) { const r = await agent(x); }', [1]],
    ['a body without braces', 'for (const x of items) await agent(x);', [1]],
    ['patterns', 'for (const [k, v] of Object.entries(items)) { await agent(k, v); }', [1]],
    ['pushing results', 'for (const x of items) { const r = await agent(x); out.push(r); }', [1]],
    ['keyed results', 'for (const x of items) { out[x] = await agent(x); }', [1]],
    ['keyed results in a map', 'for (const x of items) { out.set(x, await_(x)); const r = await agent(x); }', [1]],
    ['fields of the element', 'for (const x of items) { x.text = await agent(x); x.list.push(1); }', [1]],
    ['several calls', 'for (const x of items) { const a = await agent(x); const b = await agent(a); }', [2]],
    ['try and continue', 'for (const x of items) { if (!x) continue; try { await agent(x); } catch (e) { log(e); } }', [1]],
    ['variables of the body', 'for (const x of items) { let n = 0; n += 1; const parts = []; parts.push(n); await agent(parts); }', [1]],
    ['a loop that awaits nothing', 'for (const x of items) { for (const y of x) { check(y); } await agent(x); }', [1]],
    ['the inner of two loops', 'for (const x of items) { for (const y of x) { await agent(y); } }', [1]],
    ['a loop by index', 'for (let i = 0; i < items.length; i++) { const r = await agent(items[i]); out.push(r); }', [1]],
    ['awaits in functions', 'for (const x of items) { await agent(async () => { await other(x); return 1; }); }', [1]],
    ['results in a map', 'for (const x of items) { const r = await agent(x); out.set(x.id, r); }', [1]],
    ['a field that counts', 'for (const x of items) { await agent(x); state.done++; }', [1]],
    ['elements of a loop by index', 'for (let i = 0; i < items.length; i++) { const x = items[i]; x.text = await agent(x); items[i].done = true; }', [1]],
    ['results for an unknown function', 'for (const x of items) { const r = await agent(x); keep(r); }', [1]],
    ['counting', 'let n = 0; for (const x of items) { await agent(x); n++; }', [1]],
  ])('sees %s', (_, body, expected) => {
    expect(loops(body)).toEqual(expected);
  });

  it.each([
    ['carried variables', 'let last; for (const x of items) { last = await agent(x, last); }'],
    ['carried variables that only the end reads', 'let last; for (const x of items) { last = await agent(x); }'],
    ['sums', 'let text = ""; for (const x of items) { const r = await agent(x); text += r; }'],
    ['a history', 'for (const x of items) { out.push(x); await agent(out); }'],
    ['collected results that are read', 'for (const x of items) { const r = await agent(x); out.push(r); if (out.length > 3) continue; }'],
    ['keyed results that are read', 'for (const x of items) { out[x] = await agent(out); }'],
    ['a collection that grows', 'for (const x of items) { const r = await agent(x); items.push(r); }'],
    ['collected results that a function reads', 'const all = () => out.join(); for (const x of items) { const r = await agent(x, all()); out.push(r); }'],
    ['counters that are read', 'let n = 0; for (const x of items) { n++; await agent(x, n); }'],
    ['fields of other objects', 'for (const x of items) { state.last = await agent(x); }'],
    ['fields of this', 'for (const x of items) { this.last[x] = await agent(x); }'],
    ['destructured writes', 'let a; for (const x of items) { const r = await agent(x); ({ a } = r); }'],
    ['an index that moves on', 'for (let i = 0; i < items.length; i++) { await agent(items[i]); if (!items[i]) i++; }'],
    ['an index that starts later', 'for (let i = 1; i < items.length; i++) { await agent(items[i]); }'],
    ['an index that goes down', 'for (let i = 0; i < items.length; i--) { await agent(items[i]); }'],
    ['a second variable in the head', 'for (let i = 0, j = 1; i < items.length; i++) { await agent(items[i], j); }'],
    ['a counter for places', 'let n = 0; for (const x of items) { const r = await agent(x); out[n++] = r; }'],
    ['another name of what is read', 'const all = out; for (const x of items) { const r = await agent(x, out); all.push(r); }'],
    ['another name made inside', 'for (const x of items) { const all = state.all ?? (state.all = []); const r = await agent(x); all.push(r); }'],
    ['a function of the file that adds', 'const keep = (r) => { out.push(r); }; for (const x of items) { const r = await agent(x); keep(r); }'],
    ['arguments that add', 'for (const x of items) { const r = await agent(x, out.push(x)); }'],
    ['globals', 'for (const x of items) { const r = await agent(x); results.push(r); }'],
    ['break', 'for (const x of items) { const r = await agent(x); if (r) break; }'],
    ['return', 'for (const x of items) { const r = await agent(x); if (r) return r; }'],
    ['throw', 'for (const x of items) { const r = await agent(x); if (!r) throw new Error(); }'],
    ['yield', 'for (const x of items) { (function* () { yield 1; }); yield_(await agent(x)); }'],
    ['objects that the call uses', 'for (const x of items) { state.add1(x); const r = await agent(state.messages); }'],
    ['fields of this that the call uses', 'for (const x of items) { this.remember(x); const r = await agent(this.messages); }'],
    ['other awaits', 'for (const x of items) { await agent(x); await sleep(1); }'],
    ['awaits of the same statement', 'for (const x of items) { const r = await agent(await load(x)); }'],
    ['for await', 'for await (const x of items) { await agent(x); }'],
    ['while', 'while (items.length) { await agent(items.pop()); }'],
    ['loops by step', 'for (let i = 0; i < items.length; i += 5) { await agent(items[i]); }'],
    ['rounds', 'for (let i = 0; i < 5; i++) { await agent(i); }'],
    ['rounds as long as a list', 'for (let i = 0; i < items.length; i++) { await agent(i); }'],
    ['calls in an inner while', 'for (const x of items) { while (x.next()) { await agent(x); } }'],
    ['labels', 'a: for (const x of items) { for (const y of x) { continue a; } await agent(x); }'],
    ['loops that await nothing', 'for (const x of items) { agent(x); }'],
  ])('is silent on %s', (_, body) => {
    expect(loops(body)).toEqual([]);
  });
});
