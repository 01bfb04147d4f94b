import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { FileContext } from '../analysis/context.js';
import type { SourceCode } from '../analysis/service.js';
import type { YamlNode } from '../languages/yaml/value.js';
import type { Role } from '../catalog/schema.js';
import type { ArchPrinciplesSettings } from '../settings.js';
import type { TextTest } from './texts.js';
import type { PrincipleId, Tier } from '../principles.js';

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
    readonly node: TSESTree.Node | YamlNode;
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
  readonly needsText?: TextTest;
  /** The rule follows project imports: `true` lets a file pass that imports a project file whose text mentions a needed library. */
  readonly crossFile?: boolean;
  /** What the rule reads, where that is not JavaScript or TypeScript. `needsText` is its gate. */
  readonly language?: 'YAML';
  /** The rule does nothing, and costs nothing, unless the user's settings have this. */
  readonly needsSetting?: keyof ArchPrinciplesSettings;
  /** The rule is about test files too. */
  readonly inTests?: boolean;
  readonly messages: M;
  readonly options: O;
  /** Whether it passed the precision gate and stands in its tier's presets; else only in `all`, or in `manifests-strict`. */
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
  readonly definition: Pick<RuleDefinition<Record<string, string>, Record<string, OptionSpec>>, 'language' | 'name' | 'options' | 'presets' | 'strict'>;
}
