import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differing } from '../../tools/bench/concurrency.js';
import { contenders, figuresOf } from '../../tools/bench/contenders.js';
import { goalsOf, isMet } from '../../tools/bench/goals.js';
import type { GroupTimes, JobResult } from '../../tools/bench/job.js';
import { performanceText, readPerformance, type Performance } from '../../tools/bench/performance.js';
import { checkouts, filesOf, nestedSamples, type Checkout } from '../../tools/bench/pinned.js';
import { scaleFigures, turns } from '../../tools/bench/scale.js';
import { ServiceTimes } from '../../tools/bench/services.js';
import { exceeds, measureBounded } from '../../tools/bench/short.js';
import { readRepositories } from '../../tools/corpus/repositories.js';
import { performancePage } from '../../tools/gen/performance-page.js';
import { root } from '../../tools/shared/build.js';

const repositories = readRepositories(path.join(root, 'tests/corpus/repositories.json'));
const committed = readPerformance(path.join(root, 'tests/corpus/performance.json'));

const times = (given: Partial<GroupTimes>): GroupTimes => ({ linted: 10, unread: 0, parse: 100, rules: 0, processor: 200, findings: 0, ...given });
const result = (groups: JobResult['groups'], peakMegabytes = 100): JobResult => ({ groups, peakMegabytes });

describe('the figures of a contender', () => {
  const round = (rules: number, parse: number, processor: number, peak: number) => ({
    parser: result({ measured: times({}) }),
    all: result({ measured: times({ rules, parse, processor, findings: 3 }) }, peak),
  });

  it('are medians of the rounds, each share with its own parsing, each run against the parser of its round', () => {
    const slow = { ...round(40, 400, 800, 300), parser: result({ measured: times({ processor: 400 }) }) };
    expect(figuresOf('all', [round(20, 100, 240, 200), slow, round(15, 100, 300, 250)])).toEqual({
      name: 'all', rules: [0.1, 0.15, 0.2], rulesPerFile: 2, whole: 1.5, peakMegabytes: 250, findings: 3,
    });
  });
});

describe('the corpus', () => {
  let folder: string;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-pinned-')));
    for (const [name, count] of [['one', 130], ['two', 90]] as const) {
      const directory = path.join(folder, name);
      mkdirSync(directory);
      for (let at = 0; at < count; at++) writeFileSync(path.join(directory, `f${String(at).padStart(3, '0')}.ts`), `export const n = ${at};\n`);
      const git = (...given: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...given], { cwd: directory, stdio: 'ignore' });
      git('init', '--quiet');
      git('commit', '--quiet', '--allow-empty', '--message', 'x');
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const commit = (name: string) => execFileSync('git', ['rev-parse', 'HEAD'], { cwd: path.join(folder, name), encoding: 'utf8' }).trim();

  it('holds what stands at its commit, and nothing else', () => {
    const names = { one: { repository: 'o/one', commit: commit('one') }, two: { repository: 'o/two', commit: '0'.repeat(40) }, three: { repository: 'o/three', commit: commit('one') } };
    expect(checkouts([path.join(folder, 'none'), folder], names)).toEqual([{ name: 'one', directory: path.join(folder, 'one'), commit: commit('one') }]);
  });

  const both = (): Checkout[] => ['one', 'two'].map((name) => ({ name, directory: path.join(folder, name), commit: '' }));

  it('is capped for each repository', () => {
    expect(filesOf(both(), 60).map(({ directory }) => path.basename(directory))).toEqual([...Array<string>(60).fill('one'), ...Array<string>(60).fill('two')]);
    expect(filesOf(both(), Infinity)).toHaveLength(220);
  });

  it('gives nested samples with the same common files, each text once, and others to warm up', () => {
    // 130 texts, since those of the second repository occur in the first.
    const samples = nestedSamples(both(), [25, 50, 100], 20)!;
    const of = (sample: number, ...groups: string[]) => samples[sample]!.filter(({ group }) => groups.includes(group)).map(({ file }) => file);
    expect(samples.map((sample) => sample.length)).toEqual([45, 70, 120]);
    expect(of(1, 'common')).toEqual(of(0, 'common'));
    expect(of(2, 'common')).toEqual(of(0, 'common'));
    expect(of(2, 'common', 'other')).toEqual(expect.arrayContaining(of(1, 'common', 'other')));
    expect(new Set(samples[2]!.map(({ file }) => file)).size).toBe(120);
    expect(samples.every((sample) => sample.slice(0, 20).every(({ group }) => group === 'warm-up'))).toBe(true);
  });

  it('says so when there are too few files', () => {
    expect(nestedSamples(both(), [25, 125], 20)).toBeUndefined();
  });
});

