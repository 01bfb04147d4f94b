import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Context, Message, Result, RulesMeta } from './eslint.js';
import { isBelow, originalFolder, shownPath } from './paths.js';
import { pluginRules } from './rules.js';
import type { SavedResults } from './saved.js';

/**
 * Puts saved results of several runs together, as if one run had linted all their files.
 *
 * @param shards results of each run
 * @param cwd the folder that stands for the one they were linted in; checkouts may lie elsewhere on each machine
 * @returns one result per file, in the order of paths, and the metadata for formatters. A message that two runs report is there once.
 */
export function mergeResults(shards: readonly SavedResults[], cwd: string): { results: Result[]; context: Required<Context> } {
  const files = new Map<string, Result>();
  for (const shard of shards) {
    const from = shard.cwd ?? originalFolder(shard.results.map(({ filePath }) => filePath), cwd, (shown) => existsSync(path.join(cwd, shown)));
    for (const result of shard.results) {
      const filePath = moved(result.filePath, from, cwd);
      const other = files.get(filePath);
      files.set(filePath, other ? together(other, result) : { ...result, filePath });
    }
  }
  const rulesMeta: RulesMeta = Object.assign({}, pluginRules, ...shards.map((shard) => shard.rulesMeta ?? {})) as RulesMeta;
  return { results: [...files.values()].sort((a, b) => (a.filePath < b.filePath ? -1 : 1)), context: { cwd, rulesMeta } };
}

function moved(filePath: string, from: string, to: string): string {
  if (!path.isAbsolute(filePath)) return filePath;
  const shown = shownPath(filePath, from);
  return isBelow(shown) ? path.join(to, shown) : filePath;
}

function together(a: Result, b: Result): Result {
  return {
    ...a,
    ...b,
    filePath: a.filePath,
    source: a.source ?? b.source,
    output: a.output ?? b.output,
    messages: united(a.messages, b.messages),
    suppressedMessages: united(a.suppressedMessages ?? [], b.suppressedMessages ?? []),
    stats: { times: { passes: [...(a.stats?.times?.passes ?? []), ...(b.stats?.times?.passes ?? [])] } },
  };
}

function united(a: readonly Message[], b: readonly Message[]): Message[] {
  const known = new Set(a.map(identity));
  return [...a, ...b.filter((message) => !known.has(identity(message)))].sort((x, y) => (x.line ?? 0) - (y.line ?? 0) || (x.column ?? 0) - (y.column ?? 0));
}

function identity({ ruleId, line, column, endLine, endColumn, message }: Message): string {
  return JSON.stringify([ruleId, line, column, endLine, endColumn, message]);
}
