import type { YamlValue } from '../../languages/yaml/value.js';
import { autoscalerOf, scaledWorkload } from './autoscalers.js';
import type { Manifest } from './manifests.js';
import { isSameNamespace, servicesOf, workloadOf, type Workload } from './workloads.js';

/**
 * How objects choose the pod of a request beside its being ready: by a cookie (annotations of ingress-nginx 1.14), by the
 * client's address (Service; Kubernetes API reference 1.34), or not again after a failure; checked 2026-11.
 */
export interface Routing {
  readonly manifest: Manifest;
  /** What to mark: the setting. */
  readonly setting: YamlValue;
  /** The Services it holds for. */
  readonly services: readonly string[];
}

const nginx = 'nginx.ingress.kubernetes.io/';

/** The setting by which an object sends a client to the same pod each time; not of sockets, whose handshake needs it. */
export function stickinessOf(manifest: Manifest): Routing | undefined {
  const { kind, root, name, partial } = manifest;
  if (partial || isForSockets(root)) return undefined;
  const affinity = root.get('spec', 'sessionAffinity');
  if (kind === 'Service' && affinity?.text === 'ClientIP' && name !== undefined) return { manifest, setting: affinity, services: [name] };
  const cookie = root.get('metadata', 'annotations', `${nginx}affinity`);
  return kind === 'Ingress' && cookie?.text === 'cookie' ? { manifest, setting: cookie, services: backendsOf(root) } : undefined;
}

/** The setting by which an Ingress gives up a request whose pod does not answer, though another could. */
export function givesUpOf(manifest: Manifest): Routing | undefined {
  const setting = manifest.root.get('metadata', 'annotations', `${nginx}proxy-next-upstream`);
  return manifest.kind === 'Ingress' && !manifest.partial && setting?.text === 'off' ? { manifest, setting, services: backendsOf(manifest.root) } : undefined;
}

/** Whether an object is by its names, ports, paths or annotations for connections that stay open. */
function isForSockets(root: YamlValue): boolean {
  const annotations = (root.get('metadata', 'annotations')?.entries() ?? []).map(({ key }) => key);
  const ports = (root.get('spec', 'ports')?.items() ?? []).flatMap((port) => [port.get('name'), port.get('appProtocol')]);
  const names = [root.get('metadata', 'name'), ...ports, ...pathsOf(root).map((path) => path.get('path'))].map((value) => value?.text);
  return annotations.some((key) => key.includes('websocket')) || [...names, ...backendsOf(root)].some((text) => /(?:^|[^a-z])(?:wss?|web-?sockets?|sockets?|socket\.?io|real-?time|signalr|chat|hub|sse|mqtt)(?:[^a-z]|$)/iu.test(text ?? ''));
}

function pathsOf(root: YamlValue): readonly YamlValue[] {
  return (root.get('spec', 'rules')?.items() ?? []).flatMap((rule) => rule.get('http', 'paths')?.items() ?? []);
}

function backendsOf(root: YamlValue): readonly string[] {
  const backends = [root.get('spec', 'defaultBackend'), root.get('spec', 'backend'), ...pathsOf(root).map((path) => path.get('backend'))];
  // `serviceName` is what it was called before networking.k8s.io/v1.
  return [...new Set(backends.flatMap((backend) => backend?.get('service', 'name')?.text ?? backend?.get('serviceName')?.text ?? []))];
}

/** The workloads of a bundle behind a routing. */
export function workloadsBehind({ manifest, services }: Routing, bundle: readonly Manifest[]): readonly Workload[] {
  const named = bundle.filter(({ kind, group, name, namespace }) => kind === 'Service' && group === '' && name !== undefined && services.includes(name) && isSameNamespace(namespace, manifest.namespace));
  return bundle.flatMap((other) => workloadOf(other) ?? []).filter((workload) => servicesOf(workload, named).length > 0);
}

/** Whether load decides how many pods a workload has, so that some are taken away while others serve. */
export function comesAndGoes(workload: Workload, bundle: readonly Manifest[]): boolean {
  return bundle.some((manifest) => {
    const scaler = autoscalerOf(manifest);
    return scaler !== undefined && (scaler.max.count ?? 2) > 1 && scaledWorkload(scaler, bundle) === workload;
  });
}

/** Whether a workload has several pods as far as its bundle says. */
export function isSeveral(workload: Workload, bundle: readonly Manifest[]): boolean {
  return (workload.kind !== 'DaemonSet' && (workload.replicas?.value.number ?? 1) > 1) || comesAndGoes(workload, bundle);
}
