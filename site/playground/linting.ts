import * as tsParser from '@typescript-eslint/parser';
import type { Linter as LinterTypes } from 'eslint';
import { Linter } from 'eslint/universal';
import plugin from '../../src/browser.js';
import { presetsOf } from '../../src/configs.js';
import { rules } from '../../src/generated/rules.js';
import { hasJsx, languageOf } from './files.js';
import type { Calls, Edit, Finding, LintInput, Offer } from './protocol.js';
import { yamlParser } from './yaml.js';

/** The plugin in a page: each file by itself, without types and without a file system. */

const prefix = `${plugin.meta.namespace}/`;
const presets = presetsOf(rules);
const linter = new Linter({ cwd: '/' });
// A CommonJS module's exports stand one level deeper, depending on who bundles.
const typescript = ((tsParser as { default?: unknown }).default ?? tsParser) as LinterTypes.Parser;

function offer(): Offer {
  return {
    rules: Object.entries(rules).map(([name, { meta, definition }]) => ({
      name,
      description: meta.docs!.description,
      language: definition.language === 'YAML' ? 'yaml' : 'code',
      fix: meta.docs!.fix,
    })),
    presets: presets.map(({ name, language, rules }) => ({
      name,
      language: language === 'YAML' ? 'yaml' : 'code',
      rules: Object.fromEntries(Object.entries(rules).map(([rule, entry]) => [rule, typeof entry === 'string' ? entry : entry[0]])),
    })),
  };
}

function configOf({ code, file, preset, overrides, settings }: LintInput): LinterTypes.Config[] {
  const language = languageOf(file);
  const chosen = presets.find(({ name }) => name === preset)?.rules ?? {};
  return [{
    // A pattern for all files does not make ESLint take a file; one with an ending does.
    files: ['**/*.*'],
    plugins: { [plugin.meta.namespace]: plugin as unknown as NonNullable<LinterTypes.Config['plugins']>[string] },
    languageOptions: {
      ...(language === 'yaml' ? { parser: yamlParser as unknown as LinterTypes.Parser } : {}),
      ...(language === 'typescript' ? { parser: typescript } : {}),
      ...(language === 'yaml' ? {} : { sourceType: isCommonJs(file, code) ? 'commonjs' as const : 'module' as const, parserOptions: { ecmaFeatures: { jsx: hasJsx(file) } } }),
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    settings: { [plugin.meta.namespace]: settings },
    rules: { ...withPrefix(chosen), ...Object.fromEntries(Object.entries(overrides).map(([rule, severity]) => [prefix + rule, merged(chosen[rule], severity)])) },
  } as LinterTypes.Config];
}

/** An override changes the severity and keeps the preset's options. */
function merged(entry: unknown, severity: string): LinterTypes.RuleEntry {
  return (Array.isArray(entry) ? [severity, ...(entry.slice(1) as unknown[])] : severity) as LinterTypes.RuleEntry;
}

function withPrefix(entries: Readonly<Record<string, unknown>>): Record<string, LinterTypes.RuleEntry> {
  return Object.fromEntries(Object.entries(entries).map(([rule, entry]) => [prefix + rule, entry as LinterTypes.RuleEntry]));
}

function isCommonJs(file: string, code: string): boolean {
  return /\.c[jt]s$/iu.test(file) || (languageOf(file) === 'javascript' && !/\.mjs$/iu.test(file) && /\brequire\(|\bmodule\.exports\b/u.test(code) && !/^(?:import|export)\b/mu.test(code));
}

function lint(input: LintInput): Finding[] {
  const offsets = lineStarts(input.code);
  const at = (line: number, column: number) => Math.min((offsets[Math.max(line, 1) - 1] ?? input.code.length) + Math.max(column, 1) - 1, input.code.length);
  return linter.verify(input.code, configOf(input), { filename: input.file }).map((message) => {
    const from = at(message.line, message.column);
    const to = message.endLine === undefined ? from : at(message.endLine, message.endColumn ?? 1);
    return {
      rule: message.ruleId?.replace(prefix, ''),
      message: message.message,
      severity: message.severity === 2 ? 'error' : 'warning',
      from,
      to: Math.max(to, from),
      line: message.line,
      column: message.column,
      fix: message.fix && editOf(message.fix),
      suggestions: (message.suggestions ?? []).map(({ desc, fix }) => ({ title: desc, edit: editOf(fix) })),
    };
  });
}

function editOf({ range, text }: LinterTypes.LintMessage['fix'] & object): Edit {
  return { from: range[0], to: range[1], text };
}

/** The offset at which each line begins, lines being what ESLint takes for such. */
function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|[\r\n\u2028\u2029]/gu)].map(({ 0: end, index }) => index + end.length)];
}

function fixAll(input: LintInput, suggestions: boolean): string {
  const settings = suggestions ? { ...input.settings, applySuggestions: true } : input.settings;
  return linter.verifyAndFix(input.code, configOf({ ...input, settings }), { filename: input.file }).output;
}

export const calls: Calls = { offer, lint, fixAll };
