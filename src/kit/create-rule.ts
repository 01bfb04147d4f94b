import type { JSONSchema, TSESLint } from '@typescript-eslint/utils';
import { bindContext, type FileContext } from '../analysis/context.js';
import { fileKind } from '../analysis/files.js';
import { defineService, type SourceCode } from '../analysis/service.js';
import { isTemplate, isYaml } from '../languages/yaml/documents.js';
import { principles } from '../principles.js';
import { readSettings } from '../settings.js';
import { fileContext } from './file-context.js';
import { gateOpens } from './gate.js';
import { markOf } from './mark.js';
import { ownSource } from './own-source.js';
import { descriptorOf, promotes } from './report.js';
import type { OptionSpec, OptionValues, Rule, RuleContext, RuleDefinition } from './rule.js';
import type { TextTest } from './texts.js';
import { ruleUrl } from './urls.js';

export type { Fix, OptionSpec, Rule, RuleContext, RuleDocs } from './rule.js';

/** Builds an ESLint rule from its definition: meta, option schema and defaults, the gate, reports and the promotion of suggestions. */
export function createRule<const M extends Record<string, string>, const O extends Record<string, OptionSpec>>(definition: RuleDefinition<M, O>): Rule {
  const { name, principle, description, fix, messages, options } = definition;
  const defaults = Object.fromEntries(Object.entries(options).map(([key, spec]) => [key, spec.default])) as OptionValues<O>;
  return {
    meta: {
      type: 'problem',
      docs: { description, url: ruleUrl(name), principle, tier: principles[principle].tier, fix },
      // Promotion turns suggestions into fixes and fixes can be suggestions, so a rule that edits at all declares both.
      ...(fix ? { fixable: 'code', hasSuggestions: true } : {}),
      messages,
      schema: optionSchema(options),
      defaultOptions: Object.keys(options).length > 0 ? [defaults] : [],
    },
    definition: { name, language: definition.language, options, presets: definition.presets, strict: definition.strict },
    create(context) {
      const source = ownSource(context.sourceCode);
      if (!isForRule(source, definition)) return nothing;
      const file = fileOf(source, context);
      if (typeof file === 'string') return reportOnce(context, source, file);
      if (definition.needsSetting && file.settings[definition.needsSetting] === undefined) return nothing;
      if (definition.language === 'YAML' ? fileKind(source).test && !definition.inTests : !gateOpens(source, definition)) return nothing;
      return {
        Program() {
          const given = context.options[0] as Partial<OptionValues<O>> | undefined;
          const problems = definition.check({ source, context: file, options: { ...defaults, ...given } });
          for (const problem of problems) context.report(descriptorOf({ ...problem, loc: markOf(source, problem) }, promotes(file.settings.applySuggestions, name)));
        },
      };
    },
  };
}

function optionSchema(options: Record<string, OptionSpec>): JSONSchema.JSONSchema4[] {
  if (Object.keys(options).length === 0) return [];
  const properties = Object.fromEntries(Object.entries(options).map(([key, spec]) => [key, propertySchema(spec) as JSONSchema.JSONSchema4]));
  return [{ type: 'object', properties, additionalProperties: false }];
}

/** An empty name or glob in a list is a mistake, which would match everything or nothing. */
function propertySchema(spec: OptionSpec): object {
  return spec.type === 'array' ? { ...spec, items: { minLength: 1, ...spec.items } } : spec;
}

const nothing: TSESLint.RuleListener = {};

/** All rules of a file ask one after the other. */
let last: { readonly source: SourceCode; readonly file: FileContext | string } | undefined;

/** Where the file stands, or what is wrong with its settings. */
function fileOf(source: SourceCode, context: RuleContext): FileContext | string {
  if (last?.source !== source) {
    const settings = readSettings(context.settings['archprinciples']);
    last = { source, file: settings.ok ? bindContext(source, () => fileContext(context)) : settings.message };
  }
  return last.file;
}

const reported = new WeakSet<SourceCode>();

/** Bad settings are one error per file, from whichever rule runs first. */
function reportOnce(context: RuleContext, source: SourceCode, message: string): TSESLint.RuleListener {
  if (reported.has(source)) return {};
  reported.add(source);
  const at = { line: 1, column: 0 };
  return {
    Program() {
      context.report({ loc: { start: at, end: at }, message } as unknown as TSESLint.ReportDescriptor<string>);
    },
  };
}

/** Whether the source is of the rule's language; of YAML also whether its text is one the rule can be about, which templates are not. */
function isForRule(source: SourceCode, { language, needsText }: { readonly language?: 'YAML'; readonly needsText?: TextTest }): boolean {
  return language === 'YAML' ? needsText?.test(source.text) === true && !isTemplate(source.text) && isYaml(source) : isScript(source);
}

/** Whether the source is JavaScript or TypeScript with scopes, not JSON, YAML, CSS or Markdown under a rule that was switched on for all files. */
const isScript = defineService((source: SourceCode): boolean => {
  const body = (source.ast as { body?: { type: string }[] } | undefined)?.body;
  return source.ast?.type === 'Program' && source.scopeManager != null && Array.isArray(body) && !isYaml(source) && !/^(?:JSON|TOML)/u.test(body[0]?.type ?? '');
});
