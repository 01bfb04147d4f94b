import type { FileContext } from '../context.js';
import { isUnpacked, isVendored } from '../copies.js';
import { relativePath } from '../files.js';
import { documentsOf, isGenerated, isTemplate, isYaml, type YamlSource } from '../../languages/yaml/documents.js';
import type { YamlValue } from '../../languages/yaml/value.js';

/**
 * The Kubernetes objects of a YAML file: every document, and every item of a `List`, that says an `apiVersion` and a `kind`.
 * Templates have none, since what they become is not known, and generated files and copies of other people's none, since their
 * source is elsewhere.
 */
export interface Manifest {
  readonly root: YamlValue;
  readonly apiVersion: string;
  /** The API group: `apps`, `networking.istio.io`; empty for the core. */
  readonly group: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  /** A patch or overlay: what it leaves out, another file says. */
  readonly partial: boolean;
}

/** Where a source stands: folders above the working directory say nothing about it. */
export type Place = Pick<FileContext, 'cwd' | 'filename'>;

const kept = new WeakMap<object, readonly Manifest[]>();

/** The objects that a YAML source declares, in order. A file that declares none costs a look at its text. */
export function manifestsOf(source: YamlSource, place: Place): readonly Manifest[] {
  const program = source.ast as object;
  let manifests = kept.get(program);
  if (!manifests) kept.set(program, (manifests = read(source, place)));
  return manifests;
}

function read(source: YamlSource, { filename, cwd }: Place): readonly Manifest[] {
  const { text } = source;
  if (!text.includes('apiVersion') || !text.includes('kind') || !isYaml(source) || isTemplate(text) || isGenerated(text)) return [];
  const path = relativePath(filename, cwd);
  if (isVendored(path) || isUnpacked(path)) return [];
  const isPatchFile = /(?:^|\/)(?:patch(?:es)?|overlays?|components)\/|patch[^/]*\.ya?ml$/iu.test(path);
  return documentsOf(source).flatMap((document) => objectsOf(document)).map((root) => manifestOf(root, isPatchFile));
}

function objectsOf(root: YamlValue): YamlValue[] {
  if (root.get('apiVersion')?.text === undefined || root.get('kind')?.text === undefined) return [];
  return root.get('kind')?.text === 'List' ? (root.get('items')?.items() ?? []).flatMap((item) => objectsOf(item)) : [root];
}

function manifestOf(root: YamlValue, isPatchFile: boolean): Manifest {
  const apiVersion = root.get('apiVersion')?.text ?? '';
  const kind = root.get('kind')?.text ?? '';
  const metadata = root.get('metadata');
  return {
    root,
    apiVersion,
    group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
    kind,
    name: metadata?.get('name')?.text,
    namespace: metadata?.get('namespace')?.text,
    partial: isPatchFile || root.entry('$patch') !== undefined || lacksRequired(kind, root),
  };
}

/**
 * What the API requires, by kind: an object without it is no whole one. Kubernetes API reference 1.34, Istio API 1.27,
 * checked 2026-11.
 */
const required: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Deployment: [['spec', 'selector'], ['spec', 'template']],
  StatefulSet: [['spec', 'selector'], ['spec', 'template']],
  DaemonSet: [['spec', 'selector'], ['spec', 'template']],
  HorizontalPodAutoscaler: [['spec', 'scaleTargetRef'], ['spec', 'maxReplicas']],
  DestinationRule: [['spec', 'host']],
};

function lacksRequired(kind: string, root: YamlValue): boolean {
  return required[kind]?.some((path) => root.get(...path) === undefined) === true;
}
