import { describe, expect, it } from 'vitest';
import { repetitions } from '../../src/analysis/retry-loops.js';
import { sourceOf } from '../helpers/source.js';

/** What is found, as `form kind/purpose bound tries growth`. */
function shape(code: string): string[] {
  return repetitions(sourceOf(code)).map(({ form, kind, purpose, bound, tries, delay }) => `${form} ${kind}/${purpose} ${bound} ${tries ?? '?'} ${delay.growth}${delay.jitter ? '+jitter' : ''}`);
}

const loop = (head: string, failure = '', tried = 'return await get(url);') => `async function f() { ${head} { try { ${tried} } catch (e) { ${failure} } } }`;

describe('what a loop is for', () => {
  it.each([
    ['a retry', loop('while (true)'), 'loop retry/call none ? none'],
    ['a retry that ends by a flag', 'async function f() { let ok = false; while (!ok) { try { await post(a); ok = true; } catch (e) { log(e); } } }', 'loop retry/call none ? none'],
    ['a poll for a state', loop('while (true)', '', 'const job = await get(id); if (job.state === "done") return job;'), 'loop poll/call none ? none'],
    ['a poll by its flag', 'async function f() { let state; while (state !== "done") { try { state = await get(id); } catch (e) { log(e); } } }', 'loop poll/call none ? none'],
    ['a poll by the name of its wait', loop('for (let i = 0; i < 10; i++)', 'await sleep(POLL_INTERVAL);'), 'loop poll/call counter 10 constant'],
    ['a consumer', loop('while (true)', '', 'const m = await queue.receive(); await handle(m);'), 'loop consumer/call none ? none'],
    ['a monitor', loop('while (true)', '', 'await check();'), 'loop monitor/readiness none ? none'],
    ['pages', loop('while (true)', '', 'const p = await get(cursor); cursor = p.next; if (!cursor) return;').replace('{ while', '{ let cursor; while'), 'loop pages/call none ? none'],
    ['alternatives', loop('for (let i = 0; i < urls.length; i++)', '', 'return await get(urls[i]);'), 'loop pages/call counter ? none'],
    ['a drain', loop('while (queue.length > 0)', '', 'await run(queue.shift());'), 'loop drain/call unknown ? none'],
    ['a generator', 'async function* f() { while (true) { try { yield await get(url); return; } catch (e) { log(e); } } }', 'loop generator/call none ? none'],
    ['a readiness check', loop('for (let i = 0; i < 30; i++)', 'await sleep(1000);', 'await client.ping(); return;'), 'loop retry/readiness counter 30 constant'],
    ['a name made up', loop('while (true)', '', 'return await insert(nanoid());'), 'loop retry/collision none ? none'],
    ['a subscription', loop('while (true)', 'await sleep(1000);', 'return await resubscribe();'), 'loop retry/connection none ? constant'],
  ])('%s', (_name, code, expected) => {
    expect(shape(code)).toEqual([expected]);
  });

  it.each([
    ['throws each time', loop('while (true)', 'throw e;')],
    ['returns each time', loop('while (true)', 'log(e); return;')],
    ['breaks by a label', 'async function f() { outer: while (true) { try { return await get(url); } catch (e) { for (const x of y) break outer; break; } } }'],
    ['ends the process', loop('while (true)', 'process.exit(1);')],
    ['leaves in finally', 'async function f() { while (true) { try { await get(url); } catch (e) { log(e); } finally { return; } } }'],
    ['leaves after the try', 'async function f() { while (true) { let r; try { r = await get(url); } catch (e) { log(e); } return r; } }'],
    ['awaits nothing', 'function f() { while (true) { try { return get(url); } catch (e) { log(e); } } }'],
    ['awaits in a function only', loop('while (true)', '', 'return run(async () => await get(url));')],
    ['has no catch', 'async function f() { while (true) { try { return await get(url); } finally { close(); } } }'],
  ])('nothing where the catch %s', (_name, code) => {
    expect(shape(code)).toEqual([]);
  });
});

