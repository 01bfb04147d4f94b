import type { YamlValue } from '../../languages/yaml/value.js';
import { databaseImages, databaseTools, type DatabaseImage } from '../../catalog/database-images.js';
import type { ComposeService } from './compose.js';
import { imageOf, type Image } from './images.js';

/**
 * What the services of a compose file run: images with their variables filled in as far as the file says them.
 * Does not see: values from `.env`, and what a Dockerfile builds upon.
 */
export interface ComposeImage extends Image {
  /** As written, for a message. */
  readonly text: string;
  /** The tag comes from a variable, so that whoever runs the file names the version. */
  readonly chosen: boolean;
}

/** The image that a service pulls; `undefined` for one it builds itself and for names that are not known. */
export function pulledImage(service: ComposeService): ComposeImage | undefined {
  const text = service.get('image')?.value.text;
  if (text === undefined || service.get('build')) return undefined;
  const filled = text.replace(/\$\{[A-Za-z_]\w*:?-([^${}]*)\}/gu, '$1');
  // A variable in the place of the tag still leaves the name known.
  const tag = filled.indexOf(':', filled.lastIndexOf('/') + 1);
  const image = imageOf(filled.includes('$') && tag !== -1 ? filled.slice(0, tag) : filled);
  const chosen = text.includes('$', text.lastIndexOf('/') + 1);
  return image && { ...image, text, chosen };
}

const database = new Map(Object.entries(databaseImages));
const tools = new Set(databaseTools);

/** Docker Hub's name for a repository: without its own registry or a mirror's, `library/` and the folder of an architecture. */
function hubName(repository: string): string {
  return repository
    .replace(/^(?:(?:docker|index\.docker|registry-1\.docker)\.io|mirror\.gcr\.io|public\.ecr\.aws\/docker)\//u, '')
    .replace(/^(?:library|amd64|arm32v[67]|arm64v8|i386|ppc64le|s390x)\//u, '');
}

/** What is known of a database or broker; `undefined` for every other image. */
export function databaseImage(image: Image | undefined): DatabaseImage | undefined {
  return image && database.get(hubName(image.repository));
}

/** Programs to look at a database with, proxies before it and exporters: they work as well when it comes up after them. */
export function isDatabaseTool(service: ComposeService): boolean {
  const image = pulledImage(service);
  return image !== undefined && (tools.has(image.name) || /exporter|admin|backup/u.test(image.name) || /(?:^|[-_])(?:ui|admin|console|dashboard|exporter|backup|proxy)$/u.test(service.name));
}

/**
 * Whether a service runs a database whose data stays and not every later release opens. Redis and its like read what all before
 * them wrote, and without a volume of its own a database begins anew.
 */
export function keepsData(service: ComposeService, image: ComposeImage): boolean {
  const known = databaseImage(image);
  return known !== undefined && known.opensOlder !== true && service.get('volumes')?.value.items().some((volume) => isDataVolume(volume)) === true;
}

/** A volume for more than a configuration, a certificate or the script of the first start. */
function isDataVolume(volume: YamlValue): boolean {
  const [source, target = source, mode] = volume.text?.replaceAll(/\$\{[^${}]*\}/gu, '').split(':') ?? [volume.get('source')?.text, volume.get('target')?.text];
  return mode !== 'ro' && volume.get('read_only')?.flag !== true && target !== undefined && !/initdb|init\.d|\/etc\/|conf|certs?\b|scripts?\b|\.[a-z]+$/iu.test(target);
}

/** Tags that say in which form but not of which version: of official images they follow `latest`. */
const forms: ReadonlySet<string> = new Set(['alpine', 'slim', 'bookworm', 'bullseye', 'trixie', 'focal', 'jammy', 'noble', 'management', 'management-alpine']);

/** Whether a database is another release after the next pull: its tag is `latest`, names a form only, or there is none. */
export function followsReleases(image: ComposeImage): boolean {
  // Bitnami publishes versions to its customers only.
  if (image.digest !== undefined || image.chosen || image.repository.includes('bitnami/')) return false;
  return image.tag === undefined || image.tag === 'latest' || forms.has(image.tag);
}
