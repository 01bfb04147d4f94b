import rule from '../../src/rules/load-balancing/load-balancer-health.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

const upstreams = (...servers: string[]) => `  upstream_servers:\n${servers.map((server) => `    - server: ${server}\n`).join('')}`;
const checks = '  health_checks:\n    interval: 30s\n    timeout: 5s\n    unhealthy_threshold: 3\n';
const block = (...parts: string[]) => `load_balancer:\n  algorithm: round_robin\n${parts.join('')}`;
const sticky = (value: string) => `  sticky_sessions: ${value}\n`;
const pair = upstreams('app-1.internal:8000', 'app-2.internal:8000');

const address = (host: string, port = 8080) => `          - endpoint: { address: { socket_address: { address: ${host}, port_value: ${port} } } }\n`;
const envoy = (endpoints: string, more = '') => `static_resources:\n  clusters:\n    - name: orders\n      type: STRICT_DNS\n${more}      load_assignment:\n        endpoints:\n        - lb_endpoints:\n${endpoints}`;
const traefik = (urls: string[], more = '') => `http:\n  services:\n    orders:\n      loadBalancer:\n        servers:\n${urls.map((url) => `          - url: ${url}\n`).join('')}${more}`;

const service = (more = '', name = 'api') => `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec:\n  selector: { app: ${name} }\n  ports: [{ port: 80 }]\n${more}`;
const workload = (replicas = '', image = 'shop/api:1') => `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { ${replicas} selector: {}, template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "${image}" }] } } }\n`;
const hpa = '---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { scaleTargetRef: { kind: Deployment, name: api }, minReplicas: 2, maxReplicas: 5 }\n';
const ingress = (...annotations: string[]) => `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  annotations:\n${annotations.map((text) => `    ${text}\n`).join('')}spec:\n  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } }] } }]\n`;
const cookie = 'nginx.ingress.kubernetes.io/affinity: cookie';
const off = 'nginx.ingress.kubernetes.io/proxy-next-upstream: "off"';
const byAddress = '  sessionAffinity: ClientIP # carts\n';
const alb = (key: string, value: string) => `alb.ingress.kubernetes.io/healthcheck-${key}-seconds: "${value}"`;
const google = (check: string) => `apiVersion: cloud.google.com/v1\nkind: BackendConfig\nmetadata: { name: api }\nspec:\n  healthCheck: ${check}\n`;

