import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/zero-downtime/k8s-rolling-update.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

interface Parts { spec?: string; pod?: string; kind?: string; name?: string; image?: string; container?: string; labels?: string }
const workload = ({ spec = '', pod = '', kind = 'Deployment', name = 'api', image = 'shop/api:1.2', container = '', labels = 'app: api' }: Parts) => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
${spec}  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { ${labels} } }
    spec:
${pod}      containers:
        - name: api
          image: ${image}
          ports: [{ containerPort: 8080, name: http }, { containerPort: 9090, name: metrics }]
${container}`;
const two = '  replicas: 2\n';
const one = '  replicas: 1 # for now\n';
const service = (selector = '{ app: api }', ports = '[{ port: 80, targetPort: http }]') => `---\napiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { selector: ${selector}, ports: ${ports} }\n`;
const object = (apiVersion: string, kind: string, spec: string) => `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: x }\nspec: ${spec}\n`;
const rolling = (text: string) => `  strategy:\n    type: RollingUpdate\n    rollingUpdate: ${text}\n`;
const recreate = '  strategy: { type: Recreate } # simple\n';
const watching = '---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: watcher }\nrules: [{ apiGroups: [""], resources: [pods], verbs: [get, watch] }]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: watcher }\nsubjects: [{ kind: ServiceAccount, name: robot }]\nroleRef: { name: watcher, kind: ClusterRole }\n';

setHost(nodeHost());
const folder = mkdtempSync(path.join(tmpdir(), 'k8s-rolling-update-'));
const based = path.join(folder, 'base');
mkdirSync(based);
writeFileSync(path.join(folder, 'service.yaml'), service().slice(4));
writeFileSync(path.join(based, 'service.yaml'), service().slice(4));
writeFileSync(path.join(based, 'kustomization.yaml'), 'resources: [api.yaml, service.yaml]\n');
afterAll(() => rmSync(folder, { recursive: true }));
const beside = { filename: path.join(folder, 'api.yaml') };
const scaffolded = path.join(folder, 'scaffolded', 'k8s');
mkdirSync(scaffolded, { recursive: true });
writeFileSync(path.join(folder, 'scaffolded', 'skaffold.yaml'), 'kind: Config\nbuild: { artifacts: [{ image: shop/api }] }\n');
const piped = path.join(folder, 'piped', 'k8s');
mkdirSync(piped, { recursive: true });
mkdirSync(path.join(folder, 'piped', '.github', 'workflows'), { recursive: true });
writeFileSync(path.join(folder, 'piped', '.github', 'workflows', 'release.yml'), `jobs:
  release:
    steps:
      - run: |
          # kubectl set image deployment/commented commented=shop/commented:$SHA
          kubectl apply -f k8s
          kubectl set image deployment/set set=shop/set:\${{ github.sha }}
          kubectl set image deployment/still still=shop/still:latest
          sed -i "s|image:.*|image: $IMAGE|g" k8s/edited.yaml
