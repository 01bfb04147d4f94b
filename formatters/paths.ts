import path from 'node:path';

/** The path of a result below `cwd`, with forward slashes: what reports show and compare. `<text>` stays as it is. */
export function shownPath(filePath: string, cwd: string): string {
  return (path.isAbsolute(filePath) ? path.relative(cwd, filePath) : filePath).replaceAll('\\', '/');
}

/** Whether a shown path lies in the folder that was linted. */
export function isBelow(shown: string): boolean {
  return shown !== '..' && !shown.startsWith('../') && !path.isAbsolute(shown);
}

/**
 * The folder on the machine that wrote the results which stands for `cwd` here. Saved results hold absolute paths, and a checkout
 * lies elsewhere on each machine: the folder is the one of the paths' ancestors below which most paths are known here.
 *
 * @param files absolute paths of saved results
 * @param isKnown whether a path relative to `cwd`, with forward slashes, is known here
 * @returns `cwd` where the files lie below it, or where nothing is known
 */
export function originalFolder(files: readonly string[], cwd: string, isKnown: (relative: string) => boolean): string {
  const outside = files.filter((file) => path.isAbsolute(file) && !isBelow(shownPath(file, cwd)));
  const first = outside[0];
  if (first === undefined) return cwd;
  let best = { folder: cwd, known: 0 };
  for (let folder = path.dirname(first); ; folder = path.dirname(folder)) {
    const known = outside.filter((file) => isBelow(shownPath(file, folder)) && isKnown(shownPath(file, folder))).length;
    if (known > best.known) best = { folder, known };
    if (folder === path.dirname(folder)) return best.folder;
  }
}
