import type { YamlSource } from '../../languages/yaml/documents.js';
import type { YamlValue } from '../../languages/yaml/value.js';
import { blocksNamed } from './blocks.js';
import { durationOf } from './durations.js';
import type { Manifest } from './manifests.js';

/**
 * How often balancers ask servers how they are, and how long they wait, where a wait that is not shorter is an error: AWS
 * (Elastic Load Balancing API: the interval must be greater than the timeout; defaults of AWS Load Balancer Controller 2.14 are
 * 15 and 5 seconds), Google Cloud (healthChecks: `timeoutSec` may not be greater than `checkIntervalSec`; GKE's BackendConfig and
 * HealthCheckPolicy), and `load_balancer:` blocks; checked 2026-11.
 *
 * Left out: Envoy and Traefik 3 wait for an answer before they wait for the next check, so a long wait is allowed there.
 */
export interface CheckTiming {
  /** In seconds. */
  readonly interval: number;
  readonly timeout: number;
  /** What to mark: the timeout, or the interval where the timeout is a default. */
  readonly mark: YamlValue;
}

/** The health checks of an object that wait too long. */
export function slowChecksOf({ kind, group, root, partial }: Manifest): readonly CheckTiming[] {
  if (partial) return [];
  if (kind === 'Ingress' || kind === 'Service') {
    const annotations = root.get('metadata', 'annotations');
    const prefix = 'alb.ingress.kubernetes.io/healthcheck-';
    const [interval, timeout] = [annotations?.get(`${prefix}interval-seconds`), annotations?.get(`${prefix}timeout-seconds`)];
    return interval || timeout ? timing(interval, timeout, 15, 5, true) : [];
  }
  const check = kind === 'BackendConfig' && group === 'cloud.google.com' ? root.get('spec', 'healthCheck') : kind === 'HealthCheckPolicy' && group === 'networking.gke.io' ? root.get('spec', 'default') : undefined;
  return check ? timing(check.get('checkIntervalSec'), check.get('timeoutSec'), undefined, undefined, false) : [];
}

/** The `health_checks` of `load_balancer:` blocks that wait too long. */
export function slowBlockChecks(source: YamlSource): readonly CheckTiming[] {
  return blocksNamed(source, 'load_balancer').flatMap(({ value }) => timing(value.get('health_checks', 'interval'), value.get('health_checks', 'timeout'), undefined, undefined, true));
}

function timing(interval: YamlValue | undefined, timeout: YamlValue | undefined, defaultInterval: number | undefined, defaultTimeout: number | undefined, isEqualSlow: boolean): CheckTiming[] {
  const [every, wait] = [interval ? secondsOf(interval) : defaultInterval, timeout ? secondsOf(timeout) : defaultTimeout];
  const mark = timeout ?? interval;
  if (every === undefined || wait === undefined || mark === undefined || wait < every || (!isEqualSlow && wait === every)) return [];
  return [{ interval: every, timeout: wait, mark }];
}

/** Annotations are texts: `'15'`. */
function secondsOf(value: YamlValue): number | undefined {
  const text = value.text?.trim() ?? '';
  if (/^\d+$/u.test(text)) return Number(text);
  const milliseconds = durationOf(text);
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}
