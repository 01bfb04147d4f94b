import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

// Files that exist, since the parser builds types only for those; the test lints other text under their names.
const eslint = new ESLint({ ruleFilter: ({ ruleId }) => /restricted-imports|max-lines|no-package-names|archprinciples/u.test(ruleId) });
const places = {
  entry: 'src/configs.ts',
  entries: 'src/catalog/libraries/ioredis.ts',
  catalog: 'src/catalog/catalog.ts',
  facts: 'src/analysis/facts.ts',
  analysis: 'src/analysis/calls.ts',
  kit: 'src/kit/gate.ts',
  rule: 'src/rules/p012-singleton/no-per-call-client.ts',
  tool: 'tools/test.ts',
} as const;

async function lint(place: keyof typeof places, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: places[place] });
  return (result?.messages ?? []).map(({ ruleId, message }) => (ruleId ? ruleId.replace(/^.*\//u, '') : message));
}

describe('the project\'s own lint', () => {
  it.each([
    ['entry', 'import "node:fs";'],
    ['entry', 'import "../cli/main.js";'],
    ['analysis', 'import "../../cli/main.js";'],
    ['entry', 'import { parse } from "@typescript-eslint/parser"; parse("");'],
    ['entries', 'import "../../analysis/calls.js";'],
    ['entries', 'import "../catalog.js";'],
    ['catalog', 'import "../analysis/calls.js";'],
    ['facts', 'import "../kit/gate.js";'],
    ['facts', 'import "../generated/libraries.js";'],
    ['analysis', 'import "node:path";'],
    ['analysis', 'import "../kit/gate.js";'],
    ['analysis', 'import "../rules/p012-singleton/no-per-call-client.js";'],
    ['analysis', 'import "../catalog/catalog.js";'],
    ['analysis', 'import "../node/host.js";'],
    ['kit', 'import "../rules/p012-singleton/no-per-call-client.js";'],
    ['kit', 'import "../catalog/libraries/ioredis.js";'],
    ['rule', 'import "node:fs";'],
    ['rule', 'import "./other-rule.js";'],
    ['rule', 'import "../p011-event-driven/other-rule.js";'],
    ['rule', 'import "../../catalog/catalog.js";'],
    ['rule', 'import "../../catalog/libraries/ioredis.js";'],
    ['rule', 'import ts from "typescript"; ts.version;'],
  ] as const)('%s may not: %s', async (place, text) => {
    expect(await lint(place, text)).toEqual(['no-restricted-imports']);
  });

  it.each([
    ['entry', 'import "./browser.js"; import "./generated/rules.js"; import "./node/host.js";'],
    ['entries', 'import "../schema.js"; import "./express.js";'],
    ['catalog', 'import "../generated/libraries.js"; import "./schema.js"; import "valibot";'],
    ['facts', 'import "../catalog/catalog.js"; import "./calls.js";'],
    ['analysis', 'import "../catalog/schema.js"; import type { TSESTree } from "@typescript-eslint/utils"; export type Node = TSESTree.Node;'],
    ['kit', 'import "../analysis/facts.js"; import "./urls.js"; import "../catalog/schema.js";'],
    ['rule', 'import "../../kit/create-rule.js"; import "../../analysis/facts.js"; import type ts from "typescript"; export type T = typeof ts;'],
    ['tool', 'import "node:fs"; import "../src/kit/gate.js";'],
  ] as const)('%s may: %s', async (place, text) => {
    expect(await lint(place, text)).toEqual([]);
  });

  it.each([['rule', 150], ['analysis', 250], ['facts', 250], ['kit', 120]] as const)('a %s has at most %i lines', async (place, lines) => {
    expect(await lint(place, '// line\n'.repeat(lines))).toEqual([]);
    expect(await lint(place, '// line\n'.repeat(lines + 1))).toEqual(['max-lines']);
  });

  it.each(['rule', 'analysis'] as const)('a %s names no package of the catalog', async (place) => {
    expect(await lint(place, 'export const known = (name: string) => name === "ioredis" || name === "queue";')).toEqual(['no-package-names']);
  });

  it('applies the plugin\'s own rules', async () => {
    const text = 'import type { Request, Response } from "express";\nimport Redis from "ioredis";\nexport async function cached(req: Request, res: Response) {\n  const redis = new Redis();\n  res.json(await redis.get(req.params.id));\n}\n';
    expect(await lint('entry', text)).toEqual(['no-per-call-client']);
  });
});
