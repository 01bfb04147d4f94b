import type { RoutePath } from './route-paths.js';

/**
 * The version that a URL path states: `v2` of `/api/v2/users`, a date, a number of its own, or `*` for one that the request chooses
 * (`/:version/users`) or the code computes (`/v${n}`). The forms are those of public APIs: `/v1`, `/v1.1`, `/v1beta2`, `/api-v1`,
 * `/2024-10-01`, `/2/tweets`.
 */
export function versionIn(path: RoutePath): string | undefined {
  for (const segment of path.text.split('/')) {
    const numbered = /^(?:[\w-]*[-_.]|api)?v(\d+(?:[._]\d+)*)(?:[-_.]?(?:alpha|beta|rc|preview|p)\d*)*$/iu.exec(segment)?.[1] ?? /^(\d{1,2}(?:\.\d+)*)$/u.exec(segment)?.[1];
    if (numbered !== undefined) return `v${numbered}`;
    if (/^\d{4}-\d{2}(?:-\d{2})?$/u.test(segment)) return segment;
    if (/^v?(?::(?=\w*v)\w*|\{(?=\w*v)\w*\})(?:\(.*\)|\{.*\})?\??$/iu.test(segment) && /^v?[:{]_?(?:api)?_?v(?:er(?:sion)?)?\b/iu.test(segment)) return '*';
    if (/^v(?:…|:|\()/u.test(segment)) return '*';
    // A pattern: `(v1|v2)`, `/^\/v\d+/`.
    if (/(?:^|[(|^])v(?:\d|\\?d)/u.test(segment)) return '*';
  }
  return undefined;
}

/** The number of a version `v3` or `v3.1`, whole; `undefined` for dates and what is chosen at run time. */
export function majorOf(version: string): number | undefined {
  const major = /^v(\d+)/u.exec(version)?.[1];
  return major === undefined ? undefined : Number(major);
}