`);
const inPipe = (name: string) => ({ ...yaml(workload({ spec: two, name, image: `shop/${name}:latest` })), filename: path.join(piped, `${name}.yaml`) });
const inBase = { filename: path.join(based, 'api.yaml') };

testRule(rule, {
  valid: {
    'two pods': yaml(workload({ spec: two + rolling('{ maxUnavailable: 1 }') }) + service()),
    'one pod that nobody sends requests to': yaml(workload({ spec: one })),
    'one pod of a Service for measurements': yaml(workload({ spec: one }) + service('{ app: api }', '[{ port: 9090, targetPort: metrics }]')),
    'one pod that is scaled': yaml(workload({ spec: one }) + service() + object('autoscaling/v2', 'HorizontalPodAutoscaler', '{ maxReplicas: 5, scaleTargetRef: { kind: Deployment, name: api } }')),
    'one pod that KEDA scales': yaml(workload({ spec: one }) + service() + object('keda.sh/v1alpha1', 'ScaledObject', '{ scaleTargetRef: { name: api } }')),
    'one pod of each of two versions': yaml(workload({ spec: one }) + service() + `---\n${workload({ spec: one, name: 'api-v2' })}`),
    'one pod of each of two versions, which have Services of their own too': yaml(workload({ spec: one, labels: 'app: api, version: v1' }) + service() + service('{ app: api, version: v1 }') + `---\n${workload({ spec: one, name: 'api-v2' })}`),
    'one pod that keeps data': yaml(workload({ spec: one, image: 'docker.io/library/postgres:17' }) + service()),
    'one pod with a volume': yaml(workload({ spec: one + recreate, pod: '      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]\n' }) + service()),
    'an operator': yaml(workload({ spec: one + recreate, name: 'shop-operator', pod: '      terminationGracePeriodSeconds: 5\n' }) + service()),
    'a program that watches the cluster': yaml(workload({ spec: one + recreate, pod: '      serviceAccountName: robot\n' }) + service() + watching),
    'a pod to call others from': yaml(workload({ spec: one, container: '          command: ["/bin/sleep", "infinity"]\n', pod: '      terminationGracePeriodSeconds: 0\n' }) + service()),
    'a load generator': yaml(workload({ spec: one, name: 'loadgenerator', pod: '      terminationGracePeriodSeconds: 5\n' }) + service()),
    'an unknown number of pods, in this file alone': yaml(workload({}) + service()),
    'a number that other layers set': { ...yaml(workload({})), ...inBase },
    'one pod of a StatefulSet': yaml(workload({ spec: one, kind: 'StatefulSet' }) + service()),
    'no pod': yaml(workload({ spec: '  replicas: 0\n' }) + service()),
    'a port of the node, which only one can hold': yaml(workload({ spec: two + recreate, pod: '      hostNetwork: true\n' }) + service()),
    'Recreate of what gets no requests': yaml(workload({ spec: recreate }).replace(/ {10}ports:.*\n/u, '')),
    'most pods': yaml(workload({ spec: `  replicas: 4\n${rolling('{ maxUnavailable: 75% }')}` }) + service()),
    'a number for an unknown number of pods': yaml(workload({ spec: rolling('{ maxUnavailable: 1 }') }) + service()),
    'ten seconds': yaml(workload({ spec: two, pod: '      terminationGracePeriodSeconds: 10\n' }) + service()),
    'a digest': yaml(workload({ spec: two, image: 'shop/api:latest@sha256:0123456789abcdef' })),
    'an image of a build tool': yaml(workload({ spec: two, image: 'frontend' })),
    'what a sidecar injector replaces': yaml(workload({ spec: two, image: 'auto' })),
    'a placeholder': yaml(workload({ spec: two, image: 'controller:latest' })),
    'an image that is not pulled': yaml(workload({ spec: two, image: 'shop/api:latest', container: '          imagePullPolicy: Never\n' })),
    'a version that Skaffold fills in': { ...yaml(workload({ spec: two, image: 'shop/api' })), filename: path.join(scaffolded, 'api.yaml') },
    'a version that a workflow sets': inPipe('set'),
    'a version that a workflow writes into the file': inPipe('edited'),
    'an image that only the node can have': yaml(workload({ spec: two, image: 'api:latest', container: '          imagePullPolicy: IfNotPresent\n' })),
    'a stub': yaml(workload({ spec: one, image: 'traefik/whoami' }) + service()),
    'a registry to fill in': yaml(workload({ spec: two, image: 'ghcr.io/your-org/api:latest' })),
    'the end of a tunnel, to which its clients keep': yaml(workload({ spec: one, image: 'ghcr.io/inlets/inlets:3.1.0' }) + service()),
    'a model server': yaml(workload({ spec: one, image: 'vllm/vllm-openai:v0.9.1' }) + service()),
    'a graphics card for each pod': yaml(workload({ spec: one, container: '          resources: { limits: { nvidia.com/gpu: 1 } }\n' }) + service()),
    'an environment that may be away': { ...yaml(workload({ spec: one, image: 'shop/api:latest' }) + service()), filename: 'deploy/dev/api.yaml' },
    'a copy of other people\'s': { ...yaml(workload({ spec: one, image: 'shop/api:latest' }) + service()), filename: 'vendor/shop/api.yaml' },
    'a release that was unpacked': { ...yaml(workload({ spec: one, image: 'shop/api:latest' }) + service()), filename: 'tools/shop-1.2.0/api.yaml' },
    'a file that a program wrote': yaml(`# Auto-generated file. DO NOT EDIT\n${workload({ spec: two, image: 'shop/api:latest' })}`),
    'jobs by the clock, which a second pod would run twice': yaml(workload({ spec: one, container: '        - { name: beat, image: "shop/api:1.2", command: [sh, -c, celery -A shop beat] }\n' }) + service()),
    'a cron daemon': yaml(workload({ spec: one, container: '          command: [/usr/sbin/crond, -f]\n' }) + service()),
    'what it is sent stays in its memory': yaml(workload({ spec: one, image: 'prom/pushgateway:v1.9.0' }) + service()),
    'a version that a kustomization names': { ...yaml(workload({ spec: two, image: 'shop/api' })), ...inBase },
    'no budget and no hook, which nobody asked for': { ...yaml(workload({ spec: two })), ...beside },
    'a budget and a hook': { ...yaml(workload({ spec: two, container: '          lifecycle: { preStop: { sleep: { seconds: 5 } } }\n' }) + object('policy/v1', 'PodDisruptionBudget', '{ minAvailable: 1, selector: { matchLabels: { app: api } } }')), ...beside, options: { requirePodDisruptionBudget: true, requirePreStop: true } },
    'a budget for one pod would block its node': { ...yaml(workload({ spec: one, image: 'redis:8' })), ...beside, options: { requirePodDisruptionBudget: true } },
    'a budget that may stand elsewhere': { ...yaml(workload({ spec: two })), options: { requirePodDisruptionBudget: true } },
    'a Job': yaml(`${workload({ kind: 'Job', image: 'shop/api:latest' }).replace('apps/v1', 'batch/v1')}# kind: Deployment\n`),
    'a patch': yaml('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec:\n  replicas: 1\n  strategy: { type: Recreate }\n'),
    'an overlay': { ...yaml(workload({ spec: one + recreate }) + service()), filename: 'overlays/prod/api.yaml' },
    'a template': yaml(workload({ spec: one, image: 'shop/api:{{ .Values.tag }}' }) + service()),
    'odd values': yaml(workload({ spec: `  replicas: many\n${rolling('{ maxUnavailable: ~ }')}`, pod: '      terminationGracePeriodSeconds: "5"\n', image: '[x]' }) + service()),
  },
  invalid: {
    'one pod': invalid(workload({ spec: one }) + service(), [{
      messageId: 'single', data: { name: 'api' }, line: 5, column: 13, suggestions: [{ messageId: 'setReplicas', output: workload({ spec: '  replicas: 2 # for now\n' }) + service() }],
    }]),
    'one pod, by default, behind a Service beside it': { ...invalid(workload({}), [{ messageId: 'single', line: 3, suggestions: [{ messageId: 'setReplicas', output: workload({}).replace('app: api } }\n  template', 'app: api } }\n  replicas: 2\n  template') }] }]), ...beside },
    'one pod of a base': { ...invalid(workload({ spec: one }), [{ messageId: 'single', suggestions: 1 }]), ...inBase },
    'a program with an account that watches nothing': invalid(workload({ spec: one, pod: '      serviceAccountName: shop\n' }) + service() + watching, [{ messageId: 'single', suggestions: 1 }]),
    'the same workload in another version is no second one': invalid(workload({ spec: one }) + service() + `---\n${workload({ spec: two })}`, [{ messageId: 'single', suggestions: 1 }]),
    'Recreate': invalid(workload({ spec: two + recreate }) + service(), [{
      messageId: 'recreate', data: { name: 'api' }, suggestions: [{ messageId: 'setRolling', output: workload({ spec: two + recreate.replace('Recreate', 'RollingUpdate') }) + service() }],
    }]),
    'Recreate with volumes that come and go': invalid(workload({ spec: two + recreate, pod: '      volumes: [{ name: tmp, emptyDir: {} }, { name: config, configMap: { name: c } }]\n' }) + service(), [{ messageId: 'recreate', suggestions: 1 }]),
    'all pods, in percent': invalid(workload({ spec: two + rolling('{ maxUnavailable: "100%", maxSurge: 1 }') }) + service(), [{
      messageId: 'all', data: { name: 'api', value: '100%' }, suggestions: [{ messageId: 'setNone', data: { none: '0%' }, output: workload({ spec: two + rolling('{ maxUnavailable: "0%", maxSurge: 1 }') }) + service() }],
    }]),
    'all pods, by number, and no room for more': invalid(workload({ spec: two + rolling('{ maxUnavailable: 3, maxSurge: 0 }') }) + service(), [{ messageId: 'all', data: { name: 'api', value: '3' } }]),
    'no time to finish': invalid(workload({ spec: two, pod: '      terminationGracePeriodSeconds: 5\n' }) + service(), [{
      messageId: 'grace', data: { seconds: 5 }, suggestions: [{ messageId: 'setGrace', output: workload({ spec: two, pod: '      terminationGracePeriodSeconds: 30\n' }) + service() }],
    }]),
    'latest': invalid(workload({ spec: two, image: '"registry.example:5000/shop/api:latest"' }), [{ messageId: 'latest', data: { image: 'registry.example:5000/shop/api:latest' }, line: 12, column: 18 }]),
    'a workflow that sets latest again': { ...inPipe('still'), errors: ['latest'] },
    'a workflow that only mentions it in a comment': { ...inPipe('commented'), errors: ['latest'] },
    'a workflow that sets the image of another': { ...inPipe('other'), errors: ['latest'] },
    'a name without a registry that must be pulled': invalid(workload({ spec: two, image: 'api:latest', container: '          imagePullPolicy: Always\n' }), ['latest']),
    'no card is asked for': invalid(workload({ spec: one, container: '          resources: { limits: { nvidia.com/gpu: 0 } }\n' }) + service(), [{ messageId: 'single', suggestions: 1 }]),
    'what was written for other people\'s programs': { ...invalid(workload({ spec: two, image: 'shop/api:latest' }), ['latest']), filename: 'third-party/shop/api.yaml' },
    'no tag': invalid(workload({ spec: two, image: 'shop/api', kind: 'DaemonSet' }), ['latest']),
    'an image of Docker Hub without a tag': invalid(workload({ spec: two, image: 'nginx' }), ['latest']),
    'no hook': { ...invalid(workload({ spec: two, container: '        - { name: log, image: fluent-bit:3, ports: [{ containerPort: 2020 }] }\n' }), [{ messageId: 'preStop', data: { container: 'api' } }]), options: { requirePreStop: true } },
    'no budget': { ...invalid(workload({ spec: two }), [{ messageId: 'budget', data: { name: 'api' }, line: 3 }]), ...beside, options: { requirePodDisruptionBudget: true } },
    'a budget for others': { ...invalid(workload({ spec: two }) + object('policy/v1', 'PodDisruptionBudget', '{ selector: { matchLabels: { app: other } } }'), ['budget']), ...beside, options: { requirePodDisruptionBudget: true } },
    'Windows line ends': invalid((workload({ spec: one }) + service()).replaceAll('\n', '\r\n'), [{ messageId: 'single', suggestions: 1 }]),
  },
});
