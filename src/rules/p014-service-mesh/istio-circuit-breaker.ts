import { bundleOf } from '../../analysis/manifests/bundle.js';
import { isDatabaseHost, isMeshHost, isMeshItself } from '../../analysis/manifests/mesh-hosts.js';
import { manifestsOf, type Manifest } from '../../analysis/manifests/manifests.js';
import { limitsConnections, neverEjects, trafficPoliciesOf, type TrafficPolicy } from '../../analysis/manifests/traffic-policies.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { addKey, renameKey, type YamlData } from '../../kit/fixers/yaml-edits.js';
import { listed } from '../../kit/names.js';

/**
 * Istio breaks circuits only where a DestinationRule tells it to: outlier detection takes a failing pod out of the pool, and
 * limits of the connection pool fail fast when a service is slow. By default it does neither.
 *
 * Fields: Istio API reference 1.27 (DestinationRule v1), checked 2026-11. `consecutiveErrors` counted gateway errors; it was
 * deprecated in 1.5, and newer versions do not read it.
 */
export default createRule({
  name: 'istio-circuit-breaker',
  principle: 'P014',
  description: 'Require DestinationRules to limit connections and to eject failing hosts',
  fix: 'suggestion',
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /DestinationRule/u,
  messages: {
    missing: '`{{host}}` lacks {{missing}}, so calls keep going to a failing service and pile up (P014). Set limits in `trafficPolicy`.',
    port: 'The settings of port {{port}} replace the host\'s whole policy and lack `outlierDetection`, so nothing is ejected there (P014). Repeat it here.',
    never: '`{{key}}: 0` means that no host is ever ejected, so the circuit never opens (P014). Set a number above 0.',
    unread: 'Istio no longer reads `consecutiveErrors`, so this counts nothing (P014). It counted gateway errors: rename it, or count all 5xx answers.',
    add: 'Add {{missing}} with the values of Istio\'s documentation.',
    gateway: 'Rename it to `consecutiveGatewayErrors`, which counts what it counted.',
    all: 'Rename it to `consecutive5xxErrors`, which counts all 5xx answers.',
  },
  options: {
    connectionPool: { description: 'Whether limits of the connection pool are required beside outlier detection.', type: 'boolean', default: false },
  },
  strict: { connectionPool: true },
  *check({ source, context, options }) {
    for (const manifest of manifestsOf(source, context)) {
      if (manifest.kind !== 'DestinationRule' || manifest.group !== 'networking.istio.io') continue;
      yield* deadDetections(manifest);
      const host = manifest.root.get('spec', 'host');
      if (manifest.partial || host?.text === undefined || !isMeshHost(host.text) || isMeshItself(host.text) || isDatabaseHost(host.text)) continue;
      const [whole, ...others] = trafficPoliciesOf(manifest);
      const lacking = missingParts(manifest, bundleOf(source, context).manifests);
      if (lacking.includes('outlierDetection') || (options.connectionPool && lacking.length > 0)) {
        const missing = listed(lacking);
        const fix: Fix = (fixer) => addParts(fixer, source, manifest, whole!, lacking);
        yield { node: whole!.written?.node ?? host.node, messageId: 'missing', data: { host: host.text, missing }, suggest: [{ messageId: 'add', data: { missing }, fix }] };
        continue;
      }
      for (const port of others) {
        if (port.scope === 'port' && port.written && !port.outlierDetection) yield { node: port.written.node, messageId: 'port', data: { port: port.name ?? '?' } };
      }
    }
  },
});

const parts = ['outlierDetection', 'connectionPool'] as const;
type Part = (typeof parts)[number];

function has(policy: TrafficPolicy, part: Part): boolean {
  return part === 'connectionPool' ? limitsConnections(policy.connectionPool) : policy.outlierDetection !== undefined;
}

/** The parts that neither the host's policy, all its subsets, nor another rule for the same host gives. */
function missingParts(manifest: Manifest, bundle: readonly Manifest[]): Part[] {
  const spec = manifest.root.get('spec');
  const host = spec?.get('host')?.text;
  if (bundle.some((other) => declaresExternal(other, host!))) return [];
  const policies = trafficPoliciesOf(manifest);
  const subsets = policies.filter(({ scope }) => scope === 'subset');
  const inSubsets = subsets.length > 0 && subsets.length === spec?.get('subsets')?.items().length ? subsets : [];
  const elsewhere = bundle.filter((other) => other !== manifest && other.kind === 'DestinationRule' && other.root.get('spec', 'host')?.text === host);
  return parts.filter((part) => !has(policies[0]!, part) && !(inSubsets.length > 0 && inSubsets.every((subset) => has(subset, part)))
    && !elsewhere.some((other) => has(trafficPoliciesOf(other)[0]!, part)));
}

function* deadDetections(manifest: Manifest) {
  for (const { written } of trafficPoliciesOf(manifest)) {
    const detection = written?.get('outlierDetection');
    const reason = detection && neverEjects(detection);
    if (reason) yield { node: reason.value.node, messageId: 'never', data: { key: reason.key } } as const;
    const unread = detection?.entry('consecutiveErrors');
    const rename = (to: string): Fix => (fixer) => (!unread || detection?.entry(to) ? null : renameKey(fixer, unread, to));
    if (unread) yield { node: unread.pair.key!, messageId: 'unread', suggest: [{ messageId: 'gateway', fix: rename('consecutiveGatewayErrors') }, { messageId: 'all', fix: rename('consecutive5xxErrors') }] } as const;
  }
}

/** A ServiceEntry that says the host lies outside the mesh. */
function declaresExternal({ kind, root }: Manifest, host: string): boolean {
  return kind === 'ServiceEntry' && root.get('spec', 'location')?.text !== 'MESH_INTERNAL' && (root.get('spec', 'hosts')?.items() ?? []).some(({ text }) => text === host);
}

/** The example of the API reference, and the documented defaults of outlier detection. */
const documented: Readonly<Record<Part, YamlData>> = {
  connectionPool: { tcp: { maxConnections: 100 }, http: { http2MaxRequests: 1000, maxRequestsPerConnection: 10 } },
  outlierDetection: { consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '30s', maxEjectionPercent: 10 },
};

function addParts(fixer: Parameters<Fix>[0], source: { readonly text: string }, { root }: Manifest, { written, connectionPool }: TrafficPolicy, lacking: readonly Part[]): ReturnType<Fix> {
  const spec = root.get('spec');
  // A pool without limits is there already: which limit it should get is a choice.
  const absent = lacking.filter((part) => part !== 'connectionPool' || connectionPool === undefined);
  if (absent.length === 0 || !spec) return null;
  const data = Object.fromEntries(absent.map((part) => [part, documented[part]]));
  if (!written) return addKey(fixer, source, spec, 'trafficPolicy', data, ['host']);
  const [first, second] = absent.map((part) => addKey(fixer, source, written, part, documented[part]));
  if (!first || second === null) return null;
  return second ? [{ ...first[0]!, text: first[0]!.text + second[0]!.text }] : first;
}