testRule(rule, {
  valid: {
    'the form of the specification': yaml(block(checks, sticky('false'), upstreams('app-1:8000', 'app-2:8000', 'app-3:8000'))),
    'servers that failed requests take out': yaml(block('  upstream_servers: [{ server: "a:80", max_fails: 3 }, { server: "b:80", max_fails: 3 }]\n')),
    'sticky, where there is one server and nothing scales': yaml(block(checks, sticky('true'))),
    'a balancer of a cloud, in another form': yaml('load_balancer:\n  type: lb11\n  location: fsn1\n'),
    'Envoy with a health check': yaml(envoy(address('a') + address('b'), '      health_checks: [{ timeout: 1s, interval: 5s, unhealthy_threshold: 3, healthy_threshold: 1, tcp_health_check: {} }]\n')),
    'Envoy that takes out what fails': yaml(envoy(address('a') + address('b'), '      outlier_detection: {}\n')),
    'Envoy of which somebody wants speed alone': yaml(envoy(address('a') + address('b'), '      circuit_breakers: { thresholds: [{ priority: DEFAULT, max_connections: 1000000000, max_requests: 1000000000 }] }\n')),
    'Envoy before one name, behind which there may be many': yaml(envoy(address('orders'))),
    'Envoy before its neighbours in the pod': yaml(envoy(address('127.0.0.1', 1) + address('127.0.0.1', 2))),
    'Envoy that finds its servers': yaml('static_resources: { clusters: [{ name: orders, type: EDS, eds_cluster_config: {} }, { name: api, type: LOGICAL_DNS }] }\n'),
    'Envoy whose check waits long, since it waits for the answer first': yaml(envoy(address('a') + address('b'), '      health_checks: [{ timeout: 5s, interval: 1s, unhealthy_threshold: 3, healthy_threshold: 1, tcp_health_check: {} }]\n')),
    'Traefik before one server': yaml(traefik(['http://orders:3000'])),
    'Traefik with a health check': yaml(traefik(['http://a', 'http://b'], '        healthCheck: { path: /health, interval: 5s, timeout: 10s }\n')),
    'Traefik that counts failures': yaml(traefik(['http://a', 'http://b'], '        passiveHealthCheck: { maxFailedAttempts: 3 }\n')),
    'Istio\'s loadBalancer': yaml('apiVersion: networking.istio.io/v1\nkind: DestinationRule\nspec:\n  host: a\n  trafficPolicy:\n    loadBalancer: { simple: ROUND_ROBIN }\n'),
    'AWS, sound': yaml(ingress(alb('interval', '15'), alb('timeout', '5'))),
    'Google, equal': yaml(google('{ checkIntervalSec: 5, timeoutSec: 5 }')),
    'sticky to the only pod': yaml(service(byAddress) + workload() ),
    'sticky to a fixed number of pods': yaml(ingress(cookie) + service() + workload('replicas: 3,')),
    'sticky to what is not in sight': yaml(ingress(cookie) + service()),
    'sticky to a database': yaml(service(byAddress) + workload('', 'redis:7') + hpa),
    'sticky sockets': yaml((service(byAddress) + workload() + hpa).replaceAll('api', 'realtime').replaceAll('realtimeVersion', 'apiVersion')),
    'no stickiness': yaml(service('  sessionAffinity: None # not ClientIP\n') + workload() + hpa),
    'giving up, where there is no other pod': yaml(ingress(off) + service() + workload()),
    'trying the next': yaml(ingress('nginx.ingress.kubernetes.io/proxy-next-upstream: error timeout http_502') + service() + workload('replicas: 3,')),
    'a template': yaml(block(sticky('true'), '  upstream_servers: [{{ .Values.servers }}]\n')),
    'odd values': yaml('load_balancer: { upstream_servers: ~, health_checks: [], sticky_sessions: maybe }\nhttp: { services: [] }\nstatic_resources: ~\n---\n---\nload_balancer: text\n'),
  },
  invalid: {
    'a block without a health check': invalid(block(pair), [{ messageId: 'unchecked', data: { name: 'load_balancer', count: 2 }, line: 1, column: 1, endColumn: 14 }]),
    'a block below a service, in a flow': invalid('services: { orders: { load_balancer: { upstream_servers: ["a:80", "b:80"] } } }\n', ['unchecked']),
    'a check that waits too long': invalid(block(checks.replace('5s', '30s'), pair), [{ messageId: 'slow', data: { interval: 30, timeout: 30 }, line: 5, column: 14 }]),
    'checks without an end': invalid(block(checks.replace('    unhealthy_threshold: 3\n', ''), pair), [{ messageId: 'threshold', line: 3, column: 3 }]),
    'one server': invalid(block(checks, upstreams('app-1:8000')), [{ messageId: 'single', line: 7, column: 3 }]),
    'a block that is sticky': invalid(block(checks, '  sticky_sessions: true # carts\n', pair), [{ messageId: 'sticky', line: 7, suggestions: [{ messageId: 'setFree', output: block(checks, '  sticky_sessions: false # carts\n', pair) }] }]),
    'a block that is sticky and scales': invalid(`${block(checks, sticky('true'))}auto_scaling: { min_instances: 2, max_instances: 10 }\n`, [{ messageId: 'sticky', suggestions: 1 }]),
    'a sticky block through an alias, without an edit': invalid(`x: &yes true\n${block(checks, sticky('*yes'), pair)}`, ['sticky']),
    'Envoy, with limits': invalid(envoy(address('a') + address('b'), '      circuit_breakers: { thresholds: [{ max_requests: 1024 }] }\n'), ['unchecked']),
    'Envoy': invalid(envoy(address('orders-1') + address('orders-2') + address('orders-3')), [{ messageId: 'unchecked', data: { name: 'orders', count: 3 }, line: 3, column: 13 }]),
    'Traefik': invalid(traefik(['http://10.0.0.1', 'http://10.0.0.2']), [{ messageId: 'unchecked', data: { name: 'orders', count: 2 }, line: 3, column: 5, endColumn: 11 }]),
    'AWS': invalid(ingress(alb('interval', '10'), alb('timeout', '10')), [{ messageId: 'slow', data: { interval: 10, timeout: 10 }, line: 7 }]),
    'AWS, by default': invalid(ingress(alb('interval', '5')), [{ messageId: 'slow', data: { interval: 5, timeout: 5 }, line: 6 }]),
    'Google': invalid(google('{ checkIntervalSec: 10, timeoutSec: 15 }'), [{ messageId: 'slow', data: { interval: 10, timeout: 15 } }]),
    'sticky by address to pods that come and go': invalid(service(byAddress) + workload() + hpa, [{ messageId: 'sticky', line: 8, column: 20 }]),
    'sticky by cookie to pods that come and go': invalid(ingress(cookie) + service() + workload() + hpa, [{ messageId: 'sticky', line: 6 }]),
    'sticky to a fixed number of pods, where that is too much': { ...invalid(ingress(cookie) + service() + workload('replicas: 3,'), ['sticky']), options: { stickyReplicas: true } },
    'giving up': invalid(ingress(off) + service() + workload('replicas: 3,'), [{ messageId: 'gaveUp', line: 6 }]),
  },
});
