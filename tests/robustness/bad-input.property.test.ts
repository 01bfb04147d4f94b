import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import yamlParser from '../../src/node/yaml-parser.js';
import { rules } from '../../src/generated/rules.js';
import type { Rule } from '../../src/kit/create-rule.js';
import type { OptionSpec } from '../../src/kit/rule.js';
import { damaged } from '../../tools/robust/damage.js';
import { readPage } from '../docs/page.js';

/** Every example of the rules' pages: code that rules have much to say about. */
const examples = readdirSync('docs/rules').flatMap((page) => readPage(readFileSync(`docs/rules/${page}`, 'utf8')).blocks)
  .flatMap(({ code, language }) => (/^(?:[cm]?[jt]sx?|yaml)$/u.test(language) ? [{ code, language }] : []));
const all = rules as Readonly<Record<string, Rule>>;
const linter = new Linter({ configType: 'flat' });

/** Lints with all rules. An exception of a rule leaves it as one. */
function lint(code: string, language: string, options: Readonly<Record<string, object>>, settings: unknown): Linter.LintMessage[] {
  const parser = (language === 'yaml' ? yamlParser : tsParser) as unknown as Linter.Parser;
  return linter.verify(code, {
    files: ['**/*.*'],
    plugins: { archprinciples: plugin as never },
    rules: Object.fromEntries(Object.keys(all).map((name) => [`archprinciples/${name}`, options[name] ? ['error', options[name]] : 'error'])) as Linter.RulesRecord,
    settings: { archprinciples: settings },
    languageOptions: { parser },
  }, { filename: `src/example.${language}` });
}

const example = fc.constantFrom(...examples);
/** Names, globs and patterns as people write and mistype them. */
const text = fc.oneof(fc.string(), fc.constantFrom('', '*', '**', '[', '{a,', '/', '/(/', '/a+/u', '../x', 'fs.existsSync', '__proto__', 'constructor', 'toString', '\0', 'é', '$&'));

function valueOf({ type, enum: allowed, items, minimum = 0 }: OptionSpec): fc.Arbitrary<unknown> {
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: minimum, max: 2 ** 31 });
  if (type === 'array') return fc.uniqueArray(items && 'enum' in items ? fc.constantFrom(...(items.enum as string[])) : text.filter((item) => item !== ''), { maxLength: 4 });
  return allowed ? fc.constantFrom(...allowed) : text;
}

const options = fc.record(Object.fromEntries(Object.entries(all).filter(([, { definition }]) => Object.keys(definition.options).length > 0).map(([name, { definition }]) => [
  name,
  fc.record(Object.fromEntries(Object.entries(definition.options).map(([option, spec]) => [option, valueOf(spec)])), { requiredKeys: [] }),
])), { requiredKeys: [] });

const keys = fc.constantFrom('libraries', 'agents', 'resilience', 'mesh', 'contexts', 'spec', 'tier', 'crossFile', 'applySuggestions', 'files', 'nonsense', '__proto__');
const settings = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.array(text), fc.boolean(), fc.dictionary(fc.constantFrom('tests', 'domain', 'scripts', 'other'), fc.array(text)))),
);

describe('bad input never ends a run', () => {
  it('any options that the schemas allow', () => {
    fc.assert(fc.property(example, options, ({ code, language }, given) => {
      expect(lint(code, language, given as Record<string, object>, undefined).filter(({ fatal }) => fatal)).toEqual([]);
    }), { numRuns: 150 });
  });

  it('any settings: one report at the top that says what is wrong, or none', () => {
    fc.assert(fc.property(example, settings, ({ code, language }, given) => {
      const messages = lint(code, language, {}, given).filter(({ ruleId, messageId }) => ruleId !== null && messageId === undefined);
      expect(messages.length).toBeLessThanOrEqual(1);
      for (const { line, column } of messages) expect([line, column]).toEqual([1, 1]);
    }), { numRuns: 150 });
  });

  it('code that is cut, shuffled and misspelt', () => {
    let parsed = 0;
    fc.assert(fc.property(example, fc.nat(), ({ code, language }, seed) => {
      for (const version of damaged(code, 3, seed)) if (!lint(version, language, {}, undefined).some(({ fatal }) => fatal)) parsed++;
    }), { numRuns: 200 });
    // Else nothing was tested.
    expect(parsed).toBeGreaterThan(200);
  });
});
