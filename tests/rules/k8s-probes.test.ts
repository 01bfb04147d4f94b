import rule from '../../src/rules/zero-downtime/k8s-probes.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

/** A workload whose only container has `more` keys. */
const workload = (more: string, { kind = 'Deployment', name = 'api', image = 'shop/api:1.2' } = {}) => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api, tier: web } }
    spec:
      containers:
        - name: ${name}
          image: ${image}
${more}`;
const service = (ports: string, selector = '{ app: api }', namespace = 'shop') => `---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: ${namespace} }
spec:
  selector: ${selector}
  ports: ${ports}
`;
const port = '          ports:\n            - containerPort: 8080\n';
const http = (key: string, path: string, more = '') => `          ${key}:\n            httpGet: { path: ${path}, port: 8080 }\n${more}`;
const ready = http('readinessProbe', '/ready');

testRule(rule, {
  valid: {
    'both probes': yaml(workload(port + ready + http('livenessProbe', '/live'))),
    'no port': yaml(workload('')),
    'a Job': yaml(workload(port, { kind: 'Job' }).replace('apps/v1', 'batch/v1')),
    'a CronJob': yaml('apiVersion: batch/v1\nkind: CronJob # of no Deployment\nspec:\n  jobTemplate: { spec: { template: { spec: { containers: [{ name: a, image: a, ports: [{ containerPort: 80 }] }] } } } }\n# kind: Deployment\n'),
    'an init container': yaml(workload(`${port}${ready}      initContainers:\n        - { name: wait, image: shop/wait:1, ports: [{ containerPort: 80 }] }\n`)),
    'a sidecar': yaml(workload(`${port}${ready}        - { name: log, image: fluent/fluent-bit:3.1, ports: [{ containerPort: 2020 }] }\n        - { name: sql-proxy, image: gcr.io/sql/x:2, ports: [{ containerPort: 5432 }] }\n        - { name: db, image: quay.io/prom/redis_exporter:v1, ports: [{ containerPort: 9121 }] }\n`)),
    'ports for measurements': yaml(workload('          ports:\n            - { containerPort: 9090, name: http-metrics }\n            - { containerPort: 6060, name: pprof }\n')),
    'a port that no Service sends requests to': yaml(workload(port) + service('[{ port: 80, targetPort: 9000 }]')),
    'a client beside Services of others': yaml(workload(port) + service('[{ port: 8080 }]', '{ app: other }')),
    'an operator that is scraped': yaml(workload(port, { name: 'shop-operator' }) + service('[{ port: 8080, name: http }]')),
    'a Service of another namespace': yaml(workload(port) + service('[{ port: 8080 }]', '{ app: api }', 'lab')),
    'a Service for measurements': yaml(workload(port) + service('[{ port: 8080, name: http-metrics }]')),
    'a controller, which gets no requests': yaml(workload(port, { name: 'shop-controller' })),
    'a program that elects a leader': yaml(workload(`          args: ["--leader-elect=true"]\n${port}`)),
    'liveness waits longer': yaml(workload(port + http('readinessProbe', '/healthz', '            periodSeconds: 5\n') + http('livenessProbe', '/healthz'))),
    'one path for both, though its name is of readiness': yaml(workload(port + ready + http('livenessProbe', '/ready', '            failureThreshold: 9\n'))),
    'liveness asks another port': yaml(workload(port + http('readinessProbe', '/healthz') + http('livenessProbe', '/healthz').replace('8080', '8081'))),
    'both open a connection': yaml(workload(`${port}          readinessProbe: { tcpSocket: { port: 8080 } }\n          livenessProbe: { tcpSocket: { port: 8080 } }\n`)),
    'the same probes of a controller': yaml(workload(port + http('readinessProbe', '/healthz') + http('livenessProbe', '/healthz'), { name: 'operator' })),
    'a path that only sounds alike': yaml(workload(port + ready + http('livenessProbe', '/already/dbl'))),
    'two minutes': yaml(workload(port + ready + http('livenessProbe', '/live', '            initialDelaySeconds: 120\n'))),
    'five minutes, where they are allowed': { ...yaml(workload(port + ready + http('livenessProbe', '/live', '            initialDelaySeconds: 300\n'))), options: { maxInitialDelay: 300 } },
    'a patch': yaml('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec:\n  template: { spec: { containers: [{ name: api, ports: [{ containerPort: 80 }] }] } }\n'),
    'an overlay': { ...yaml(workload(port)), filename: 'overlays/prod/api.yaml' },
    'a template': yaml(workload(`${port}          livenessProbe: {{ .Values.probe }}\n`)),
    'an object of another group': yaml(workload(port).replace('apps/v1', 'example.com/v1')),
    'a composition that mentions one': yaml('services:\n  api: { image: a, ports: ["80:80"] }\n# kind: Deployment\n'),
    'odd values': yaml(workload('          ports: [~, text, { containerPort: x }]\n          readinessProbe: ~\n          livenessProbe: text\n')),
  },
  invalid: {
    'the webhook of an operator': invalid(workload('          ports:\n            - containerPort: 9443\n', { name: 'shop-operator' }) + service('[{ port: 443, targetPort: 9443 }]'), [{ messageId: 'readiness', suggestions: 1 }]),
    'no readiness': invalid(workload(port), [{
      messageId: 'readiness', data: { container: 'api' }, line: 10, column: 17,
      suggestions: [{ messageId: 'addReadiness', data: { port: 8080 }, output: workload(`${port}          readinessProbe:\n            tcpSocket:\n              port: 8080\n`) }],
    }]),
    'no readiness behind a Service, by the name of the port': invalid(workload(`          ports:\n            - { containerPort: 8080, name: web } # callers\n            - { containerPort: 9090, name: metrics }\n${http('livenessProbe', '/live')}`) + service('[{ port: 80, targetPort: web }]'), [{
      messageId: 'readiness',
      suggestions: [{ messageId: 'addReadiness', data: { port: 'web' }, output: workload(`          ports:\n            - { containerPort: 8080, name: web } # callers\n            - { containerPort: 9090, name: metrics }\n${http('livenessProbe', '/live')}          readinessProbe:\n            tcpSocket:\n              port: web\n`) + service('[{ port: 80, targetPort: web }]') }],
    }]),
    'a Service whose port is the target': invalid(workload(port) + service('[{ port: 8080 }]', '{ app: api, tier: web }'), [{ messageId: 'readiness', suggestions: 1 }]),
    'which of two ports is a choice': invalid(workload('          ports: [{ containerPort: 80 }, { containerPort: 443 }]\n'), [{ messageId: 'readiness' }]),
    'no TCP, no suggestion': invalid(workload('          ports: [{ containerPort: 53, protocol: UDP }]\n', { kind: 'DaemonSet' }), [{ messageId: 'readiness' }]),
    'a proxy that is the program itself': invalid(workload(port, { kind: 'StatefulSet', image: 'envoyproxy/envoy:v1.31' }), [{ messageId: 'readiness', suggestions: 1 }]),
    'a container by an alias, without an edit': invalid(workload(`${port}${ready}        - *other\n`).replace('kind: Deployment', 'kind: Deployment\nx: &other { name: other, image: a:1, ports: [{ containerPort: 80 }] }'), [{ messageId: 'readiness', data: { container: 'other' } }]),
    'liveness fails with readiness': invalid(workload(port + http('readinessProbe', '/healthz') + http('livenessProbe', '/healthz', '            initialDelaySeconds: 10\n')), [{
      messageId: 'same', line: 16, column: 11,
      suggestions: [{ messageId: 'raise', data: { failures: 6 }, output: workload(port + http('readinessProbe', '/healthz') + http('livenessProbe', '/healthz', '            initialDelaySeconds: 10\n            failureThreshold: 6\n')) }],
    }]),
    'liveness fails before readiness': invalid(workload(`${port}          readinessProbe: { grpc: { port: 8080 }, failureThreshold: 6 }\n          livenessProbe: { grpc: { port: 8080 }, failureThreshold: 3, periodSeconds: 5 }\n`), [{
      messageId: 'same',
      suggestions: [{ messageId: 'raise', data: { failures: 24 }, output: workload(`${port}          readinessProbe: { grpc: { port: 8080 }, failureThreshold: 6 }\n          livenessProbe: { grpc: { port: 8080 }, failureThreshold: 24, periodSeconds: 5 }\n`) }],
    }]),
    'liveness asks for readiness': invalid(workload(port + ready + http('livenessProbe', '/health/ready')), [{ messageId: 'dependencies', data: { path: '/health/ready' }, line: 17 }]),
    'both ask for the database': invalid(workload(port + http('readinessProbe', '/db') + http('livenessProbe', '/db', '            failureThreshold: 9\n')), ['dependencies']),
    'liveness asks for the database': invalid(workload(port + ready + http('livenessProbe', '/status/db')), ['dependencies']),
    'long delays': invalid(workload(port + http('readinessProbe', '/ready', '            initialDelaySeconds: 180\n') + http('livenessProbe', '/live', '            initialDelaySeconds: 300\n')), [
      { messageId: 'late', data: { seconds: 180 }, line: 16 }, { messageId: 'unwatched', data: { seconds: 300 }, line: 19 },
    ]),
    'Windows line ends': invalid(workload(port).replaceAll('\n', '\r\n'), [{ messageId: 'readiness', suggestions: [{ messageId: 'addReadiness', output: workload(`${port}          readinessProbe:\n            tcpSocket:\n              port: 8080\n`).replaceAll('\n', '\r\n') }] }]),
  },
});
