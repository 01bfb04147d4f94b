import * as tsParser from '@typescript-eslint/parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { Linter, RuleTester, type Rule as EslintRule } from 'eslint';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/kit/create-rule.js';
import yamlParser from '../../src/node/yaml-parser.js';
import { fixesMany, type OneRule } from './many.js';

/** Code with what surrounds it. */
export interface Case {
  code: string;
  /** `ts` (default) parses with typescript-eslint's parser, `js` with ESLint's own, `yaml` with the plugin's. */
  language?: 'js' | 'ts' | 'yaml';
  /** Default: `file.ts`, `file.js` or `file.yaml`. */
  filename?: string;
  /** The rule's options object. */
  options?: object;
  /** What stands under `settings.archprinciples`. */
  settings?: object;
  /** Default: `module`. */
  sourceType?: 'commonjs' | 'module' | 'script';
  ecmaVersion?: Linter.EcmaVersion;
  parserOptions?: Linter.ParserOptions;
}

export interface ExpectedSuggestion {
  messageId: string;
  data?: Record<string, number | string>;
  output: string;
}

export interface ExpectedError {
  messageId: string;
  data?: Record<string, number | string>;
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
  /** Every suggestion the report offers; a number when their texts are the matter of another case. */
  suggestions?: ExpectedSuggestion[] | number;
}

export interface InvalidCase extends Case {
  /** In the order of the text; a plain message id for a report without suggestions. */
  errors: (ExpectedError | string)[];
  /** The text after one pass of `--fix`; a list when later passes change it further. */
  output?: string | string[];
  /** Why fifteen of these cannot stand in one file. */
  alone?: string;
  /** Why `npm run check-edits` cannot compile the edits. */
  uncompiled?: string;
}

export interface Cases {
  valid: Record<string, Case | string>;
  invalid: Record<string, InvalidCase>;
}

/** A case of YAML. */
export function yaml(code: string): Case {
  return { code, language: 'yaml' };
}

/** A case of YAML with reports. */
export function yamlInvalid(code: string, errors: InvalidCase['errors']): InvalidCase {
  return { ...yaml(code), errors };
}

/** Passes in which ESLint itself gives up fixing. */
const maxPasses = 10;

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

/**
 * Tests a rule on named cases with ESLint's RuleTester. Beyond what that checks, each edit a case expects must parse and
 * converge (fixing its result again changes nothing), every report must end in a full stop, and every message of the rule
 * must be produced by some case.
 */
export function testRule(rule: Rule, { valid, invalid }: Cases): void {
  const { name } = rule.definition;
  new RuleTester().run(name, rule as unknown as EslintRule.RuleModule, {
    valid: Object.entries(valid).map(([title, given]) => ({ name: title, ...tested(typeof given === 'string' ? { code: given } : given) })),
    invalid: Object.entries(invalid).map(([title, given]) => ({
      name: title,
      ...tested(given),
      errors: given.errors.map((error) => (typeof error === 'string' ? { messageId: error } : error)) as RuleTester.TestCaseError[],
      output: [given.output ?? null].flat()[0] ?? null,
    })),
  });

  const edited = Object.entries(invalid).filter(([, given]) => given.output !== undefined || suggests(given));
  for (const [title, given] of edited) {
    describe(`${name}: edits parse and converge`, () => {
      if (given.output !== undefined) it(title, () => expectFixesToConverge(rule, given));
      if (suggests(given)) it(`${title} (suggestions)`, () => expectSuggestionsToConverge(rule, given));
    });
  }

  const fixed = edited.filter(([, given]) => given.output !== undefined);
  if (fixed.length > 0) it(`${name}: fifteen in one file are fixed, and a second run changes nothing`, () => expectManyToConverge(rule, fixed));
  const promoted = edited.filter(([, given]) => suggests(given)).map(([title, given]): [string, InvalidCase] => [title, { ...given, settings: { ...given.settings, applySuggestions: true } }]);
  if (promoted.length > 0) it(`${name}: fifteen promoted suggestions in one file are applied, and a second run changes nothing`, () => expectManyToConverge(rule, promoted));

  it(`${name}: every message is produced by an invalid case`, () => {
    expect(unproduced(rule, Object.values(invalid))).toEqual([]);
  });

  it(`${name}: every report is a sentence that ends in a full stop`, () => {
    const texts = Object.values(invalid).flatMap((given) => lint(rule, given)).flatMap(({ message, suggestions = [] }) => [message, ...suggestions.map(({ desc }) => desc)]);
    expect(texts.filter((text) => !text.endsWith('.'))).toEqual([]);
  });
}

/** The text that `eslint --fix` with this rule alone makes of `code`. */
export function fixes(rule: Rule, code: string, around: Omit<Case, 'code'> = {}): string {
  return passes(rule, { ...around, code }).at(-1) ?? code;
}

/** The ids of the rule's messages that none of the cases gets to see, as a report or as a suggestion. */
export function unproduced(rule: Rule, cases: readonly Case[]): string[] {
  const produced = new Set(cases.flatMap((given) => lint(rule, given)).flatMap(({ messageId, suggestions = [] }) => [messageId, ...suggestions.map((suggestion) => suggestion.messageId)]));
  return Object.keys(rule.meta.messages).filter((id) => !produced.has(id));
}

function suggests({ errors }: InvalidCase): boolean {
  return errors.some((error) => typeof error === 'object' && (typeof error.suggestions === 'number' ? error.suggestions : error.suggestions?.length ?? 0) > 0);
}

