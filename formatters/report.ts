import { principles, type PrincipleId, type Tier } from '../src/principles.js';
import type { Context, Message, Result } from './eslint.js';
import { codeFrame, type FrameLine } from './frame.js';
import { countLines, textOf } from './lines.js';
import { shownPath } from './paths.js';
import { ruleFacts, type RuleFacts } from './rules.js';

export interface Finding {
  readonly rule: RuleFacts;
  readonly principle: PrincipleId;
  readonly tier: Tier;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly error: boolean;
  /** Whether `--fix` mends it or the editor offers an edit. */
  readonly edit: 'fix' | 'suggestion' | undefined;
  readonly frame: readonly FrameLine[];
}

export interface LintedFile {
  readonly file: string;
  /** `undefined` where the text is not in the results and the file is gone. */
  readonly lines: number | undefined;
  readonly findings: readonly Finding[];
}

/** What reports are made of: this plugin's findings, and counts of everything else. */
export interface Report {
  readonly files: readonly LintedFile[];
  readonly findings: readonly Finding[];
  /** Findings of this plugin that a comment or the file of bulk suppressions hides. */
  readonly suppressed: readonly { readonly principle: PrincipleId }[];
  /** Lines of all files whose text is known. */
  readonly lines: number;
  readonly unreadFiles: number;
  /** What other plugins, ESLint's own rules and ESLint itself said: how often, by plugin. */
  readonly others: ReadonlyMap<string, number>;
  /** Files that do not parse, with the parser's words. */
  readonly broken: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  /** Principles whose rules ran, which results tell with `--stats` only. */
  readonly ran: ReadonlySet<PrincipleId> | undefined;
}

/** Sorts ESLint's results into a report. Files that were not linted, since they are ignored, do not count. */
export function reportOf(results: readonly Result[], context: Context = {}): Report {
  const cwd = context.cwd ?? process.cwd();
  const files: LintedFile[] = [];
  const suppressed: { principle: PrincipleId }[] = [];
  const others = new Map<string, number>();
  const broken: Report['broken'][number][] = [];
  for (const result of results) {
    if (result.messages.some(isIgnoreNotice)) continue;
    const file = shownPath(result.filePath, cwd);
    const text = textOf(result);
    const findings: Finding[] = [];
    for (const message of result.messages) {
      const rule = ruleFacts(message.ruleId, context.rulesMeta);
      if (rule) findings.push(findingOf(message, rule, file, text));
      else if (message.fatal) broken.push({ file, line: message.line ?? 1, message: message.message });
      else others.set(pluginOf(message.ruleId), (others.get(pluginOf(message.ruleId)) ?? 0) + 1);
    }
    for (const { ruleId } of result.suppressedMessages ?? []) {
      const rule = ruleFacts(ruleId, context.rulesMeta);
      if (rule) suppressed.push({ principle: rule.principle });
    }
    files.push({ file, lines: text === undefined ? undefined : countLines(text), findings });
  }
  return {
    files,
    findings: files.flatMap((file) => file.findings),
    suppressed,
    lines: files.reduce((sum, file) => sum + (file.lines ?? 0), 0),
    unreadFiles: files.filter((file) => file.lines === undefined).length,
    others,
    broken,
    ran: principlesThatRan(results, context),
  };
}

function findingOf(message: Message, rule: RuleFacts, file: string, text: string | undefined): Finding {
  return {
    rule,
    principle: rule.principle,
    tier: principles[rule.principle].tier,
    file,
    line: message.line ?? 1,
    column: message.column ?? 1,
    message: message.message,
    error: message.severity === 2,
    edit: message.fix ? 'fix' : message.suggestions?.length ? 'suggestion' : undefined,
    frame: text === undefined ? [] : codeFrame(text, message),
  };
}

/** "File ignored because ..." is a message without a place. */
function isIgnoreNotice({ ruleId, fatal, line }: Message): boolean {
  return ruleId === null && !fatal && line === undefined;
}

function pluginOf(ruleId: string | null): string {
  if (ruleId === null) return 'ESLint';
  const slash = ruleId.lastIndexOf('/');
  return slash > 0 ? ruleId.slice(0, slash) : 'ESLint';
}

function principlesThatRan(results: readonly Result[], context: Context): ReadonlySet<PrincipleId> | undefined {
  const passes = results.flatMap(({ stats }) => stats?.times?.passes ?? []);
  if (passes.length === 0) return undefined;
  const ids = new Set(passes.flatMap(({ rules }) => Object.keys(rules ?? {})));
  return new Set([...ids].flatMap((id) => ruleFacts(id, context.rulesMeta)?.principle ?? []));
}
