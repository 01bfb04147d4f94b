import { Ajv } from 'ajv';
import { ESLint, Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Message, Result } from '../../formatters/eslint.js';
import sarif, { suppressedVariable } from '../../formatters/sarif.js';
import plugin from '../../src/index.js';
import { hostileContext, hostileResults } from './hostile.js';
import { context, cwd, message, result, rules } from './results.js';

interface Region { startLine: number; startColumn: number; endLine: number; endColumn: number }
interface Finding {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: [{ physicalLocation: { artifactLocation: object; region: Region } }];
  fixes?: { description: { text: string }; artifactChanges: [{ replacements: [{ deletedRegion: Region; insertedContent: { text: string } }] }] }[];
  suppressions?: object[];
}
interface Log {
  runs: [{
    tool: { driver: { rules: Record<string, unknown>[] }; extensions: object[] };
    invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: object[]; toolConfigurationNotifications: object[] }];
    results: Finding[];
  }];
}

const validate = validator();
afterEach(() => vi.unstubAllEnvs());

/** Holds logs against the published schema. It is of draft 4, which differs from later ones in the name of `id` only, as far as it is used. */
function validator(): (log: unknown) => unknown {
  const { id, $schema, ...schema } = JSON.parse(readFileSync('tests/fixtures/sarif/sarif-schema-2.1.0.json', 'utf8')) as Record<string, unknown>;
  if ($schema !== 'http://json-schema.org/draft-04/schema#' || JSON.stringify(schema).includes('"exclusiveM')) throw new Error('The schema has changed.');
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text: string) => !/[\s<>"\\^`{|}]/u.test(text) && URL.canParse(text, 'https://example.com/'));
  ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
  const check = ajv.compile({ $id: String(id), ...schema });
  return (log) => (check(log) ? [] : check.errors);
}

function logOf(results: readonly Result[], given = context): Log {
  const log = JSON.parse(sarif(results, given)) as Log;
  expect(validate(log)).toEqual([]);
  return log;
}

describe('the SARIF log', () => {
  it('is held against the schema in earnest', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'error' }] }] })).toHaveLength(1);
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', informationUri: 'no address' } } }] })).toHaveLength(1);
  });

  it('says what rules stand for', () => {
    const [run] = logOf([result('src/a b.ts', 9, [message(rules.critical, 2, { column: 3, endLine: 2, endColumn: 9, severity: 1 }), message('no-var', 1)])], {
      cwd, rulesMeta: { 'no-var': { docs: { description: 'Require let', url: 'https://eslint.org/docs/latest/rules/no-var' } } },
    }).runs;
    expect(run.results.map(({ ruleId, ruleIndex, level }) => ({ ruleId, ruleIndex, level }))).toEqual([{ ruleId: rules.critical, ruleIndex: 0, level: 'warning' }, { ruleId: 'no-var', ruleIndex: 1, level: 'error' }]);
    expect(run.results[0]!.locations).toEqual([{ physicalLocation: { artifactLocation: { uri: 'src/a%20b.ts', uriBaseId: '%SRCROOT%' }, region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 } } }]);
    const [own, other] = run.tool.driver.rules;
    expect(own).toMatchObject({
      id: rules.critical, name: 'no-blocking-handler', shortDescription: { text: expect.stringMatching(/^Disallow/u) as string }, fullDescription: { text: expect.stringMatching(/^Event-Driven Architecture: /u) as string },
      helpUri: expect.stringMatching(/^https:.*no-blocking-handler\.md$/u) as string, properties: { tags: ['architecture', 'P011', 'tier:critical'], principle: 'P011', tier: 'critical' },
    });
    expect(other).toEqual({ id: 'no-var', shortDescription: { text: 'Require let' }, helpUri: 'https://eslint.org/docs/latest/rules/no-var' });
    expect(run.tool.extensions).toEqual([{ name: plugin.meta.name, version: plugin.meta.version }]);
    expect(JSON.stringify(run)).not.toContain(cwd);
  });

  it('is valid without findings, with files elsewhere and with odd places', () => {
    expect(logOf([result('a.ts', 1)]).runs[0].results).toEqual([]);
    const log = logOf([
      { filePath: '<text>', source: 'x', messages: [message(rules.high, 0, { column: 0, endLine: null, endColumn: null })] },
      { filePath: '/else where/a#b.ts', source: 'x', messages: [message(rules.high, 3, { endLine: 2 })] },
      { filePath: 'C:\\work\\a.ts', source: 'x', messages: [message(rules.high, 1, { column: undefined, line: undefined, endLine: undefined, endColumn: undefined })] },
    ]);
    expect(log.runs[0].results.map(({ locations: [{ physicalLocation }] }) => physicalLocation)).toEqual([
      { artifactLocation: { uri: '%3Ctext%3E' }, region: { startLine: 1, startColumn: 1 } },
      { artifactLocation: { uri: 'file:///else%20where/a%23b.ts' }, region: { startLine: 3, startColumn: 1 } },
      { artifactLocation: { uri: 'C%3A/work/a.ts' } },
    ]);
  });

  it('has suppressions, or leaves suppressed findings out', () => {
    const suppressedMessages = [
      message(rules.high, 1, { suppressions: [{ kind: 'directive', justification: 'by hand' }] }),
      message(rules.high, 2, { suppressions: [{ kind: 'file', justification: '' }] }),
    ];
    const results = [result('a.ts', 3, [message(rules.high, 3)], { suppressedMessages })];
    expect(logOf(results).runs[0].results.map(({ suppressions }) => suppressions)).toEqual([undefined, [{ kind: 'inSource', justification: 'by hand' }], [{ kind: 'external' }]]);
    vi.stubEnv(suppressedVariable, 'omit');
    expect(logOf(results).runs[0].results).toHaveLength(1);
  });

  it('tells of files that do not parse, and of the configuration, beside the findings', () => {
    const [run] = logOf([result('a.ts', 1, [message(null, 1, { fatal: true, message: 'Parsing error' })]), result('b.ts', 1, [message(null, 1, { message: 'Unused directive', severity: 1 }), { ruleId: null, severity: 1, message: 'File ignored.' }])]).runs;
    expect(run.results).toEqual([]);
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'Parsing error' } }],
      toolConfigurationNotifications: [{ level: 'warning', message: { text: 'Unused directive' } }, { message: { text: 'File ignored.' } }],
    });
  });

  it('bears hostile projects', () => {
    expect(logOf(hostileResults, hostileContext).runs[0].results).toHaveLength(3);
  });
});

