import type { Performance } from './performance.js';

/** What linting may cost, and what it does. */
export interface Goal { text: string; atMost: boolean; limit: number; measured: number; unit: '%' | 'times' | 'files' }

/** All goals, with what was measured. Shares are percent of the time of parsing. */
export function goalsOf({ contenders, scale, concurrency }: Performance): Goal[] {
  const of = (name: string) => contenders.find((contender) => contender.name === name)!;
  const share = (name: string) => 100 * of(name).rules[1];
  const growth = (key: 'perFile' | 'rulesPerFile') => 100 * (Math.max(...scale.slice(1).map((size) => size[key])) / scale[0]![key] - 1);
  const sizes = `${number(scale[0]!.files)} to ${number(scale.at(-1)!.files)} files`;
  return [
    { text: 'Rules of `recommended`, `crossFile: false`', atMost: true, limit: 3, measured: share('recommended-off'), unit: '%' },
    { text: 'Rules of `all`, `crossFile: false`', atMost: true, limit: 8, measured: share('all-off'), unit: '%' },
    { text: 'Rules of `all`', atMost: true, limit: 15, measured: share('all'), unit: '%' },
    { text: 'Rule time of sonarjs against `recommended`, `crossFile: false`', atMost: false, limit: 50, measured: of('sonarjs').rulesPerFile / of('recommended-off').rulesPerFile, unit: 'times' },
    { text: 'Rule time of sonarjs against `recommended`', atMost: false, limit: 50, measured: of('sonarjs').rulesPerFile / of('recommended').rulesPerFile, unit: 'times' },
    { text: `Growth of the time per file from ${sizes}`, atMost: true, limit: 15, measured: growth('perFile'), unit: '%' },
    { text: `Growth of the rules' own time per file from ${sizes}`, atMost: true, limit: 15, measured: growth('rulesPerFile'), unit: '%' },
    { text: 'Files with other findings under `--concurrency 2` than under `1`', atMost: true, limit: 0, measured: concurrency.differences, unit: 'files' },
  ];
}

export function isMet({ atMost, limit, measured }: Goal): boolean {
  return atMost ? measured <= limit : measured >= limit;
}

/** A number with its thousands apart. */
export function number(value: number): string {
  return value.toLocaleString('en-US');
}
