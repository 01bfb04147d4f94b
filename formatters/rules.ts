import plugin from '../src/index.js';
import { principles, type PrincipleId } from '../src/principles.js';
import type { RulesMeta } from './eslint.js';

const own = plugin.rules as unknown as Readonly<Record<string, RulesMeta[string]>>;
const namespace = plugin.meta.namespace;

/** Name and version of the plugin, which reports state. */
export const { name: pluginName, version: pluginVersion } = plugin.meta;

/** Metadata of the plugin's rules by full name: saved JSON has none, and ESLint gives only that of rules that reported. */
export const pluginRules: RulesMeta = Object.fromEntries(
  Object.entries(own).map(([name, rule]) => [`${namespace}/${name}`, (rule as { meta?: RulesMeta[string] }).meta]),
);

/** What a report says of a rule of this plugin. */
export interface RuleFacts {
  /** As the configuration names it: `archprinciples/no-per-call-client`. */
  readonly id: string;
  readonly name: string;
  readonly principle: PrincipleId;
  readonly description: string;
  readonly url: string | undefined;
}

/**
 * The rule with that id if it is one of this plugin's, under whatever namespace the project has registered it; else `undefined`.
 * A rule that a later version has dropped is known only through the metadata saved with its findings.
 */
export function ruleFacts(id: string | null, rulesMeta: RulesMeta | undefined): RuleFacts | undefined {
  if (id === null) return undefined;
  const docs = (rulesMeta?.[id] ?? pluginRules[id])?.docs;
  if (!docs?.principle || !Object.hasOwn(principles, docs.principle)) return undefined;
  return {
    id,
    name: id.slice(id.lastIndexOf('/') + 1),
    principle: docs.principle as PrincipleId,
    description: docs.description ?? '',
    url: docs.url && /^https?:\/\//u.test(docs.url) ? docs.url : undefined,
  };
}

/** Principles that at least one rule stands for. */
export const principlesWithRules: ReadonlySet<string> = new Set(Object.values(pluginRules).flatMap((meta) => meta?.docs?.principle ?? []));
