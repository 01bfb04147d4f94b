import { isMeshHost } from '../../analysis/manifests/mesh-hosts.js';
import { manifestsOf, type Manifest } from '../../analysis/manifests/manifests.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { replaceScalar } from '../../kit/fixers/yaml-edits.js';
import type { YamlValue } from '../../languages/yaml/value.js';

/**
 * A mesh in PERMISSIVE mode takes plain text from whoever can reach a pod, so encryption and the caller's identity are there
 * only as long as every caller wants them. STRICT is what makes them a property of the system.
 *
 * Fields: Istio API reference 1.27 (PeerAuthentication v1, DestinationRule v1), Linkerd 2.18 annotations, checked 2026-11.
 */
export default createRule({
  name: 'istio-strict-mtls',
  principle: 'P014',
  description: 'Require mutual TLS in STRICT mode for everything in the mesh',
  fix: 'suggestion',
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /PeerAuthentication|DestinationRule|default-inbound-policy/u,
  messages: {
    mode: '`{{mode}}` lets callers without mutual TLS in, so traffic may be plain and its sender unknown (P014). Set `STRICT` once every caller has a sidecar.',
    meshDefault: 'Without `mtls.mode` the whole mesh stays PERMISSIVE: plain text is accepted (P014). Set `mtls.mode: STRICT` in the root namespace.',
    ignoredPorts: '`portLevelMtls` without a `selector` is ignored by Istio, so the port keeps the mode of the namespace (P014). Add the `selector` it is meant for.',
    client: '`tls.mode: {{mode}}` calls the mesh service `{{host}}` without the mesh\'s certificates, so strict servers refuse it (P014). Use `ISTIO_MUTUAL`.',
    linkerd: '`{{policy}}` lets unauthenticated clients reach the workload (P014). Use `cluster-authenticated` or `all-authenticated`.',
    strict: 'Set `STRICT`.',
    mutual: 'Set `ISTIO_MUTUAL`.',
    authenticated: 'Set `all-authenticated`.',
  },
  options: {
    rootNamespace: { description: 'The namespace whose policies hold for the whole mesh.', type: 'string', default: 'istio-system' },
    ports: { description: 'Whether exceptions for single ports of a selected workload are reported too. Webhooks, which the API server calls, need one.', type: 'boolean', default: false },
  },
  strict: { ports: true },
  *check({ source, context, options }) {
    for (const manifest of manifestsOf(source, context)) {
      if (manifest.kind === 'PeerAuthentication' && manifest.group === 'security.istio.io') yield* inPeerAuthentication(manifest, options);
      if (manifest.kind === 'DestinationRule' && manifest.group === 'networking.istio.io') yield* inDestinationRule(manifest);
      yield* inAnnotations(manifest);
    }
  },
});

function* inPeerAuthentication({ root, namespace, partial }: Manifest, options: { readonly rootNamespace: string; readonly ports: boolean }) {
  const spec = root.get('spec');
  const hasSelector = (spec?.get('selector', 'matchLabels')?.entries().length ?? 0) > 0;
  const mode = spec?.get('mtls', 'mode');
  if (isOpen(mode)) yield openMode(mode);
  const ports = spec?.entry('portLevelMtls');
  if (ports && !hasSelector && !partial) yield { node: ports.pair.key ?? ports.value.node, messageId: 'ignoredPorts' } as const;
  else for (const port of options.ports ? (ports?.value.entries() ?? []) : []) {
    const own = port.value.get('mode');
    if (isOpen(own)) yield openMode(own);
  }
  const isUnset = mode === undefined || mode.isNull || mode.text === 'UNSET';
  if (isUnset && !partial && namespace === options.rootNamespace && !hasSelector) yield { node: mode?.node ?? root.entry('kind')!.value.node, messageId: 'meshDefault' } as const;
}

function to(value: YamlValue, text: string): Fix {
  return (fixer) => replaceScalar(fixer, value, text);
}

function isOpen(mode: YamlValue | undefined): mode is YamlValue {
  return mode?.text === 'PERMISSIVE' || mode?.text === 'DISABLE';
}

function openMode(mode: YamlValue) {
  return { node: mode.node, messageId: 'mode', data: { mode: mode.text! }, suggest: [{ messageId: 'strict', fix: to(mode, 'STRICT') }] } as const;
}

function* inDestinationRule({ root }: Manifest) {
  const spec = root.get('spec');
  const host = spec?.get('host')?.text;
  if (host === undefined || !isMeshHost(host)) return;
  const policies = [spec?.get('trafficPolicy'), ...(spec?.get('subsets')?.items() ?? []).map((subset) => subset.get('trafficPolicy'))];
  const ports = policies.flatMap((policy) => policy?.get('portLevelSettings')?.items() ?? []);
  for (const policy of [...policies, ...ports]) {
    const tls = policy?.get('tls');
    const mode = tls?.get('mode');
    if (mode?.text !== 'DISABLE' && mode?.text !== 'SIMPLE') continue;
    // A server may bring certificates of its own, as a database and istiod itself do; one port of it all the more.
    if (mode.text === 'SIMPLE' && (ports.includes(policy!) || tls?.entries().some(({ key }) => ownTls.has(key)) === true)) continue;
    yield { node: mode.node, messageId: 'client', data: { mode: mode.text, host }, suggest: [{ messageId: 'mutual', fix: to(mode, 'ISTIO_MUTUAL') }] } as const;
  }
}

/** Fields that set up TLS with a server that brings certificates of its own. */
const ownTls = new Set(['caCertificates', 'clientCertificate', 'credentialName', 'privateKey', 'sni']);

function* inAnnotations({ root }: Manifest) {
  for (const metadata of [root.get('metadata'), root.get('spec', 'template', 'metadata')]) {
    const policy = metadata?.get('annotations', 'config.linkerd.io/default-inbound-policy');
    if (policy?.text !== 'all-unauthenticated' && policy?.text !== 'cluster-unauthenticated') continue;
    yield { node: policy.node, messageId: 'linkerd', data: { policy: policy.text }, suggest: [{ messageId: 'authenticated', fix: to(policy, 'all-authenticated') }] } as const;
  }
}
