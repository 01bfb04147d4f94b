import { autoscalersOf, scaledWorkload, type Autoscaler } from '../../analysis/manifests/autoscalers.js';
import { bundleOf, type Bundle } from '../../analysis/manifests/bundle.js';
import { isForRehearsal } from '../../analysis/manifests/environments.js';
import { setsDefaults } from '../../analysis/manifests/resources.js';
import { answersAlone, getsRequests } from '../../analysis/manifests/rollouts.js';
import { shareOfLimits, unrequested } from '../../analysis/manifests/utilization.js';
import { isDearOrStub, keepsData, type Workload } from '../../analysis/manifests/workloads.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { addKey, replaceScalar } from '../../kit/fixers/yaml-edits.js';

/**
 * An autoscaler protects by its bounds: a minimum that survives a crash, a maximum above it, a target that leaves time for new
 * pods to start, and more patience before it removes pods than before it adds them.
 *
 * Fields: Kubernetes API reference 1.34 (HorizontalPodAutoscaler), KEDA 2.18 (ScaledObject), checked 2026-11.
 */
export default createRule({
  name: 'autoscaling-bounds',
  principle: 'load-balancing',
  description: 'Require autoscalers whose bounds let them scale and survive a crash',
  fix: 'suggestion',
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /HorizontalPodAutoscaler|ScaledObject|auto_scaling/u,
  messages: {
    minimum: '`{{name}}` may scale down to {{min}}, so that one crash is an outage until a new one has started (load-balancing). Keep at least {{least}}.',
    fixed: '`{{name}}` never scales, since its maximum of {{max}} is not above its minimum of {{min}} (load-balancing). Raise the maximum.',
    high: 'More start only when all use {{share}} % of the CPU they may have, so requests wait meanwhile (load-balancing). Aim at {{max}} % or less.',
    low: 'At {{percent}} % most of the CPU that is reserved stays idle (load-balancing). Aim at {{min}} % or more, or request less.',
    unmeasured: '`{{container}}` requests no {{resource}}, so its use in percent is not defined and `{{name}}` does not scale by it (load-balancing). Set the request.',
    hasty: 'It waits {{down}} s before it scales down but {{up}} s before it scales up, so each peak meets too few (load-balancing). Be slower down than up.',
    cooldown: 'The cooldown of {{cooldown}} s is over before the next poll after {{polling}} s, so one empty poll removes every pod (load-balancing). Make it longer.',
    unlimited: '`{{name}}` may start 100 pods, the default of `maxReplicaCount`, whatever they all connect to can take (load-balancing). Set the maximum.',
    behavior: '`{{name}}` does not say how fast it scales (load-balancing). Set `behavior`, if only to the defaults.',
    setMinimum: 'Set `{{key}}: {{least}}`.',
    setWindow: 'Wait 300 s, the default.',
    addBehavior: 'Write the defaults down: 0 s up, 300 s down.',
  },
  options: {
    minReplicas: { description: 'The smallest minimum of what answers requests.', type: 'integer', minimum: 1, default: 2 },
    maxCpuTarget: { description: 'The highest CPU use to scale by, in percent of what pods may use.', type: 'integer', minimum: 1, default: 80 },
    minCpuTarget: { description: 'The lowest CPU use to scale by, in percent of what pods request.', type: 'integer', minimum: 0, default: 30 },
    requireBehavior: { description: 'Whether a HorizontalPodAutoscaler must have `behavior`, though its defaults are sound.', type: 'boolean', default: false },
  },
  *check({ source, context, options }) {
    for (const scaler of autoscalersOf(source, context)) {
      const { min, max, up, down, name, mark, spec } = scaler;
      const isPinned = min.count !== undefined && max.count !== undefined && max.count <= min.count;
      const isLow = !isPinned && scaler.kind !== 'ScaledObject' && min.count !== undefined && min.count > 0 && min.count < options.minReplicas;
      // The folder is read only where it has a say.
      const bundle = isPinned || isLow || scaler.targets.length > 0 ? bundleOf(source, context) : nothing;
      const workload = scaledWorkload(scaler, bundle.manifests);
      const isRehearsal = (isPinned || isLow) && isForRehearsal({ name: scaler.manifest?.name, namespace: scaler.manifest?.namespace }, context);
      if (isPinned) {
        if (isBounded(scaler, bundle) && !isRehearsal && !(workload && keepsData(workload))) yield { node: (max.value ?? mark).node, messageId: 'fixed', data: { name, min: min.count, max: max.count } };
      } else if (isLow && !isRehearsal && isMissed(scaler, workload, bundle)) {
        const least = options.minReplicas;
        const fix: Fix = (fixer) => (min.value ? replaceScalar(fixer, min.value, least) : addKey(fixer, source, spec, min.key, least, ['scaleTargetRef']));
        const suggestion = max.count !== undefined && max.count > least ? { messageId: 'setMinimum', data: { key: min.key, least }, fix } as const : undefined;
        yield { node: (min.value ?? mark).node, messageId: 'minimum', data: { name, min: min.count, least }, suggest: [suggestion] };
      }
      yield* inTargets(scaler, workload, bundle, options);
      if (up && down && down.seconds < up.seconds) {
        const fix: Fix = (fixer) => replaceScalar(fixer, down.value!, 300);
        const suggestion = down.value && scaler.manifest && up.seconds <= 300 ? { messageId: 'setWindow', fix } as const : undefined;
        yield { node: (down.value ?? up.value ?? mark).node, messageId: 'hasty', data: { down: down.seconds, up: up.seconds }, suggest: [suggestion] };
      }
      if (scaler.kind === 'ScaledObject') yield* inEvents(scaler);
      if (options.requireBehavior && scaler.kind === 'HorizontalPodAutoscaler' && scaler.manifest!.apiVersion !== 'autoscaling/v1' && !spec.get('behavior')) {
        const defaults = { scaleUp: { stabilizationWindowSeconds: 0 }, scaleDown: { stabilizationWindowSeconds: 300 } };
        yield { node: mark.node, messageId: 'behavior', data: { name }, suggest: [{ messageId: 'addBehavior', fix: (fixer) => addKey(fixer, source, spec, 'behavior', defaults) }] };
      }
    }
  },
});

