import type { FileContext } from '../context.js';
import { isTemplate, type YamlSource } from '../../languages/yaml/documents.js';
import { manifestsOf, type Manifest, type Place } from './manifests.js';

/** Objects that are rolled out together. */
export interface Bundle {
  readonly manifests: readonly Manifest[];
  /** Every file of the folder could be read, so that what is not here is nowhere near. */
  readonly complete: boolean;
  /** A kustomization puts the files together: its layers may count pods and name the versions of images. */
  readonly kustomized: boolean;
}

/** A folder with more YAML files, or a file with more characters, is no bundle that somebody wrote by hand. */
const maxFiles = 60;
const maxText = 200_000;
/** Files kept at once. */
const maxKept = 400;

const kept = new Map<string, { modified: number; manifests: readonly Manifest[] | undefined }>();

/**
 * The objects of a YAML file and of the other YAML files of its folder, which is how one application is mostly laid out: the
 * Service beside its Deployment, the DestinationRule beside its VirtualService. A file is parsed again when its modification
 * time changes. With `settings.archprinciples.crossFile: false`, in a browser and for text that is no file, it is the file alone.
 */
export function bundleOf(source: YamlSource, { filename, cwd, host, settings }: FileContext): Bundle {
  const own = manifestsOf(source, { filename, cwd });
  if (!host?.siblings || !host.parseYaml || !settings.crossFile) return { manifests: own, complete: false, kustomized: false };
  const others = host.siblings(filename).filter((path) => path !== filename && /\.ya?ml$/u.test(path));
  const kustomized = others.some((path) => /[/\\]kustomization\.ya?ml$/u.test(path));
  if (others.length > maxFiles) return { manifests: own, complete: false, kustomized };
  const read = others.map((path) => {
    const file = host.read(path);
    if (!file || file.text.length > maxText) return undefined;
    const known = kept.get(path);
    if (known?.modified === file.modified) return known.manifests;
    const manifests = parsed(file.text, { filename: path, cwd }, (text) => host.parseYaml!(text));
    kept.delete(path);
    kept.set(path, { modified: file.modified, manifests });
    for (const oldest of kept.keys()) if (kept.size > maxKept) kept.delete(oldest);
    return manifests;
  });
  return { manifests: [...own, ...read.flatMap((manifests) => manifests ?? [])], complete: read.every((manifests) => manifests !== undefined), kustomized };
}

/** A template is a file that cannot be read: what it declares is not known. */
function parsed(text: string, place: Place, parse: (text: string) => unknown): readonly Manifest[] | undefined {
  if (!text.includes('apiVersion')) return [];
  if (isTemplate(text)) return undefined;
  const ast = parse(text);
  return ast === undefined ? undefined : manifestsOf({ text, ast }, place);
}
