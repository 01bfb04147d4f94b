import type { YamlValue } from '../../languages/yaml/value.js';
import { restPathFault, versionIn, type PathFault } from './rest-paths.js';
import type { SpecifiedService, Specification } from './specifications.js';

/** A fault of one operation in a list of `apis`. */
export type ApiFault = { readonly service: SpecifiedService; readonly value: YamlValue; readonly text: string } & (
  /** A path without a method. */
  | { readonly kind: 'method' }
  | { readonly kind: 'name'; readonly fault: PathFault }
  /** It states no version, though `versioned` does. */
  | { readonly kind: 'version'; readonly versioned: string }
);

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY']);
/** What is about the process and not about its resources has no version. */
const operational = /^\/(?:health(?:z|check)?|live(?:z|ness)?|ready(?:z)?|readiness|metrics|ping|status|version|docs|openapi|swagger|\.well-known)(?:[/.?]|$)/iu;

/** What is wrong with the operations, of each the gravest. Operations of other protocols (`grpc users.Get`, `query user`) are not judged. */
export function apiFaults({ services }: Specification): readonly ApiFault[] {
  const all = services.flatMap((service) => (service.apis ?? []).map((value) => ({ service, value, text: value.text!, ...parts(value.text!) })));
  const versioned = all.find(({ path }) => path !== undefined && versionIn(path) !== undefined)?.text;
  const paths = all.flatMap(({ path }) => path ?? []);
  return all.flatMap(({ service, value, text, method, path }): ApiFault[] => {
    if (path === undefined) return [];
    if (method === undefined) return [{ service, value, text, kind: 'method' }];
    const fault = restPathFault(path);
    if (fault && !isHouseStyle(fault, paths)) return [{ service, value, text, kind: 'name', fault }];
    return versioned !== undefined && versionIn(path) === undefined && !operational.test(path) ? [{ service, value, text, kind: 'version', versioned }] : [];
  });
}

/** What a whole API does alike is a choice, not a slip: underscores where nobody writes hyphens, a slash at the end of every path. */
function isHouseStyle({ kind }: PathFault, paths: readonly string[]): boolean {
  if (kind === 'underscore') return !paths.some((path) => /[a-z\d]-[a-z\d]/u.test(path));
  return kind === 'slash' && paths.length > 1 && paths.every((path) => path.endsWith('/'));
}

/** `GET` and `/users/{id}`; a path alone has no method, and what has no path is no HTTP operation. */
function parts(text: string): { method?: string | undefined; path?: string } {
  const [, method, path] = /^(?:([a-zA-Z]+)\s+)?(\/\S*)$/u.exec(text.trim()) ?? [];
  if (path === undefined) return {};
  // `WS /chat`, `SSE /events` are other protocols.
  const isOther = method !== undefined && !methods.has(method.toUpperCase());
  return isOther ? {} : { method, path };
}
