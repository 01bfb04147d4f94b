import { existsSync, readFileSync } from 'node:fs';

/** What a person found on reading a finding. Holds no code: the repositories are others'. */
export interface Judgement {
  repo: string;
  commit: string;
  rule: string;
  file: string;
  line: number;
  verdict: 'right' | 'wrong';
  reason: string;
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

function keyOf({ repo, commit, rule, file, line }: Judged): string {
  return [repo, commit, rule, file, line].join('\n');
}
