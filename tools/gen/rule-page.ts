import type { OptionSpec, Rule } from '../../src/kit/create-rule.js';
import type { Preset } from '../../src/configs.js';
import { principles } from '../../src/principles.js';
import { replacePart, wrapPart } from './markers.js';
import { headingSlug } from './slug.js';

/** A rule with where it lies. */
export interface DocumentedRule {
  rule: Rule;
  folder: string;
}

/** The marks of a rule in tables: what it edits. */
export const marks = { fix: '🔧', suggestion: '💡' } as const;

/**
 * A rule's page with its generated parts brought up to date: the header, the options under `## Options` and the links at
 * the end. Parts that the page does not have yet are put in their places, so that an author writes prose alone.
 */
export function updatePage(text: string, { rule, folder }: DocumentedRule, presets: readonly Preset[]): string {
  const { name, options, strict } = rule.definition;
  let page = text.replace(/\r\n/gu, '\n');
  const header = headerOf(rule, presets);
  page = replacePart(page, 'header', header) ?? `${wrapPart('header', header)}\n\n${page.replace(/^# .*\n+/u, '')}`;
  const table = optionTable(options, strict);
  page = replacePart(page, 'options', table) ?? page.replace(/^## Options\n/mu, (heading) => `${heading}\n${wrapPart('options', table)}\n`);
  const footer = `[Rule source](../../src/rules/${folder}/${name}.ts) · [Tests](../../tests/rules/${name}.test.ts)`;
  page = replacePart(page, 'footer', footer) ?? `${page.trimEnd()}\n\n${wrapPart('footer', footer)}`;
  return `${page.trimEnd()}\n`;
}

function headerOf(rule: Rule, presets: readonly Preset[]): string {
  const { name } = rule.definition;
  const { description, principle, tier, fix } = rule.meta.docs!;
  const title = principleTitle(principle);
  return [
    `# ${name}`,
    '',
    `${description}.`,
    '',
    `- Principle: [${title}](../principles.md#${headingSlug(title)}), ${tier.toUpperCase()}`,
    ...(fix === 'fix' ? [`- ${marks.fix} \`eslint --fix\` mends what it can mend without changing results`] : []),
    ...(fix === 'suggestion' ? [`- ${marks.suggestion} The editor suggests an edit`] : []),
    `- Presets: ${presetsWith(name, presets)}`,
    ...(rule.definition.presets ? [] : [`- It has not passed the precision gate yet, so only \`${rule.definition.language === 'YAML' ? 'manifests-strict' : 'all'}\` turns it on`]),
  ].join('\n');
}

/** A principle as headings and links name it: `P012 Singleton ...`, or the title alone where the id only repeats it. */
export function principleTitle(id: keyof typeof principles): string {
  return /^P\d+$/u.test(id) ? `${id} ${principles[id].title}` : principles[id].title;
}

/** The presets a rule is in, each with its severity. */
export function presetsWith(name: string, presets: readonly Preset[]): string {
  return presets.flatMap((preset) => {
    const entry = preset.rules[name];
    return entry === undefined ? [] : [`\`${preset.name}\` (${Array.isArray(entry) ? entry[0] : entry})`];
  }).join(', ');
}

function optionTable(options: Readonly<Record<string, OptionSpec>>, strict: Readonly<Record<string, unknown>> | undefined): string {
  const entries = Object.entries(options);
  if (entries.length === 0) return 'This rule has no options.';
  return table(
    ['Option', 'Type', 'Default', ...(strict ? ['In `strict`'] : []), 'Description'],
    entries.map(([name, spec]) => [
      `\`${name}\``,
      typeOf(spec),
      `\`${JSON.stringify(spec.default)}\``,
      ...(strict ? [name in strict ? `\`${JSON.stringify(strict[name])}\`` : ''] : []),
      spec.description,
    ]),
  );
}

function typeOf(spec: OptionSpec): string {
  if (spec.enum) return spec.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  return spec.type === 'array' ? `${spec.items?.type ?? 'any'}[]` : spec.type;
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/gu, '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}
