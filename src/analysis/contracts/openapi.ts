import { documentsOf, isYaml, type YamlSource } from '../../languages/yaml/documents.js';
import type { YamlEntry, YamlNode, YamlValue } from '../../languages/yaml/value.js';
import { isForeign } from './authorship.js';
import { referencesIn, type References } from './references.js';

/**
 * The HTTP APIs that a YAML file describes with OpenAPI (3.0, 3.1, 3.2 and Swagger 2.0): their servers, and their operations with
 * parameters and answers.
 * Left out: what a tool has written, and what others have.
 * Does not see: what other files hold (`$ref: ./users.yaml`), overlays, and documents without paths.
 * Fields: OpenAPI Specification 3.1.1, 3.0.4 and 2.0, checked 2026-11.
 */
export interface HttpApi {
  readonly root: YamlValue;
  readonly references: References;
  readonly operations: readonly Operation[];
  /** Describes calls that clients receive, not calls that they make. */
  readonly callbacks: boolean;
}

/** What a path does under a method. */
export interface Operation {
  /** `GET`. */
  readonly method: string;
  readonly path: string;
  /** What it says, by key. */
  readonly fields: ReadonlyMap<string, YamlValue>;
  /** What to mark: the method. */
  readonly node: YamlNode;
  readonly parameters: readonly Parameter[];
  /** There are parameters that another file holds. */
  readonly unknownParameters: boolean;
  /** By status as it is written: `200`, `4XX`, `default`. */
  readonly answers: readonly YamlEntry[];
}

export interface Parameter {
  readonly name: string;
  /** `query`, `header`, `path`, `cookie`; in Swagger also `body` and `formData`. */
  readonly place: string;
  readonly value: YamlValue;
}

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);
const kept = new WeakMap<object, readonly HttpApi[]>();

/** The APIs that a source describes. A file that describes none costs a look at the keys of its documents. */
export function httpApisOf(source: YamlSource, filename: string): readonly HttpApi[] {
  const program = source.ast as object;
  let apis = kept.get(program);
  if (!apis) kept.set(program, (apis = isYaml(source) && !isForeign(source.text, filename) ? documentsOf(source).flatMap((root) => apiOf(root) ?? []) : []));
  return apis;
}

function apiOf(root: YamlValue): HttpApi | undefined {
  const version = root.get('openapi')?.text ?? root.get('swagger')?.text;
  // An overlay changes another document; what APIs.guru has collected describes the APIs of others.
  if (version === undefined || !/^[23]\./u.test(version) || root.get('overlay') || root.get('info', 'x-origin') || root.get('info', 'x-providerName')) return undefined;
  const references = referencesIn(root);
  const operations = (root.get('paths')?.entries() ?? []).flatMap((path) => operationsOf(path, references));
  const callbacks = /\b(?:webhooks?|callbacks?)\b/iu.test(root.get('info', 'title')?.text ?? '');
  return operations.length === 0 ? undefined : { root, references, operations, callbacks };
}

function operationsOf({ key: path, value }: YamlEntry, references: References): Operation[] {
  const item = references.resolve(value);
  if (!path.startsWith('/') || !item?.isMapping) return [];
  const common = item.get('parameters')?.items() ?? [];
  return item.entries().flatMap(({ key, value: written, pair }) => {
    const operation = methods.has(key) ? references.resolve(written) : undefined;
    if (!operation?.isMapping) return [];
    const fields = new Map(operation.entries().map((entry) => [entry.key, entry.value]));
    const own = [...common, ...(fields.get('parameters')?.items() ?? [])].map((parameter) => parameterOf(parameter, references));
    return [{
      method: key.toUpperCase(),
      path,
      fields,
      node: pair.key ?? written.node,
      parameters: own.filter((parameter) => parameter !== undefined),
      unknownParameters: own.includes(undefined),
      answers: fields.get('responses')?.entries() ?? [],
    }];
  });
}

function parameterOf(written: YamlValue, references: References): Parameter | undefined {
  const value = references.resolve(written);
  const name = value?.get('name')?.text;
  const place = value?.get('in')?.text;
  return value && name !== undefined && place !== undefined ? { name, place, value } : undefined;
}

/** The schema of an answer's JSON; `undefined` where there is none, or another file holds it. */
export function jsonOf(answer: YamlValue | undefined, references: References): YamlValue | undefined {
  const at = references.resolve(answer);
  if (!at) return undefined;
  const content = at.get('content')?.entries().find(({ key }) => /[/+]json\b|^\*\/\*$/u.test(key));
  return references.resolve(content ? content.value.get('schema') : at.get('schema'));
}
