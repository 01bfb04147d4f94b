import type { FileContext } from '../context.js';
import { isBareName } from './images.js';
import type { Container, Workload } from './workloads.js';

/**
 * Whether what a manifest says of an image's version is what runs: images of the node are never pulled, and tools and pipelines
 * of the project may put the version in when it is released.
 * Does not see: scripts that pipelines call, pipelines of other repositories, controllers that watch a registry.
 */

/** Whether an image was built on the node or loaded into it: it may not be pulled, or has a name that no registry knows and need not be. */
export function isBuiltOnNode({ value, image }: Container): boolean {
  const policy = value.get('imagePullPolicy')?.text;
  return policy === 'Never' || (policy === 'IfNotPresent' && image !== undefined && isBareName(image));
}

/** How many folders above a file a project's own files are looked for in. */
const maxDepth = 5;
/** Tools that fill in all images of the manifests they release. */
const releasers = ['skaffold.yaml', 'skaffold.yml', 'Tiltfile'];
const pipelines = ['.gitlab-ci.yml', 'Jenkinsfile', 'azure-pipelines.yml', 'bitbucket-pipelines.yml', 'cloudbuild.yaml', 'cloudbuild.yml', 'Makefile'];
/** Workflows of one repository that are read. */
const maxWorkflows = 30;

/** Whether a tool or a pipeline, whose file stands in the manifest's folder or above, puts the versions into its images. What is written there is then a place to fill in. */
export function isTaggedElsewhere({ manifest }: Workload, { image }: Container, { filename, host, settings }: FileContext): boolean {
  if (!settings.crossFile) return false;
  const file = filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
  let folder = filename;
  for (let depth = 0; host && depth < maxDepth; depth += 1) {
    folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\')));
    if (folder === '') return false;
    if (releasers.some((name) => host.read(`${folder}/${name}`) !== undefined)) return true;
    const workflows = host.siblings?.(`${folder}/.github/workflows/x`).filter((path) => /\.ya?ml$/u.test(path)).slice(0, maxWorkflows) ?? [];
    const texts = [...pipelines.map((name) => `${folder}/${name}`), ...workflows].map((path) => host.read(path)?.text ?? '');
    if (texts.some((text) => setsImage(text, { file, workload: manifest.name, image: image?.name }))) return true;
  }
  return false;
}

/** Whether a line of a pipeline sets an image: of the workload, in a file of that name or in all of a folder, or of that name. */
function setsImage(text: string, { file, workload, image }: { readonly file: string; readonly workload: string | undefined; readonly image: string | undefined }): boolean {
  return text.split('\n').some((line) => {
    if (/^\s*#/u.test(line)) return false;
    const names = (name: string | undefined) => name !== undefined && line.includes(name);
    if (line.includes('set image')) return !/:latest\b/u.test(line) && (names(workload) || names(image) || /(?:deploy|deployment|statefulset|daemonset)s?[/ ]+["']?\$/u.test(line));
    return /\b(?:sed|yq)\b/u.test(line) && /\b(?:image|latest|tag)\b/iu.test(line) && line.includes('$') && (names(file) || /\*\.ya?ml\b/u.test(line));
  });
}
