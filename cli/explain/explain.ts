import { principles, type Principle } from '../../src/principles.js';
import type { ExitCode } from '../init/init.js';
import { nearest } from '../nearest.js';
import type { Terminal } from '../terminal.js';
import type { Block, Pages } from './pages.js';
import { render } from './render.js';

export interface ExplainWorld {
  readonly terminal: Terminal;
  readonly errors: Terminal;
  readonly rules: Readonly<Record<string, { meta?: unknown }>>;
  pages(): Pages;
}

interface Docs { readonly description: string; readonly url: string; readonly principle: string; readonly tier: string; readonly fix: 'fix' | 'suggestion' | null }
const all: Readonly<Record<string, Principle>> = principles;
const marks = { fix: ' (fixes)', suggestion: ' (suggests)' };

/**
 * `explain`: prints a rule's page, or a principle with its rules.
 *
 * @param name a rule with or without the plugin's prefix, or the id or title of a principle.
 * @param list prints the names there are instead.
 */
export function explain(name: string, list: boolean, world: ExplainWorld): ExitCode {
  const { terminal } = world;
  if (list) {
    terminal.write(render(listBlocks(world), terminal));
    return 0;
  }
  if (!name) {
    world.errors.write('Explain what? Name a rule or a principle, or ask for --list.\n');
    return 2;
  }
  const rule = name.toLowerCase().replace(/^archprinciples\//u, '');
  const page = rule in world.rules ? world.pages()[rule] : undefined;
  if (page) {
    terminal.write(`${render(page, terminal)}\n${terminal.style('dim', docsOf(world, rule).url)}\n`);
    return 0;
  }
  const id = principleNamed(name);
  if (id) {
    terminal.write(render(principleBlocks(id, world), terminal));
    return 0;
  }
  const near = nearest(rule, [...Object.keys(world.rules), ...Object.keys(all), ...Object.values(all).map(({ title }) => title)]);
  world.errors.write(`There is no rule and no principle "${name}".${near.length > 0 ? ` Did you mean ${near.join(', or ')}?` : ' `explain --list` names them all.'}\n`);
  return 2;
}

/** The id of a principle that is named by its id or its title, however that is spelt in capitals and hyphens. */
function principleNamed(name: string): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/gu, ' ');
  return Object.entries(all).find(([id, { title }]) => [id, title, `${id} ${title}`].some((text) => plain(text) === plain(name)))?.[0];
}

function docsOf({ rules }: ExplainWorld, rule: string): Docs {
  return (rules[rule]!.meta as { docs: Docs }).docs;
}

function principleBlocks(id: string, world: ExplainWorld): Block[] {
  const { title, tier, why } = all[id]!;
  const rules = Object.keys(world.rules).filter((rule) => docsOf(world, rule).principle === id);
  return [
    { heading: [titleOf(id, title)], level: 1 },
    { text: [why] },
    { text: [`Tier: ${tier.toUpperCase()}. ${rules.length > 0 ? `Its rules, all in the preset \`${id.toLowerCase()}\` once they are precise:` : 'No rule yet.'}`] },
    ...ruleItems(rules, world),
  ];
}

function listBlocks(world: ExplainWorld): Block[] {
  return Object.entries(all).flatMap(([id, { title, tier }]): Block[] => {
    const rules = Object.keys(world.rules).filter((rule) => docsOf(world, rule).principle === id);
    return rules.length === 0 ? [] : [{ heading: [`${id}${/^P\d/u.test(id) ? ` ${title}` : ''}, ${tier}`], level: 2 }, ...ruleItems(rules, world)];
  });
}

function ruleItems(rules: readonly string[], world: ExplainWorld): Block[] {
  return rules.map((rule) => {
    const { description, fix } = docsOf(world, rule);
    return { item: [['strong', rule], `: ${description}${fix ? marks[fix] : ''}`], depth: 0 };
  });
}

function titleOf(id: string, title: string): string {
  return /^P\d/u.test(id) ? `${id} ${title}` : title;
}
