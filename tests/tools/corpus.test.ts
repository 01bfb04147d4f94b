import type { ESLint } from 'eslint';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../src/kit/create-rule.js';
import { sourceFiles } from '../../tools/corpus/files.js';
import { checkFixes, testCount } from '../../tools/corpus/fix-check.js';
import { driftOf, precisionOf, readJudgements, recorded, type Judgement } from '../../tools/corpus/judgements.js';
import { CorpusLinter } from '../../tools/corpus/linter.js';
import { readRepositories } from '../../tools/corpus/repositories.js';
import { driftReport, fixesHold, fixReport, reportOf, spread, type Finding, type Totals } from '../../tools/corpus/report.js';
import { codeFrame } from '../../tools/shared/frame.js';
import { breaks, crashes, flips, renames } from './fake-rules.js';

const files: Record<string, string> = {
  'src/a.ts': 'export const a: number = bad;\n',
  'src/b.js': '/* eslint-disable */\nif (bad) return;\n',
  'src/c.tsx': 'export const c = <p>{bad}</p>;\n',
  'src/broken.ts': 'export const = ;\n',
  'src/crash.ts': 'boom(bad);\n',
  'src/pong.ts': 'pong();\n',
  'src/notes.md': 'bad\n',
  'src/x.min.js': 'bad()\n',
  'dist/a.js': 'bad\n',
  'node_modules/p/index.js': 'bad\n',
  'src/generated/g.ts': 'bad\n',
};

let repository: string;

beforeAll(() => {
  repository = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-corpus-'))), 'shop');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
    writeFileSync(path.join(repository, file), text);
  }
});
afterAll(() => rmSync(path.dirname(repository), { recursive: true }));

function linterWith(...rules: Rule[]): (directory: string) => CorpusLinter {
  const plugin = { rules: Object.fromEntries(rules.map((rule) => [rule.definition.name, rule])) } as unknown as ESLint.Plugin;
  return (directory) => new CorpusLinter(directory, plugin, Object.fromEntries(rules.map((rule) => [`archprinciples/${rule.definition.name}`, 'error'])), {});
}

describe('linting', () => {
  const run = (file: string, ...rules: Rule[]) => linterWith(...rules)(repository).run(file, files[file]!);

  it('takes scripts and leaves out what is installed, built, generated or minified', () => {
    expect(sourceFiles(repository)).toEqual(['src/a.ts', 'src/b.js', 'src/broken.ts', 'src/c.tsx', 'src/crash.ts', 'src/pong.ts']);
  });

  it.each(['src/a.ts', 'src/c.tsx'])('reads %s', (file) => {
    expect(run(file, renames).messages).toMatchObject([{ ruleId: 'archprinciples/no-bad' }]);
  });

  it('reads scripts that are no modules, whatever their comments say', () => {
    expect(run('src/b.js', renames).messages).toMatchObject([{ ruleId: 'archprinciples/no-bad', line: 2 }]);
  });

  it('says when a file does not parse', () => {
    expect(run('src/broken.ts', renames).messages).toMatchObject([{ fatal: true }]);
  });

  it('notes a crash with its rule and lets the other rules go on', () => {
    const { messages, crashes: found } = run('src/crash.ts', crashes, renames);
    expect(found).toMatchObject([{ rule: 'archprinciples/no-luck', error: expect.stringContaining('no luck') as string }]);
    expect(messages).toMatchObject([{ ruleId: 'archprinciples/no-bad' }]);
  });

  it('measures parsing and rules', () => {
    const { parseTime, ruleTimes, extraParses } = run('src/a.ts', renames);
    expect(parseTime).toBeGreaterThan(0);
    expect(Object.keys(ruleTimes)).toEqual(['archprinciples/no-bad']);
    expect(extraParses).toBe(0);
  });
});

const scripts = ['src/a.ts', 'src/crash.ts', 'src/pong.ts'];

