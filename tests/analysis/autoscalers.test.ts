import { describe, expect, it } from 'vitest';
import { autoscalersOf, scaledWorkload } from '../../src/analysis/manifests/autoscalers.js';
import { blocksNamed } from '../../src/analysis/manifests/blocks.js';
import { isForRehearsal } from '../../src/analysis/manifests/environments.js';
import { manifestsOf } from '../../src/analysis/manifests/manifests.js';
import { shareOfLimits, unrequested } from '../../src/analysis/manifests/utilization.js';
import { workloadOf } from '../../src/analysis/manifests/workloads.js';
import yamlParser from '../../src/node/yaml-parser.js';

const parse = (text: string) => {
  const { ast, services } = yamlParser.parseForESLint(text);
  return { text, ast, parserServices: services } as never;
};
const read = (text: string) => autoscalersOf(parse(text), { filename: '/app/hpa.yaml', cwd: '/app' });
const hpa = (spec: string, version = 'v2') => `apiVersion: autoscaling/${version}\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { scaleTargetRef: { kind: Deployment, name: api }, maxReplicas: 5, ${spec} }\n`;
const keda = (spec: string, annotations = '{}', group = 'keda.sh') => `apiVersion: ${group}/v1alpha1\nkind: ScaledObject\nmetadata: { name: api, annotations: ${annotations} }\nspec: { scaleTargetRef: { name: api }, ${spec} }\n`;

describe('autoscalersOf', () => {
  it('reads the bounds and their defaults', () => {
    const bounds = (text: string) => read(text).map(({ min, max }) => [min.count, max.count]);
    expect(bounds(hpa('minReplicas: 3'))).toEqual([[3, 5]]);
    expect(bounds(hpa('metrics: []'))).toEqual([[1, 5]]);
    expect(bounds(hpa('minReplicas: ~'))).toEqual([[1, 5]]);
    expect(bounds(hpa('minReplicas: "${MIN}"'))).toEqual([[undefined, 5]]);
    expect(bounds(keda('triggers: []'))).toEqual([[0, 100]]);
    expect(bounds(keda('minReplicaCount: 1, maxReplicaCount: 7', '{}', 'keda.k8s.io'))).toEqual([[1, 7]]);
    expect(bounds('auto_scaling: { max_instances: 4 }\n')).toEqual([[undefined, 4]]);
  });

  it('reads targets in every version of the API', () => {
    const targets = (text: string) => read(text)[0]!.targets.map(({ resource, percent, container }) => [resource, percent, container]);
    expect(targets(hpa('targetCPUUtilizationPercentage: 60', 'v1'))).toEqual([['cpu', 60, undefined]]);
    expect(targets(hpa('metrics: [{ type: Resource, resource: { name: cpu, targetAverageUtilization: 50 } }]', 'v2beta1'))).toEqual([['cpu', 50, undefined]]);
    expect(targets(hpa('metrics: [{ type: Resource, resource: { name: memory, target: { type: Utilization, averageUtilization: 70 } } }, { type: Pods, pods: {} }]'))).toEqual([['memory', 70, undefined]]);
    expect(targets(hpa('metrics: [{ type: ContainerResource, containerResource: { name: cpu, container: api, target: { averageUtilization: 40 } } }]'))).toEqual([['cpu', 40, 'api']]);
    expect(targets(hpa('metrics: [{ type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 200m } } }]'))).toEqual([]);
    const block = (target: string) => targets(`auto_scaling: { min_instances: 2, target_cpu: ${target} }\n`)[0]?.[1];
    expect(['70%', '70', '0.7', '"70 %"', 'most'].map((text) => block(text))).toEqual([70, 70, 70, 70, undefined]);
  });

  it('reads how long it waits', () => {
    const waits = (text: string) => read(text).map(({ up, down, polling, cooldown }) => [up?.seconds, down?.seconds, polling?.seconds, cooldown?.seconds]);
    expect(waits(hpa('minReplicas: 2'))).toEqual([[0, 300, undefined, undefined]]);
    expect(waits(hpa('behavior: { scaleUp: { stabilizationWindowSeconds: 60 }, scaleDown: { selectPolicy: Disabled } }'))).toEqual([[60, undefined, undefined, undefined]]);
    expect(waits(keda('pollingInterval: 5, advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: 10 } } } }'))).toEqual([[0, 10, 5, 300]]);
    expect(waits('auto_scaling: { min_instances: 2, scale_up_cooldown: 300s, scale_down_cooldown: 10m }\n')).toEqual([[300, 600, undefined, undefined]]);
    expect(waits('auto_scaling: { min_instances: 2, scale_up_cooldown: 300, scale_down_cooldown: soon }\n')).toEqual([[300, undefined, undefined, undefined]]);
  });

  it('knows no patches, paused objects, other groups or empty blocks', () => {
    const none = [
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { minReplicas: 1 }\n',
      hpa('minReplicas: 1').replace('autoscaling/', 'example.com/'), keda('minReplicaCount: 1', '{ autoscaling.keda.sh/paused-replicas: "1" }'), keda('x: 1', '{}', 'example.com'),
      'auto_scaling: { enabled: true }\n', 'auto_scaling: ~\n', 'apiVersion: x/v1\nkind: Thing\nauto_scaling: { min_instances: 1 }\n', 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: text\n', '',
    ];
    expect(none.map((text) => read(text))).toEqual(none.map(() => []));
  });
});

