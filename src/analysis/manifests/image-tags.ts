import type { FileContext } from '../context.js';

/** How many folders above a file a project's own files are looked for in. */
const maxDepth = 5;

/**
 * Whether Skaffold puts the versions into the images of a manifest: its file stands in the manifest's folder or above. What is
 * written there is then a place to fill in. Does not see scripts that replace a tag before they apply the file.
 */
export function isTaggedElsewhere({ filename, host, settings }: FileContext): boolean {
  if (!settings.crossFile) return false;
  let folder = filename;
  for (let depth = 0; host && depth < maxDepth; depth += 1) {
    folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\')));
    if (folder === '') return false;
    if (['skaffold.yaml', 'skaffold.yml'].some((name) => host.read(`${folder}/${name}`) !== undefined)) return true;
  }
  return false;
}
