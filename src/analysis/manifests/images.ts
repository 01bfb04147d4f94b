import { libraryImages, modelServerImages, sidecarImages, statefulImages, stubImages, tunnelImages } from '../../catalog/images.js';

/** A container image taken apart: `registry.example/shop/api:1.2@sha256:...`. */
export interface Image {
  /** Registry and path, as written. */
  readonly repository: string;
  /** The last part of the path. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Words that stand where whoever copies a manifest names a registry or an account. */
const placeholder = /(?:\/example|(?:^|\/)(?:your(?:[-_][a-z_-]*|account|company|name|org|registry|repo|user|username)|my[-_]?(?:account|company|org|organi[sz]ation|registry|repo|user|username)|username|placeholder|changeme|registry\.example\.(?:com|org)))\//iu;

/** The parts of an image reference; `undefined` for what is none, as placeholders are. */
export function imageOf(text: string | undefined): Image | undefined {
  const match = /^((?:[\w.-]+(?::\d+)?\/)?(?:[\w.-]+\/)*([\w.-]+))(?::([\w][\w.-]*))?(?:@([\w:+.-]+))?$/u.exec(text ?? '');
  return match && !placeholder.test(match[1]!) ? { repository: match[1]!, name: match[2]!.toLowerCase(), tag: match[3], digest: match[4] } : undefined;
}

const stateful = new Set([...statefulImages, ...tunnelImages]);
const sidecars = new Set(sidecarImages);

/** A database, broker or store, or the end of tunnels: one pod holds what no other has. */
export function isStatefulImage(image: Image | undefined): boolean {
  return image !== undefined && stateful.has(image.name);
}

/** A program that is known to stand beside others. An exporter of measurements is one whatever it measures. */
export function isSidecarImage(image: Image | undefined): boolean {
  return image !== undefined && (sidecars.has(image.name) || /exporter$/u.test(image.name));
}

const stubs = new Set(stubImages);

/** A program that answers only to show that it was reached. */
export function isStubImage(image: Image | undefined): boolean {
  return image !== undefined && stubs.has(image.name);
}

const modelServers = new Set(modelServerImages);

/** A program that answers from a model in its memory. */
export function isModelServerImage(image: Image | undefined): boolean {
  return image !== undefined && modelServers.has(image.name);
}

const library = new Set([...libraryImages, ...statefulImages]);

/** A name without registry and folder that is no image of Docker Hub's library: no registry has it. */
export function isBareName({ repository, name }: Image): boolean {
  return !repository.includes('/') && !library.has(name);
}

/**
 * Whether an image is another one tomorrow: its tag is `latest`, or there is none. A bare name that is no image of Docker Hub's
 * library is filled in by a build tool, and so is what kubebuilder names `controller:latest`.
 */
export function followsLatest(image: Image): boolean {
  if (image.digest !== undefined || image.repository === 'controller') return false;
  return image.tag === 'latest' || (image.tag === undefined && !isBareName(image));
}
