import type { YamlNode, YamlValue } from '../../languages/yaml/value.js';
import { isVersionParameter, versionIn } from '../manifests/rest-paths.js';
import type { HttpApi, Parameter } from './openapi.js';

/** Where an API that states no version could state it: its first server, `basePath`, or `paths`. */
export interface Unversioned {
  readonly node: YamlNode;
  /** What stands there: `https://api.example.com`. */
  readonly text: string;
}

/**
 * Whether clients can tell the versions of an API apart: by a path, a server, a header or query parameter, or a media type; or whether
 * each version has a document of its own (`orders_v2.yaml`).
 *
 * @returns where a version is missing; `undefined` when there is one, or when it is not known, as in documents that name no
 * server, or `/` alone, and leave it to a gateway what stands before the paths.
 */
export function unversionedAt(api: HttpApi, text: string, filename: string): Unversioned | undefined {
  const { root, operations } = api;
  if (operations.some(({ path, parameters, unknownParameters }) => unknownParameters || versionIn(path) !== undefined || parameters.some(isVersion))) return undefined;
  if (isVersionedMediaType.test(text) || operations.some(({ fields }) => fields.has('servers')) || namesVersion.test(filename)) return undefined;
  return root.get('swagger') ? inSwagger(root) : inServers(root);
}

const namesVersion = /(?:^|[/\\_.-])v\d+(?:[._]\d+)*[/\\_.-]/iu;

/** A parameter for the version, or a media type that says it: OpenAPI ignores `Accept` as a parameter, so that one stands for more. */
function isVersion({ name, place, value }: Parameter): boolean {
  return isVersionParameter(name, place) || (place === 'header' && /^(?:accept|content-type)$/iu.test(name) && /version/iu.test(value.get('description')?.text ?? ''));
}

/** `application/vnd.example.v2+json`, `application/json; version=2`. */
const isVersionedMediaType = /\b(?:application|text)\/(?:[\w.+-]*[.-]v\d|[\w.+-]+;\s*(?:version|v|profile)=)/u;

function inSwagger(root: YamlValue): Unversioned | undefined {
  const base = root.get('basePath');
  const host = root.get('host');
  const at = base?.text === '/' ? host : base ?? host;
  if (at?.text === undefined || versionIn(`//${host?.text ?? ''}${base?.text ?? ''}`) !== undefined || isOpen(at.text)) return undefined;
  return { node: at.node, text: at.text };
}

function inServers(root: YamlValue): Unversioned | undefined {
  const servers = (root.get('servers')?.items() ?? []).map((server) => ({ at: server.get('url'), text: urlOf(server) }));
  // The root is what a document without servers has, too.
  const first = servers.find(({ text }) => text !== '/' && text !== '');
  if (!first?.at || servers.some(({ text }) => text === undefined || isOpen(text) || versionIn(text) !== undefined)) return undefined;
  return { node: first.at.node, text: first.text! };
}

/** A placeholder of another tool, `${BASE_URL}` or `<host>`, may hold a version. */
function isOpen(text: string): boolean {
  return /[${}<>%]/u.test(text);
}

/** The URL of a server with its variables at their defaults; with `v0` for a variable that is named after a version. */
function urlOf(server: YamlValue): string | undefined {
  return server.get('url')?.text?.replaceAll(/\{([^{}]*)\}/gu, (written, name: string) => {
    if (/version/iu.test(name)) return 'v0';
    return server.get('variables', name, 'default')?.text ?? written;
  });
}
