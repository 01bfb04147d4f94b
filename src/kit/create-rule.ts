import type { JSONSchema, TSESLint, TSESTree } from '@typescript-eslint/utils';
import { bindContext, type FileContext } from '../analysis/context.js';
import type { SourceCode } from '../analysis/service.js';
import type { Role } from '../catalog/schema.js';
import { principles, type PrincipleId, type Tier } from '../principles.js';
import { readSettings } from '../settings.js';
import { fileContext } from './file-context.js';
import { gateOpens } from './gate.js';
import { ruleUrl } from './urls.js';

export type RuleContext = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** Names in `{{ }}` of a message. */
type Trim<S extends string> = S extends ` ${infer R}` | `${infer R} ` ? Trim<R> : S;
type Placeholders<M extends string> = M extends `${string}{{${infer K}}}${infer Rest}` ? Trim<K> | Placeholders<Rest> : never;
type Data<M extends string> = [Placeholders<M>] extends [never] ? { data?: undefined } : { data: Record<Placeholders<M>, string | number> };

/** One option: its JSON schema with what the docs say of it and its default. */
export interface OptionSpec {
  readonly description: string;
  readonly type: 'array' | 'boolean' | 'integer' | 'string';
  readonly items?: { readonly type: 'string' };
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly default: unknown;
}
type OptionValue<S extends OptionSpec> = S['type'] extends 'array' ? readonly string[] : S['type'] extends 'boolean' ? boolean : S['type'] extends 'integer' ? number : S extends { enum: readonly (infer E)[] } ? E : string;
export type OptionValues<O extends Record<string, OptionSpec>> = { readonly [K in keyof O]: OptionValue<O[K]> };

export type Fix = (fixer: TSESLint.RuleFixer) => readonly TSESLint.RuleFix[] | null;

/** One suggestion; its message must name what the edit does. */
export type Suggestion<M extends Record<string, string>> = { [K in keyof M & string]: { readonly messageId: K; readonly fix: Fix } & Data<M[K]> }[keyof M & string];

/** What a rule found. */
export type Problem<M extends Record<string, string>> = {
  [K in keyof M & string]: {
    /** What to mark: the smallest node that shows the cause, or a place of its own. */
    readonly node: TSESTree.Node;
    readonly loc?: TSESTree.SourceLocation;
    readonly messageId: K;
    readonly fix?: Fix | undefined;
    readonly suggest?: readonly (Suggestion<M> | undefined)[];
  } & Data<M[K]>;
}[keyof M & string];

/** A rule as its author states it. */
export interface RuleDefinition<M extends Record<string, string>, O extends Record<string, OptionSpec>> {
  readonly name: string;
  readonly principle: PrincipleId;
  /** "Disallow ..." or "Require ...", without a full stop. */
  readonly description: string;
  /** What the rule can edit: the mark in the docs. */
  readonly fix: 'fix' | 'suggestion' | null;
  /** Roles, one of which a library in play must have; else the rule does not look at the file. */
  readonly needs: readonly Role[];
  /** A file that imports nothing with such a role is looked at all the same if its text has one of these (`fetch`, `Atomics.wait`). */
  readonly needsText?: RegExp;
  /** The rule follows project imports: `true` lets a file pass that imports a project file whose text mentions a needed library. */
  readonly crossFile?: boolean;
  /** The rule is about test files too. */
  readonly inTests?: boolean;
  readonly messages: M;
  readonly options: O;
  /** Whether it passed the precision gate and stands in its tier's presets; else only in `all`. */
  readonly presets: boolean;
  /** Option values that the `strict` preset sets. */
  readonly strict?: Partial<OptionValues<O>>;
  check(file: RuleInput<O>): Iterable<Problem<M>>;
}

export interface RuleInput<O extends Record<string, OptionSpec>> {
  readonly source: SourceCode;
  readonly context: FileContext;
  readonly options: OptionValues<O>;
}

/** `meta.docs` of every rule; frozen since the first release. */
export interface RuleDocs {
  readonly description: string;
  readonly url: string;
  readonly principle: PrincipleId;
  readonly tier: Tier;
  readonly fix: 'fix' | 'suggestion' | null;
}

/** A finished rule: what ESLint runs, and what presets and docs are computed from. */
export interface Rule {
  readonly meta: TSESLint.RuleMetaData<string, RuleDocs, readonly unknown[]>;
  create(context: RuleContext): TSESLint.RuleListener;
  /** Outside `meta`, so that it is free to change: presets and docs read it. */
  readonly definition: Pick<RuleDefinition<Record<string, string>, Record<string, OptionSpec>>, 'name' | 'options' | 'presets' | 'strict'>;
}

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
    definition: { name, options, presets: definition.presets, strict: definition.strict },
    create(context) {
      const source = context.sourceCode;
      if (!isScript(source)) return {};
      const settings = readSettings(context.settings['archprinciples']);
      if (!settings.ok) return reportOnce(context, settings.message);
      const file = bindContext(source, () => fileContext(context));
      if (!gateOpens(source, definition)) return {};
      return {
        Program() {
          const given = context.options[0] as Partial<OptionValues<O>> | undefined;
          const problems = definition.check({ source, context: file, options: { ...defaults, ...given } });
          for (const problem of problems) context.report(descriptorOf(problem, promotes(file.settings.applySuggestions, name)));
        },
      };
    },
  };
}

function optionSchema(options: Record<string, OptionSpec>): JSONSchema.JSONSchema4[] {
  if (Object.keys(options).length === 0) return [];
  const properties = Object.fromEntries(Object.entries(options).map(([key, spec]) => [key, spec as unknown as JSONSchema.JSONSchema4]));
  return [{ type: 'object', properties, additionalProperties: false }];
}

const reported = new WeakSet<SourceCode>();

/** Bad settings are one error per file, from whichever rule runs first. */
function reportOnce(context: RuleContext, message: string): TSESLint.RuleListener {
  if (reported.has(context.sourceCode)) return {};
  reported.add(context.sourceCode);
  const at = { line: 1, column: 0 };
  return {
    Program() {
      context.report({ loc: { start: at, end: at }, message } as unknown as TSESLint.ReportDescriptor<string>);
    },
  };
}

/** Whether the source is JavaScript or TypeScript with scopes, not JSON, YAML, CSS or Markdown under a rule that was switched on for all files. */
function isScript(source: SourceCode): boolean {
  const body = (source.ast as { body?: { type: string }[] } | undefined)?.body;
  return source.ast?.type === 'Program' && source.scopeManager != null && Array.isArray(body) && !/^(?:YAML|JSON|TOML)/u.test(body[0]?.type ?? '');
}

function promotes(setting: boolean | readonly string[], name: string): boolean {
  return typeof setting === 'boolean' ? setting : setting.some((entry) => entry === name || entry.endsWith(`/${name}`));
}

interface Edit { readonly messageId: string; readonly data?: unknown; readonly fix: Fix }

function descriptorOf(problem: object, promote: boolean): TSESLint.ReportDescriptor<string> {
  const { suggest, fix, ...rest } = problem as { suggest?: readonly (Edit | undefined)[]; fix?: Fix };
  const suggestions = suggest?.filter((edit) => edit !== undefined) ?? [];
  const first = promote && !fix ? suggestions[0]?.fix : undefined;
  return {
    ...rest,
    ...(fix ?? first ? { fix: fix ?? first } : {}),
    ...(suggestions.length > 0 && !first ? { suggest: suggestions } : {}),
  } as unknown as TSESLint.ReportDescriptor<string>;
}