function expectFixesToConverge(rule: Rule, given: InvalidCase): void {
  const outputs = passes(rule, given);
  expect(outputs.slice(0, [given.output].flat().length)).toEqual([given.output].flat());
  expect(outputs.length, 'ESLint gives up after ten passes: the fix does not converge').toBeLessThan(maxPasses);
  recordEdit(rule, given, outputs.at(-1)!);
}

/** A case that cannot stand in one file fifteen times says why. */
function expectManyToConverge(rule: Rule, cases: readonly (readonly [string, InvalidCase])[]): void {
  const once = cases.filter(([title, given]) => fixesMany(oneRule(rule, given), title, given.code, given.language === 'yaml').length === 0);
  expect(once.map(([title]) => title)).toEqual(cases.filter(([, { alone }]) => alone !== undefined).map(([title]) => title));
}

function expectSuggestionsToConverge(rule: Rule, given: InvalidCase): void {
  const outputs = lint(rule, given).flatMap(({ suggestions }) => suggestions ?? []).map(({ fix }) => applied(given.code, [fix]));
  expect(outputs.length).toBeGreaterThan(0);
  const promoted = { ...given, settings: { ...given.settings, applySuggestions: true } };
  for (const next of [...outputs.map((code) => ({ ...given, code })), promoted]) {
    expect(passes(rule, next).length, 'ESLint gives up after ten passes: the edit does not converge').toBeLessThan(maxPasses);
  }
  for (const output of outputs) recordEdit(rule, given, output);
}

/** An edit of a test, for `npm run check-edits` to compile. */
export interface RecordedEdit {
  rule: string;
  filename: string;
  before: string;
  after: string;
}

function recordEdit(rule: Rule, given: InvalidCase, after: string): void {
  const file = process.env['ARCHPRINCIPLES_EDITS'];
  if (!file || (given.language ?? 'ts') !== 'ts' || given.uncompiled !== undefined) return;
  const edit: RecordedEdit = { rule: rule.definition.name, filename: given.filename ?? 'file.ts', before: given.code, after };
  appendFileSync(file, `${JSON.stringify(edit)}\n`);
}

/** The text after each pass of fixing that changed it, at most ten, as in ESLint; every one must parse. */
export function passes(rule: Rule, given: Case): string[] {
  const outputs: string[] = [];
  for (let code = given.code; outputs.length < maxPasses;) {
    const edits = lint(rule, { ...given, code }).flatMap(({ fix }) => fix ?? []);
    const next = applied(code, edits);
    if (next === code) break;
    outputs.push((code = next));
  }
  const last = outputs.at(-1);
  if (last !== undefined) lint(rule, { ...given, code: last });
  return outputs;
}

/** Applies edits as ESLint does: in order of their start, leaving out what overlaps or touches an earlier one. */
function applied(code: string, edits: readonly EslintRule.Fix[]): string {
  const bom = code.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = code.slice(bom.length);
  let result = bom;
  let end = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { range, text: replacement } of [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    if (range[0] <= last) continue;
    result += text.slice(end, range[0]) + replacement;
    end = last = range[1];
  }
  return result + text.slice(end);
}

/** The reports of the rule on a case; code that does not parse fails the test. */
function lint(rule: Rule, given: Case): Linter.LintMessage[] {
  return oneRule(rule, given).verify(given.code);
}

/** ESLint with the rule, set up as a case says. */
function oneRule(rule: Rule, given: Case): OneRule {
  const { name } = rule.definition;
  const { code: _, filename, options: __, ...config } = tested(given);
  const outside = path.isAbsolute(filename) && path.relative(process.cwd(), filename).startsWith('..');
  const linter = new Linter({ configType: 'flat', ...(outside ? { cwd: path.parse(filename).root } : {}) });
  const configs: Linter.Config[] = [{
    ...config,
    files: ['**/*.*'],
    plugins: { archprinciples: { rules: { [name]: rule as unknown as EslintRule.RuleModule } } },
    rules: { [`archprinciples/${name}`]: ['error', ...(given.options ? [given.options] : [])] },
  }];
  return {
    verify(code) {
      const messages = linter.verify(code, configs, { filename });
      // What is no rule's is a parse error, or a file that no configuration matched.
      const fatal = messages.find((message) => message.ruleId === null);
      if (fatal) throw new SyntaxError(`${fatal.message} at ${fatal.line}:${fatal.column} of:\n${code}`);
      return messages;
    },
    fix: (code) => linter.verifyAndFix(code, configs, { filename }),
    sourceCode: () => linter.getSourceCode() as unknown as TSESLint.SourceCode,
  };
}

const parsers: Readonly<Record<string, Linter.Parser | undefined>> = { ts: tsParser as Linter.Parser, yaml: yamlParser as unknown as Linter.Parser };

/** A case in ESLint's words. */
function tested(given: Case) {
  const language = given.language ?? 'ts';
  const parser = parsers[language];
  return {
    code: given.code,
    filename: given.filename ?? `file.${language}`,
    ...(given.options ? { options: [given.options] } : {}),
    ...(given.settings ? { settings: { archprinciples: given.settings } } : {}),
    languageOptions: {
      sourceType: given.sourceType ?? 'module',
      ...(given.ecmaVersion ? { ecmaVersion: given.ecmaVersion } : {}),
      ...(parser ? { parser } : {}),
      ...(given.parserOptions ? { parserOptions: given.parserOptions } : {}),
    },
  } satisfies Omit<RuleTester.ValidTestCase, 'options'> & Linter.Config & { filename: string; options?: unknown[] };
}
