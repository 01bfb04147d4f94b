import type { RuleDocs } from './kit/create-rule.js';
import { principles, type Tier } from './principles.js';

/** `off` is left out: a preset names only what it turns on. */
export type Severity = 'error' | 'warn';
export type RuleEntry = Severity | [Severity, Record<string, unknown>];

/** A preset as `eslint.config.*` takes it. Structural, so that ESLint 8, 9 and 10 all accept it. */
export interface FlatConfig {
  name: string;
  plugins: Record<string, object>;
  /** Layer presets only. */
  settings?: Readonly<Record<string, unknown>>;
  /** Presets of other languages only: the files, and what reads them. */
  files?: string[];
  languageOptions?: { parser: object };
  rules: Readonly<Record<string, RuleEntry>>;
}

/** A preset as `.eslintrc.*` takes it. */
export interface LegacyConfig {
  plugins: string[];
  /** Layer presets only. */
  settings?: Readonly<Record<string, unknown>>;
  rules: Readonly<Record<string, RuleEntry>>;
  /** Mostly empty, but a key that only eslintrc has: ESLint 9 before 9.38 recognises the shape by such a key alone. */
  overrides: { files: string[]; parser: string; rules: Readonly<Record<string, RuleEntry>> }[];
}

/** Every preset under two names: `x` for eslintrc and `flat/x` for flat config; ESLint's string `extends` finds the right one. */
export type Configs = Record<'critical' | 'recommended' | 'strict' | 'all', LegacyConfig>
  & Record<'flat/critical' | 'flat/recommended' | 'flat/strict' | 'flat/all', FlatConfig>
  & { [name: `flat/${string}`]: FlatConfig; [name: string]: FlatConfig | LegacyConfig };

/** What a preset needs to know of a rule. */
export interface PresetRule {
  readonly meta: { readonly docs?: Pick<RuleDocs, 'principle' | 'tier'> };
  readonly definition: { readonly language?: 'YAML' | undefined; readonly presets: boolean; readonly strict?: Readonly<Record<string, unknown>> | undefined };
}

export interface Preset {
  readonly name: string;
  /** By rule name without the plugin's prefix. */
  readonly rules: Readonly<Record<string, RuleEntry>>;
  /** What its files are, where that is not JavaScript or TypeScript. */
  readonly language?: 'YAML';
}

type Level = Severity | undefined;
type Levels = Readonly<Partial<Record<Tier, Severity>>>;

const strictLevels: Levels = { critical: 'error', high: 'error', medium: 'warn' };

/** Errors come first in a preset: the first rule that runs says what is wrong with the settings, and that shall fail the run. */
function isWarning(entry: RuleEntry): boolean {
  return (typeof entry === 'string' ? entry : entry[0]) === 'warn';
}

/** The principles whose rules read LLM code. */
const agentPrinciples: ReadonlySet<string> = new Set(['P066', 'P070', 'agent-protocol', 'agent-roles', 'cost-optimization']);

/** What a system of several services needs whatever the tier of the principle. */
const betweenServices: ReadonlySet<string> = new Set(['P014', 'P017', 'async-messaging']);
/** What a large event-driven system relies on, so that a break is an error. */
const enterprise: ReadonlySet<string> = new Set(['P015', 'async-messaging', 'event-schema', 'event-sourcing', 'saga']);

/**
 * All presets that have at least one rule.
 *
 * @param all by name, the plugin's whole list. A rule that has not passed the precision gate (`presets: false`) is in `all` only, or in `manifests-strict`.
 */
export function presetsOf(all: Readonly<Record<string, PresetRule>>): readonly Preset[] {
  const inLanguage = (language: 'YAML' | undefined) => Object.fromEntries(Object.entries(all).filter(([, { definition }]) => definition.language === language));
  return [...codePresets(inLanguage(undefined)), ...yamlPresets(inLanguage('YAML'))];
}

type LevelOf = (rule: PresetRule, id: string) => Level;

function presetOf(name: string, rules: Readonly<Record<string, PresetRule>>, level: LevelOf, withOptions: boolean): Preset {
  return {
    name,
    rules: Object.fromEntries(Object.entries(rules).flatMap(([id, rule]) => {
      const severity = level(rule, id);
      const options = withOptions ? rule.definition.strict : undefined;
      return severity ? [[id, options ? [severity, { ...options }] : severity] satisfies [string, RuleEntry]] : [];
    }).sort(([, a], [, b]) => Number(isWarning(a)) - Number(isWarning(b)))),
  };
}

