import { bundleOf } from '../../analysis/manifests/bundle.js';
import { manifestsOf } from '../../analysis/manifests/manifests.js';
import { lackingResources, setsDefaults } from '../../analysis/manifests/resources.js';
import { sleeps, workloadOf } from '../../analysis/manifests/workloads.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { addKey } from '../../kit/fixers/yaml-edits.js';

/**
 * A container without a memory limit grows until its node kills whatever it finds, and one that asks for no CPU is put where
 * there is none.
 *
 * Fields: Kubernetes API reference 1.34 (ResourceRequirements; a request that is not written is the limit), checked 2026-11.
 */
export default createRule({
  name: 'k8s-resources',
  principle: 'resource-management',
  description: 'Require containers to limit memory and to request CPU',
  fix: 'suggestion',
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /kind:[^\n]*(?:Deployment|StatefulSet|DaemonSet|Job)/u,
  messages: {
    both: '`{{container}}` neither limits its memory nor requests CPU, so it may take those of its neighbours (resource-management). Set `resources` from what it uses.',
    memory: '`{{container}}` has no memory limit, so a leak takes the node\'s memory from its neighbours (resource-management). Set `resources.limits.memory`.',
    cpu: '`{{container}}` requests no CPU, so it is placed on nodes that have none left (resource-management). Set `resources.requests.cpu`.',
    limit: 'Limit memory to the {{request}} that it requests.',
  },
  options: {
    jobs: { description: 'Whether containers of Jobs and CronJobs are looked at too.', type: 'boolean', default: true },
  },
  *check({ source, context, options }) {
    for (const manifest of manifestsOf(source, context)) {
      const workload = workloadOf(manifest);
      if (!workload || (!workload.serves && !options.jobs)) continue;
      for (const container of workload.containers) {
        const { memory, cpu } = lackingResources(workload, container);
        if ((!memory && !cpu) || sleeps(container) || setsDefaults(workload, bundleOf(source, context).manifests)) continue;
        const resources = container.value.get('resources');
        const node = resources && !resources.shared && resources.isMapping && !container.value.shared ? container.value.entry('resources')?.pair.key ?? resources.node : container.mark.node;
        const request = resources?.get('requests', 'memory')?.text;
        const limits = resources?.get('limits');
        const fix: Fix = (fixer) => (limits ? addKey(fixer, source, limits, 'memory', request!) : addKey(fixer, source, resources!, 'limits', { memory: request! }));
        yield {
          node, messageId: memory && cpu ? 'both' : memory ? 'memory' : 'cpu', data: { container: container.name },
          suggest: [memory && request ? { messageId: 'limit', data: { request }, fix } : undefined],
        };
      }
    }
  },
});
