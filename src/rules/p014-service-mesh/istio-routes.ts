import type { FileContext } from '../../analysis/context.js';
import { bundleOf } from '../../analysis/manifests/bundle.js';
import { manifestsOf, type Manifest } from '../../analysis/manifests/manifests.js';
import { takesAllOf } from '../../analysis/manifests/route-matches.js';
import { destinationsOf, subsetsFor, weightedRoutesOf } from '../../analysis/manifests/subsets.js';
import { isVirtualService } from '../../analysis/manifests/virtual-services.js';
import type { SourceCode } from '../../analysis/service.js';
import { createRule } from '../../kit/create-rule.js';
import type { YamlValue } from '../../languages/yaml/value.js';

/**
 * What Istio accepts and nobody notices until traffic comes: a route to a subset that does not exist answers 503, a route
 * behind one that takes everything never matches, and weights that were meant as percentages are shares of another whole.
 *
 * Fields: Istio API reference 1.32 (VirtualService v1, DestinationRule v1), checked 2026-11. Weights are relative.
 */
export default createRule({
  name: 'istio-routes',
  principle: 'P014',
  description: 'Disallow Istio routes that lead to missing subsets, that never match, or whose weights do not add up',
  fix: null,
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /VirtualService/u,
  messages: {
    subset: 'No DestinationRule for `{{host}}` here defines the subset `{{subset}}`, so its requests are answered with 503 (P014). Define it, or name one of {{known}}.',
    noSubsets: 'The DestinationRule for `{{host}}` defines no subset `{{subset}}`, so its requests are answered with 503 (P014). Define it under `subsets`.',
    unreachable: 'The route in line {{line}} takes every request that this one matches, so it is never reached (P014). Reorder or remove one.',
    weights: 'The weights look like percentages but add up to {{sum}}, so each share is another than it says (P014). Make them 100.',
  },
  options: {},
  *check({ source, context }) {
    for (const manifest of manifestsOf(source, context)) {
      if (!isVirtualService(manifest)) continue;
      yield* inSubsets(manifest, source, context);
      yield* inOrder(manifest);
      yield* inWeights(manifest);
    }
  },
});

function* inSubsets(manifest: Manifest, source: SourceCode, context: FileContext) {
  const destinations = destinationsOf(manifest).filter(({ subset }) => subset?.text !== undefined);
  if (destinations.length === 0) return;
  const { manifests, complete } = bundleOf(source, context);
  const own = manifestsOf(source, context);
  for (const { host, subset } of destinations) {
    const found = subsetsFor(host, manifest, manifests);
    if (!found || found.names.has(subset!.text!)) continue;
    // Rules of other files may be more than could be read; those of this file were written with the routes.
    if (!complete && !found.rules.some((rule) => own.includes(rule))) continue;
    const known = [...found.names].map((name) => `\`${name}\``).slice(0, 4).join(', ');
    const data = { host, subset: subset!.text! };
    if (known) yield { node: subset!.node, messageId: 'subset', data: { ...data, known } } as const;
    else yield { node: subset!.node, messageId: 'noSubsets', data } as const;
  }
}

function* inOrder({ root }: Manifest) {
  // What a delegate leaves over goes on to the next route.
  const routes = (root.get('spec', 'http')?.items() ?? []).filter((route) => route.isMapping && route.get('delegate') === undefined);
  for (const [index, route] of routes.entries()) {
    const earlier = routes.slice(0, index).find((other) => takesAllOf(other, route));
    if (!earlier) continue;
    const data = { line: earlier.node.loc.start.line };
    yield { node: markOf(route), messageId: 'unreachable', data } as const;
  }
}

/** The first key of a route: routes are long. */
function markOf(route: YamlValue) {
  const first = route.shared ? undefined : route.entries()[0]?.pair.key;
  return first ?? route.node;
}

function* inWeights(manifest: Manifest) {
  for (const { route, destinations } of weightedRoutesOf(manifest)) {
    if (destinations.length < 2) continue;
    // A destination without a weight gets nothing when another has one.
    const weights = destinations.map((share) => (share.get('weight') === undefined ? 0 : share.get('weight')?.number ?? Number.NaN));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (sum !== 100 && Math.max(...weights) >= 10) yield { node: route.entry('route')?.pair.key ?? route.node, messageId: 'weights', data: { sum } } as const;
  }
}
