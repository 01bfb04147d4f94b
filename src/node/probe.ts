import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
/** The endings that TypeScript sources may have where an import names the built file. */
const sources: Readonly<Record<string, readonly string[]>> = { '.js': ['.ts', '.tsx'], '.jsx': ['.tsx'], '.mjs': ['.mts'], '.cjs': ['.cts'] };

/**
 * The file that a path without ending, with the ending of the built file or of a folder with an index means. For where the
 * resolver gives up on something that has no part in it, such as a broken package.json.
 */
export function probe(path: string): string | undefined {
  const ending = /\.[cm]?jsx?$/u.exec(path)?.[0] ?? '';
  const bare = path.slice(0, path.length - ending.length);
  const candidates = [
    ...(sources[ending] ?? []).map((source) => bare + source),
    path,
    ...endings.map((added) => path + added),
    ...endings.map((added) => join(path, `index${added}`)),
  ];
  const found = candidates.find(isFile);
  return found === undefined ? undefined : realpathSync(found);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
