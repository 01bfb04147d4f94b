import type { OptionSpec } from '../../src/kit/create-rule.js';
import type { DocumentedRule } from './rule-page.js';

/** The text of `src/generated/rule-options.ts`: the type of `rules` in a configuration, with every rule's options. */
export function ruleOptionsModule(rules: readonly DocumentedRule[], namespace: string): string {
  return [
    '// Written by `npm run gen`. Do not edit.',
    'type Severity = \'off\' | \'warn\' | \'error\' | 0 | 1 | 2;',
    '',
    '/** How a rule is set: a severity, or a severity with options. */',
    'export type RuleSetting<Options> = Severity | [Severity] | [Severity, Options];',
    '',
    '/** A rule without options. */',
    'export type PlainRuleSetting = Severity | [Severity];',
    '',
    '/** What `rules` of a configuration may hold of this plugin. An alias, since ESLint\'s own type takes no interface. */',
    'export type ArchPrinciplesRules = {',
    ...rules.flatMap(({ rule: { definition, meta } }) => [
      `  /** ${comment(meta.docs!.description)}. ${meta.docs!.url} */`,
      ...setting(`'${namespace}/${definition.name}'`, definition.options),
    ]),
    '};',
    '',
  ].join('\n');
}

function setting(id: string, options: Readonly<Record<string, OptionSpec>>): string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [`  ${id}?: PlainRuleSetting;`];
  return [
    `  ${id}?: RuleSetting<{`,
    ...entries.flatMap(([name, spec]) => [`    /** ${comment(spec.description)} Default: \`${comment(JSON.stringify(spec.default))}\`. */`, `    ${name}?: ${typeOf(spec)};`]),
    '  }>;',
  ];
}

function typeOf(spec: OptionSpec): string {
  const values = spec.enum?.map((value) => `'${value}'`).join(' | ');
  if (spec.type === 'array') return `${spec.items?.type ?? 'unknown'}[]`;
  return values ?? (spec.type === 'integer' ? 'number' : spec.type);
}

/** Text that does not end the comment it stands in. */
function comment(text: string): string {
  return text.replaceAll('*/', '*\\/');
}
