import type { YamlSource } from '../../languages/yaml/documents.js';
import type { YamlValue } from '../../languages/yaml/value.js';
import { blocksNamed } from './blocks.js';
import { durationOf } from './durations.js';
import { manifestsOf, type Manifest, type Place } from './manifests.js';
import { isSameNamespace, workloadOf, type Workload } from './workloads.js';

/**
 * What sets the number of pods or instances by load: HorizontalPodAutoscalers (autoscaling/v1, v2beta1, v2beta2, v2; Kubernetes
 * API reference 1.34), ScaledObjects (KEDA 2.18 and the older keda.k8s.io) and `auto_scaling:` blocks; checked 2026-11.
 *
 * Does not see: autoscalers of clouds and of other operators.
 */
export interface Autoscaler {
  readonly kind: 'HorizontalPodAutoscaler' | 'ScaledObject' | 'auto_scaling';
  readonly manifest: Manifest | undefined;
  readonly name: string;
  /** The mapping that holds the bounds. */
  readonly spec: YamlValue;
  /** What to mark in a report about the whole. */
  readonly mark: YamlValue;
  readonly min: Bound;
  readonly max: Bound;
  /** Uses of a resource that it keeps, in percent of what pods request; of a block in percent of an instance. */
  readonly targets: readonly UtilizationTarget[];
  /** How long it looks before it adds or removes; `undefined` where it never does or that cannot be read. */
  readonly up: Delay | undefined;
  readonly down: Delay | undefined;
  /** Of a ScaledObject: how often its sources are asked, and how long all must be empty before the last pods go. */
  readonly polling: Delay | undefined;
  readonly cooldown: Delay | undefined;
}

export interface Bound {
  readonly key: string;
  /** What is written; absent where the default holds. */
  readonly value: YamlValue | undefined;
  /** The number that holds; `undefined` when it cannot be read. */
  readonly count: number | undefined;
}

export interface Delay {
  readonly value: YamlValue | undefined;
  readonly seconds: number;
}

export interface UtilizationTarget {
  readonly resource: string;
  readonly value: YamlValue;
  readonly percent: number;
  /** One container alone is measured. */
  readonly container: string | undefined;
}

/** The autoscalers of a file, in order; patches and objects whose bounds another layer sets are none. */
export function autoscalersOf(source: YamlSource, place: Place): readonly Autoscaler[] {
  return [...manifestsOf(source, place).flatMap((manifest) => autoscalerOf(manifest) ?? []), ...blocksNamed(source, 'auto_scaling').flatMap(({ value }) => blockOf(value) ?? [])];
}

/** The autoscaler that an object is. */
export function autoscalerOf(manifest: Manifest): Autoscaler | undefined {
  const { kind, group, root, partial } = manifest;
  const spec = root.get('spec');
  if (partial || !spec?.isMapping) return undefined;
  const mark = root.get('metadata', 'name') ?? root.get('kind')!;
  const common = { manifest, name: manifest.name ?? kind, spec, mark };
  if (kind === 'HorizontalPodAutoscaler' && group === 'autoscaling') {
    return { ...common, kind, min: bound(spec, 'minReplicas', 1), max: bound(spec, 'maxReplicas', undefined), targets: targetsOf(spec), ...windowsOf(spec.get('behavior')), polling: undefined, cooldown: undefined };
  }
  if (kind !== 'ScaledObject' || !/^keda\./u.test(group) || isPaused(root)) return undefined;
  return {
    ...common, kind, min: bound(spec, 'minReplicaCount', 0), max: bound(spec, 'maxReplicaCount', 100), targets: [], ...windowsOf(spec.get('advanced', 'horizontalPodAutoscalerConfig', 'behavior')),
    polling: delay(spec.get('pollingInterval'), 30), cooldown: delay(spec.get('cooldownPeriod'), 300),
  };
}