describe('the time per file', () => {
  it('is that of the common files alone', () => {
    const run = (processor: number) => result({ 'warm-up': times({ processor: 9999 }), common: times({ processor, rules: 30 }), other: times({ linted: 39, unread: 1, processor: 9999 }) });
    expect(scaleFigures([run(100), run(300), run(150)])).toEqual({ files: 50, perFile: 15, parsePerFile: 10, rulesPerFile: 3, peakMegabytes: 100, processes: 3 });
  });

  it('is measured for each size, the small ones before and after the great', () => {
    expect(turns(4)).toEqual([0, 1, 3, 0, 1, 2, 0]);
    expect(turns(2)).toEqual([1, 0]);
  });
});

it('compares outputs file by file', () => {
  const one = [{ messages: [] }, { messages: [{ line: 1 }] }];
  expect(differing(one, [{ messages: [] }, { messages: [{ line: 2 }] }])).toBe(1);
  expect(differing(one, one.slice(1))).toBe(2);
});

it('does not charge a service to whoever asks first', () => {
  let now = 0;
  const service = new ServiceTimes(() => now);
  const asked = service.timed('asked', () => { now += 5; });
  service.timed('asking', () => { now += 1; asked(); now += 2; })();
  expect(Object.fromEntries(service.shares)).toEqual({ asking: { count: 1, own: 3 }, asked: { count: 1, own: 5 } });
});

describe('the short form', () => {
  const bounded = (name: string, ...shares: number[]) => ({ name, limit: 1, measure: () => shares.shift() ?? NaN });

  it('passes what is below its limit in the median', () => {
    expect(measureBounded([bounded('a', 0.5, 9, 0.4), bounded('b', 1, 1, 1)], 3)).toEqual([{ name: 'a', limit: 1, share: 0.5, tries: 1 }, { name: 'b', limit: 1, share: 1, tries: 1 }]);
  });

  it('tries once more what is above, and that alone', () => {
    const quiet = bounded('b', 0.1, 0.1, 0.1);
    expect(measureBounded([bounded('a', 2, 2, 2, 0.3, 0.3, 0.3), quiet], 3)).toEqual([{ name: 'a', limit: 1, share: 0.3, tries: 2 }, { name: 'b', limit: 1, share: 0.1, tries: 1 }]);
  });

  it('reports what stays above, and a measurement of nothing', () => {
    expect(measureBounded([bounded('a', 2, 2, 2, 3, 3, 3), bounded('nothing'), bounded('ok', 0, 0, 0)], 3).filter(exceeds).map(({ name }) => name)).toEqual(['a', 'nothing']);
  });
});

describe('the goals', () => {
  const contender = (name: string, share: number, rulesPerFile: number) => ({ ...committed.contenders[0]!, name, rules: [share, share, share] as [number, number, number], rulesPerFile });
  const size = (files: number, perFile: number, rulesPerFile: number) => ({ ...committed.scale[0]!, files, perFile, rulesPerFile });
  const measured: Performance = {
    ...committed,
    contenders: [contender('recommended-off', 0.03, 1), contender('recommended', 0.031, 2), contender('all-off', 0.08, 1), contender('all', 0.151, 2), contender('sonarjs', 4, 51)],
    scale: [size(500, 10, 1), size(2000, 12, 0.9), size(20_000, 11, 0.8)],
    concurrency: { ...committed.concurrency, differences: 1 },
  };

  it('are judged by the medians, growth by the worst size', () => {
    const goals = goalsOf(measured);
    expect(goals.map(({ measured: value }) => Number(value.toFixed(3)))).toEqual([3, 8, 15.1, 51, 25.5, 20, -10, 1]);
    expect(goals.map(isMet)).toEqual([true, true, false, true, false, false, true, false]);
  });

  it('stand on the page, missed ones too', () => {
    const page = performancePage({ ...measured, contenders: [...measured.contenders, contender('parser', 0, 0)] }, repositories);
    expect(page).toContain('| Rules of `all`, `crossFile: false` | 8 % |  | 8.0 % | yes |');
    expect(page).toContain('| Rules of `all` | 15 % |  | 15.1 % | **no** |');
    expect(page).toContain('4 of 8 are not met.');
    expect(page).toContain('differs in 1 file from');
  });
});

describe('the recorded figures', () => {
  it('name pinned repositories at their commits', () => {
    for (const { name, commit } of [...committed.repositories, ...committed.scaleRepositories]) expect(repositories[name]?.commit, name).toBe(commit);
  });

  it('are complete', () => {
    expect(committed.contenders.map(({ name }) => name)).toEqual(Object.keys(contenders));
    expect(committed.contenders.filter(({ name }) => name !== 'parser').every(({ rules: [least, middle, most] }) => least > 0 && least <= middle && middle <= most)).toBe(true);
    expect(goalsOf(committed).every(({ measured }) => Number.isFinite(measured))).toBe(true);
  });

  it('are written as they are read', () => {
    expect(JSON.parse(performanceText(committed))).toEqual(committed);
  });
});
