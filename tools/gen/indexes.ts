import type { Preset } from '../../src/configs.js';
import { principles, type PrincipleId } from '../../src/principles.js';
import { marks, presetsWith, principleTitle, table, type DocumentedRule } from './rule-page.js';

const ids = Object.keys(principles) as PrincipleId[];
/** What the marks in the tables mean. */
export const legend = `${marks.fix} mends with \`eslint --fix\`, ${marks.suggestion} suggests an edit in the editor.`;

/** `docs/rules/README.md`: every rule under its principle. */
export function ruleIndex(rules: readonly DocumentedRule[], presets: readonly Preset[]): string {
  const sections = ids.flatMap((id) => {
    const own = ofPrinciple(rules, id);
    return own.length === 0 ? [] : [
      `## ${principleTitle(id)}`,
      `${principles[id].why} (${principles[id].tier.toUpperCase()})`,
      table(['Rule', 'What it does', '', 'Presets'], own.map(({ rule }) => [
        `[${rule.definition.name}](${rule.definition.name}.md)`,
        rule.meta.docs!.description,
        markOf(rule.meta.docs!.fix),
        presetsWith(rule.definition.name, presets),
      ])),
    ];
  });
  return page('Rules', [legend, ...sections]);
}

/** `docs/principles.md`: what the rules stand for, with the rules there are. */
export function principlesPage(rules: readonly DocumentedRule[]): string {
  const sections = ids.flatMap((id) => {
    const own = ofPrinciple(rules, id).map(({ rule }) => `[${rule.definition.name}](rules/${rule.definition.name}.md)`);
    return [
      `## ${principleTitle(id)}`,
      `${principles[id].why} [${own.length > 0 ? 'Examples' : 'More'}](principles/${id.toLowerCase()}.md)`,
      `Tier: ${principles[id].tier.toUpperCase()}. ${own.length > 0 ? `Rules: ${own.join(', ')}.` : 'No rule yet.'}`,
    ];
  });
  return page('Principles', ['What the rules stand for. The tier decides how severe a preset makes a rule.', ...sections]);
}

/** The table of the project's README: principles with their rules and what those can edit. */
export function readmeTable(rules: readonly DocumentedRule[]): string {
  const rows = ids.flatMap((id) => {
    const own = ofPrinciple(rules, id).map(({ rule }) => `[${rule.definition.name}](docs/rules/${rule.definition.name}.md)${markOf(rule.meta.docs!.fix) && ` ${markOf(rule.meta.docs!.fix)}`}`);
    return own.length === 0 ? [] : [[`[${principleTitle(id)}](docs/principles/${id.toLowerCase()}.md)`, principles[id].tier.toUpperCase(), own.join(', ')]];
  });
  return `${table(['Principle', 'Tier', 'Rules'], rows)}\n\n${legend}`;
}

/** The rules that belong to a principle. */
export function ofPrinciple(rules: readonly DocumentedRule[], id: PrincipleId): DocumentedRule[] {
  return rules.filter(({ rule }) => rule.meta.docs!.principle === id);
}

/** The mark of what a rule edits. */
export function markOf(fix: 'fix' | 'suggestion' | null): string {
  return fix ? marks[fix] : '';
}

/** A page that `npm run gen` writes whole. */
export function page(title: string, parts: readonly string[]): string {
  return `${['<!-- Written by `npm run gen`. Do not edit. -->', `# ${title}`, ...parts].join('\n\n')}\n`;
}