describe('what ends it', () => {
  it.each([
    ['counter', loop('let n = 0; while (n++ < 3)')],
    ['counter', loop('let n = 3; while (n--)')],
    ['counter', loop('let n = 0; while (true)', 'n += 1; if (n > max) throw e;')],
    ['counter', loop('while (true)', 'errors.push(e); if (errors.length > 2) throw e;')],
    ['counter', loop('while (this.attempts < 5)', 'this.attempts++;')],
    ['counter', loop('for (const wait of [1, 2, 3])', 'await sleep(wait);')],
    ['deadline', loop('while (Date.now() < end)')],
    ['deadline', loop('while (true)', 'if (new Date() > end) throw e;')],
    ['abort', loop('while (!signal.aborted)')],
    ['abort', loop('while (running)')],
    ['abort', loop('while (true)', 'if (this.closed) return;')],
    ['unknown', loop('while (more())')],
    ['unknown', loop('while (true)', 'if (!policy.again()) throw e;')],
    ['none', loop('while (true)', 'if (e.code !== "ECONNRESET") throw e;')],
    ['none', loop('while (true)', 'if (!isTransient(e)) { throw e; }')],
    ['none', loop('for (;;)', 'const { status } = e; if (status < 500) throw e;')],
    ['none', loop('while (1)', 'if (verbose) console.log(e);')],
  ])('%s: %s', (expected, code) => {
    expect(repetitions(sourceOf(code)).map(({ bound }) => bound)).toEqual([expected]);
  });

  it.each([
    [3, loop('for (let i = 0; i < 3; i++)')],
    [3, loop('for (let i = 1; i <= 3; i++)')],
    [5, loop('let left = 5; while (left > 0)', 'left -= 1;')],
    [4, `const MAX = 4; ${loop('for (let i = 0; i < MAX; i++)')}`],
    [undefined, loop('for (let i = 0; i < max; i++)')],
  ])('%s tries: %s', (expected, code) => {
    expect(repetitions(sourceOf(code)).map(({ tries }) => tries)).toEqual([expected]);
  });
});

describe('how waits grow', () => {
  it.each([
    ['none', 'log(e);'],
    ['none', 'await sleep(0);'],
    ['constant', 'await sleep(1000);'],
    ['constant', 'await new Promise((r) => setTimeout(r, 1000));'],
    ['constant', 'await new Promise((r) => { setTimeout(() => r(), 1000); });'],
    ['constant', 'await sleep(options.delay);'],
    ['constant+jitter', 'await sleep(1000 + Math.random() * 100);'],
    ['linear', 'await sleep(1000 * i);'],
    ['linear', 'await sleep((i + 1) * 1000);'],
    ['linear', 'await sleep(i === 0 ? 100 : 1000);'],
    ['exponential', 'await sleep(2 ** i * 100);'],
    ['exponential', 'await sleep(Math.min(1000 * Math.pow(2, i), 30000));'],
    ['exponential', 'await sleep(100 << i);'],
    ['exponential+jitter', 'await sleep(2 ** i * 100 * Math.random());'],
    ['exponential', 'const wait = 2 ** i * 100; await sleep(wait);'],
    ['exponential', 'await sleep([100, 500, 2000][i]);'],
    ['unknown', 'await sleep(getDelay(i));'],
    ['unknown', 'await sleep(e.retryAfter);'],
    ['unknown', 'await recover();'],
  ])('%s: %s', (expected, failure) => {
    const [{ delay } = { delay: undefined }] = repetitions(sourceOf(loop('for (let i = 0; i < 5; i++)', failure)));
    expect(`${delay?.growth}${delay?.jitter ? '+jitter' : ''}`).toBe(expected);
  });
});

describe('functions that run again', () => {
  it.each([
    ['a recursion', 'async function f() { try { return await get(); } catch { return f(); } }', 'recursion retry/call none ? none'],
    ['a recursion that waits', 'async function f() { try { return await get(); } catch { await sleep(10); return f(); } }', 'recursion retry/call none ? constant'],
    ['a recursion that counts', 'async function f(n) { try { return await get(); } catch (e) { if (n > 3) throw e; return f(n + 1); } }', 'recursion retry/call counter ? none'],
    ['a counter as an argument', 'async function f(n) { try { return await get(); } catch (e) { return f(n - 1); } }', 'recursion retry/call counter ? none'],
    ['another input', 'async function f(u) { try { return await get(u); } catch (e) { return f(mirror); } }', 'recursion unknown/call none ? none'],
    ['in .catch()', 'const f = () => get().catch(() => f());', 'recursion retry/call none ? none'],
    ['by a timer', 'async function f() { try { await get(); } catch { setTimeout(f, 1000); } }', 'timer retry/call none ? constant'],
    ['by a timer with a method', 'class A { async f() { try { await get(); } catch { setTimeout(() => this.f(), this.delay); } } }', 'timer retry/call none ? constant'],
    ['by a timer with bind', 'class A { async f() { try { await get(); } catch { setTimeout(this.f.bind(this), 1000); } } }', 'timer retry/call none ? constant'],
    ['a monitor that always goes on', 'async function f() { try { await get(); } catch { setTimeout(f, 1000); return; } setTimeout(f, 1000); }', 'timer monitor/call none ? constant'],
    ['a monitor by its name', 'async function heartbeat() { try { await get(); } catch { setTimeout(heartbeat, 1000); } }', 'timer monitor/call none ? constant'],
    ['a refreshed token', 'async function f() { try { return await get(); } catch { await refresh(); return f(); } }', 'recursion unknown/call none ? unknown'],
  ])('%s', (_name, code, expected) => {
    expect(shape(code)).toEqual([expected]);
  });

  it('does not take what a handler sets up for a retry', () => {
    expect(shape('async function f() { try { await get(); } catch { button.on("click", () => f()); } }')).toEqual([]);
    expect(shape('async function f() { try { await get(); } catch { g(); } } function g() {}')).toEqual([]);
  });
});
