import rule from '../../src/rules/p014-service-mesh/istio-circuit-breaker.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

const destination = (spec: string, host = 'reviews') => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
spec:
  host: ${host}
${spec}`;
const pool = (indent: string) => `${indent}connectionPool:\n${indent}  tcp:\n${indent}    maxConnections: 100\n`;
const full = `  trafficPolicy:\n${pool('    ')}    outlierDetection: {}\n`;

testRule(rule, {
  valid: {
    'both are there': yaml(destination(full)),
    'the defaults of outlier detection': yaml(destination(`  trafficPolicy:\n${pool('    ')}    outlierDetection: {}\n`)),
    'every subset has both': yaml(destination(`  subsets:\n    - name: v1\n      trafficPolicy:\n${pool('        ')}        outlierDetection: {}\n`)),
    'a subset inherits what it does not say': yaml(destination(`${full}  subsets:\n    - name: v1\n      trafficPolicy:\n        loadBalancer: { simple: ROUND_ROBIN }\n`)),
    'another rule for the same host': yaml(`${destination('  subsets:\n    - name: v1\n')}---\n${destination(full)}`),
    'a host outside the mesh': yaml(destination('  trafficPolicy:\n    tls: { mode: SIMPLE }\n', 'api.stripe.com')),
    'a short name that a ServiceEntry puts outside': yaml(`${destination('  subsets: []\n', 'legacy')}---\napiVersion: networking.istio.io/v1\nkind: ServiceEntry\nspec:\n  hosts: [legacy]\n  location: MESH_EXTERNAL\n`),
    'every host at once': yaml(destination('  trafficPolicy: {}\n', "'*'")),
    'a patch': { ...yaml(destination('  trafficPolicy: {}\n')), filename: 'overlays/prod/reviews.yaml' },
    'an object of another group': yaml(destination('  trafficPolicy: {}\n').replace('networking.istio.io/v1', 'example.com/v1')),
    'no limits where they are not asked for': yaml(destination('  trafficPolicy:\n    outlierDetection: {}\n')),
    'a database, which nothing replaces': yaml(['redis-service', 'orders-db', 'postgresql.data.svc.cluster.local'].map((host) => destination('  trafficPolicy: {}\n', host)).join('---\n')),
    'the control plane': yaml(destination('  trafficPolicy:\n    portLevelSettings: [{ port: { number: 15012 }, tls: { mode: DISABLE } }]\n', 'istiod.istio-system.svc.cluster.local')),
    'a gateway of the mesh': yaml(destination('  subsets: [{ name: partner }]\n', 'egressgateway.edge.svc.cluster.local')),
    'gateway errors alone': yaml(destination(`  trafficPolicy:\n${pool('    ')}    outlierDetection:\n      consecutive5xxErrors: 0\n      consecutiveGatewayErrors: 5\n`)),
    'a template': yaml(destination('  trafficPolicy: {{ .Values.policy }}\n')),
    'a port with a policy of its own': yaml(destination(`${full}    portLevelSettings:\n      - port: { number: 80 }\n        outlierDetection: {}\n`)),
  },
  invalid: {
    'neither is there': invalid(destination('  subsets:\n    - name: v1 # first\n'), [{
      messageId: 'missing', data: { host: 'reviews', missing: '`outlierDetection` and `connectionPool`' }, line: 6, column: 9,
      suggestions: [{
        messageId: 'add', data: { missing: '`outlierDetection` and `connectionPool`' },
        output: destination(`  trafficPolicy:
    outlierDetection:
      consecutive5xxErrors: 5
      interval: 10s
      baseEjectionTime: 30s
      maxEjectionPercent: 10
    connectionPool:
      tcp:
        maxConnections: 100
      http:
        http2MaxRequests: 1000
        maxRequestsPerConnection: 10
  subsets:\n    - name: v1 # first\n`),
      }],
    }]),
    'who reads from a broker': invalid(destination('', 'kafka-consumer'), [{ messageId: 'missing', suggestions: 1 }]),
    'outlier detection is missing': invalid(destination(`  trafficPolicy:\n${pool('    ')}`), [{
      messageId: 'missing', data: { host: 'reviews', missing: '`outlierDetection`' },
      suggestions: [{ messageId: 'add', output: destination(`  trafficPolicy:\n${pool('    ')}    outlierDetection:\n      consecutive5xxErrors: 5\n      interval: 10s\n      baseEjectionTime: 30s\n      maxEjectionPercent: 10\n`) }],
    }]),
    'two parts behind a policy that has others': invalid(destination('  trafficPolicy:\n    tls: { mode: ISTIO_MUTUAL } # mesh\n'), [{ messageId: 'missing', suggestions: 1 }]),
    'limits, where they are asked for': { ...invalid(destination('  trafficPolicy:\n    outlierDetection: {}\n'), [{ messageId: 'missing', data: { host: 'reviews', missing: '`connectionPool`' }, suggestions: 1 }]), options: { connectionPool: true } },
    'a pool without a limit, whose limit is a choice': { ...invalid(destination('  trafficPolicy:\n    outlierDetection: {}\n    connectionPool:\n      tcp: { connectTimeout: 1s }\n'), [{ messageId: 'missing', data: { host: 'reviews', missing: '`connectionPool`' } }]), options: { connectionPool: true } },
    'one subset lacks it': invalid(destination(`  subsets:\n    - name: v1\n      trafficPolicy:\n${pool('        ')}        outlierDetection: {}\n    - name: v2\n`), [{ messageId: 'missing', suggestions: 1 }]),
    'a port that replaces the policy': invalid(destination(`${full}    portLevelSettings:\n      - port: { number: 80 }\n        loadBalancer: { simple: RANDOM }\n`), [{ messageId: 'port', data: { port: '80' }, line: 13 }]),
    'nothing is ever ejected': invalid(destination(`  trafficPolicy:\n${pool('    ')}    outlierDetection:\n      maxEjectionPercent: 0\n`), [{ messageId: 'never', data: { key: 'maxEjectionPercent' } }]),
    'no error counts': invalid(destination(`  trafficPolicy:\n${pool('    ')}    outlierDetection:\n      consecutive5xxErrors: 0\n`), [{ messageId: 'never', data: { key: 'consecutive5xxErrors' } }]),
    'a field that is no longer read': invalid(destination(`  trafficPolicy:\n${pool('    ')}    outlierDetection:\n      consecutiveErrors: 7 # as before\n`), [{
      messageId: 'unread',
      suggestions: [
        { messageId: 'gateway', output: destination(`  trafficPolicy:\n${pool('    ')}    outlierDetection:\n      consecutiveGatewayErrors: 7 # as before\n`) },
        { messageId: 'all', output: destination(`  trafficPolicy:\n${pool('    ')}    outlierDetection:\n      consecutive5xxErrors: 7 # as before\n`) },
      ],
    }]),
  },
});
