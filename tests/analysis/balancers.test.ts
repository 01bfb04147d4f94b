import { describe, expect, it } from 'vitest';
import { poolsOf } from '../../src/analysis/manifests/balancers.js';
import { slowBlockChecks, slowChecksOf } from '../../src/analysis/manifests/health-checks.js';
import { manifestsOf } from '../../src/analysis/manifests/manifests.js';
import { comesAndGoes, givesUpOf, isSeveral, stickinessOf, workloadsBehind } from '../../src/analysis/manifests/stickiness.js';
import yamlParser from '../../src/node/yaml-parser.js';

const parse = (text: string) => {
  const { ast, services } = yamlParser.parseForESLint(text);
  return { text, ast, parserServices: services } as never;
};
const bundleOf = (text: string) => manifestsOf(parse(text), { filename: '/app/a.yaml', cwd: '/app' });

describe('poolsOf', () => {
  const pools = (text: string) => poolsOf(parse(text)).map(({ kind, name, servers, watched, local }) => ({ kind, name, servers, watched, local }));
  const endpoint = (address: string, port = 80) => `{ endpoint: { address: { socket_address: { address: ${address}, port_value: ${port} } } } }`;
  const cluster = (more: string, ...endpoints: string[]) => `static_resources:\n  clusters:\n    - { name: api, ${more}, load_assignment: { endpoints: [{ lb_endpoints: [${endpoints.join(', ')}] }] } }\n`;

  it('reads blocks, in which failed requests may take servers out', () => {
    const block = (text: string) => pools(`load_balancer: ${text}\n`)[0];
    expect(block('{ upstream_servers: [{ server: a:80 }, { server: b:80 }], health_checks: { interval: 5s } }')).toEqual({ kind: 'block', name: 'load_balancer', servers: ['a:80', 'b:80'], watched: true, local: false });
    expect([block('{ upstream_servers: [a, b] }')?.watched, block('{ upstream_servers: [{ server: a, max_fails: 3 }] }')?.watched, block('{ upstream_servers: [{ server: a, max_fails: 3 }, b] }')?.watched, block('{ upstream_servers: [a], health_checks: false }')?.watched]).toEqual([false, true, false, false]);
    expect([block('{ type: lb11 }'), block('~'), block('[]')]).toEqual([undefined, undefined, undefined]);
  });

  it('reads the clusters of Envoy, by either name of a field', () => {
    expect(pools(cluster('type: STATIC', endpoint('a'), endpoint('a'), endpoint('b')))).toEqual([{ kind: 'envoy', name: 'api', servers: ['a:80', 'b:80'], watched: false, local: false }]);
    expect(pools(cluster('outlier_detection: {}', endpoint('a'), endpoint('b')))[0]?.watched).toBe(true);
    expect(pools(cluster('health_checks: [{ timeout: 1s }]', endpoint('a'), endpoint('b')))[0]?.watched).toBe(true);
    expect(pools(cluster('health_checks: []', endpoint('a'), endpoint('b')))[0]?.watched).toBe(false);
    expect(pools(cluster('x: 1', endpoint('127.0.0.1', 80), endpoint('"::1"', 81), '{ endpoint: { address: { pipe: { path: /s } } } }'))[0]?.local).toBe(true);
    expect(pools(cluster('x: 1', endpoint('a')).replaceAll('static_resources', 'staticResources').replaceAll('load_assignment', 'loadAssignment').replaceAll('lb_endpoints', 'lbEndpoints').replaceAll('socket_address', 'socketAddress').replaceAll('port_value', 'portValue'))[0]?.servers).toEqual(['a:80']);
    expect(pools('static_resources: { clusters: [{ name: a, type: EDS }, ~, text] }\n')).toEqual([]);
  });

  it('reads the services of Traefik', () => {
    const traefik = (more: string, ...urls: string[]) => pools(`http:\n  services:\n    api:\n      loadBalancer: { servers: [${urls.map((url) => `{ url: "${url}" }`).join(', ')}]${more} }\n`)[0];
    expect(traefik('', 'http://a', 'http://b')).toEqual({ kind: 'traefik', name: 'api', servers: ['http://a', 'http://b'], watched: false, local: false });
    expect([traefik(', healthCheck: { path: / }', 'http://a')?.watched, traefik(', passiveHealthCheck: {}', 'http://a')?.watched]).toEqual([true, true]);
    expect([traefik('', 'http://localhost:1', 'https://127.0.0.1:2/')?.local, traefik('', 'http://localhost.example/')?.local]).toEqual([true, false]);
    expect(pools('http: { services: { a: { weighted: {} }, b: ~ } }\ntcp: { services: { c: { loadBalancer: { servers: [{ address: a }] } } } }\n')).toEqual([]);
  });
});