describe('fixes in the log', () => {
  /** Applies replacements as a SARIF viewer does: by line and column. */
  function apply(text: string, { deletedRegion: region, insertedContent }: NonNullable<Finding['fixes']>[number]['artifactChanges'][0]['replacements'][0]): string {
    const starts = [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)].map((found) => found.index + found[0].length)];
    const offset = (line: number, column: number): number => starts[line - 1]! + column - 1;
    return text.slice(0, offset(region.startLine, region.startColumn)) + insertedContent.text + text.slice(offset(region.endLine, region.endColumn));
  }

  it.each([
    ['line feeds', '\n', ''], ['carriage returns too', '\r\n', ''], ['astral characters', '\n', '/* 😀😀 */ '], ['a byte order mark', '\n', '\uFEFF'],
  ])('do what ESLint does: %s', async (_name, lineBreak, before) => {
    const code = `${before}import { Redis } from 'ioredis';\nimport express from 'express';\nconst app = express();\n/* 😀 */ app.get('/', async (req, res) => {\n  const redis = new Redis(process.env.URL);\n  res.json(await redis.get('a'));\n});\n`.replaceAll('\n', lineBreak);
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: { plugins: { archprinciples: plugin as unknown as ESLint.Plugin }, rules: { 'archprinciples/no-per-call-client': 'error' } } });
    const results = (await eslint.lintText(code, { filePath: 'a.js' })) as Result[];
    const [found] = logOf(results).runs[0].results;
    const text = code.replace(/^\uFEFF/u, '');
    const { fix } = results[0]!.messages[0]!;
    const expected = text.slice(0, fix!.range[0]) + fix!.text + text.slice(fix!.range[1]);
    const [edit] = found!.fixes!;
    expect(expected).not.toBe(text);
    expect(apply(text, edit!.artifactChanges[0].replacements[0])).toBe(expected);
    expect(new Linter().verify(expected, { languageOptions: { ecmaVersion: 2022 } })).toEqual([]);
  });

  it('have the words of suggestions, and offsets where the text is gone', () => {
    const edited: Message = message(rules.high, 1, { suggestions: [{ desc: 'Do it.', fix: { range: [4, 7], text: 'x' } }], fix: { range: [-1, 0], text: '' } });
    const [withText] = logOf([result('a.ts', 3, [edited])]).runs[0].results;
    expect(withText!.fixes).toMatchObject([{ description: { text: 'Do it.' }, artifactChanges: [{ replacements: [{ deletedRegion: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 8 } }] }] }]);
    const [without] = logOf([{ filePath: `${cwd}/gone.ts`, messages: [edited] }]).runs[0].results;
    expect(without!.fixes![0]!.artifactChanges[0].replacements[0].deletedRegion).toEqual({ charOffset: 4, charLength: 3 });
  });
});
