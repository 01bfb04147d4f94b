import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { codeFrame } from '../../formatters/frame.js';
import { countLines } from '../../formatters/lines.js';
import { locator } from '../../formatters/positions.js';
import { reportOf } from '../../formatters/report.js';
import { context, cwd, message, result, rules } from './results.js';

const directory = mkdtempSync(path.join(tmpdir(), 'archprinciples-lines-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('a report', () => {
  it('tells this plugin\'s findings from everything else', () => {
    const report = reportOf([
      result('a.ts', 5, [
        message(rules.high, 2, { severity: 1, fix: { range: [0, 1], text: '' } }),
        message('no-var', 1),
        message('n/no-sync', 1),
        message('@scope/plugin/rule', 1),
        message(null, 1, { message: 'Unused eslint-disable directive.' }),
        message('archprinciples/no-such-rule', 1),
      ]),
      result('broken.ts', 1, [message(null, 1, { fatal: true, message: 'Parsing error: nope' })]),
    ], context);
    expect(report.findings.map(({ rule, principle, file, line, error, edit }) => ({ rule: rule.name, principle, file, line, error, edit }))).toEqual([
      { rule: 'no-per-call-client', principle: 'P012', file: 'a.ts', line: 2, error: false, edit: 'fix' },
    ]);
    expect(Object.fromEntries(report.others)).toEqual({ ESLint: 2, n: 1, '@scope/plugin': 1, archprinciples: 1 });
    expect(report.broken).toEqual([{ file: 'broken.ts', line: 1, message: 'Parsing error: nope' }]);
  });

  it('knows the rules under another namespace by the metadata that ESLint gives', () => {
    const rulesMeta = { 'arch/no-per-call-client': { docs: { description: 'D', url: 'javascript:alert(1)', principle: 'P012' } }, 'other/x': { docs: { principle: 'toString' } } };
    const report = reportOf([result('a.ts', 5, [message('arch/no-per-call-client'), message('other/x')])], { cwd, rulesMeta });
    expect(report.findings.map(({ rule }) => rule)).toEqual([{ id: 'arch/no-per-call-client', name: 'no-per-call-client', principle: 'P012', description: 'D', url: undefined }]);
    expect(Object.fromEntries(report.others)).toEqual({ other: 1 });
  });

  it('counts lines of results, of fixed results and of files on the disk, and what is gone', () => {
    writeFileSync(path.join(directory, 'clean.ts'), 'a\nb\nc\n');
    const file = (name: string) => path.join(directory, name);
    const report = reportOf([
      { filePath: file('clean.ts'), messages: [] },
      { filePath: file('fixed.ts'), messages: [], output: 'a\nb' },
      { filePath: file('gone.ts'), messages: [] },
      { filePath: file('source.ts'), messages: [message(rules.high)], source: 'x\n' },
    ], { cwd: directory });
    expect(report.files.map(({ lines }) => lines)).toEqual([3, 2, undefined, 1]);
    expect(report).toMatchObject({ lines: 6, unreadFiles: 1 });
  });

  it('leaves out files that are ignored', () => {
    const notice = { ruleId: null, fatal: false, severity: 1, message: 'File ignored because of a matching ignore pattern.' };
    expect(reportOf([result('dist/a.js', 0, [notice])], context)).toMatchObject({ files: [], lines: 0, others: new Map() });
  });
});

it.each([
  ['', 0], ['a', 1], ['a\n', 1], ['a\r\nb', 2], ['a\n\n', 2], ['\n', 1], ['a\rb\u2028c\u2029', 3],
])('counts the lines of %j', (text, lines) => {
  expect(countLines(text)).toBe(lines);
});

describe('a code frame', () => {
  const text = 'one();\ntwo(three,\n  four);\nfive();\nsix();\nseven();\n';

  it('shows lines around with what is marked', () => {
    expect(codeFrame(text, { line: 2, column: 1, endLine: 3, endColumn: 8 })).toEqual([
      { number: 1, before: 'one();', marked: '', after: '' },
      { number: 2, before: '', marked: 'two(three,', after: '' },
      { number: 3, before: '  ', marked: 'four)', after: ';' },
      { number: 4, before: 'five();', marked: '', after: '' },
      { number: 5, before: 'six();', marked: '', after: '' },
    ]);
  });

  it.each([
    [{ line: 99, column: 1 }, 0],
    [{ line: 1, column: 999 }, 3],
    [{}, 3],
    [{ line: 0, column: 0 }, 2],
  ])('bears places that are not in the text: %j', (place, lines) => {
    expect(codeFrame(text, place)).toHaveLength(lines);
  });

  it('cuts long lines around the mark, and shows long constructs by their beginning', () => {
    const [line] = codeFrame(`${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`, { line: 1, column: 5001, endLine: 1, endColumn: 5005 });
    expect(line).toEqual({ number: 1, before: `…${'a'.repeat(80)}`, marked: 'HERE', after: `${'b'.repeat(156)}…` });
    expect(codeFrame('x\n'.repeat(100), { line: 10, column: 1, endLine: 90, endColumn: 1 }).map(({ number }) => number)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
  });
});

it('turns offsets into places', () => {
  const text = 'a😀\r\nb\rc\u2028';
  const at = locator(text);
  expect([0, 3, 5, 6, 7, 8, 9].map((offset) => Object.values(at(offset)).join(':'))).toEqual(['1:1', '1:4', '2:1', '2:2', '3:1', '3:2', '4:1']);
});
