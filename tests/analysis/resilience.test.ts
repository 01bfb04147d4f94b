import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings.js';
import { outboundCalls } from '../../src/analysis/outbound-calls.js';
import { policiesOf, timeLimitOf } from '../../src/analysis/resilience.js';
import { isStreamed } from '../../src/analysis/streaming.js';
import { hostWith } from '../helpers/handlers.js';
import { sourceOf, type SourceOptions } from '../helpers/source.js';

/** Limit and policies of the only call in `code`. */
function around(code: string, options?: SourceOptions): { limited: string; policies: string[]; streamed: boolean } {
  const source = sourceOf(code, options);
  const [call, ...more] = outboundCalls(source);
  if (!call || more.length > 0) throw new Error(`Not one call in: ${code}`);
  return { limited: timeLimitOf(source, call, 120_000).limited, policies: [...policiesOf(source, call)].sort(), streamed: isStreamed(source, call.use) };
}

const url = `'https://a.example'`;

describe('timeLimitOf', () => {
  it.each([
    [`fetch(${url})`, 'no'],
    [`fetch(${url}, { timeout: 5000 })`, 'no'],
    [`fetch(${url}, { signal: undefined })`, 'no'],
    [`fetch(${url}, { signal: AbortSignal.timeout(1) })`, 'yes'],
    [`fetch(${url}, { signal: ms ? AbortSignal.timeout(ms) : undefined })`, 'yes'],
    [`fetch(${url}, init)`, 'unknown'],
    [`fetch(${url}, { ...init })`, 'unknown'],
    [`fetch(${url}, { ...(token && { headers: {} }) })`, 'no'],
    [`function f(signal) { return fetch(${url}, { signal }); }`, 'unknown'],
    [`const options = () => ({ method: 'POST' }); fetch(${url}, options())`, 'no'],
    [`import axios from 'axios'; axios.get(${url}, { timeout: undefined })`, 'no'],
    [`import axios from 'axios'; axios.get(${url}, { timeout: 0 })`, 'yes'],
    [`import axios from 'axios'; axios.get(${url}, { httpsAgent })`, 'unknown'],
    [`import axios from 'axios'; const a = axios.create(options); a.get('/x')`, 'unknown'],
    [`import axios from 'axios'; const a = axios.create({ ...base, timeout: 1 }); a.get('/x')`, 'yes'],
    [`import ky from 'ky'; ky(${url})`, 'yes'],
  ])('%s: %s', (code, expected) => expect(around(code).limited).toBe(expected));

  it('cannot know of exported functions where the package has a breaker', () => {
    const code = `export const load = () => fetch(${url}); const own = 1;`;
    const context = { host: hostWith({ opossum: '8.0.0' }) };
    expect(around(code, { filename: 'a.ts', context }).limited).toBe('unknown');
    expect(around(`const load = () => fetch(${url}); load(); export const own = 1;`, { filename: 'a.ts', context }).limited).toBe('no');
  });
});

describe('policiesOf', () => {
  it.each([
    [`fetch(${url})`, []],
    [`import pRetry from 'p-retry'; pRetry(() => fetch(${url}))`, ['retry']],
    [`import pTimeout from 'p-timeout'; const p = fetch(${url}); pTimeout(p, { milliseconds: 1 })`, ['timeout']],
    [`import B from 'opossum'; const b = new B(load); function load() { return fetch(${url}); }`, ['circuit-breaker', 'timeout']],
    [`import B from 'opossum'; const b = new B(outer); function outer() { return load(); } function load() { return fetch(${url}); }`, ['circuit-breaker', 'timeout']],
    [`import { retry, circuitBreaker, wrap, handleAll } from 'cockatiel'; const p = wrap(retry(handleAll, {}), circuitBreaker(handleAll, {})); p.execute(() => fetch(${url}))`, ['circuit-breaker', 'retry']],
    [`import { Circuit, Timeout, Retry } from 'mollitia'; const c = new Circuit({ options: { modules: [new Timeout({ delay: 1 }), new Retry({ attempts: 2 })] } }); c.fn(() => fetch(${url})).execute()`, ['circuit-breaker', 'retry', 'timeout']],
    [`import axios from 'axios'; import axiosRetry from 'axios-retry'; const a = axios.create(); axiosRetry(a, { retries: 2 }); a.get(${url})`, ['retry']],
    [`class A { @Timeout(1) @Retry() load() { return fetch(${url}); } }`, ['retry', 'timeout']],
    [`Promise.race([fetch(${url}), sleep(1)])`, ['timeout']],
    [`Promise.race([fetch(${url}), other])`, ['opaque']],
    [`setTimeout(() => fetch(${url}), 5)`, []],
    [`this.breaker.run(() => fetch(${url}))`, ['circuit-breaker', 'opaque']],
  ])('%s: %j', (code, expected) => expect(around(code).policies).toEqual(expected));

  it('believes the settings', () => {
    const context = { settings: { ...defaultSettings, resilience: ['guard.run'] } };
    expect(around(`guard.run(() => fetch(${url}))`, { filename: 'a.ts', context }).policies).toContain('circuit-breaker');
    expect(around(`other.run(() => fetch(${url}))`, { filename: 'a.ts', context }).policies).toEqual([]);
  });
});

describe('isStreamed', () => {
  it.each([
    [`const r = await fetch(${url}); await r.json()`, false],
    [`const r = await fetch(${url}); for await (const part of r.body) use(part)`, true],
    [`const r = await fetch(${url}); return_(new Response(r.body))`, true],
    [`const { body } = await fetch(${url}); body.pipeTo(out)`, true],
    [`fetch(${url}, { body: JSON.stringify({ stream: true }) })`, true],
    [`fetch(${url}, { body: JSON.stringify({ stream: false }) })`, false],
    [`import axios from 'axios'; const r = await axios.get(${url}); res.send(r.data)`, false],
    [`import axios from 'axios'; const r = await axios.get(${url}, { responseType: 'stream' })`, true],
    [`import got from 'got'; got.stream(${url})`, true],
    [`import https from 'https'; https.get(${url}, (res) => res.pipe(out))`, true],
  ])('%s: %s', (code, expected) => expect(around(code).streamed).toBe(expected));
});