/** The level of a rule's tier, for those that passed the precision gate and belong to a principle that counts. */
function passed(levels: Levels, belongs: (principle: string) => boolean = () => true): LevelOf {
  return ({ meta: { docs }, definition }) => (docs && definition.presets && belongs(docs.principle) ? levels[docs.tier] : undefined);
}

function hasRules({ rules }: Preset): boolean {
  return Object.keys(rules).length > 0;
}

/** Rules of YAML files stand in presets of their own, since with them `eslint .` reads files that it never read before. */
function yamlPresets(rules: Readonly<Record<string, PresetRule>>): readonly Preset[] {
  return [presetOf('manifests', rules, passed(strictLevels), false), presetOf('manifests-strict', rules, () => 'error', true)]
    .filter(hasRules)
    .map((preset) => ({ ...preset, language: 'YAML' }));
}

function codePresets(rules: Readonly<Record<string, PresetRule>>): readonly Preset[] {
  const preset = (name: string, level: LevelOf, withOptions = true) => presetOf(name, rules, level, withOptions);
  const recommended = passed({ critical: 'error', high: 'warn' });
  const strict = passed(strictLevels);
  const warned = passed({ critical: 'warn', high: 'warn', medium: 'warn' }, (id) => betweenServices.has(id));
  const required = passed({ critical: 'error', high: 'error', medium: 'error' }, (id) => enterprise.has(id));
  return [
    preset('critical', passed({ critical: 'error' }), false),
    preset('recommended', recommended, false),
    preset('strict', strict),
    preset('all', () => 'error'),
    preset('single-api', (rule, id) => (rule.meta.docs?.principle === 'P014' || id === 'keep-previous-version' ? undefined : recommended(rule, id)), false),
    preset('microservices', (rule, id) => recommended(rule, id) ?? warned(rule, id), false),
    preset('enterprise', (rule, id) => required(rule, id) ?? strict(rule, id)),
    preset('agents', passed(strictLevels, (id) => agentPrinciples.has(id))),
    ...Object.keys(principles).map((principle) => preset(principle.toLowerCase(), passed(strictLevels, (id) => id === principle))),
  ].filter(hasRules);
}

/**
 * Both shapes of each preset of JavaScript and TypeScript. Those of other languages need a parser, so the entry that has one adds them.
 *
 * @param namespace what the rules' ids start with.
 * @param plugin the plugin object, which flat configs carry themselves.
 */
export function configsOf(presets: readonly Preset[], namespace: string, plugin: object): Configs {
  return Object.fromEntries(presets.filter(({ language }) => language === undefined).flatMap((preset): [string, FlatConfig | LegacyConfig][] => [
    [preset.name, { plugins: [namespace], rules: prefixed(preset, namespace), overrides: [] }],
    [`flat/${preset.name}`, { name: `${namespace}/${preset.name}`, plugins: { [namespace]: plugin }, rules: prefixed(preset, namespace) }],
  ])) as Configs;
}

const yamlFiles = ['**/*.yaml', '**/*.yml'];

/**
 * Both shapes of each preset of YAML files.
 *
 * @param parser what reads YAML in flat configs.
 * @param parserPath the module that exports the same, for eslintrc.
 */
export function yamlConfigsOf(presets: readonly Preset[], namespace: string, plugin: object, parser: object, parserPath: string): Record<string, FlatConfig | LegacyConfig> {
  return Object.fromEntries(presets.filter(({ language }) => language === 'YAML').flatMap((preset): [string, FlatConfig | LegacyConfig][] => {
    const rules = prefixed(preset, namespace);
    return [
      [preset.name, { plugins: [namespace], rules: {}, overrides: [{ files: [...yamlFiles], parser: parserPath, rules }] }],
      [`flat/${preset.name}`, { name: `${namespace}/${preset.name}`, files: [...yamlFiles], plugins: { [namespace]: plugin }, languageOptions: { parser }, rules }],
    ];
  }));
}

function prefixed({ rules }: Preset, namespace: string): Record<string, RuleEntry> {
  return Object.fromEntries(Object.entries(rules).map(([rule, entry]) => [`${namespace}/${rule}`, entry]));
}
