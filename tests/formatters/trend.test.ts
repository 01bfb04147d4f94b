import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { mergeResults } from '../../formatters/merge-results.js';
import { originalFolder } from '../../formatters/paths.js';
import { reportOf } from '../../formatters/report.js';
import { readResults } from '../../formatters/saved.js';
import scorecard from '../../formatters/scorecard.js';
import { baselineVariable, trendOf } from '../../formatters/trend.js';
import { context, cwd, message, result, rules } from './results.js';

const directory = mkdtempSync(path.join(tmpdir(), 'archprinciples-trend-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

describe('the trend', () => {
  it('finds what is new and what is gone, though lines have moved', () => {
    const report = reportOf([
      result('a.ts', 1000, [message(rules.high, 40, { message: '12 statements at line 44.' }), message(rules.high, 60)]),
      result('b.ts', 1000, [message(rules.critical)]),
    ], context);
    const earlier = [
      result('a.ts', 1000, [message(rules.high, 10, { message: '13 statements at line 14.' }), message(rules.high, 1, { message: 'Something else.' }), message(rules.medium)]),
      { filePath: `${cwd}/b.ts`, messages: [] },
    ];
    const trend = trendOf(report, earlier, context, 'before.json');
    expect([...trend.added].map(({ file, line }) => `${file}:${line}`)).toEqual(['a.ts:60', 'b.ts:1']);
    expect(trend.gone).toBe(2);
    // The lines of b.ts are not in the earlier results.
    expect(trend.earlier).toEqual({ findings: 3, lines: 2000, score: 44 });
    expect(trend.principles.get('P012')).toEqual({ findings: 2, score: 50 });
    expect(trend.principles.get('P011')).toEqual({ findings: 0, score: 100 });
  });

  it('counts equal findings of one file', () => {
    const times = (count: number) => [result('a.ts', 10, Array.from({ length: count }, (_, index) => message(rules.high, index + 1, { message: 'Same.' })))];
    expect(trendOf(reportOf(times(3), context), times(2), context, 'b').added.size).toBe(1);
    expect(trendOf(reportOf(times(1), context), times(3), context, 'b').gone).toBe(2);
  });

  it('compares with results of another checkout', () => {
    const report = reportOf([result('src/a.ts', 10, [message(rules.high)])], context);
    const there = { filePath: '/home/runner/work/shop/shop/src/a.ts', messages: [message(rules.high, 5)] };
    expect(trendOf(report, [there], { here: cwd }, 'b')).toMatchObject({ added: new Set(), gone: 0 });
  });

  it.each([
    ['no such file', undefined, 'it cannot be read'],
    ['no JSON', '<html>', 'it is not JSON'],
    ['other JSON', '{"results":[1]}', 'it does not hold results of `eslint -f json`'],
  ])('leaves the report standing without a baseline: %s', (name, text, reason) => {
    const file = path.join(directory, `${name}.json`);
    if (text !== undefined) writeFileSync(file, text);
    vi.stubEnv(baselineVariable, file);
    const page = scorecard([result('a.ts', 10, [message(rules.high)])], context);
    expect(page).toContain(`could not be used, since ${reason}.`);
    expect(page).toContain('1 finding</title>');
  });

  it('reads the baseline that the environment names', () => {
    const file = path.join(directory, 'baseline.json');
    writeFileSync(file, JSON.stringify([result('a.ts', 1000, [message(rules.high), message(rules.medium)])]));
    vi.stubEnv(baselineVariable, file);
    const page = scorecard([result('a.ts', 1000, [message(rules.high)])], context);
    expect(page).toContain('<dd>+10<small>0 new, 1 gone</small></dd>');
    expect(page).not.toContain('tag new');
  });
});

describe('saved results', () => {
  it('come from either JSON formatter', () => {
    const results = [result('a.ts', 1)];
    expect(readResults(JSON.stringify(results))).toEqual({ results, cwd: undefined, rulesMeta: undefined });
    expect(readResults(JSON.stringify({ results, metadata: { cwd: '/x', rulesMeta: { r: {} } } }))).toEqual({ results, cwd: '/x', rulesMeta: { r: {} } });
    expect(() => readResults('[{"filePath":"a","messages":[null]}]')).toThrow('does not hold results');
  });
});

describe('merging', () => {
  it('is the same as one run, whatever the split', () => {
    const results = ['a', 'b', 'c', 'd'].map((name, index) => result(`src/${name}.ts`, 100 * (index + 1), [message(rules.high, index + 1)]));
    const whole = scorecard(results, context);
    for (const shards of [[results], [results.slice(2), results.slice(0, 2)], results.map((one) => [one])]) {
      const merged = mergeResults(shards.map((shard) => ({ results: shard })), cwd);
      expect(scorecard(merged.results, merged.context)).toBe(whole);
    }
  });

  it('unites what two runs say of one file', () => {
    const { results } = mergeResults([
      { results: [result('a.ts', 10, [message(rules.high, 5), message('no-var', 1)])] },
      { results: [result('a.ts', 10, [message(rules.high, 5), message(rules.medium, 3)], { suppressedMessages: [message(rules.high, 7)] })] },
    ], cwd);
    expect(results).toHaveLength(1);
    expect(results[0]!.messages.map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual(['1 no-var', `3 ${rules.medium}`, `5 ${rules.high}`]);
    expect(results[0]!.suppressedMessages).toHaveLength(1);
  });

  it('moves the files of other checkouts here', () => {
    writeFileSync(path.join(directory, 'kept.ts'), 'x\n');
    const { results } = mergeResults([
      { results: [{ filePath: '/builds/1/repo/kept.ts', messages: [] }, { filePath: '/builds/1/repo/deep/new.ts', messages: [] }] },
      { cwd: '/elsewhere', results: [{ filePath: '/elsewhere/other.ts', messages: [] }, { filePath: '<text>', messages: [] }] },
    ], directory);
    expect(results.map(({ filePath }) => filePath)).toEqual([path.join(directory, 'deep/new.ts'), path.join(directory, 'kept.ts'), path.join(directory, 'other.ts'), '<text>']);
    expect(reportOf(results, { cwd: directory }).lines).toBe(1);
  });

  it('guesses no folder where nothing is known', () => {
    expect(originalFolder(['/builds/repo/a.ts'], '/shop', () => false)).toBe('/shop');
    expect(originalFolder(['/shop/a.ts', '<text>'], '/shop', () => true)).toBe('/shop');
  });
});