describe('fixing a copy', () => {
  it('leaves the original alone and reports what changed', () => {
    const check = checkFixes(repository, scripts, linterWith(renames));
    expect(check).toEqual({ changed: ['src/a.ts', 'src/crash.ts'], broken: [], unstable: [] });
    expect(fixesHold(check)).toBe(true);
    expect(readFileSync(path.join(repository, 'src/a.ts'), 'utf8')).toBe(files['src/a.ts']);
  });

  it('finds files that a fix breaks', () => {
    const check = checkFixes(repository, scripts, linterWith(breaks));
    expect(check.broken).toEqual(['src/a.ts', 'src/crash.ts']);
    expect(fixesHold(check)).toBe(false);
    expect(fixReport('shop', check)).toContain('do not parse any more: 2\n    src/a.ts');
  });

  it('finds fixes that a second run changes again', () => {
    // ESLint stops after ten passes, which leaves `pong` as it was; an odd number of names shows the unrest.
    const odd = linterWith({ ...flips, create: (context) => ({ Identifier: (node) => context.report({ node, messageId: 'flip', fix: (fixer) => fixer.insertTextAfter(node, 'x') }) }) });
    const check = checkFixes(repository, ['src/pong.ts'], odd);
    expect(check.unstable).toEqual(['src/pong.ts']);
    expect(fixesHold(check)).toBe(false);
  });

  it('compares type errors before and after, wherever they moved', () => {
    const program = "const t = require('fs').readFileSync('src/a.ts', 'utf8'); console.log('src/b.ts(' + t.length + ',1): error TS1: old'); if (t.includes('good')) console.log('src/a.ts(1,1): error TS2: new')";
    writeFileSync(path.join(repository, 'check.cjs'), program);
    const check = checkFixes(repository, scripts, linterWith(renames), { typecheck: `"${process.execPath}" check.cjs` });
    expect(check.tests).toBeUndefined();
    expect(check.typeErrors).toEqual({ before: 1, after: 2, added: ['src/a.ts(1,1): error TS2: new'] });
    expect(fixesHold(check)).toBe(false);
  });
});

describe('the tests of a repository', () => {
  it.each([
    ['Jest', 'Test Suites: 1 failed, 3 passed, 4 total\nTests:       2 failed, 1 skipped, 11 passed, 14 total', { passed: 11, failed: 2 }],
    ['Vitest', ' Test Files  6 passed (6)\n      Tests  1 failed | 47 passed (48)', { passed: 47, failed: 1 }],
    ['Mocha', '  12 passing (30ms)\n  1 failing', { passed: 12, failed: 1 }],
    ['Node', '# tests 3\n# pass 2\n# fail 1', { passed: 2, failed: 1 }],
    ['several packages', 'Tests: 7 passed, 7 total\n...\nTests: 3 passed, 3 total', { passed: 10, failed: 0 }],
    ['none', 'sh: jest: not found', { passed: 0, failed: 0 }],
  ])('are counted: %s', (_, output, count) => {
    expect(testCount(output)).toEqual(count);
  });

  it('are run before and after', () => {
    const program = "const t = require('fs').readFileSync('src/a.ts', 'utf8'); console.log(t.includes('good') ? '1 passing\\n1 failing' : '2 passing')";
    writeFileSync(path.join(repository, 'check.cjs'), program);
    const check = checkFixes(repository, scripts, linterWith(renames), { test: `"${process.execPath}" check.cjs` });
    expect(check.tests).toEqual({ before: { passed: 2, failed: 0 }, after: { passed: 1, failed: 1 } });
    expect(fixesHold(check)).toBe(false);
    expect(fixReport('shop', check)).toContain('tests passed: 2 before, 1 after; failed: 0 before, 1 after');
  });
});

