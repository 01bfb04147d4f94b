import { readFileSync } from 'node:fs';
import type { ConcurrencyFigures } from './concurrency.js';
import type { ContenderFigures } from './contenders.js';
import type { ScaleFigures } from './scale.js';
import type { OwnShare } from './shares.js';

/** Some repositories, with how many of their files were linted. */
export interface MeasuredRepository { name: string; commit: string; files: number }

/** What `npm run performance -- --record` writes to `tests/corpus/performance.json`. */
export interface Performance {
  node: string;
  /** Of this plugin, ESLint, the parser and the other plugins, by package. */
  versions: Readonly<Record<string, string>>;
  /** At most so many files of a repository; null when there is no such limit. */
  max: number | null;
  rounds: number;
  repositories: readonly MeasuredRepository[];
  /** Files that were linted, and those that do not parse. */
  linted: number;
  unread: number;
  contenders: readonly ContenderFigures[];
  concurrency: ConcurrencyFigures;
  scaleRepositories: readonly MeasuredRepository[];
  /** How many files are in all samples. */
  common: number;
  scale: readonly ScaleFigures[];
  /** Rules and services by themselves, the dearest, without and with reading other files. */
  sharesOff: readonly OwnShare[];
  shares: readonly OwnShare[];
}

/** Reads `tests/corpus/performance.json`. */
export function readPerformance(file: string): Performance {
  return JSON.parse(readFileSync(file, 'utf8')) as Performance;
}

/** The text of the file: one line for each element of a list, and figures of four digits, so that two recordings can be compared. */
export function performanceText(performance: Performance): string {
  const text = (value: unknown) => JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? Number(inner.toPrecision(Number.isInteger(inner) ? 16 : 4)) : inner));
  const parts = Object.entries(performance).map(([key, value]) => `  ${JSON.stringify(key)}: ${Array.isArray(value) ? `[\n${value.map((element) => `    ${text(element)}`).join(',\n')}\n  ]` : text(value)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}
