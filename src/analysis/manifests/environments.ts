import type { Manifest } from './manifests.js';

/** What people call the places where nobody waits for an answer; tests, previews and what runs on one machine. */
const rehearsals: ReadonlySet<string> = new Set([
  'dev', 'devel', 'develop', 'development', 'test', 'tests', 'testing', 'testdata', 'qa', 'uat', 'sit', 'ci', 'e2e', 'stage', 'staging', 'stg', 'nonprod', 'preview', 'previews', 'sandbox',
  'local', 'localhost', 'minikube', 'kind', 'k3d', 'lab', 'ephemeral', 'playground',
]);

/**
 * Whether an object is by its file's path, its namespace or the end of its name for an environment that may be away for a
 * while. Path parts above the working directory say nothing. Does not see: environments with other names, and layers of a
 * kustomization that are put on top elsewhere.
 */
export function isForRehearsal({ name, namespace }: Pick<Manifest, 'name' | 'namespace'>, { filename, cwd }: { readonly filename: string; readonly cwd: string }): boolean {
  const path = filename.startsWith(cwd) ? filename.slice(cwd.length) : filename;
  const parts = path.toLowerCase().split(/[^a-z0-9]+/u);
  return parts.some((part) => rehearsals.has(part)) || [name, namespace].some((text) => rehearsals.has(text?.toLowerCase().split(/[^a-z0-9]+/u).at(-1) ?? ''));
}
