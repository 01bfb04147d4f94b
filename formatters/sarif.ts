import path from 'node:path';
import { principles } from '../src/principles.js';
import type { Context, Edit, Message, Result } from './eslint.js';
import { textOf } from './lines.js';
import { isBelow, shownPath } from './paths.js';
import { locator, type Position } from './positions.js';
import { pluginName, pluginRules, pluginVersion, ruleFacts } from './rules.js';

/** `omit` leaves suppressed findings out: some consumers, GitHub's code scanning among them, show them as open ones. */
export const suppressedVariable = 'ARCHPRINCIPLES_SUPPRESSED';

/**
 * ESLint formatter: everything ESLint found, by whatever plugin, as SARIF 2.1.0. Findings of this plugin's rules carry the tags of
 * their principle; fixes and suggestions are `fixes`, suppressed findings have `suppressions`.
 *
 * @param results what ESLint found
 * @param context the folder it ran in, which the log calls `%SRCROOT%`, and the metadata of its rules
 * @returns a log of one run, as JSON
 */
export default function sarif(results: readonly Result[], context: Context = {}): string {
  return `${JSON.stringify(logOf(results, context, process.env[suppressedVariable] === 'omit'), null, 2)}\n`;
}

export function logOf(results: readonly Result[], context: Context, omitSuppressed = false): object {
  const cwd = context.cwd ?? process.cwd();
  const shown = results.map((result) => ({ result, messages: [...result.messages, ...(omitSuppressed ? [] : (result.suppressedMessages ?? []))] }));
  const ids = [...new Set(shown.flatMap(({ messages }) => messages.flatMap(({ ruleId }) => ruleId ?? [])))].sort();
  const findings: object[] = [];
  const notices: Notice[] = [];
  for (const { result, messages } of shown) {
    if (messages.length === 0) continue;
    const artifactLocation = locationOf(result.filePath, cwd);
    const regionOf = regions(result, messages);
    for (const message of messages) {
      const location = { physicalLocation: { artifactLocation, ...(message.line === undefined ? {} : { region: place(message) }) } };
      if (message.ruleId === null) notices.push({ fatal: message.fatal === true, value: { level: level(message), message: { text: message.message }, locations: [location] } });
      else findings.push(finding(message, ids.indexOf(message.ruleId), location, artifactLocation, regionOf));
    }
  }
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: { name: 'ESLint', informationUri: 'https://eslint.org', rules: ids.map((id) => descriptor(id, context)) },
        extensions: [{ name: pluginName, version: pluginVersion }],
      },
      // Only the name: where the folder lies on this machine is nobody's business, and of no use elsewhere.
      originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder ESLint ran in.' } } },
      columnKind: 'utf16CodeUnits',
      newlineSequences: ['\r\n', '\n', '\r', '\u2028', '\u2029'],
      invocations: [{
        executionSuccessful: !notices.some(({ fatal }) => fatal),
        toolExecutionNotifications: notices.filter(({ fatal }) => fatal).map(({ value }) => value),
        toolConfigurationNotifications: notices.filter(({ fatal }) => !fatal).map(({ value }) => value),
      }],
      results: findings,
    }],
  };
}

/** What no rule said: a parse error, or something about the configuration, as a directive that suppresses nothing. */
interface Notice { readonly fatal: boolean; readonly value: object }
interface Region { readonly startLine?: number; readonly startColumn?: number; readonly endLine?: number; readonly endColumn?: number; readonly charOffset?: number; readonly charLength?: number }
type RegionOf = (edit: Edit) => Region | undefined;

const level = ({ severity }: Message): string => (severity === 2 ? 'error' : 'warning');

/** The name of a file: relative to `%SRCROOT%` where it lies below, so that the log means the same on each machine. */
function locationOf(filePath: string, cwd: string): { uri: string; uriBaseId?: string } {
  const shown = shownPath(filePath, cwd);
  const uri = (name: string): string => name.split('/').map((part) => encodeURIComponent(part)).join('/');
  if (!path.isAbsolute(filePath)) return { uri: uri(shown) };
  if (isBelow(shown)) return { uri: uri(shown), uriBaseId: '%SRCROOT%' };
  const absolute = uri(filePath.replaceAll('\\', '/')).replace(/^([a-z])%3A/iu, '/$1:');
  return { uri: `file://${absolute}` };
}

/** Lines and columns count from 1; a rule that reports a whole file may give 0. */
function place({ line = 1, column = 1, endLine, endColumn }: Message): Region {
  const startLine = Math.max(1, line);
  const startColumn = Math.max(1, column);
  if (endLine == null || endColumn == null || endLine < startLine || (endLine === startLine && endColumn < startColumn)) return { startLine, startColumn };
  return { startLine, startColumn, endLine, endColumn: Math.max(1, endColumn) };
}

function finding(message: Message, ruleIndex: number, location: object, artifactLocation: object, regionOf: RegionOf): object {
  const edits = [...(message.fix ? [{ text: 'What `eslint --fix` does.', edit: message.fix }] : []), ...(message.suggestions ?? []).map(({ desc, fix }) => ({ text: desc, edit: fix }))];
  const fixes = edits.flatMap(({ text, edit }) => {
    const deletedRegion = regionOf(edit);
    return deletedRegion ? [{ description: { text }, artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, insertedContent: { text: edit.text } }] }] }] : [];
  });
  return {
    ruleId: message.ruleId,
    ruleIndex,
    level: level(message),
    message: { text: message.message },
    locations: [location],
    ...(fixes.length > 0 ? { fixes } : {}),
    ...(message.suppressions ? { suppressions: message.suppressions.map(suppression) } : {}),
  };
}

function suppression({ kind, justification }: { kind: string; justification?: string }): object {
  return { kind: kind === 'directive' ? 'inSource' : 'external', ...(justification ? { justification } : {}) };
}

/**
 * Places of edits. By line and column where the text is at hand, since those are in the unit that the log states; else by offset. An edit
 * that takes a byte order mark away has no place: SARIF does not count it.
 */
function regions(result: Result, messages: readonly Message[]): RegionOf {
  const text = messages.some(({ fix, suggestions }) => fix ?? suggestions?.length) ? textOf(result) : undefined;
  const at = text === undefined ? undefined : locator(text);
  return ({ range: [from, to] }) => {
    if (from < 0) return undefined;
    if (!at) return { charOffset: from, charLength: to - from };
    const [start, end]: readonly [Position, Position] = [at(from), at(to)];
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  };
}

/** What the log says of a rule. No precision: measured ones are in the docs, and are not the label that the format asks for. */
function descriptor(id: string, { rulesMeta }: Context): object {
  const facts = ruleFacts(id, rulesMeta);
  const docs = (rulesMeta?.[id] ?? pluginRules[id])?.docs;
  const description = docs?.description;
  const helpUri = docs?.url !== undefined && URL.canParse(docs.url) ? docs.url : undefined;
  if (!facts) return { id, ...(description ? { shortDescription: { text: description } } : {}), ...(helpUri ? { helpUri } : {}) };
  const { title, tier, why } = principles[facts.principle];
  return {
    id,
    name: facts.name,
    shortDescription: { text: description },
    fullDescription: { text: `${title}: ${why}` },
    ...(helpUri ? { helpUri } : {}),
    help: { text: `${title}: ${why}${helpUri ? ` See ${helpUri}` : ''}`, markdown: `**${title}**\n\n${why}${helpUri ? `\n\n[Examples, options and limits](${helpUri})` : ''}` },
    properties: { tags: ['architecture', facts.principle, `tier:${tier}`], principle: facts.principle, tier },
  };
}