describe('health checks that wait too long', () => {
  const slow = (text: string) => slowChecksOf(bundleOf(text)[0]!).map(({ interval, timeout }) => [interval, timeout]);
  const ingress = (annotations: string) => `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a, annotations: { ${annotations} } }\nspec: {}\n`;
  const alb = (key: string, value: string) => `alb.ingress.kubernetes.io/healthcheck-${key}-seconds: '${value}'`;
  const google = (check: string, kind = 'BackendConfig', version = 'cloud.google.com/v1') => `apiVersion: ${version}\nkind: ${kind}\nmetadata: { name: a }\nspec: ${check}\n`;

  it('knows what AWS refuses, defaults included', () => {
    expect([slow(ingress(`${alb('interval', '5')}, ${alb('timeout', '5')}`)), slow(ingress(alb('interval', '5'))), slow(ingress(alb('timeout', '20')))]).toEqual([[[5, 5]], [[5, 5]], [[15, 20]]]);
    expect([slow(ingress(`${alb('interval', '15')}, ${alb('timeout', '5')}`)), slow(ingress(alb('timeout', '10'))), slow(ingress(`${alb('interval', 'x')}`)), slow(ingress('a: b'))]).toEqual([[], [], [], []]);
  });

  it('knows what Google refuses, which allows equal ones', () => {
    expect([slow(google('{ healthCheck: { checkIntervalSec: 5, timeoutSec: 10 } }')), slow(google('{ default: { checkIntervalSec: 5, timeoutSec: 10 } }', 'HealthCheckPolicy', 'networking.gke.io/v1'))]).toEqual([[[5, 10]], [[5, 10]]]);
    expect([slow(google('{ healthCheck: { checkIntervalSec: 5, timeoutSec: 5 } }')), slow(google('{ healthCheck: { timeoutSec: 60 } }')), slow(google('{ timeoutSec: 60 }')), slow(google('{ healthCheck: { checkIntervalSec: 1, timeoutSec: 2 } }', 'BackendConfig', 'example.com/v1'))]).toEqual([[], [], [], []]);
  });

  it('knows blocks', () => {
    const block = (text: string) => slowBlockChecks(parse(`load_balancer: { health_checks: ${text} }\n`)).map(({ interval, timeout }) => [interval, timeout]);
    expect([block('{ interval: 5s, timeout: 5000ms }'), block('{ interval: 5, timeout: 9 }')]).toEqual([[[5, 5]], [[5, 9]]]);
    expect([block('{ interval: 30s, timeout: 5s }'), block('{ interval: 5s }'), block('{ timeout: often }'), block('~')]).toEqual([[], [], [], []]);
  });
});

describe('stickiness', () => {
  const service = (more: string, name = 'api') => `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { selector: { app: api }${more} }\n`;
  const ingress = (annotations: string, paths: string, version = 'v1') => `apiVersion: networking.k8s.io/${version}\nkind: Ingress\nmetadata: { name: web, annotations: { ${annotations} } }\nspec: { rules: [{ http: { paths: [${paths}] } }] }\n`;
  const cookie = 'nginx.ingress.kubernetes.io/affinity: cookie';
  const found = (text: string) => stickinessOf(bundleOf(text)[0]!)?.services;

  it('is an address or a cookie', () => {
    expect(found(service(', sessionAffinity: ClientIP'))).toEqual(['api']);
    expect(found(ingress(cookie, '{ backend: { service: { name: a } } }, { backend: { service: { name: a } } }, { backend: { service: { name: b } } }'))).toEqual(['a', 'b']);
    expect(found(ingress(cookie, '{ backend: { serviceName: old } }', 'v1beta1'))).toEqual(['old']);
    expect([found(service(', sessionAffinity: None')), found(service('')), found(ingress('a: b', '')), found(service(', sessionAffinity: ClientIP').replace('v1', 'apps/v1').replace('Service', 'Thing'))]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is needed for sockets', () => {
    expect([found(service(', sessionAffinity: ClientIP', 'orders-ws')), found(service(', sessionAffinity: ClientIP, ports: [{ name: websocket, port: 80 }]')), found(ingress(cookie, '{ path: /socket.io, backend: { service: { name: a } } }')), found(ingress(`${cookie}, nginx.ingress.kubernetes.io/websocket-services: a`, ''))]).toEqual([undefined, undefined, undefined, undefined]);
    expect(found(service(', sessionAffinity: ClientIP', 'answers'))).toEqual(['answers']);
  });

  it('concerns the workloads behind the Services', () => {
    const deployment = (more = '') => `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { ${more} selector: {}, template: { metadata: { labels: { app: api } }, spec: { containers: [] } } }\n`;
    const hpa = (max: number) => `---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { scaleTargetRef: { kind: Deployment, name: api }, maxReplicas: ${max} }\n`;
    const facts = (text: string) => {
      const bundle = bundleOf(service(', sessionAffinity: ClientIP') + text);
      return workloadsBehind(stickinessOf(bundle[0]!)!, bundle).map((workload) => [comesAndGoes(workload, bundle), isSeveral(workload, bundle)]);
    };
    expect([facts(deployment()), facts(deployment('replicas: 3,')), facts(deployment() + hpa(5)), facts(deployment() + hpa(1)), facts('')]).toEqual([[[false, false]], [[false, true]], [[true, true]], [[false, false]], []]);
  });

  it('is not giving up', () => {
    const gaveUp = (value: string) => givesUpOf(bundleOf(ingress(`nginx.ingress.kubernetes.io/proxy-next-upstream: "${value}"`, '{ backend: { service: { name: a } } }'))[0]!)?.services;
    expect([gaveUp('off'), gaveUp('error timeout')]).toEqual([['a'], undefined]);
  });
});
