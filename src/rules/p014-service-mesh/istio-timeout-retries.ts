import { durationOf, durationText } from '../../analysis/manifests/durations.js';
import { manifestsOf } from '../../analysis/manifests/manifests.js';
import { attemptsOf, isLongLived, methodsOf, perTryTimeoutOf, reachedRoutesOf, retriesSlowTries, retryConditionsOf, type HttpRoute } from '../../analysis/manifests/virtual-services.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { addKey, replaceScalar } from '../../kit/fixers/yaml-edits.js';
import type { YamlValue } from '../../languages/yaml/value.js';

/**
 * Istio waits forever unless a route says how long, and it tries again only as its numbers allow: a try without a limit of its
 * own uses up the whole time, and tries that no longer fit into it never happen.
 *
 * Fields: Istio API reference 1.32 (VirtualService v1, HTTPRoute and HTTPRetry), checked 2026-11.
 */
export default createRule({
  name: 'istio-timeout-retries',
  principle: 'P014',
  description: 'Require timeouts of Istio routes, and retries that fit into them and may be repeated',
  fix: 'suggestion',
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /VirtualService/u,
  messages: {
    timeout: 'Without `timeout` Istio waits for this route as long as the service takes, so callers pile up behind a hung one (P014). Set one.',
    attempts: '`retries` without `attempts` means 0, so Istio turns retries off or refuses the route (P014). Say how many, or 0.',
    perTry: 'Without `perTryTimeout` a hung first try uses up the `timeout`, and none of the {{attempts}} retries happens (P014). Limit each try.',
    tooLong: '`perTryTimeout: {{perTry}}` is not shorter than `timeout: {{timeout}}`, so a slow try is never followed by another (P014). Shorten it.',
    unreachable: '{{fit}} tries of {{perTry}} fill the `timeout` of {{timeout}}, so of {{attempts}} retries {{lost}} cannot start (P014). Lower `attempts` or `perTryTimeout`.',
    notIdempotent: 'Retries on `{{condition}}` repeat {{method}} requests that the service may have carried out already (P014). Retry only what never reached it.',
    addTimeout: 'Add `timeout: {{timeout}}`.',
    addAttempts: 'Add `attempts: 2`, as many as Istio makes by default.',
    setPerTry: 'Set `perTryTimeout: {{perTry}}`, an equal share of the timeout.',
    setAttempts: 'Set `attempts: {{attempts}}`, which fits into the timeout.',
    retryOn: 'Retry on `{{conditions}}` only.',
  },
  options: {
    timeout: { description: 'The `timeout` that the editor offers where one is missing. Envoy\'s own default, which Istio turns off, is 15s.', type: 'string', default: '15s' },
  },
  *check({ source, context, options }) {
    for (const manifest of manifestsOf(source, context)) {
      // A delegate inherits what the VirtualService that hands over to it says.
      const isDelegate = manifest.root.get('spec', 'hosts') === undefined;
      for (const route of reachedRoutesOf(manifest)) {
        if (!route.forwards) continue;
        if (!manifest.partial && !isDelegate && !isBounded(route) && !isLongLived(route)) {
          const { timeout } = options;
          yield { node: markOf(route), messageId: 'timeout', suggest: [{ messageId: 'addTimeout', data: { timeout }, fix: (fixer) => addKey(fixer, source, route.value, 'timeout', timeout, ['name', 'match', 'route', 'rewrite']) }] };
        }
        if (route.retries?.value.isMapping) yield* inRetries(source, route, route.retries.value);
      }
    }
  },
});

/** A route that forgets is marked where it says what it forwards to. */
function markOf({ value }: HttpRoute) {
  return value.shared ? value.node : value.entry('route')?.pair.key ?? value.node;
}

/** A time limit of the whole, or one of each of a number of tries. `timeout: 0s` says that none is wanted. */
function isBounded(route: HttpRoute): boolean {
  return route.timeout !== undefined || (route.retries?.value.get('perTryTimeout') !== undefined && attemptsOf(route) !== 0);
}

function* inRetries(source: { readonly text: string }, route: HttpRoute, retries: YamlValue) {
  if (retries.get('attempts') === undefined) {
    yield { node: route.retries!.pair.key ?? retries.node, messageId: 'attempts', suggest: [{ messageId: 'addAttempts', fix: ((fixer) => addKey(fixer, source, retries, 'attempts', 2)) as Fix }] } as const;
    return;
  }
  const attempts = attemptsOf(route);
  if (attempts === undefined || attempts < 1) return;
  yield* inLimits(source, route, retries, attempts);
  yield* inConditions(route, retries);
}

function* inLimits(source: { readonly text: string }, route: HttpRoute, retries: YamlValue, attempts: number) {
  const timeout = durationOf(route.timeout?.value.text);
  if (timeout === undefined || timeout === 0) return;
  const share = Math.floor(timeout / (attempts + 1));
  const perTry = share > 0 ? durationText(share) : undefined;
  const written = retries.get('perTryTimeout');
  if (written === undefined) {
    const fix: Fix = (fixer) => addKey(fixer, source, retries, 'perTryTimeout', perTry!, ['attempts']);
    if (retriesSlowTries(route)) yield { node: route.retries!.pair.key ?? retries.node, messageId: 'perTry', data: { attempts }, suggest: [perTry ? { messageId: 'setPerTry', data: { perTry }, fix } as const : undefined] } as const;
    return;
  }
  const limit = perTryTimeoutOf(route);
  if (limit === undefined || limit === 0) return;
  const data = { perTry: written.text!, timeout: route.timeout!.value.text! };
  if (limit >= timeout) {
    const fix: Fix = (fixer) => replaceScalar(fixer, written, perTry!);
    yield { node: written.node, messageId: 'tooLong', data, suggest: [perTry ? { messageId: 'setPerTry', data: { perTry }, fix } as const : undefined] } as const;
    return;
  }
  const fit = Math.ceil(timeout / limit);
  const lost = attempts + 1 - fit;
  if (lost < 2 || !retriesSlowTries(route)) return;
  const number = retries.get('attempts')!;
  yield { node: number.node, messageId: 'unreachable', data: { ...data, fit, attempts, lost }, suggest: [{ messageId: 'setAttempts', data: { attempts: fit - 1 }, fix: ((fixer) => replaceScalar(fixer, number, fit - 1)) as Fix }] } as const;
}

/** Conditions that also hold when the service has begun, or finished, to carry the request out. */
const afterwards: ReadonlySet<string> = new Set(['5xx', 'gateway-error', 'reset', 'deadline-exceeded', 'internal', '408', '500', '502', '504']);
/** Conditions that say the request was not taken at all. */
const before: ReadonlySet<string> = new Set(['connect-failure', 'refused-stream', 'reset-before-request', 'unavailable']);

function* inConditions(route: HttpRoute, retries: YamlValue) {
  const conditions = retryConditionsOf(route);
  const condition = conditions?.find((name) => afterwards.has(name));
  const methods = methodsOf(route);
  const retryOn = retries.get('retryOn');
  if (!conditions || !condition || !retryOn || !methods?.every((method) => method === 'POST' || method === 'PATCH')) return;
  const kept = conditions.filter((name) => before.has(name));
  const safe = (kept.length > 0 ? kept : ['connect-failure', 'refused-stream']).join(',');
  yield { node: retryOn.node, messageId: 'notIdempotent', data: { condition, method: methods[0]! }, suggest: [{ messageId: 'retryOn', data: { conditions: safe }, fix: ((fixer) => replaceScalar(fixer, retryOn, safe)) as Fix }] } as const;
}
