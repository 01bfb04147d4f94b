import type { YamlEntry, YamlValue } from '../../languages/yaml/value.js';
import type { Manifest } from './manifests.js';

/**
 * The traffic policies of an Istio DestinationRule as they hold in the end. A subset's policy replaces that of the host field
 * by field; settings of a port replace all of it, so that what they leave out is at its default (Istio API reference 1.27,
 * DestinationRule, TrafficPolicy.portLevelSettings, checked 2026-11).
 */
export interface TrafficPolicy {
  /** What it is for: the host, a subset by its name, a port by its number. */
  readonly scope: 'host' | 'port' | 'subset';
  readonly name: string | undefined;
  /** The policy itself, where one is written. */
  readonly written: YamlValue | undefined;
  readonly outlierDetection: YamlValue | undefined;
  readonly connectionPool: YamlValue | undefined;
}

/** The policies of a host, its subsets and their ports, in the order of the text. */
export function trafficPoliciesOf({ root }: Manifest): readonly TrafficPolicy[] {
  const spec = root.get('spec');
  const host = spec?.get('trafficPolicy');
  const whole = policy('host', undefined, host, undefined);
  return [
    whole,
    ...portsOf(host),
    ...(spec?.get('subsets')?.items() ?? []).flatMap((subset) => {
      const own = subset.get('trafficPolicy');
      return own ? [policy('subset', subset.get('name')?.text, own, whole), ...portsOf(own)] : [];
    }),
  ];
}

function policy(scope: TrafficPolicy['scope'], name: string | undefined, written: YamlValue | undefined, above: TrafficPolicy | undefined): TrafficPolicy {
  return {
    scope,
    name,
    written,
    outlierDetection: written?.get('outlierDetection') ?? above?.outlierDetection,
    connectionPool: written?.get('connectionPool') ?? above?.connectionPool,
  };
}

function portsOf(written: YamlValue | undefined): TrafficPolicy[] {
  return (written?.get('portLevelSettings')?.items() ?? []).map((port) => policy('port', port.get('port', 'number')?.text, port, undefined));
}

const limits = [
  ['tcp', 'maxConnections'], ['http', 'http1MaxPendingRequests'], ['http', 'http2MaxRequests'], ['http', 'maxRequestsPerConnection'], ['http', 'maxRetries'], ['http', 'maxConcurrentStreams'],
] as const;

/** Whether a connection pool limits anything; without a limit Envoy takes as many connections and requests as come. */
export function limitsConnections(pool: YamlValue | undefined): boolean {
  return limits.some((path) => pool?.get(...path) !== undefined);
}

/** The field by which an outlier detection never ejects a host, if there is one. */
export function neverEjects(detection: YamlValue): YamlEntry | undefined {
  const percent = detection.entry('maxEjectionPercent');
  if (percent?.value.number === 0) return percent;
  const errors = detection.entry('consecutive5xxErrors');
  const others = ['consecutiveGatewayErrors', 'consecutiveLocalOriginFailures'].some((key) => (detection.get(key)?.number ?? 0) > 0);
  return errors?.value.number === 0 && !others ? errors : undefined;
}
