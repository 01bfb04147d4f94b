import { readFileSync } from 'node:fs';
import type { TestCount } from './fix-check.js';

/** What all fixes did to a repository. */
export interface FixSafety {
  repo: string;
  commit?: string | undefined;
  /** Suggestions were promoted to fixes. */
  suggestions: boolean;
  /** Numbers of files: edited, not parsing any more, and edited again by a second `--fix`. */
  changed: number;
  broken: number;
  unstable: number;
  /** Numbers of errors that TypeScript reports. */
  typeErrors?: [before: number, after: number];
  tests?: { before: TestCount; after: TestCount };
}

/** Reads what `npm run fix-safety -- --record` wrote. */
export function readFixSafety(file: string): FixSafety[] {
  return JSON.parse(readFileSync(file, 'utf8')) as FixSafety[];
}