const nothing: Bundle = { manifests: [], complete: false, kustomized: false };

/**
 * Both bounds hold, and not so that there is exactly one: who writes that down twice means it. With an idle count, ScaledObjects
 * go from none to the minimum and back; what is left out, a layer may set.
 */
function isBounded({ min, max, spec, kind }: Autoscaler, { kustomized }: Bundle): boolean {
  if (spec.get('idleReplicaCount') !== undefined || (min.value !== undefined && min.count === 1 && max.count === 1)) return false;
  return min.value !== undefined || (kind === 'HorizontalPodAutoscaler' && !kustomized);
}

/** Others wait for its answers, and nothing keeps it from having a second pod. With `replicas: 0` it is switched off, which autoscalers respect. */
function isMissed({ kind, min }: Autoscaler, workload: Workload | undefined, { manifests, kustomized }: Bundle): boolean {
  if (kind === 'auto_scaling') return true;
  return workload?.kind === 'Deployment' && workload.replicas?.value.number !== 0 && (min.value !== undefined || !kustomized) && !keepsData(workload) && !isDearOrStub(workload) && getsRequests(workload, manifests) && answersAlone(workload, manifests);
}

function* inTargets({ targets, name, kind }: Autoscaler, workload: Workload | undefined, bundle: Bundle, { maxCpuTarget, minCpuTarget }: { readonly maxCpuTarget: number; readonly minCpuTarget: number }) {
  for (const target of targets) {
    const { resource, percent, value } = target;
    const container = workload && !bundle.kustomized && !setsDefaults(workload, bundle.manifests) ? unrequested(workload, target) : undefined;
    if (container) yield { node: value.node, messageId: 'unmeasured', data: { container: container.name, resource, name } } as const;
    if (container || resource !== 'cpu') continue;
    const share = kind === 'auto_scaling' ? percent : workload && shareOfLimits(workload, target);
    if (share !== undefined && share > maxCpuTarget) yield { node: value.node, messageId: 'high', data: { share, max: maxCpuTarget } } as const;
    else if (percent < minCpuTarget) yield { node: value.node, messageId: 'low', data: { percent, min: minCpuTarget } } as const;
  }
}

function* inEvents({ min, max, polling, cooldown, name, mark }: Autoscaler) {
  if (max.value === undefined) yield { node: mark.node, messageId: 'unlimited', data: { name } } as const;
  // 0 says that there shall be no cooldown. It concerns the way to none alone.
  if (!polling || !cooldown || min.count !== 0 || cooldown.seconds === 0 || cooldown.seconds >= polling.seconds) return;
  yield { node: (cooldown.value ?? polling.value ?? mark).node, messageId: 'cooldown', data: { cooldown: cooldown.seconds, polling: polling.seconds } } as const;
}
