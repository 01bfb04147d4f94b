import { relativePath } from '../files.js';
import type { Manifest, Place } from './manifests.js';

/**
 * What is no production, by the words that people use for it in paths and names: one's own machine and the places of tests, an
 * environment that only rehearses, and what teaches. A path counts from the working directory on.
 * Does not see: places with other names, and layers of a kustomization that are put on top elsewhere.
 */

/** Where a program is written and tried. */
const workbenches = 'dev devel develop development devcontainer local localhost minikube kind k3d test tests testing testdata ci e2e cypress debug';
/** Where nobody waits for an answer, though it runs like production and holds secrets like it. */
const rehearsals = 'qa uat sit stage staging stg nonprod preview previews sandbox lab ephemeral playground';
const lessons = 'example examples sample samples demo demos quickstart tutorial tutorials workshop workshops';

const isWorkbenchOrRehearsal = oneOf(workbenches, rehearsals);
const isWorkbenchOrLesson = oneOf(workbenches, lessons);
const isLesson = oneOf(lessons);

/** Whether an object is by its file's path, its namespace or the end of its name for an environment that may be away for a while. */
export function isForRehearsal({ name, namespace }: Pick<Manifest, 'name' | 'namespace'>, { filename, cwd }: Place): boolean {
  return wordsOf(relativePath(filename, cwd)).some(isWorkbenchOrRehearsal) || [name, namespace].some((text) => isWorkbenchOrRehearsal(wordsOf(text).at(-1) ?? ''));
}

/** Whether a file is for one's own machine, a test or a lesson, as its name or that of a folder of the project says, or the end of the project's own. */
export function isLocal({ filename, cwd }: Place): boolean {
  return wordsOf(relativePath(filename, cwd)).some(isWorkbenchOrLesson) || isLesson(wordsOf(cwd.slice(cwd.lastIndexOf('/') + 1)).at(-1) ?? '');
}

function wordsOf(text: string | undefined): readonly string[] {
  return text?.toLowerCase().split(/[^a-z0-9]+/u) ?? [];
}

/** @param lists words with a space between them */
function oneOf(...lists: readonly string[]): (word: string) => boolean {
  const words = new Set(lists.flatMap((list) => list.split(' ')));
  return (word) => words.has(word);
}
