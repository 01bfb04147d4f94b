import type { YamlEntry } from '../../languages/yaml/value.js';
import type { Manifest } from './manifests.js';
import { isController, isInternalPort, isSameNamespace, servedPorts, servicesOf, sleeps, workloadOf, type Workload } from './workloads.js';

/**
 * How a workload's pods are replaced, and what in its bundle has a say in it. Kubernetes API reference 1.34 (DeploymentStrategy:
 * RollingUpdate with 25 % of each by default; `replicas` 1; `terminationGracePeriodSeconds` 30), checked 2026-11.
 */

/** The Services of a bundle through which requests come to a workload's pods: not those for measurements alone. */
export function requestServices(workload: Workload, bundle: readonly Manifest[]): readonly Manifest[] {
  const internal = new Set(workload.containers.flatMap(({ ports }) => ports).filter((port) => port.internal).flatMap(({ name, number }) => [name, String(number)]));
  return servicesOf(workload, bundle).filter(({ root }) => (root.get('spec', 'ports')?.items() ?? []).some((port) => {
    const target = port.get('targetPort') ?? port.get('port');
    return !isInternalPort(port.get('name')?.text) && !internal.has(target?.text);
  }));
}

/** Whether others send requests to a workload's pods: not to controllers, and not to tools that only call others. */
export function getsRequests(workload: Workload, bundle: readonly Manifest[]): boolean {
  if (isTool(workload) || isController(workload, bundle)) return false;
  return requestServices(workload, bundle).length > 0 || workload.containers.some((container) => servedPorts(workload, container, bundle).length > 0);
}

/** A pod to call others from by hand or all the time: it sleeps, or makes load. Its Service is there for its sidecar or its page. */
function isTool({ manifest, containers }: Workload): boolean {
  return /(?:^|[-_])(?:load-?(?:gen\w*|test\w*)|traffic-?gen\w*|debug|toolbox|sleep|curl)(?:[-_]|$)/iu.test(manifest.name ?? '')
    || containers.every((container) => sleeps(container));
}

/** Whether requests come to this workload's pods only through Services that send them to no others. */
export function answersAlone(workload: Workload, bundle: readonly Manifest[]): boolean {
  const others = bundle.flatMap((manifest) => (manifest.name === workload.manifest.name ? [] : workloadOf(manifest) ?? []));
  const services = requestServices(workload, bundle);
  return services.length > 0 && services.every((service) => !others.some((other) => servicesOf(other, [service]).length > 0));
}

/** The `maxUnavailable` that lets a rolling update stop every pod at once, if there is one. */
export function stopsAll({ manifest, replicas }: Workload): YamlEntry | undefined {
  const entry = manifest.root.get('spec', 'strategy', 'rollingUpdate')?.entry('maxUnavailable');
  const text = entry?.value.text ?? '';
  const percent = /^(\d+)%$/u.exec(text)?.[1];
  const count = replicas?.value.number;
  if (percent !== undefined) return Number(percent) >= 100 ? entry : undefined;
  return /^\d+$/u.test(text) && count !== undefined && count > 0 && Number(text) >= count ? entry : undefined;
}

/** Whether a PodDisruptionBudget of the bundle is for a workload's pods. */
export function hasBudget({ manifest, labels }: Workload, bundle: readonly Manifest[]): boolean {
  return bundle.some(({ kind, namespace, root }) => {
    const selector = root.get('spec', 'selector');
    return kind === 'PodDisruptionBudget' && isSameNamespace(namespace, manifest.namespace) && selector !== undefined
      && (selector.get('matchExpressions') !== undefined || (selector.get('matchLabels')?.entries() ?? []).every(({ key, value }) => labels.get(key) === value.text));
  });
}
