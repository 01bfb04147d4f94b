import type { YamlValue } from '../../languages/yaml/value.js';
import type { Manifest } from './manifests.js';

/**
 * The destinations of a VirtualService's routes (http, tls and tcp, mirrors included) and the subsets that DestinationRules
 * define for their hosts (Istio API reference 1.32, checked 2026-11).
 */
export interface Destination {
  readonly host: string;
  readonly subset: YamlValue | undefined;
}

/** Every list of destinations that share the requests of one route, with its route. */
export function weightedRoutesOf({ root }: Manifest): readonly { readonly route: YamlValue; readonly destinations: readonly YamlValue[] }[] {
  return ['http', 'tls', 'tcp'].flatMap((protocol) => root.get('spec', protocol)?.items() ?? []).map((route) => ({ route, destinations: route.get('route')?.items() ?? [] }));
}

/** Every destination that a VirtualService names. */
export function destinationsOf(manifest: Manifest): readonly Destination[] {
  return weightedRoutesOf(manifest).flatMap(({ route, destinations }) => [
    ...destinations.map((share) => share.get('destination')), route.get('mirror'), ...(route.get('mirrors')?.items() ?? []).map((mirror) => mirror.get('destination')),
  ]).flatMap((destination) => {
    const host = destination?.get('host')?.text;
    return host === undefined ? [] : [{ host, subset: destination?.get('subset') }];
  });
}

/** The subsets that DestinationRules define for a host, and the rules that say so; `undefined` when none is for the host. */
export function subsetsFor(host: string, from: Manifest, bundle: readonly Manifest[]): { readonly names: ReadonlySet<string>; readonly rules: readonly Manifest[] } | undefined {
  const rules = bundle.filter((rule) => rule.kind === 'DestinationRule' && rule.group === 'networking.istio.io' && isSameHost(host, from, rule));
  if (rules.length === 0) return undefined;
  const names = rules.flatMap(({ root }) => root.get('spec', 'subsets')?.items() ?? []).flatMap((subset) => subset.get('name')?.text ?? []);
  return { names: new Set(names), rules };
}

/** A short name is one of the namespace of the object that says it; where no namespace is written, it may be any. */
function isSameHost(host: string, from: Manifest, rule: Manifest): boolean {
  const other = rule.root.get('spec', 'host')?.text ?? '';
  if (other.startsWith('*')) return host.endsWith(other.slice(1)) || other === '*';
  const [name, namespace] = parts(host, from.namespace);
  const [otherName, otherNamespace] = parts(other, rule.namespace);
  return name === otherName && (namespace === undefined || otherNamespace === undefined || namespace === otherNamespace);
}

/** Name and namespace of a service; a public name whole. */
function parts(host: string, namespace: string | undefined): readonly [string, string | undefined] {
  const [name = '', own, svc] = host.split('.');
  if (own === undefined) return [name, namespace];
  return svc === undefined || svc === 'svc' ? [name, own] : [host, undefined];
}
