import type { Preset } from '../../src/configs.js';
import { principles, type PrincipleId } from '../../src/principles.js';
import { readPage, type Block } from '../docs/page.js';
import { legend, markOf, ofPrinciple, page } from './indexes.js';
import { demands } from './principle-texts.js';
import { principleTitle, table, type DocumentedRule } from './rule-page.js';

/** Where the page of a principle lies in the docs. It has the name of the principle's preset. */
export function principleFile(id: PrincipleId): string {
  return `principles/${id.toLowerCase()}.md`;
}

/**
 * The page of a principle: what it asks for, why, its rules, and for each the first defect and the first sound form of its page.
 *
 * @param pageOf the text of a rule's page.
 */
export function principlePage(id: PrincipleId, rules: readonly DocumentedRule[], presets: readonly Preset[], pageOf: (rule: string) => string): string {
  const own = ofPrinciple(rules, id);
  const { tier, why } = principles[id];
  const preset = presets.find(({ name }) => name === id.toLowerCase());
  const link = (name: string) => `[${name}](../rules/${name}.md)`;
  return page(principleTitle(id), [
    demands[id],
    `Tier: ${tier.toUpperCase()}. ${preset ? `Its rules of code alone: the preset \`${preset.name}\`. ` : ''}[All principles](../principles.md)`,
    '## Why',
    why,
    '## Rules',
    ...(own.length === 0
      ? ['No rule yet.']
      : [table(['Rule', 'What it does', ''], own.map(({ rule }) => [link(rule.definition.name), rule.meta.docs!.description, markOf(rule.meta.docs!.fix)])), legend]),
    ...(own.length === 0 ? [] : ['## Examples']),
    ...own.flatMap(({ rule }) => {
      const { name } = rule.definition;
      const { blocks } = readPage(pageOf(name));
      return [`### ${name}`, ...example(blocks, 'Bad'), ...example(blocks, 'Good'), `More on the page of ${link(name)}.`];
    }),
  ]);
}

/** The first example under a heading: not a file that others import, and not text of another kind. */
function example(blocks: readonly Block[], section: string): string[] {
  const first = blocks.find((block) => block.section === section && !block.context && /^(?:[cm]?[jt]s|[jt]sx|yaml)$/u.test(block.language));
  return first ? [`${section}:`, `\`\`\`${first.language}${first.title ? ` title="${first.title}"` : ''}\n${first.code}\n\`\`\``] : [];
}
