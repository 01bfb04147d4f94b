import rule from '../../src/rules/load-balancing/autoscaling-bounds.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

const small = '{ requests: { cpu: 100m }, limits: { cpu: 500m } }';
const tight = '{ requests: { cpu: 1 }, limits: { cpu: 1 } }';
const workload = (resources = small, { kind = 'Deployment', name = 'api', image = 'shop/api:1', pod = '' } = {}) => `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: ${name}, image: "${image}", ports: [{ containerPort: 8080 }], resources: ${resources} }]${pod} }
`;
const service = '---\napiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { selector: { app: api }, ports: [{ port: 80, targetPort: 8080 }] }\n';
const hpa = (spec: string, { version = 'v2', name = 'api', kind = 'Deployment' } = {}) => `apiVersion: autoscaling/${version}
kind: HorizontalPodAutoscaler
metadata: { name: ${name} }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: api }
${spec}`;
const bounds = (min: number | string, max: number | string) => `  minReplicas: ${min}\n  maxReplicas: ${max}\n`;
const cpu = (percent: number) => `  metrics:\n    - type: Resource\n      resource: { name: cpu, target: { type: Utilization, averageUtilization: ${percent} } }\n`;
const windows = (up: number, down: number) => `  behavior:\n    scaleUp: { stabilizationWindowSeconds: ${up} }\n    scaleDown: { stabilizationWindowSeconds: ${down} }\n`;
const keda = (spec: string, annotations = '{}') => `apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: { name: mailer, annotations: ${annotations} }\nspec:\n  scaleTargetRef: { name: mailer }\n${spec}`;
const seed = (more: Record<string, string> = {}) => `auto_scaling:\n${Object.entries({ min_instances: '2', max_instances: '10', target_cpu: '70%', target_memory: '80%', scale_up_cooldown: '300s', scale_down_cooldown: '600s', ...more }).map(([key, value]) => `  ${key}: ${value}\n`).join('')}`;
const anchored = `x-bounds: &bounds { minReplicas: 1, maxReplicas: 5 }\n${hpa('  <<: *bounds\n')}`;

