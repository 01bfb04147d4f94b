import type { YamlValue } from '../../languages/yaml/value.js';
import type { Manifest } from './manifests.js';
import { quantityOf } from './quantities.js';
import { isSameNamespace, type Container, type Workload } from './workloads.js';

/**
 * What a container may take of its node. Limits are requests where those are not written; resources of the whole pod hold for
 * its containers together (Kubernetes API reference 1.34, beta there), checked 2026-11.
 */
export interface LackingResources {
  /** Nothing limits its memory. */
  readonly memory: boolean;
  /** It neither requests nor limits CPU. */
  readonly cpu: boolean;
}

export function lackingResources({ pod }: Workload, { value }: Container): LackingResources {
  const own = value.get('resources');
  const shared = pod.get('resources');
  // What is no mapping is a placeholder that something fills in.
  if (own && !own.isMapping && !own.isNull) return { memory: false, cpu: false };
  const says = (...path: readonly string[]) => isAmount(own?.get(...path)) || isAmount(shared?.get(...path));
  return { memory: !says('limits', 'memory'), cpu: !says('requests', 'cpu') && !says('limits', 'cpu') };
}

/** A limit of 0 is none. What is written but cannot be read may be one. */
function isAmount(value: YamlValue | undefined): boolean {
  return value !== undefined && !value.isNull && quantityOf(value.text) !== 0;
}

/** Whether something in the bundle gives containers resources when they start: a LimitRange or a vertical autoscaler. */
export function setsDefaults({ manifest }: Workload, bundle: readonly Manifest[]): boolean {
  return bundle.some(({ kind, namespace, root }) => isSameNamespace(namespace, manifest.namespace)
    && (kind === 'LimitRange' || (kind === 'VerticalPodAutoscaler' && root.get('spec', 'targetRef', 'name')?.text === manifest.name)));
}
