import { sourceFiles } from '../corpus/files.js';

/** Files that stand beside each other belong together: those are linted as one run, as in a real one. */
const runLength = 50;

/** All files of a repository, or at most `max`: runs of neighbours, spread evenly and always the same. */
export function chosenFiles(directory: string, max: number): readonly string[] {
  const files = sourceFiles(directory);
  if (files.length <= max) return files;
  const runs = Math.max(1, Math.floor(max / runLength));
  const length = Math.floor(max / runs);
  return Array.from({ length: runs }, (_, run) => Math.floor((run * files.length) / runs)).flatMap((start) => files.slice(start, start + length));
}