testRule(rule, {
  valid: {
    'sound bounds': yaml(hpa(bounds(2, 10) + cpu(70)) + workload() + service),
    'the form of the specification': yaml(seed()),
    'no targets or cooldowns': yaml('auto_scaling: { min_instances: 2, max_instances: 10 }\n'),
    'values of a block that cannot be read': yaml(seed({ min_instances: '$MIN', max_instances: '~', target_cpu: 'high', scale_down_cooldown: 'soon' })),
    'a block of something else': yaml('auto_scaling: { enabled: true, policy: cpu }\n'),
    'one pod of what nobody calls': yaml(hpa(bounds(1, 10)) + workload()),
    'one pod of what is not in sight': yaml(hpa(bounds(1, 10)) + service),
    'one pod behind a Service that others share': yaml(hpa(bounds(1, 10)) + workload() + workload(small, { name: 'api-v2' }).replace('{ app: api-v2 } }\n    spec', '{ app: api } }\n    spec') + service),
    'one pod of a database': yaml(hpa(bounds(1, 3)) + workload(small, { image: 'postgres:17' }) + service),
    'one pod of what is switched off': yaml(hpa(bounds(1, 10)) + workload().replace('  selector:', '  replicas: 0\n  selector:') + service),
    'one pod of a model server': yaml(hpa(bounds(1, 10)) + workload(small, { image: 'vllm/vllm-openai:v0.9.1' }) + service),
    'one pod of a stub': yaml(hpa(bounds(1, 10)) + workload(small, { image: 'registry.k8s.io/hpa-example' }) + service),
    'one pod of a controller': yaml((hpa(bounds(1, 3)) + workload() + service).replaceAll('api', 'admission-webhook')),
    'none, until it is called': yaml(hpa(bounds(0, 10)) + workload() + service),
    'one pod of a StatefulSet, which may not be copied': yaml(hpa(bounds(1, 10), { kind: 'StatefulSet' }) + workload(small, { kind: 'StatefulSet' }) + service),
    'one pod for development': { ...yaml(hpa(bounds(1, 10)) + workload() + service), filename: 'deploy/dev/api.yaml' },
    'a fixed number for development': yaml(hpa(bounds(3, 3), { name: 'api-staging' })),
    'exactly one, twice': yaml(`${keda('  # a volume of its own\n  minReplicaCount: 1\n  maxReplicaCount: 1\n')}---\n${hpa(bounds(1, 1))}`),
    'one, where one is enough': { ...yaml(hpa(bounds(1, 10)) + workload() + service), options: { minReplicas: 1 } },
    'a fixed number of what keeps data': yaml(hpa(bounds(3, 3)) + workload(small, { image: 'grafana/loki:3' })),
    'all or nothing': yaml(keda('  idleReplicaCount: 0\n  minReplicaCount: 5\n  maxReplicaCount: 5\n')),
    'a patch': yaml('apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { minReplicas: 1 }\n'),
    'an overlay': { ...yaml(hpa(bounds(3, 3))), filename: 'overlays/prod/hpa.yaml' },
    'numbers that something fills in': yaml(hpa(bounds('${MIN}', '${MAX}')) + workload() + service),
    'a template': yaml(hpa(bounds('{{ .Values.min }}', 1))),
    'far more than the request, where the limit is far above it': yaml(hpa(bounds(2, 5) + cpu(100)) + workload()),
    'far more than the request, where nothing limits it': yaml(hpa(bounds(2, 5) + cpu(95)) + workload('{ requests: { cpu: 100m } }')),
    'far more than the request of what is not in sight': yaml(hpa(bounds(2, 5) + cpu(95))),
    'a high target, where it is allowed': { ...yaml(hpa(bounds(2, 5) + cpu(90)) + workload(tight)), options: { maxCpuTarget: 90 } },
    'a low target, where it is allowed': { ...yaml(hpa(bounds(2, 5) + cpu(20))), options: { minCpuTarget: 20 } },
    'memory may be fuller': yaml(seed({ target_memory: '90%' })),
    'no request, but a range that gives one': yaml(`${hpa(bounds(2, 5) + cpu(70)) + workload('{}')}---\napiVersion: v1\nkind: LimitRange\nmetadata: { name: all }\nspec: { limits: [] }\n`),
    'no request, but an absolute target': yaml(hpa(`${bounds(2, 5)}  metrics: [{ type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 300m } } }]\n`) + workload('{}')),
    'equal windows': yaml(hpa(bounds(2, 5) + windows(60, 60))),
    'it never scales down': yaml(hpa(`${bounds(2, 5)}  behavior: { scaleUp: { stabilizationWindowSeconds: 400 }, scaleDown: { selectPolicy: Disabled } }\n`)),
    'defaults of behavior, which are sound': yaml(hpa(bounds(2, 5))),
    'behavior, where it must be': { ...yaml(hpa(bounds(2, 5) + windows(0, 300))), options: { requireBehavior: true } },
    'v1, which has no behavior': { ...yaml(hpa(bounds(2, 5), { version: 'v1' })), options: { requireBehavior: true } },
    'KEDA, which scales to zero': yaml(keda('  maxReplicaCount: 20\n')),
    'KEDA, one pod': yaml(keda('  minReplicaCount: 1\n  maxReplicaCount: 20\n')),
    'KEDA without a cooldown': yaml(keda('  maxReplicaCount: 20\n  cooldownPeriod: 0\n')),
    'KEDA that never goes to zero': yaml(keda('  minReplicaCount: 1\n  maxReplicaCount: 20\n  cooldownPeriod: 10\n')),
    'KEDA that is paused': yaml(keda('  minReplicaCount: 3\n  maxReplicaCount: 3\n', '{ autoscaling.keda.sh/paused: "true" }')),
    'odd values': yaml(hpa('  minReplicas: [1]\n  maxReplicas: { a: 1 }\n  metrics: text\n  behavior: ~\n') + '---\n---\nkind: ScaledObject\n---\nauto_scaling: [1]\n'),
    'a flow, resolved through an alias': yaml(`x: &five 5\n${hpa('  { minReplicas: 2, maxReplicas: *five }\n'.replace('{ ', '').replace(' }', '').replace(', ', '\n  '))}`),
  },
  invalid: {
    'one pod that others wait for': invalid(hpa(`  minReplicas: 1 # cheap\n  maxReplicas: 10\n`) + workload() + service, [{
      messageId: 'minimum', data: { name: 'api', min: 1, least: 2 }, line: 6, column: 16,
      suggestions: [{ messageId: 'setMinimum', data: { key: 'minReplicas', least: 2 }, output: hpa(`  minReplicas: 2 # cheap\n  maxReplicas: 10\n`) + workload() + service }],
    }]),
    'one pod by default': invalid(hpa('  maxReplicas: 10\n', { version: 'v1' }) + workload() + service, [{
      messageId: 'minimum', line: 3, suggestions: [{ messageId: 'setMinimum', output: hpa('  minReplicas: 2\n  maxReplicas: 10\n', { version: 'v1' }) + workload() + service }],
    }]),
    'one pod, in a flow': invalid(`apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { scaleTargetRef: { kind: Deployment, name: api }, maxReplicas: 10 }\n${workload()}${service}`, [{
      messageId: 'minimum', suggestions: [{ messageId: 'setMinimum', output: `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { scaleTargetRef: { kind: Deployment, name: api }, minReplicas: 2, maxReplicas: 10 }\n${workload()}${service}` }],
    }]),
    'one pod of at most two, without an edit': invalid(hpa(bounds(1, 2)) + workload() + service, [{ messageId: 'minimum' }]),
    'fewer than asked for': { ...invalid(hpa(bounds(2, 10)) + workload() + service, [{ messageId: 'minimum', data: { name: 'api', min: 2, least: 3 }, suggestions: 1 }]), options: { minReplicas: 3 } },
    'one pod, of a merged mapping, without an edit': invalid(`${anchored}${workload()}${service}`.replace('x-bounds: &bounds { minReplicas: 1, maxReplicas: 5 }\n', '').replace('spec:\n  scale', 'x-bounds: &bounds { minReplicas: 1, maxReplicas: 5 }\nspec:\n  scale'), [{ messageId: 'minimum' }]),
    'one instance': invalid(seed({ min_instances: '1' }), [{ messageId: 'minimum', data: { name: 'auto_scaling', min: 1, least: 2 }, suggestions: [{ messageId: 'setMinimum', data: { key: 'min_instances', least: 2 }, output: seed() }] }]),
    'no room to scale': invalid(hpa(bounds(3, 3)), [{ messageId: 'fixed', data: { name: 'api', min: 3, max: 3 }, line: 7, column: 16 }]),
    'no room, by default': invalid(hpa('  maxReplicas: 1\n'), [{ messageId: 'fixed', data: { name: 'api', min: 1, max: 1 } }]),
    'less than no room': invalid(seed({ max_instances: '1' }), [{ messageId: 'fixed', data: { name: 'auto_scaling', min: 2, max: 1 } }]),
    'no room for KEDA': invalid(keda('  minReplicaCount: 5\n  maxReplicaCount: 5\n'), ['fixed']),
    'too high a target': invalid(hpa(bounds(2, 5) + cpu(90)) + workload(tight), [{ messageId: 'high', data: { share: 90, max: 80 }, line: 10 }]),
    'too high a target for the limit': invalid(hpa(bounds(2, 5) + cpu(150)) + workload('{ requests: { cpu: 600m }, limits: { cpu: 1 } }'), [{ messageId: 'high', data: { share: 90, max: 80 } }]),
    'too high a target, v1': invalid(hpa(`${bounds(2, 5)}  targetCPUUtilizationPercentage: 95\n`, { version: 'v1' }) + workload('{ limits: { cpu: 1 } }'), [{ messageId: 'high', data: { share: 95, max: 80 } }]),
    'too high a target of a block': invalid(seed({ target_cpu: '0.95' }), [{ messageId: 'high', data: { share: 95, max: 80 } }]),
    'too low a target': invalid(hpa(bounds(2, 5) + cpu(20)), [{ messageId: 'low', data: { percent: 20, min: 30 } }]),
    'too low a target, v2beta1': invalid(hpa(`${bounds(2, 5)}  metrics: [{ type: Resource, resource: { name: cpu, targetAverageUtilization: 10 } }]\n`, { version: 'v2beta1' }), ['low']),
    'nothing to be in percent of': invalid(hpa(bounds(2, 5) + cpu(70)) + workload('{ limits: { memory: 1Gi } }'), [{ messageId: 'unmeasured', data: { container: 'api', resource: 'cpu', name: 'api' }, line: 10 }]),
    'no memory to be in percent of': invalid(hpa(bounds(2, 5) + cpu(70).replace('cpu', 'memory')) + workload(), [{ messageId: 'unmeasured', data: { container: 'api', resource: 'memory', name: 'api' } }]),
    'faster down than up': invalid(hpa(bounds(2, 5) + windows(120, 30)), [{ messageId: 'hasty', data: { down: 30, up: 120 }, line: 10, suggestions: [{ messageId: 'setWindow', output: hpa(bounds(2, 5) + windows(120, 300)) }] }]),
    'slower up than the default down': invalid(hpa(`${bounds(2, 5)}  behavior: { scaleUp: { stabilizationWindowSeconds: 600 } }\n`), [{ messageId: 'hasty', data: { down: 300, up: 600 }, line: 8 }]),
    'faster down than up, KEDA': invalid(keda('  maxReplicaCount: 5\n  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleUp: { stabilizationWindowSeconds: 60 }, scaleDown: { stabilizationWindowSeconds: 0 } } } }\n'), [{ messageId: 'hasty', suggestions: 1 }]),
    'faster down than up, in a block': invalid(seed({ scale_down_cooldown: '60s' }), [{ messageId: 'hasty', data: { down: 60, up: 300 } }]),
    'KEDA without a maximum': invalid(keda('  triggers: []\n'), [{ messageId: 'unlimited', data: { name: 'mailer' }, line: 3 }]),
    'a cooldown that one poll ends': invalid(keda('  maxReplicaCount: 9\n  cooldownPeriod: 10\n'), [{ messageId: 'cooldown', data: { cooldown: 10, polling: 30 }, line: 7 }]),
    'polls that are too far apart': invalid(keda('  maxReplicaCount: 9\n  pollingInterval: 600\n'), [{ messageId: 'cooldown', data: { cooldown: 300, polling: 600 }, line: 7 }]),
    'no behavior, where it must be': { ...invalid(hpa(bounds(2, 5)), [{
      messageId: 'behavior', data: { name: 'api' }, line: 3,
      suggestions: [{ messageId: 'addBehavior', output: hpa(`${bounds(2, 5)}  behavior:\n    scaleUp:\n      stabilizationWindowSeconds: 0\n    scaleDown:\n      stabilizationWindowSeconds: 300\n`) }],
    }]), options: { requireBehavior: true } },
  },
});
