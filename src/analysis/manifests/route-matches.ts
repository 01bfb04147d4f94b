import type { YamlValue } from '../../languages/yaml/value.js';

/**
 * Which requests an HTTP route of an Istio VirtualService takes before a later one sees them. Istio tries routes in their
 * order; the entries of `match` are alternatives, the conditions of an entry hold together (Istio API reference 1.32,
 * HTTPMatchRequest, checked 2026-11).
 *
 * Does not see: regular expressions that match the same requests in other words; several routes that only together take all.
 */

/** The alternatives of a route; one without conditions for a route that has no `match`. */
function alternativesOf(route: YamlValue): readonly (YamlValue | undefined)[] {
  const entries = route.get('match')?.items() ?? [];
  return entries.length > 0 ? entries : [undefined];
}

/** Whether every request that `later` would take is taken by `earlier` already. */
export function takesAllOf(earlier: YamlValue, later: YamlValue): boolean {
  return alternativesOf(later).every((wanted) => alternativesOf(earlier).some((given) => covers(given, wanted)));
}

/** Whether the conditions of `given` hold wherever those of `wanted` do. */
function covers(given: YamlValue | undefined, wanted: YamlValue | undefined): boolean {
  return (given?.entries() ?? []).every(({ key, value }) => {
    if (key === 'name' || key === 'statPrefix') return true;
    const other = wanted?.get(key);
    if (key === 'ignoreUriCase') return value.flag !== true || other?.flag === true || given?.get('uri') === undefined;
    if (key === 'uri') return coversPath(value, other, (wanted?.get('ignoreUriCase')?.flag ?? false) !== (given?.get('ignoreUriCase')?.flag ?? false));
    if (key === 'headers' || key === 'queryParams' || key === 'withoutHeaders' || key === 'sourceLabels') {
      return value.entries().every((part) => other?.entry(part.key) !== undefined && sameText(part.value, other.get(part.key)));
    }
    return sameText(value, other);
  });
}

function coversPath(given: YamlValue, wanted: YamlValue | undefined, otherCase: boolean): boolean {
  const prefix = given.get('prefix')?.text;
  if (prefix === '/') return true;
  if (otherCase || wanted === undefined) return false;
  const path = wanted.get('prefix')?.text ?? wanted.get('exact')?.text;
  return prefix !== undefined && path !== undefined ? path.startsWith(prefix) : sameText(given, wanted);
}

function sameText(a: YamlValue, b: YamlValue | undefined): boolean {
  return b !== undefined && canonical(a) === canonical(b);
}

/** A value as text in which the order of keys, comments and quotes do not matter. */
function canonical(value: YamlValue): string {
  if (value.isMapping) return `{${value.entries().map(({ key, value: own }) => `${JSON.stringify(key)}:${canonical(own)}`).sort().join()}}`;
  return value.isSequence ? `[${value.items().map((item) => canonical(item)).join()}]` : JSON.stringify(value.text ?? null);
}
