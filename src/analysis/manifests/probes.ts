import type { YamlEntry, YamlValue } from '../../languages/yaml/value.js';
import type { Container } from './workloads.js';

/**
 * How the kubelet asks a container how it is. Defaults of Kubernetes API reference 1.34 (Probe): every 10 seconds, 3 failures;
 * checked 2026-11.
 */
export interface Probe {
  readonly entry: YamlEntry;
  /** What is asked, as text; `undefined` where that cannot be told. */
  readonly question: string | undefined;
  /** The program itself answers (HTTP, gRPC), so that it may be late or refuse; a port opens without it. */
  readonly asksProgram: boolean;
  /** Seconds of failures after which the kubelet acts. */
  readonly patience: number;
  readonly initialDelay: number;
  readonly path: YamlValue | undefined;
}

export function probeOf({ value }: Container, key: 'livenessProbe' | 'readinessProbe' | 'startupProbe'): Probe | undefined {
  const entry = value.entry(key);
  if (!entry?.value.isMapping) return undefined;
  const number = (name: string, fallback: number) => entry.value.get(name)?.number ?? fallback;
  return {
    entry,
    question: questionOf(entry.value),
    asksProgram: ['httpGet', 'grpc'].some((key) => entry.value.get(key)?.isMapping),
    patience: number('periodSeconds', 10) * number('failureThreshold', 3),
    initialDelay: number('initialDelaySeconds', 0),
    path: entry.value.get('httpGet', 'path'),
  };
}

function questionOf(probe: YamlValue): string | undefined {
  const how = ['httpGet', 'tcpSocket', 'grpc', 'exec'].find((key) => probe.get(key)?.isMapping);
  return how === undefined ? undefined : JSON.stringify([how, plain(probe.get(how)!)]);
}

function plain(value: YamlValue): unknown {
  if (value.isMapping) return value.entries().map(({ key, value: own }) => [key, plain(own)]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return value.isSequence ? value.items().map((item) => plain(item)) : value.text;
}

/**
 * Whether a liveness probe asks a path that by its name answers whether others are there (a database, a dependency), not whether
 * this process lives. A path of readiness that both probes ask is the one health check that there is.
 */
export function asksDependencies({ path, question }: Probe, readiness: Probe | undefined): boolean {
  const text = path?.text ?? '';
  if (/(?:^|[/_-])(?:db|database|deps|dependencies|downstream)(?:$|[/?_-])/iu.test(text)) return true;
  return question !== readiness?.question && /(?:^|[/_-])(?:ready|readyz|readiness)(?:$|[/?_-])/iu.test(text);
}
