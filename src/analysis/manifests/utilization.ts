import type { YamlValue } from '../../languages/yaml/value.js';
import type { UtilizationTarget } from './autoscalers.js';
import { quantityOf } from './quantities.js';
import type { Container, Workload } from './workloads.js';

/**
 * What a utilization that an autoscaler keeps means to the pods: it is in percent of what they request, and they may use what
 * limits allow. A request that is not written is the limit; where one container has neither, a pod's utilization is not defined
 * and the autoscaler does nothing (Kubernetes API reference 1.34 and its page on horizontal pod autoscaling), checked 2026-11.
 *
 * Does not see: containers, requests and limits that admission adds.
 */

/** The first container that is measured and requests nothing of the resource; none where the provider may fill requests in. */
export function unrequested(workload: Workload, target: UtilizationTarget): Container | undefined {
  if (workload.pod.get('resources') !== undefined || isAtGoogle(workload)) return undefined;
  return measured(workload, target).find(({ value }) => {
    const resources = value.get('resources');
    // What is no mapping is a placeholder that something fills in.
    const isKnown = [resources, resources?.get('requests'), resources?.get('limits')].every((part) => part === undefined || part.isNull || part.isMapping);
    return isKnown && written(resources, 'requests', target.resource) === undefined && written(resources, 'limits', target.resource) === undefined;
  });
}

/** Pods of images in a registry of Google's mostly run there: Autopilot gives containers requests, and so did a LimitRange of the default namespace. */
function isAtGoogle({ containers }: Workload): boolean {
  return containers.some(({ image }) => /^(?:[\w-]+\.)*(?:gcr\.io|pkg\.dev)\//u.test(image?.repository ?? ''));
}

/** The target in percent of what the measured containers may use at most; `undefined` where nothing limits one of them. */
export function shareOfLimits(workload: Workload, target: UtilizationTarget): number | undefined {
  // Sidecars among the init containers are measured too.
  if (workload.pod.get('resources') !== undefined || (target.container === undefined && workload.pod.get('initContainers')?.items().some((container) => container.get('restartPolicy') !== undefined))) return undefined;
  let requests = 0;
  let limits = 0;
  for (const { value } of measured(workload, target)) {
    const limit = quantityOf(written(value.get('resources'), 'limits', target.resource)?.text);
    const request = written(value.get('resources'), 'requests', target.resource);
    const amount = request ? quantityOf(request.text) : limit;
    if (!limit || !amount) return undefined;
    requests += amount;
    limits += limit;
  }
  return limits === 0 ? undefined : Math.round((target.percent * requests) / limits);
}

function measured({ containers }: Workload, { container }: UtilizationTarget): readonly Container[] {
  return container === undefined ? containers : containers.filter(({ name }) => name === container);
}

function written(resources: YamlValue | undefined, part: 'limits' | 'requests', resource: string): YamlValue | undefined {
  const value = resources?.get(part, resource);
  return value?.isNull ? undefined : value;
}
