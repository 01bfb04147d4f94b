import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commitOf } from '../corpus/files.js';
import type { CorpusRepository } from '../corpus/repositories.js';
import { chosenFiles } from './files.js';
import type { JobFile } from './job.js';

/** A checked-out repository at the commit that `tests/corpus/repositories.json` names. */
export interface Checkout { name: string; directory: string; commit: string }

/**
 * The repositories that stand below some folders, by name, at their commit. One that stands at another commit is left out.
 *
 * @param folders where `npm run corpus:clone` put them.
 */
export function checkouts(folders: readonly string[], repositories: Readonly<Record<string, CorpusRepository>>): Checkout[] {
  return Object.entries(repositories).flatMap(([name, { commit }]) => {
    const directory = folders.map((folder) => path.resolve(folder, name)).find((candidate) => existsSync(path.join(candidate, '.git')));
    return directory !== undefined && commitOf(directory) === commit ? [{ name, directory, commit }] : [];
  });
}

/** At most `max` files of each repository, in runs of neighbours. */
export function filesOf(repositories: readonly Checkout[], max: number): JobFile[] {
  return repositories.flatMap(({ directory }) => chosenFiles(directory, max).map((file) => ({ directory, file, group: 'measured' })));
}

/** Files in runs of this many neighbours, which belong together. */
const runLength = 25;

/**
 * Nested samples of the files of many repositories: each size's files are among those of the next, and the files of the smallest are in
 * all of them, so that the time of the same files can be compared. Files whose text occurs before are left out.
 *
 * @param sizes numbers of files, ascending.
 * @param warmUp how many further files, none of the samples', each sample begins with: they make the engine compile what it will need.
 * @returns a list of files for each size, in the order in which ESLint would come to them, with the groups `warm-up`, `common` (those of
 * the smallest size) and `other`; undefined when the repositories have too few files.
 */
export function nestedSamples(repositories: readonly Checkout[], sizes: readonly number[], warmUp: number): JobFile[][] | undefined {
  const files = distinctFiles(repositories);
  const runs = Array.from({ length: Math.floor(files.length / runLength) }, (_, run) => files.slice(run * runLength, (run + 1) * runLength));
  const count = (size: number) => Math.floor(size / runLength);
  const most = count(sizes.at(-1)!);
  if (runs.length < most + Math.ceil(warmUp / runLength)) return undefined;
  const chosen = new Set(spread(runs.length, most));
  const rest = runs.filter((_, run) => !chosen.has(run));
  const warming = spread(rest.length, Math.ceil(warmUp / runLength)).flatMap((run) => rest[run]!).slice(0, warmUp).map((file) => ({ ...file, group: 'warm-up' }));
  // From the greatest to the smallest, each spread over the one before.
  let sample = [...chosen];
  const samples = new Map<number, number[]>();
  for (const size of [...sizes].reverse()) {
    sample = spread(sample.length, count(size)).map((at) => sample[at]!);
    samples.set(size, sample);
  }
  const common = new Set(sample);
  return sizes.map((size) => [...warming, ...samples.get(size)!.flatMap((run) => runs[run]!.map((file) => ({ ...file, group: common.has(run) ? 'common' : 'other' })))]);
}

/** `count` of the numbers below `length`, evenly spread. */
function spread(length: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => Math.floor((at * length) / count));
}

function distinctFiles(repositories: readonly Checkout[]): Omit<JobFile, 'group'>[] {
  const texts = new Set<string>();
  return repositories.flatMap(({ directory }) => chosenFiles(directory, Infinity).flatMap((file) => {
    const text = createHash('sha1').update(readFileSync(path.join(directory, file))).digest('base64');
    if (texts.has(text)) return [];
    texts.add(text);
    return [{ directory, file }];
  }));
}
