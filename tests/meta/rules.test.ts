import { parse } from '@typescript-eslint/parser';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { handlerKinds, roles } from '../../src/catalog/schema.js';
import { libraries } from '../../src/generated/libraries.js';
import { rules } from '../../src/generated/rules.js';
import type { Rule } from '../../src/kit/create-rule.js';
import { principles } from '../../src/principles.js';
import { findRules } from '../../tools/gen/rules.js';

const files = findRules(process.cwd());
const all = rules as Readonly<Record<string, Rule>>;

it('registers every rule file and nothing else', () => {
  expect(Object.keys(all)).toEqual(files.map(({ name }) => name));
});

describe.each(files)('$name', ({ name, folder }) => {
  const rule = all[name]!;
  const { meta, definition } = rule;
  const docs = meta.docs!;
  const source = path.join('src/rules', folder, `${name}.ts`);

  it('is named like its file, in the folder of its principle', () => {
    expect(definition.name).toBe(name);
    expect(name).toMatch(/^[a-z][a-z\d]*(?:-[a-z]+)+$/u);
    const id = docs.principle.toLowerCase();
    expect(folder === id || (/^p\d+$/u.test(id) && folder.startsWith(`${id}-`))).toBe(true);
    expect(docs.url).toMatch(new RegExp(`/${name}\\.md$`, 'u'));
  });

  it('has the tier of its principle', () => {
    expect(docs.tier).toBe(principles[docs.principle].tier);
  });

  it('describes itself in a phrase', () => {
    expect(docs.description).toMatch(/^(?:Disallow|Require|Prefer|Enforce) .*[^.]$/u);
  });

  // A message may end in a placeholder; the rule's tests look at the full stop of what is reported.
  it('has messages that end in a full stop and have at most 30 words', () => {
    const messages = Object.values(meta.messages);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message).toMatch(/(?:\.|\}\})$/u);
      expect(message.split(/\s+/u).length, message).toBeLessThanOrEqual(30);
    }
  });

  it('has a page and a test', () => {
    expect(existsSync(`docs/rules/${name}.md`)).toBe(true);
    expect(existsSync(`tests/rules/${name}.test.ts`)).toBe(true);
  });

  it('describes every option and its default, and refuses others', () => {
    const [schema, ...rest] = meta.schema as unknown as { properties: Record<string, Record<string, unknown>>; additionalProperties: boolean }[];
    const options = Object.entries(definition.options);
    expect(rest).toEqual([]);
    expect(Object.keys(schema?.properties ?? {})).toEqual(options.map(([key]) => key));
    expect(schema?.additionalProperties ?? false).toBe(false);
    for (const [, option] of options) {
      expect(option.description).toMatch(/^[A-Z].*\.$/u);
      expect(option).toHaveProperty('default');
    }
    expect(Object.keys(definition.strict ?? {}).filter((key) => !(key in definition.options))).toEqual([]);
  });

  it('names no package: what libraries are is catalog data', () => {
    const strings = stringsOf(readFileSync(source, 'utf8')).filter((text) => !(text in definition.options));
    expect(strings.filter((text) => packageNames.has(text))).toEqual([]);
  });
});

it('finds package names in strings', () => {
  const text = "import x from 'unheard-of'; f('ioredis', { 'express': 1 }, `node:fs`, 'http');";
  expect(stringsOf(text).filter((name) => packageNames.has(name))).toEqual(['ioredis', 'express', 'node:fs']);
});

/** Import sources of the catalog, less the few that are words of the plugin's own vocabulary too. */
const packageNames = new Set(libraries.flatMap((library) => [library.package, ...(library.aliases ?? [])]).flatMap((name) => [name, name.replace(/^node:/u, '')]));
for (const word of [...roles, ...handlerKinds, 'global', 'fix', 'suggestion']) packageNames.delete(word);

/** The string literals of a module; import sources and template parts are strings too. */
function stringsOf(text: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const node = value as { type?: string; value?: unknown };
    if (node.type === 'Literal' && typeof node.value === 'string') found.push(node.value);
    if (node.type === 'TemplateElement') found.push((node.value as { cooked: string }).cooked);
    for (const [key, child] of Object.entries(node)) if (key !== 'parent' && key !== 'loc' && key !== 'range') visit(child);
  };
  visit(parse(text, { sourceType: 'module', range: true }).body);
  return found;
}
