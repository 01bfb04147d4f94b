import { describe, expect, it } from 'vitest';
import { reconnections, retryPolicies } from '../../src/analysis/retry-policies.js';
import { sourceOf } from '../helpers/source.js';

/** What is found, as `limit tries growth jittered`. */
function shape(code: string): string[] {
  return retryPolicies(sourceOf(code)).map(({ limit, tries, growth, jittered }) => `${limit} ${tries ?? '?'} ${growth} ${jittered}`);
}

const pRetry = (options: string) => `import pRetry from 'p-retry'; pRetry(load${options});`;
const bull = (options: string) => `import { Queue } from 'bullmq'; new Queue('a', { defaultJobOptions: ${options} });`;

describe('retry policies', () => {
  it.each([
    ['limited 11 exponential false', pRetry('')],
    ['limited 4 exponential true', pRetry(', { retries: 3, randomize: true }')],
    ['limited ? exponential false', pRetry(', { retries: config.retries }')],
    ['unlimited ? exponential false', pRetry(', { retries: Infinity }')],
    ['unlimited ? exponential false', pRetry(', { forever: true }')],
    ['limited ? exponential false', pRetry(', { forever: true, signal }')],
    ['unknown ? exponential false', pRetry(', { forever: config.forever }')],
    ['never 1 exponential false', pRetry(', { retries: 0 }')],
    ['limited 11 constant false', pRetry(', { factor: 1 }')],
    ['limited 11 unknown unknown', pRetry(', { factor: config.factor }')],
    ['limited 11 unknown unknown', pRetry(', { onFailedAttempt: async (e) => { await sleep(e.retryAfter); } }')],
    ['limited 11 exponential false', pRetry(', { onFailedAttempt: (e) => console.warn(e) }')],
    ['unknown ? unknown unknown', pRetry(', { ...options }')],
    ['limited 5 exponential false', bull("{ attempts: 5, backoff: { type: 'exponential', delay: 1 } }")],
    ['limited 5 constant false', bull('{ attempts: 5, backoff: 1000 }')],
    ['limited 5 none false', bull('{ attempts: 5 }')],
    ['limited 5 unknown unknown', bull("{ attempts: 5, backoff: { type: 'mine' } }")],
    ['limited 5 exponential unknown', `${bull("{ attempts: 5, backoff: { type: 'exponential' } }")} queue.add('x', {}, { repeat: { every: 1 } });`],
    ['never 1 none false', bull('{ attempts: 1 }')],
    ['unlimited ? none false', "import { retry, handleAll } from 'cockatiel'; retry(handleAll, {});"],
    ['limited 4 none false', "import { retry } from 'rxjs'; source.pipe(retry(3));"],
    ['unlimited ? constant false', "import { retry } from 'rxjs'; source.pipe(retry({ delay: 1000 }));"],
  ])('%s: %s', (expected, code) => {
    expect(shape(code)).toEqual([expected]);
  });

  it.each([pRetry(', options'), "import { retry } from './retry'; retry(load, { forever: true });"])('says nothing: %s', (code) => {
    expect(shape(`import { options } from './options'; ${code}`)).toEqual([]);
  });
});

describe('reconnection strategies that always wait', () => {
  const redis = (strategy: string) => reconnections(sourceOf(`import Redis from 'ioredis'; new Redis({ retryStrategy: ${strategy} });`)).length;
  it.each(['(n) => n * 50', '() => 1000', '(n) => { const wait = Math.min(n * 50, 2000); return wait; }', 'function (n) { return Math.max(n, 100); }'])('%s', (strategy) => {
    expect(redis(strategy)).toBe(1);
  });
  it.each(['() => null', '(n) => { if (n > 3) return null; return 100; }', '(n) => (n > 3 ? null : 100)', '(n) => { if (n > 3) return; return 100; }', '(n) => next(n)', 'strategy'])('not: %s', (strategy) => {
    expect(redis(strategy)).toBe(0);
  });
});
