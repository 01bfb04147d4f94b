import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What a person found on reading a finding. Holds no code: the repositories are others'. */
export interface Judgement {
  repo: string;
  commit: string;
  rule: string;
  file: string;
  line: number;
  verdict: 'right' | 'wrong';
  reason: string;
  /** Which random draw of findings it belongs to (1, 2, ...): from repositories that nobody had looked at before, judged before anything was mended. */
  draw?: number;
  /** The plugin did not report it when a run was last recorded: a mistake that was mended, or a finding that was lost. */
  found?: false;
}

/** Where a finding stands, enough to know its judgement. */
export type Judged = Pick<Judgement, 'file' | 'line' | 'repo' | 'rule'> & { commit?: string | undefined };

export interface Precision {
  right: number;
  wrong: number;
  unjudged: number;
}

/** Reads judgements, one JSON object a line; a line that is none is an error that names it. */
export function readJudgements(file: string): Judgement[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    const judgement = JSON.parse(line) as Judgement;
    if (judgement.verdict !== 'right' && judgement.verdict !== 'wrong') throw new TypeError(`${file}:${index + 1}: the verdict is "right" or "wrong"`);
    return [judgement];
  });
}

/** How many of a rule's findings were judged right and wrong. A judgement holds for the commit it was made on. */
export function precisionOf(findings: readonly Judged[], judgements: readonly Judgement[]): Precision {
  const verdicts = new Map(judgements.map((judgement) => [keyOf(judgement), judgement.verdict]));
  const found = findings.map((finding) => verdicts.get(keyOf(finding)));
  return {
    right: found.filter((verdict) => verdict === 'right').length,
    wrong: found.filter((verdict) => verdict === 'wrong').length,
    unjudged: found.filter((verdict) => verdict === undefined).length,
  };
}

/** What a run looked at: repositories at their commits, and rules. */
export interface Scope {
  repositories: readonly { repo: string; commit?: string | undefined }[];
  rules: readonly string[];
}

/** Judged findings that a run reported, or not, otherwise than the last recorded one. */
export interface Drift {
  lost: Judgement[];
  gained: Judgement[];
}

/** Compares a run with what was recorded of the repositories and rules that it looked at. */
export function driftOf(findings: readonly Judged[], judgements: readonly Judgement[], scope: Scope): Drift {
  const now = recorded(findings, judgements, scope);
  const changed = now.filter((judgement, index) => judgement.found !== judgements[index]!.found);
  return { lost: changed.filter(({ found }) => found === false), gained: changed.filter(({ found }) => found !== false) };
}

/** The judgements, in their order, with `found` as a run saw it; those on other repositories, commits and rules as they were. */
export function recorded(findings: readonly Judged[], judgements: readonly Judgement[], { repositories, rules }: Scope): Judgement[] {
  const seen = new Set(findings.map(keyOf));
  return judgements.map((judgement) => {
    if (!rules.includes(judgement.rule) || !repositories.some(({ repo, commit }) => repo === judgement.repo && commit === judgement.commit)) return judgement;
    const { found: _, ...rest } = judgement;
    return seen.has(keyOf(judgement)) ? rest : { ...rest, found: false };
  });
}

/** Writes judgements by rule, repository and place, so that a change shows as the lines it is. */
export function writeJudgements(file: string, judgements: readonly Judgement[]): void {
  const ordered = [...judgements].sort((a, b) => compare(a.rule, b.rule) || compare(a.repo, b.repo) || compare(a.file, b.file) || a.line - b.line);
  writeFileSync(file, ordered.map((judgement) => `${JSON.stringify(judgement)}\n`).join(''));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function keyOf({ repo, commit, rule, file, line }: Judged): string {
  return [repo, commit, rule, file, line].join('\n');
}