describe('the report', () => {
  const finding: Finding = { repo: 'shop', commit: 'c0ffee', rule: 'no-bad', messageId: 'bad', file: 'src/a.ts', line: 1, message: 'This is bad.', fixable: true, suggestions: 0, frame: '> 1 | bad' };
  const totals: Totals = { files: 2, lines: 500, unparsed: [], parseTime: 1000, ruleTimes: { 'no-bad': 20 }, extraParses: 3, crashes: [{ rule: 'no-bad', file: 'shop/x.ts', error: 'TypeError: no luck\n at' }] };
  const judgement: Judgement = { repo: 'shop', commit: 'c0ffee', rule: 'no-bad', file: 'src/a.ts', line: 1, verdict: 'right', reason: 'It is bad.' };

  it('gives each rule its figures and a sample', () => {
    const text = reportOf(['no-bad', 'no-rest'], [finding, { ...finding, line: 9 }], totals, [judgement], 1);
    expect(text).toContain('findings       2 (4.000 per 1,000 lines)');
    expect(text).toContain('2.00 % of parsing');
    expect(text).toContain('shop/x.ts: TypeError: no luck');
    expect(text).toContain('100.0 % (1 right, 0 wrong), 1 findings without a judgement');
    expect(text).toContain('shop/src/a.ts:1\n  This is bad.');
    expect(text).toContain('no-rest\n  findings       0');
    expect(text).toContain('3 more files parsed');
  });

  it('counts a judgement only for the commit and place it was made on', () => {
    expect(precisionOf([finding, { ...finding, commit: 'older' }, { ...finding, line: 2 }], [{ ...judgement, verdict: 'wrong' }])).toEqual({ right: 0, wrong: 1, unjudged: 2 });
  });

  it('says which judged findings were lost and gained, of what it looked at', () => {
    const wrong: Judgement = { ...judgement, line: 2, verdict: 'wrong', found: false };
    const others: Judgement[] = [{ ...judgement, repo: 'other' }, { ...judgement, commit: 'older' }, { ...judgement, rule: 'no-other' }];
    const judgements = [judgement, wrong, ...others];
    const scope = { repositories: [{ repo: 'shop', commit: 'c0ffee' }], rules: ['no-bad'] };
    const drift = driftOf([{ ...finding, line: 2 }], judgements, scope);
    expect(drift).toEqual({ lost: [{ ...judgement, found: false }], gained: [{ ...judgement, line: 2, verdict: 'wrong' }] });
    expect(driftReport(drift)).toContain('1 lost, 1 gained\n  - right no-bad shop/src/a.ts:1\n  + wrong no-bad shop/src/a.ts:2');
    expect(recorded([finding], judgements, scope)).toEqual(judgements);
  });

  it('spreads a sample evenly', () => {
    expect(spread([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
    expect(spread([1, 2], 3)).toEqual([1, 2]);
  });

  it('frames code', () => {
    expect(codeFrame('one\n\ttwo three\nfour', { line: 2, column: 6, endLine: 2, endColumn: 11 }, 1)).toBe('  1 | one\n> 2 | \ttwo three\n    | \t    ^^^^^\n  3 | four');
  });
});

it('holds judgements that are complete, contain no code and are on repositories that can be had', () => {
  const repositories = readRepositories('tests/corpus/repositories.json');
  const judgements = readJudgements('tests/corpus/judgements.jsonl');
  for (const judgement of judgements) {
    const { found, draw, ...rest } = judgement;
    expect(found === undefined || found === false).toBe(true);
    expect(draw === undefined || (Number.isInteger(draw) && draw > 0)).toBe(true);
    expect(Object.keys(rest).sort()).toEqual(['commit', 'file', 'line', 'reason', 'repo', 'rule', 'verdict']);
    expect(repositories[judgement.repo]?.commit).toBe(judgement.commit);
    expect(judgement.reason.length).toBeGreaterThan(0);
  }
  expect(new Set(judgements.map(({ repo, commit, rule, file, line }) => [repo, commit, rule, file, line].join('|'))).size).toBe(judgements.length);
});