function isPaused(root: YamlValue): boolean {
  return (root.get('metadata', 'annotations')?.entries() ?? []).some(({ key }) => key.startsWith('autoscaling.keda.sh/paused'));
}

function bound(spec: YamlValue, key: string, fallback: number | undefined): Bound {
  const value = spec.get(key);
  return { key, value, count: value && !value.isNull ? value.number : fallback };
}

function delay(value: YamlValue | undefined, fallback: number): Delay | undefined {
  const seconds = value && !value.isNull ? value.number : fallback;
  return seconds === undefined ? undefined : { value, seconds };
}

/** Defaults: 0 seconds before pods are added, 300 before they are removed. */
function windowsOf(behavior: YamlValue | undefined): Pick<Autoscaler, 'down' | 'up'> {
  const of = (rules: YamlValue | undefined, fallback: number) => (rules?.get('selectPolicy')?.text === 'Disabled' ? undefined : delay(rules?.get('stabilizationWindowSeconds'), fallback));
  return { up: of(behavior?.get('scaleUp'), 0), down: of(behavior?.get('scaleDown'), 300) };
}

function targetsOf(spec: YamlValue): readonly UtilizationTarget[] {
  const first = spec.get('targetCPUUtilizationPercentage');
  return [...target('cpu', first, undefined), ...(spec.get('metrics')?.items() ?? []).flatMap((metric) => {
    const source = metric.get('resource') ?? metric.get('containerResource');
    // `targetAverageUtilization` is what it was called in v2beta1.
    return target(source?.get('name')?.text, source?.get('target', 'averageUtilization') ?? source?.get('targetAverageUtilization'), source?.get('container')?.text);
  })];
}

function target(resource: string | undefined, value: YamlValue | undefined, container: string | undefined): UtilizationTarget[] {
  return resource === undefined || value?.number === undefined ? [] : [{ resource, value, percent: value.number, container }];
}

function blockOf(block: YamlValue): Autoscaler | undefined {
  if (block.get('min_instances') === undefined && block.get('max_instances') === undefined) return undefined;
  const wait = (key: string) => {
    const value = block.get(key);
    const milliseconds = value?.number === undefined ? durationOf(value?.text) : value.number * 1000;
    return milliseconds === undefined ? undefined : { value, seconds: milliseconds / 1000 };
  };
  const min = bound(block, 'min_instances', undefined);
  return {
    kind: 'auto_scaling', manifest: undefined, name: 'auto_scaling', spec: block, mark: block, min, max: bound(block, 'max_instances', undefined),
    targets: ['cpu', 'memory'].flatMap((resource) => {
      const value = block.get(`target_${resource}`);
      const percent = percentOf(value);
      return value && percent !== undefined ? [{ resource, value, percent, container: undefined }] : [];
    }),
    up: wait('scale_up_cooldown'), down: wait('scale_down_cooldown'), polling: undefined, cooldown: undefined,
  };
}

/** `70%`, `70`, or the fraction 0.7. */
function percentOf(value: YamlValue | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s?(%?)$/u.exec(value?.text ?? '');
  if (!match) return undefined;
  const number = Number(match[1]);
  return match[2] === '' && number <= 1 ? number * 100 : number;
}

/** The workload whose pods an autoscaler counts, where it is in the bundle. */
export function scaledWorkload({ manifest }: Autoscaler, bundle: readonly Manifest[]): Workload | undefined {
  const target = manifest?.root.get('spec', 'scaleTargetRef');
  // KEDA takes a Deployment where no kind is written; before v2 it called the name `deploymentName`.
  const name = target?.get('name')?.text ?? target?.get('deploymentName')?.text;
  const kind = target?.get('kind')?.text ?? 'Deployment';
  const found = bundle.filter((other) => other.kind === kind && other.name === name && isSameNamespace(other.namespace, manifest?.namespace)).flatMap((other) => workloadOf(other) ?? []);
  return name === undefined || found.length !== 1 ? undefined : found[0];
}
