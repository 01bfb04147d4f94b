import { bundleOf, type Bundle } from '../../analysis/manifests/bundle.js';
import type { FileContext } from '../../analysis/context.js';
import { isForRehearsal } from '../../analysis/manifests/environments.js';
import { isBuiltOnNode, isTaggedElsewhere } from '../../analysis/manifests/image-tags.js';
import { followsLatest, isStubImage } from '../../analysis/manifests/images.js';
import { manifestsOf } from '../../analysis/manifests/manifests.js';
import { answersAlone, getsRequests, hasBudget, stopsAll } from '../../analysis/manifests/rollouts.js';
import { isDearOrStub, isScaled, keepsData, keepsSchedule, servedPorts, workloadOf, type Workload } from '../../analysis/manifests/workloads.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { addKey, replaceScalar } from '../../kit/fixers/yaml-edits.js';

/**
 * A release is unnoticed when at every moment enough pods answer: there is more than one, old ones stay until new ones are
 * ready, each has time to finish what it began, and the image can be told from the one before.
 *
 * Fields: Kubernetes API reference 1.34 (apps/v1, core/v1), checked 2026-11.
 */
export default createRule({
  name: 'k8s-rolling-update',
  principle: 'zero-downtime',
  description: 'Require workloads to be replaced without a gap',
  fix: 'suggestion',
  presets: false,
  language: 'YAML',
  needs: [],
  needsText: /kind:[^\n]*(?:Deployment|StatefulSet|DaemonSet)/u,
  messages: {
    single: '`{{name}}` answers for a Service with one pod, so each crash and each drained node is an outage (zero-downtime). Run at least two.',
    recreate: '`Recreate` stops every pod of `{{name}}` before the first new one starts (zero-downtime). Use `RollingUpdate`.',
    all: '`maxUnavailable: {{value}}` lets a roll-out stop every pod of `{{name}}` at once (zero-downtime). Keep some, or set 0.',
    grace: '{{seconds}} seconds are short to finish open requests before the pod is killed (zero-downtime). Leave `terminationGracePeriodSeconds` at 30, or say why.',
    latest: '`{{image}}` is another image tomorrow, so pods of one release may differ and there is no going back (zero-downtime). Name a version.',
    preStop: '`{{container}}` may be stopped while requests are still sent to it (zero-downtime). Add a `preStop` hook that waits until they no longer are.',
    budget: 'Without a PodDisruptionBudget every pod of `{{name}}` may be evicted at once when nodes are drained (zero-downtime). Add one.',
    setReplicas: 'Run two pods.',
    setRolling: 'Set `RollingUpdate`.',
    setNone: 'Set `maxUnavailable: {{none}}`.',
    setGrace: 'Set 30, the default.',
  },
  options: {
    requirePodDisruptionBudget: { description: 'Whether workloads of several pods need a PodDisruptionBudget, in the same file or beside it.', type: 'boolean', default: false },
    requirePreStop: { description: 'Whether containers that get requests need a `preStop` hook.', type: 'boolean', default: false },
  },
  *check({ source, context, options }) {
    for (const manifest of manifestsOf(source, context)) {
      const workload = workloadOf(manifest);
      if (!workload?.serves || isForRehearsal(manifest, context)) continue;
      const bundle = bundleOf(source, context);
      yield* inImages(workload, bundle, context);
      if (!getsRequests(workload, bundle.manifests)) continue;
      if (workload.kind === 'Deployment' && !keepsData(workload)) yield* inDeployment(source, workload, bundle);
      const grace = workload.pod.get('terminationGracePeriodSeconds');
      if (grace?.number !== undefined && grace.number < 10) {
        yield { node: grace.node, messageId: 'grace', data: { seconds: grace.number }, suggest: [{ messageId: 'setGrace', fix: (fixer) => replaceScalar(fixer, grace, 30) }] };
      }
      if (options.requirePreStop) yield* inHooks(workload, bundle);
      if (options.requirePodDisruptionBudget && lacksBudget(workload, bundle)) yield { ...marked(workload), messageId: 'budget' };
    }
  },
});

function marked({ manifest }: Workload) {
  const at = manifest.root.get('metadata', 'name') ?? manifest.root.get('kind')!;
  return { node: at.node, data: { name: manifest.name ?? manifest.kind } };
}

function* inImages(workload: Workload, { kustomized }: Bundle, context: FileContext) {
  if (kustomized) return;
  for (const container of workload.containers) {
    const { image, value } = container;
    const written = value.get('image');
    if (!image || !written || !followsLatest(image) || isStubImage(image) || isBuiltOnNode(container) || isTaggedElsewhere(workload, container, context)) continue;
    yield { node: written.node, messageId: 'latest', data: { image: written.text! } } as const;
  }
}

function* inDeployment(source: { readonly text: string }, workload: Workload, { manifests, complete, kustomized }: Bundle) {
  const { replicas, manifest } = workload;
  const { node, data } = marked(workload);
  const spec = manifest.root.get('spec')!;
  const isSingle = replicas ? replicas.value.number === 1 : complete && !kustomized;
  if (isSingle && !isDearOrStub(workload) && !workload.containers.some((container) => keepsSchedule(container)) && answersAlone(workload, manifests) && !isScaled(workload, manifests)) {
    const fix: Fix = (fixer) => (replicas ? replaceScalar(fixer, replicas.value, 2) : addKey(fixer, source, spec, 'replicas', 2, ['selector']));
    yield { node: replicas?.value.node ?? node, messageId: 'single', data, suggest: [{ messageId: 'setReplicas', fix }] } as const;
  }
  const type = spec.get('strategy', 'type');
  if (type?.text === 'Recreate' && !holdsPort(workload)) {
    yield { node: type.node, messageId: 'recreate', data, suggest: [{ messageId: 'setRolling', fix: ((fixer) => replaceScalar(fixer, type, 'RollingUpdate')) as Fix }] } as const;
  }
  const all = stopsAll(workload);
  if (!all || holdsPort(workload)) return;
  const surge = spec.get('strategy', 'rollingUpdate', 'maxSurge')?.text;
  // A text must be a percentage. Both may not be 0.
  const none = all.value.text!.endsWith('%') ? '0%' : 0;
  const canSurge = surge !== '0' && surge !== '0%';
  yield { node: all.value.node, messageId: 'all', data: { ...data, value: all.value.text! }, suggest: [canSurge ? { messageId: 'setNone', data: { none }, fix: ((fixer) => replaceScalar(fixer, all.value, none)) as Fix } as const : undefined] } as const;
}

/** A new pod cannot start beside the old one where both need the same port of the node. */
function holdsPort({ pod, containers }: Workload): boolean {
  return pod.get('hostNetwork')?.flag === true || containers.some(({ value }) => value.get('ports')?.items().some((port) => port.get('hostPort') !== undefined) === true);
}

function* inHooks(workload: Workload, { manifests }: Bundle) {
  for (const container of workload.containers) {
    if (container.sidecar || container.value.get('lifecycle', 'preStop') || servedPorts(workload, container, manifests).length === 0) continue;
    yield { node: container.mark.node, messageId: 'preStop', data: { container: container.name } } as const;
  }
}

/** Only for several pods: of one, a budget would keep its node from being drained. */
function lacksBudget(workload: Workload, { manifests, complete }: Bundle): boolean {
  const several = (workload.replicas?.value.number ?? 1) > 1 || isScaled(workload, manifests);
  return complete && several && workload.kind !== 'DaemonSet' && !hasBudget(workload, manifests);
}