describe('blocksNamed', () => {
  it('finds blocks at the top and below services, each once', () => {
    const found = (text: string) => blocksNamed(parse(text), 'auto_scaling').map(({ value }) => value.get('min_instances')?.number);
    expect(found('auto_scaling: { min_instances: 1 }\nservices:\n  orders:\n    auto_scaling: { min_instances: 2 }\n---\nauto_scaling: { min_instances: 3 }\n')).toEqual([1, 2, 3]);
    expect(found('base: &base\n  auto_scaling: { min_instances: 1 }\nother: *base\nmore:\n  <<: *base\n')).toEqual([1]);
    expect(found('a: { b: { c: { d: { auto_scaling: { min_instances: 1 } } } } }\n')).toEqual([]);
    expect(found('a: &a\n  b: *a\n  auto_scaling: { min_instances: 4 }\n')).toEqual([4]);
  });
});

describe('isForRehearsal', () => {
  it('looks at the path below the working directory, the namespace and the end of the name', () => {
    const at = (filename: string, names: { name?: string; namespace?: string } = {}) => isForRehearsal({ name: undefined, namespace: undefined, ...names }, { filename, cwd: '/home/dev/shop' });
    expect([at('/home/dev/shop/k8s/hpa.yaml'), at('/home/dev/shop/k8s/dev/hpa.yaml'), at('/home/dev/shop/hpa-staging.yaml'), at('/home/dev/shop/device/hpa.yaml'), at('/home/dev/shop/examples/hpa.yaml')]).toEqual([false, true, true, false, false]);
    expect([at('/x/hpa.yaml', { namespace: 'shop-qa' }), at('/x/hpa.yaml', { name: 'api-dev' }), at('/x/hpa.yaml', { name: 'test-results-api' }), at('/x/hpa.yaml', { namespace: 'production' })]).toEqual([true, true, false, false]);
  });
});

describe('what a target means to the pods', () => {
  const workload = (...containers: string[]) => workloadOf(manifestsOf(parse(`apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { selector: {}, template: { spec: { containers: [${containers.join(', ')}] } } }\n`), { filename: '/app/a.yaml', cwd: '/app' })[0]!)!;
  const [target] = read(hpa('targetCPUUtilizationPercentage: 80'))[0]!.targets;
  const container = (resources: string, name = 'api') => `{ name: ${name}, image: x/y:1, resources: ${resources} }`;

  it('compares requests with limits', () => {
    const share = (...containers: string[]) => shareOfLimits(workload(...containers), target!);
    expect(share(container('{ requests: { cpu: 500m }, limits: { cpu: 1 } }'))).toBe(40);
    expect(share(container('{ limits: { cpu: 1 } }'))).toBe(80);
    expect(share(container('{ requests: { cpu: 1 }, limits: { cpu: 1 } }'), container('{ requests: { cpu: 1 }, limits: { cpu: 3 } }', 'b'))).toBe(40);
    expect([share(container('{ requests: { cpu: 1 } }')), share(container('{ limits: { cpu: 1 } }'), container('{}', 'b')), share(container('{ limits: { cpu: lots } }')), share(container('text'))]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('looks at the one container that is measured', () => {
    const [one] = read(hpa('metrics: [{ containerResource: { name: cpu, container: b, target: { averageUtilization: 80 } } }]'))[0]!.targets;
    const both = workload(container('{}'), container('{ limits: { cpu: 2 } }', 'b'));
    expect([unrequested(both, one!), shareOfLimits(both, one!), unrequested(both, target!)?.name]).toEqual([undefined, 80, 'api']);
  });

  it('finds the container without a request, unless something fills it in', () => {
    const lacking = (resources: string) => unrequested(workload(container(resources)), target!)?.name;
    expect(['{}', '~', '{ requests: { memory: 1Gi } }', '{ limits: { memory: 1Gi } }', '{ requests: { cpu: ~ } }'].map((text) => lacking(text))).toEqual(['api', 'api', 'api', 'api', 'api']);
    expect(['{ limits: { cpu: 1 } }', '{ requests: { cpu: 1 } }', '"${RESOURCES}"', '{ requests: "${REQUESTS}" }'].map((text) => lacking(text))).toEqual([undefined, undefined, undefined, undefined]);
    expect(['gcr.io/shop/api:1', 'europe-docker.pkg.dev/shop/api/api:1', 'ghcr.io/shop/api:1'].map((image) => unrequested(workload(`{ name: api, image: "${image}" }`), target!)?.name)).toEqual([undefined, undefined, 'api']);
    const whole = workloadOf(manifestsOf(parse('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { selector: {}, template: { spec: { resources: { requests: { cpu: 1 } }, containers: [{ name: api }] } } }\n'), { filename: '/app/a.yaml', cwd: '/app' })[0]!)!;
    expect([unrequested(whole, target!), shareOfLimits(whole, target!)]).toEqual([undefined, undefined]);
  });

  it('finds the workload, unless there are two', () => {
    const bundle = (text: string) => manifestsOf(parse(text), { filename: '/app/a.yaml', cwd: '/app' });
    const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { selector: {}, template: { spec: { containers: [] } } }\n';
    const found = (scaler: string, text: string) => scaledWorkload(read(scaler)[0]!, bundle(text))?.manifest.name;
    expect([found(hpa('x: 1'), deployment), found(keda('x: 1'), deployment), found(keda('x: 1').replace('name: api }', 'deploymentName: api }'), deployment)]).toEqual(['api', 'api', 'api']);
    expect([found(hpa('x: 1'), `${deployment}---\n${deployment}`), found(hpa('x: 1').replace('Deployment', 'StatefulSet'), deployment), found('auto_scaling: { min_instances: 1 }\n', deployment)]).toEqual([undefined, undefined, undefined]);
  });
});
