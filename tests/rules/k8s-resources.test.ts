import rule from '../../src/rules/resource-management/k8s-resources.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

/** A workload whose only container has `more` keys. */
const workload = (more: string, kind = 'Deployment', group = 'apps') => `apiVersion: ${group}/v1
kind: ${kind}
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    spec:
      containers:
        - name: api
          image: shop/api:1.2
${more}`;
const resources = (text: string) => `          resources: ${text}\n`;
const object = (kind: string, spec: string, namespace = 'shop') => `---\napiVersion: v1\nkind: ${kind}\nmetadata: { name: x, namespace: ${namespace} }\nspec: ${spec}\n`;

testRule(rule, {
  valid: {
    'requests and limits': yaml(workload(resources('{ requests: { cpu: 100m, memory: 64Mi }, limits: { memory: 128Mi } }'))),
    'limits alone, which are requests too': yaml(workload(resources('{ limits: { cpu: "1", memory: 1Gi } }'))),
    'resources of the whole pod': yaml(workload('      resources: { limits: { cpu: "1", memory: 1Gi } }\n')),
    'a pod\'s memory and a container\'s CPU': yaml(workload(`${resources('{ requests: { cpu: 1 } }')}      resources: { limits: { memory: 1Gi } }\n`)),
    'merged resources': yaml(`x: &small { limits: { memory: 64Mi, cpu: 100m } }\n${workload('          resources:\n            <<: *small\n')}`),
    'aliased resources': yaml(`x: &small { limits: { memory: 64Mi, cpu: 100m } }\n${workload(resources('*small'))}`),
    'defaults of the namespace': yaml(workload('') + object('LimitRange', '{ limits: [] }')),
    'a vertical autoscaler': yaml(workload('') + object('VerticalPodAutoscaler', '{ targetRef: { kind: Deployment, name: api } }')),
    'a placeholder that is filled in': yaml(workload(resources('$RESOURCES'))),
    'a container that keeps its pod open': yaml(workload('          command: [tail, -f, /dev/null]\n        - { name: b, image: "registry.k8s.io/pause:3.9" }\n        - { name: c, image: c, command: [sh, -c], args: ["./install; sleep infinity"] }\n')),
    'a container that only sleeps': yaml(workload('          command: [sleep, infinity]\n        - { name: b, image: b, command: [/bin/sh, -c, "exec sleep 3600"] }\n')),
    'an init container': yaml(workload(`${resources('{ limits: { memory: 64Mi, cpu: 1 } }')}      initContainers: [{ name: wait, image: a }]\n`)),
    'a Job, where they are left out': { ...yaml(workload('', 'Job', 'batch')), options: { jobs: false } },
    'a patch': yaml('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec:\n  template: { spec: { containers: [{ name: api, image: a }] } }\n'),
    'an overlay': { ...yaml(workload('')), filename: 'overlays/prod/api.yaml' },
    'a template': yaml(workload(resources('{{ .Values.resources }}'))),
    'a template by lines': yaml(workload('          resources:\n            {{- toYaml .Values.resources | nindent 12 }}\n')),
    'an object of another group': yaml(workload('', 'Job', 'batch.volcano.sh')),
    'a composition': yaml('services:\n  api: { image: a }\n# kind: Deployment\n'),
    'no containers': yaml('apiVersion: apps/v1\nkind: Deployment\nspec: { selector: {}, template: { spec: { containers: text } } }\n'),
  },
  invalid: {
    'nothing at all': invalid(workload(''), [{ messageId: 'both', data: { container: 'api' }, line: 9, column: 17 }]),
    'a loop that sleeps in between': invalid(workload('          command: [sh, -c, "while sleep 1; do ./poll; done"]\n'), ['both']),
    'empty resources': invalid(workload(resources('{}')), [{ messageId: 'both', line: 11, column: 11 }]),
    'resources that nobody filled in': invalid(workload('          resources:\n'), ['both']),
    'no memory limit': invalid(workload('          resources:\n            requests:\n              cpu: 100m # measured\n              memory: "64Mi"\n'), [{
      messageId: 'memory', line: 11,
      suggestions: [{ messageId: 'limit', data: { request: '64Mi' }, output: workload('          resources:\n            requests:\n              cpu: 100m # measured\n              memory: "64Mi"\n            limits:\n              memory: 64Mi\n') }],
    }]),
    'a limit of CPU only': invalid(workload('          resources:\n            limits:\n              cpu: 1\n            requests: { memory: 64Mi }\n'), [{
      messageId: 'memory',
      suggestions: [{ messageId: 'limit', data: { request: '64Mi' }, output: workload('          resources:\n            limits:\n              cpu: 1\n              memory: 64Mi\n            requests: { memory: 64Mi }\n') }],
    }]),
    'no request to go by': invalid(workload(resources('{ requests: { cpu: 1 } }')), [{ messageId: 'memory' }]),
    'a limit of nothing': invalid(workload(resources('{ limits: { cpu: 1, memory: 0 } }')), ['memory']),
    'no CPU': invalid(workload(resources('{ limits: { memory: 64Mi } }')), [{ messageId: 'cpu', data: { container: 'api' } }]),
    'defaults of another namespace': invalid(workload('') + object('LimitRange', '{ limits: [] }', 'lab'), ['both']),
    'every container of a DaemonSet': invalid(workload('        - name: log\n          image: a\n', 'DaemonSet'), ['both', { messageId: 'both', data: { container: 'log' } }]),
    'a CronJob': invalid('apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: nightly\n              image: a\n', [{ messageId: 'both', data: { container: 'nightly' } }]),
    'an aliased container': invalid(`x: &log { name: log, image: a, resources: { requests: { cpu: 1, memory: 1Gi } } }\n${workload(`${resources('{ limits: { memory: 64Mi, cpu: 1 } }')}        - *log\n`)}`, [{ messageId: 'memory', data: { container: 'log' }, line: 13, column: 11 }]),
    'Windows line ends': invalid(workload('          resources:\n            requests: { cpu: 1, memory: 64Mi }\n').replaceAll('\n', '\r\n'), [{ messageId: 'memory', suggestions: [{ messageId: 'limit', output: workload('          resources:\n            requests: { cpu: 1, memory: 64Mi }\n            limits:\n              memory: 64Mi\n').replaceAll('\n', '\r\n') }] }]),
  },
});
