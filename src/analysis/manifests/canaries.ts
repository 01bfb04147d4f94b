import type { YamlEntry, YamlValue } from '../../languages/yaml/value.js';
import type { Manifest } from './manifests.js';

/**
 * Releases that reach the requests step by step: Rollouts of Argo (v1alpha1, Argo Rollouts 1.10) and Canaries of Flagger
 * (v1beta1, Flagger 1.44), checked 2026-11. A Rollout without steps is a rolling update and is none.
 *
 * Does not see: what plugins do, and analyses that a controller is configured with for all releases.
 */
export interface Canary {
  /** The share of requests that the new version gets first, in percent; not when some chosen requests or an analysis come before. */
  readonly first: YamlValue | undefined;
  /** The smallest share that the number of pods allows, where pods are all there is to share by; else 0. */
  readonly finest: number;
  /** Steps that raise the share with nothing between them and the step before: the second of each two. */
  readonly unguarded: readonly YamlValue[];
  /** What to mark in a report about the whole. */
  readonly strategy: YamlEntry;
  /** Somebody, or something other than measurements, decides on the way: a pause without an end, a webhook, a plugin. */
  readonly decided: boolean;
  readonly analyses: readonly YamlValue[];
}

export function canaryOf(manifest: Manifest): Canary | undefined {
  const { kind, group, root, partial } = manifest;
  if (partial) return undefined;
  if (kind === 'Rollout' && group === 'argoproj.io') return argoCanary(root);
  return kind === 'Canary' && group === 'flagger.app' ? flaggerCanary(root) : undefined;
}

function argoCanary(root: YamlValue): Canary | undefined {
  const strategy = root.get('spec', 'strategy')?.entry('canary');
  const steps = strategy?.value.get('steps')?.items() ?? [];
  if (!strategy || steps.length === 0) return undefined;
  const raises = steps.flatMap((step, index) => {
    const weight = step.get('setWeight');
    return weight?.number !== undefined && weight.number > 0 ? [{ weight, index }] : [];
  });
  const unguarded = raises.slice(1).filter(({ index }, position) => !steps.slice(raises[position]!.index, index).some((step) => isGate(step)));
  const pods = root.get('spec', 'replicas')?.number ?? 1;
  return {
    first: raises[0] && steps.slice(0, raises[0].index).some((step) => isTrial(step)) ? undefined : raises[0]?.weight,
    finest: strategy.value.get('trafficRouting') ? 0 : 100 / Math.max(pods, 1),
    unguarded: unguarded.map(({ weight }) => weight),
    strategy,
    // A pause and an experiment without a duration last until somebody ends them.
    decided: steps.some((step) => step.entry('plugin') !== undefined || ['pause', 'experiment'].some((key) => step.entry(key) !== undefined && step.get(key, 'duration') === undefined)),
    analyses: [strategy.value.get('analysis'), ...steps.flatMap((step) => [step.get('analysis'), ...(step.get('experiment', 'analyses')?.items() ?? [])])].filter((analysis) => analysis !== undefined),
  };
}

/** Shows the new version at work before it gets a share: to those who ask for it, with copies of requests, to measurements. */
function isTrial(step: YamlValue): boolean {
  return ['setHeaderRoute', 'setMirrorRoute', 'experiment', 'analysis'].some((key) => step.entry(key) !== undefined);
}

function isGate(step: YamlValue): boolean {
  return ['pause', 'analysis', 'experiment', 'plugin'].some((key) => step.entry(key) !== undefined);
}

function flaggerCanary(root: YamlValue): Canary | undefined {
  const spec = root.get('spec');
  // `canaryAnalysis` is what it was called before v1beta1.
  const strategy = spec?.entry('analysis') ?? spec?.entry('canaryAnalysis');
  if (!strategy?.value.isMapping) return undefined;
  const skips = spec?.get('skipAnalysis')?.flag === true;
  return {
    first: strategy.value.get('stepWeights')?.items()[0] ?? strategy.value.get('stepWeight'),
    finest: 0,
    unguarded: [],
    strategy,
    decided: (strategy.value.get('webhooks')?.items() ?? []).some((hook) => deciding.has(hook.get('type')?.text ?? 'rollout')) && !skips,
    analyses: skips ? [] : strategy.value.get('metrics')?.items() ?? [],
  };
}

/** Webhooks whose answer lets a release go on; others are told of it. */
const deciding: ReadonlySet<string> = new Set(['confirm-rollout', 'pre-rollout', 'rollout', 'confirm-traffic-increase', 'confirm-promotion']);

/** The `blueGreen` of a Rollout that sends all requests to the new version by itself and tests nothing before. */
export function blindSwitch({ kind, group, root, partial }: Manifest): YamlEntry | undefined {
  const blueGreen = root.get('spec', 'strategy')?.entry('blueGreen');
  if (kind !== 'Rollout' || group !== 'argoproj.io' || partial || !blueGreen?.value.isMapping) return undefined;
  const { value } = blueGreen;
  return value.get('autoPromotionEnabled')?.flag !== false && value.get('prePromotionAnalysis') === undefined ? blueGreen : undefined;
}

/** What a canary measures, as far as its bundle says; `undefined` when a template is not there or takes its query from elsewhere. */
export function measuresOf({ analyses }: Canary, bundle: readonly Manifest[]): { readonly errors: boolean; readonly latency: boolean } | undefined {
  const texts: string[] = [];
  for (const analysis of analyses) {
    const names = (analysis.get('templates')?.items() ?? [analysis]).map((template) => template.get('templateName') ?? template.get('templateRef', 'name') ?? analysis.get('name'));
    for (const name of names) {
      const builtIn = analysis.get('templateRef') === undefined && analysis.get('templates') === undefined && analysis.get('templateName') === undefined;
      const template = builtIn ? analysis : bundle.find((other) => /^(?:Cluster)?AnalysisTemplate$|^MetricTemplate$/u.test(other.kind) && other.name === name?.text)?.root.get('spec');
      if (!template) return undefined;
      texts.push(name?.text ?? '', flat(template));
    }
  }
  const text = texts.join(' ');
  return { errors: /error|success|5xx|5\.\*|\[45\]|fail|status|response_code/iu.test(text), latency: /latency|duration|quantile|percentile|response.?time|p9\d/iu.test(text) };
}

function flat(value: YamlValue): string {
  if (value.isMapping) return value.entries().map((entry) => flat(entry.value)).join(' ');
  return value.isSequence ? value.items().map((item) => flat(item)).join(' ') : value.text ?? '';
}
