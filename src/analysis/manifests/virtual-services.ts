import type { YamlEntry, YamlValue } from '../../languages/yaml/value.js';
import { durationOf } from './durations.js';
import type { Manifest } from './manifests.js';
import { takesAllOf } from './route-matches.js';

/**
 * The HTTP routes of an Istio VirtualService, with what Istio makes of their time limits and retries.
 *
 * Istio 1.32 (API reference and how the control plane converts routes), checked 2026-11: `timeout` is off by default;
 * without `retries` a request is tried twice more; `retries` with `attempts` of 0 or none turns retries off.
 */
export interface HttpRoute {
  readonly value: YamlValue;
  readonly timeout: YamlEntry | undefined;
  readonly retries: YamlEntry | undefined;
  /** Answers itself or hands over to another VirtualService, so that no limit of its own applies. */
  readonly forwards: boolean;
}

/** The HTTP routes of a whole VirtualService, in order; empty for every other object. */
export function httpRoutesOf(manifest: Manifest): readonly HttpRoute[] {
  if (!isVirtualService(manifest)) return [];
  return (manifest.root.get('spec', 'http')?.items() ?? []).filter(({ isMapping }) => isMapping).map((value) => ({
    value,
    timeout: value.entry('timeout'),
    retries: value.entry('retries'),
    forwards: value.get('route') !== undefined && namesHosts(value) && notForwarding.every((key) => value.get(key) === undefined) && !isAborted(value),
  }));
}

/** Those that a request can reach: none before them takes all that they would. */
export function reachedRoutesOf(manifest: Manifest): readonly HttpRoute[] {
  const all = httpRoutesOf(manifest);
  // What a delegate leaves over goes on to the next route.
  return all.filter(({ value }, index) => !all.slice(0, index).some((earlier) => earlier.value.get('delegate') === undefined && takesAllOf(earlier.value, value)));
}

export function isVirtualService({ kind, group }: Manifest): boolean {
  return kind === 'VirtualService' && group === 'networking.istio.io';
}

const notForwarding = ['redirect', 'directResponse', 'delegate'] as const;

/** Old forms, of Istio before 1.0, name a destination otherwise: whatever reads them has its own defaults. */
function namesHosts(route: YamlValue): boolean {
  return (route.get('route')?.items() ?? []).every((part) => part.get('destination') === undefined || part.get('destination', 'host') !== undefined);
}

/** A fault that answers every request before it is sent on. */
function isAborted(route: YamlValue): boolean {
  const abort = route.get('fault', 'abort');
  return abort !== undefined && (abort.get('percentage', 'value')?.number === 100 || abort.get('percent')?.number === 100);
}

/** How often a request may be tried again; `undefined` where the text does not say a number. */
export function attemptsOf({ retries }: HttpRoute): number | undefined {
  const attempts = retries?.value.get('attempts');
  if (attempts === undefined || attempts.isNull) return 0;
  const number = Number(attempts.text ?? Number.NaN);
  return Number.isInteger(number) ? number : undefined;
}

export function perTryTimeoutOf({ retries }: HttpRoute): number | undefined {
  return durationOf(retries?.value.get('perTryTimeout')?.text);
}

/** The conditions of `retryOn`, in lower case; `undefined` where none are written and Istio's own hold. */
export function retryConditionsOf({ retries }: HttpRoute): readonly string[] | undefined {
  const text = retries?.value.get('retryOn')?.text?.trim();
  return text ? text.split(',').map((condition) => condition.trim().toLowerCase()) : undefined;
}

/** Conditions under which Envoy also tries again when a try has run into its own time limit: a reset counts as an answer of these kinds (documentation of `x-envoy-retry-on`, checked 2026-11). */
const slowConditions: ReadonlySet<string> = new Set(['5xx', 'gateway-error', 'reset']);

/** Whether a try that takes too long is followed by another. Under Istio's default conditions it is not. */
export function retriesSlowTries(route: HttpRoute): boolean {
  return retryConditionsOf(route)?.some((condition) => slowConditions.has(condition)) === true;
}

/** The methods a route matches, in upper case; `undefined` when it may match others too. */
export function methodsOf({ value }: HttpRoute): readonly string[] | undefined {
  const matches = value.get('match')?.items() ?? [];
  const methods = matches.map((match) => match.get('method', 'exact')?.text?.toUpperCase());
  return methods.length > 0 && methods.every((method) => method !== undefined) ? methods : undefined;
}

/** Whether the route is for connections that stay open on purpose: it matches an upgrade, or a path that names a stream. */
export function isLongLived({ value }: HttpRoute): boolean {
  return (value.get('match')?.items() ?? []).some((match) => {
    if (match.get('headers')?.entries().some(({ key }) => key.toLowerCase() === 'upgrade') === true) return true;
    const paths = match.get('uri')?.entries().map(({ value: path }) => path.text ?? '') ?? [];
    return paths.some((path) => /(?:^|[/.^(-])(?:wss?|web-?sockets?|socket\.io|sse|streams?|stream(?:ing)?|watch|subscribe|subscriptions|events)(?:$|[/.*$)-])/iu.test(path));
  });
}
