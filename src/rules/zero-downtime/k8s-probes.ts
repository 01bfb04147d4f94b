import { bundleOf } from '../../analysis/manifests/bundle.js';
import { manifestsOf } from '../../analysis/manifests/manifests.js';
import { asksDependencies, probeOf, type Probe } from '../../analysis/manifests/probes.js';
import { isController, servedPorts, workloadOf, type Container, type Port } from '../../analysis/manifests/workloads.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { addKey, replaceScalar } from '../../kit/fixers/yaml-edits.js';

/**
 * Kubernetes sends requests to a pod from the moment its process runs, unless a readiness probe says when it can answer; and it
 * restarts what fails a liveness probe, so that one which asks more than whether the process lives turns a slow database into
 * restarts of everything.
 *
 * Fields: Kubernetes API reference 1.34 (Probe), checked 2026-11.
 */
export default createRule({
  name: 'k8s-probes',
  principle: 'zero-downtime',
  description: 'Require readiness probes, and liveness probes that restart only what is stuck',
  fix: 'suggestion',
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /kind:[^\n]*(?:Deployment|StatefulSet|DaemonSet)/u,
  messages: {
    readiness: '`{{container}}` gets requests before it can answer, since it has no `readinessProbe` (zero-downtime). Add one that fails until it can.',
    same: 'The `livenessProbe` fails as soon as readiness does, so an overloaded pod is restarted instead of relieved (zero-downtime). Give it a higher `failureThreshold`.',
    dependencies: '`{{path}}` says whether the pod may get requests; as `livenessProbe` it restarts pods whose dependency is down (zero-downtime). Ask for the process alone.',
    unwatched: 'Nothing notices a stuck container in its first {{seconds}} seconds, however soon it has started (zero-downtime). Use a `startupProbe` in place of the delay.',
    late: 'The pod gets no request for its first {{seconds}} seconds, however soon it is ready, so every roll-out takes longer (zero-downtime). Let the probe find out.',
    addReadiness: 'Add a readiness probe that opens a connection to port {{port}}.',
    raise: 'Set `failureThreshold: {{failures}}`, so that the pod is relieved well before it is restarted.',
  },
  options: {
    maxInitialDelay: { description: 'The longest `initialDelaySeconds` of a probe.', type: 'integer', minimum: 0, default: 120 },
  },
  *check({ source, context, options }) {
    for (const manifest of manifestsOf(source, context)) {
      const workload = workloadOf(manifest);
      if (!workload?.serves) continue;
      for (const container of workload.containers) {
        if (container.sidecar) continue;
        const readiness = probeOf(container, 'readinessProbe');
        const liveness = probeOf(container, 'livenessProbe');
        if (container.value.entry('readinessProbe') === undefined && container.ports.length > 0) {
          const ports = servedPorts(workload, container, bundleOf(source, context).manifests);
          if (ports.length > 0) yield unready(source, container, ports);
        }
        if (liveness && asksDependencies(liveness, readiness)) yield { node: liveness.path!.node, messageId: 'dependencies', data: { path: liveness.path!.text! } };
        else if (liveness && failsWith(liveness, readiness) && !isController(workload, bundleOf(source, context).manifests)) yield tooEager(source, liveness, readiness!);
        for (const [probe, messageId] of [[readiness, 'late'], [liveness, 'unwatched']] as const) {
          if (!probe || probe.initialDelay <= options.maxInitialDelay) continue;
          yield { node: probe.entry.value.get('initialDelaySeconds')!.node, messageId, data: { seconds: probe.initialDelay } };
        }
      }
    }
  },
});

function unready(source: { readonly text: string }, container: Container, served: readonly Port[]) {
  const ports = served.filter(({ protocol }) => protocol === 'TCP');
  const port = ports.length === 1 ? ports[0]!.name ?? ports[0]!.number : undefined;
  const fix: Fix = (fixer) => addKey(fixer, source, container.value, 'readinessProbe', { tcpSocket: { port: port! } }, ['name', 'image', 'ports', 'livenessProbe']);
  return {
    node: container.mark.node, messageId: 'readiness', data: { container: container.name },
    suggest: [port === undefined ? undefined : { messageId: 'addReadiness', data: { port }, fix } as const],
  } as const;
}

/** Whether liveness asks the program the same as readiness, and gives up no later. */
function failsWith(liveness: Probe, readiness: Probe | undefined): boolean {
  return readiness !== undefined && liveness.asksProgram && liveness.question === readiness.question && liveness.patience <= readiness.patience;
}

function tooEager(source: { readonly text: string }, { entry }: Probe, readiness: Probe) {
  const period = entry.value.get('periodSeconds')?.number ?? 10;
  const failures = Math.ceil((2 * readiness.patience) / period);
  const written = entry.value.get('failureThreshold');
  const fix: Fix = (fixer) => (written ? replaceScalar(fixer, written, failures) : addKey(fixer, source, entry.value, 'failureThreshold', failures));
  return { node: entry.pair.key ?? entry.value.node, messageId: 'same', suggest: [{ messageId: 'raise', data: { failures }, fix }] } as const;
}
