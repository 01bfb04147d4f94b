import { describe, expect, it } from 'vitest';
import { heatMap } from '../../formatters/heat-map.js';
import { reportOf } from '../../formatters/report.js';
import { pointsOf, scoreOf } from '../../formatters/score.js';
import { byTier, figuresOf, worstFiles } from '../../formatters/summary.js';
import { context, message, result, rules } from './results.js';

describe('the score', () => {
  it.each([
    { points: 0, lines: 5000, score: 100 },
    { points: 5, lines: 5000, score: 50 },
    { points: 15, lines: 5000, score: 25 },
    { points: 1, lines: 9000, score: 90 },
    { points: 1, lines: 200, score: 50, why: 'fewer than 1,000 lines count as 1,000' },
    { points: 0, lines: 0, score: undefined, why: 'nothing is known' },
  ])('of $points points in $lines lines is $score', ({ points, lines, score }) => {
    expect(scoreOf(points, lines)).toBe(score);
  });

  it('weighs findings by tier and not by severity', () => {
    expect(pointsOf([{ principle: 'P011' }, { principle: 'P012' }, { principle: 'cost-optimization' }])).toBe(3.5);
    const severities = [1, 2].map((severity) => figuresOf(reportOf([result('a.ts', 4000, [message(rules.critical, 1, { severity })])], context).findings, 4000).score);
    expect(severities).toEqual([67, 67]);
  });

  it('falls with every finding and rises with every one that is mended', () => {
    const scores = [0, 1, 2, 3, 10].map((count) => scoreOf(count, 3000)!);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });
});

describe('figures by tier', () => {
  const results = [
    result('src/a.ts', 1500, [message(rules.critical), message(rules.high)]),
    result('src/b.ts', 500, [message(rules.critical, 2)], { suppressedMessages: [message(rules.high, 3, { suppressions: [{ kind: 'directive', justification: '' }] })] }),
  ];

  it('counts findings, densities and suppressions of each principle', () => {
    const [critical, high, medium] = byTier(reportOf(results, context));
    expect(critical!.principles.map(({ id, score, density, suppressed }) => ({ id, score, density, suppressed }))).toEqual([{ id: 'P011', score: 33, density: 1, suppressed: 0 }]);
    expect(high!.principles.map(({ id, score, density, suppressed }) => ({ id, score, density, suppressed }))).toEqual([{ id: 'P012', score: 67, density: 0.5, suppressed: 1 }]);
    expect(medium!.principles).toEqual([]);
    expect(medium!.score).toBe(100);
    expect(medium!.clean).toContain('cost-optimization');
  });

  it('knows which principles had rules that ran when the results have statistics', () => {
    const stats = { times: { passes: [{ rules: { [rules.critical]: { total: 1 }, [rules.medium]: { total: 1 }, 'no-var': { total: 1 } } }] } };
    const [critical, high, medium] = byTier(reportOf([result('a.ts', 2000, [], { stats })], context));
    expect(critical).toMatchObject({ score: 100, clean: ['P011'], off: [] });
    expect(high!.off).toEqual(high!.clean);
    expect(high!.score, 'nothing was asked').toBeUndefined();
    expect(medium!.off).not.toContain('cost-optimization');
    expect(medium!.score).toBe(100);
  });

  it('puts files with most points first', () => {
    const report = reportOf([
      result('many-medium.ts', 10, [1, 2, 3].map((line) => message(rules.medium, line))),
      result('one-critical.ts', 10, [message(rules.critical)]),
      result('clean.ts', 10),
      result('one-high.ts', 10, [message(rules.high)]),
    ], context);
    expect(worstFiles(report, 9).map(({ file }) => file)).toEqual(['one-critical.ts', 'many-medium.ts', 'one-high.ts']);
    expect(worstFiles(report, 1)).toHaveLength(1);
  });
});

describe('the heat map', () => {
  it('counts by folder and principle, with the density as colour', () => {
    const report = reportOf([
      result('src/orders/a.ts', 150, [message(rules.critical), message(rules.critical, 2), message(rules.high, 3)]),
      result('src/orders/b.ts', 50),
      result('src/users/c.ts', 2000, [message(rules.high)]),
      result('src/mail/d.ts', 100),
    ], context);
    expect(heatMap(report, ['P011', 'P012'])).toEqual({
      principles: ['P011', 'P012'],
      rows: [
        { folder: 'src/orders', files: 2, lines: 200, cells: [{ count: 2, density: 10, heat: 4 }, { count: 1, density: 5, heat: 3 }] },
        { folder: 'src/users', files: 1, lines: 2000, cells: [{ count: 0, density: 0, heat: 0 }, { count: 1, density: 0.5, heat: 1 }] },
      ],
      cleanFolders: 1,
    });
  });

  it('takes shallower folders where there are many, and sums up what still does not fit', () => {
    const deep = reportOf(Array.from({ length: 30 }, (_, index) => result(`src/area${index % 3}/part${index}/a.ts`, 10, [message(rules.high)])), context);
    expect(heatMap(deep, ['P012']).rows.map(({ folder, cells }) => [folder, cells[0]!.count])).toEqual([['src/area0', 10], ['src/area1', 10], ['src/area2', 10]]);

    const wide = reportOf(Array.from({ length: 30 }, (_, index) => result(`package${index}/a.ts`, 10, [message(rules.high)])), context);
    const { rows } = heatMap(wide, ['P012']);
    expect(rows).toHaveLength(16);
    expect(rows.at(-1)).toMatchObject({ folder: '15 more folders', files: 15, lines: 150, cells: [{ count: 15 }] });
  });

  it('calls the folder of files that lie in none a dot', () => {
    expect(heatMap(reportOf([result('index.ts', 10, [message(rules.high)])], context), ['P012']).rows[0]!.folder).toBe('.');
  });
});
