import { autoscalersOf } from '../../analysis/manifests/autoscalers.js';
import { poolsOf, type Pool } from '../../analysis/manifests/balancers.js';
import { bundleOf } from '../../analysis/manifests/bundle.js';
import { slowBlockChecks, slowChecksOf } from '../../analysis/manifests/health-checks.js';
import { manifestsOf } from '../../analysis/manifests/manifests.js';
import { comesAndGoes, givesUpOf, isSeveral, stickinessOf, workloadsBehind } from '../../analysis/manifests/stickiness.js';
import { keepsData } from '../../analysis/manifests/workloads.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { replaceScalar } from '../../kit/fixers/yaml-edits.js';

/**
 * A balancer that does not notice a dead server sends it its share of the requests for as long as it is dead, and one that
 * keeps each client at its server undoes what a second server is for.
 *
 * The products and their fields: see analysis/manifests/balancers, health-checks and stickiness.
 */
export default createRule({
  name: 'load-balancer-health',
  principle: 'load-balancing',
  description: 'Require load balancers to notice servers that are down and to share requests freely',
  fix: 'suggestion',
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /load_balancer|static_resources|staticResources|loadBalancer:|loadbalancer:|healthcheck-(?:interval|timeout)-seconds|checkIntervalSec|ClientIP|nginx\.ingress\.kubernetes\.io\/(?:affinity|proxy-next-upstream)/u,
  messages: {
    unchecked: '`{{name}}` goes on sending requests to a server that is down: nothing checks its {{count}} servers (load-balancing). Add a health check.',
    threshold: 'Nothing says how many failed checks take a server out (load-balancing). Set `unhealthy_threshold`.',
    slow: 'A check every {{interval}} s cannot wait {{timeout}} s for its answer (load-balancing). Make the timeout shorter than the interval.',
    single: 'All requests go to one server, so its failure is an outage (load-balancing). Add another.',
    sticky: 'Clients stay with one of several servers, so new ones get little load and those of a server that goes lose their session (load-balancing). Share the session instead.',
    gaveUp: 'A request fails when its pod has just gone, though others could answer (load-balancing). Let nginx try the next one, which it does by default.',
    setFree: 'Set `sticky_sessions: false`.',
  },
  options: {
    stickyReplicas: { description: 'Whether sessions may not stick to pods whose number is fixed either.', type: 'boolean', default: false },
  },
  strict: { stickyReplicas: true },
  *check({ source, context, options }) {
    for (const pool of poolsOf(source)) {
      const { name, mark, watched, servers, local, kind } = pool;
      if (!watched && servers.length > 1 && !local) yield { node: mark, messageId: 'unchecked', data: { name, count: servers.length } };
      if (kind === 'block') yield* inBlock(pool, autoscalersOf(source, context).some((scaler) => scaler.kind === 'auto_scaling'));
    }
    for (const { mark, interval, timeout } of slowBlockChecks(source)) yield { node: mark.node, messageId: 'slow', data: { interval, timeout } };
    for (const manifest of manifestsOf(source, context)) {
      for (const { mark, interval, timeout } of slowChecksOf(manifest)) yield { node: mark.node, messageId: 'slow', data: { interval, timeout } };
      const [sticky, gaveUp] = [stickinessOf(manifest), givesUpOf(manifest)];
      if (!sticky && !gaveUp) continue;
      const { manifests } = bundleOf(source, context);
      const isSpread = options.stickyReplicas ? isSeveral : comesAndGoes;
      if (sticky && workloadsBehind(sticky, manifests).some((workload) => isSpread(workload, manifests) && !keepsData(workload))) yield { node: sticky.setting.node, messageId: 'sticky' };
      if (gaveUp && workloadsBehind(gaveUp, manifests).some((workload) => isSeveral(workload, manifests))) yield { node: gaveUp.setting.node, messageId: 'gaveUp' };
    }
  },
});

function* inBlock({ value, servers }: Pool, isScaled: boolean) {
  const health = value.entry('health_checks');
  if (health?.value.isMapping && health.value.get('unhealthy_threshold') === undefined) yield { node: health.pair.key ?? health.value.node, messageId: 'threshold' } as const;
  const upstreams = value.entry('upstream_servers');
  if (upstreams?.value.isSequence && servers.length === 1) yield { node: upstreams.pair.key ?? upstreams.value.node, messageId: 'single' } as const;
  const sticky = value.get('sticky_sessions');
  if (sticky?.flag !== true || (servers.length < 2 && !isScaled)) return;
  const fix: Fix = (fixer) => replaceScalar(fixer, sticky, 'false');
  yield { node: sticky.node, messageId: 'sticky', suggest: [{ messageId: 'setFree', fix }] } as const;
}
