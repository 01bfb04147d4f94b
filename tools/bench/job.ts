import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../shared/build.js';

/** Where the contenders are installed, with an ESLint and a parser of their own. */
export const contendersFolder = path.join(root, 'tools/bench/contenders');

/** A file of a job. */
export interface JobFile {
  /** The repository, as an absolute path. */
  directory: string;
  /** The path below it. */
  file: string;
  /** Under which name its times are added up. */
  group: string;
}

/** What one process of `contenders/run.mjs` lints, file after file. */
export interface Job {
  contender: string;
  /** Our built plugin. */
  plugin: string;
  files: readonly JobFile[];
}

/** Sums over the files of a group. Times are milliseconds. */
export interface GroupTimes {
  linted: number;
  /** Files that do not parse; they count nowhere else. */
  unread: number;
  /** ESLint's own figures (`--stats`). */
  parse: number;
  rules: number;
  /** Processor time of the whole process while it linted them. */
  processor: number;
  findings: number;
}

export interface JobResult {
  groups: Record<string, GroupTimes>;
  /** The most memory that the process ever had (resident set). */
  peakMegabytes: number;
}

/**
 * Runs a job in a process of its own.
 *
 * @throws when the process fails.
 */
export function runJob(job: Job): JobResult {
  const folder = mkdtempSync(path.join(tmpdir(), 'archprinciples-job-'));
  try {
    const file = path.join(folder, 'job.json');
    writeFileSync(file, JSON.stringify(job));
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(contendersFolder, 'run.mjs'), file], { cwd: contendersFolder, encoding: 'utf8', maxBuffer: 1 << 26 });
    if (status !== 0) throw new Error(`${job.contender}: ${stderr}`);
    return JSON.parse(stdout) as JobResult;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The middle value; of an even number the greater of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
