import { describe, expect, it } from 'vitest';
import { followsLatest, imageOf, isBareName, isSidecarImage, isStatefulImage } from '../../src/analysis/manifests/images.js';
import { manifestsOf } from '../../src/analysis/manifests/manifests.js';
import { isController, isScaled, keepsData, servedPorts, servicesOf, workloadOf } from '../../src/analysis/manifests/workloads.js';
import yamlParser from '../../src/node/yaml-parser.js';

const manifests = (text: string) => {
  const { ast, services } = yamlParser.parseForESLint(text);
  return manifestsOf({ text, ast, parserServices: services } as never, { filename: '/app/a.yaml', cwd: '/app' });
};
const pod = (more: string) => `{ metadata: { labels: { app: api, tier: web } }, spec: { containers: [{ name: api, image: shop/api:1, ports: [{ containerPort: 80, name: http }, { containerPort: 9090, name: metrics }] }]${more} } }`;
const deployment = (more = '', kind = 'Deployment', group = 'apps') => `apiVersion: ${group}/v1\nkind: ${kind}\nmetadata: { name: api, namespace: shop }\nspec: { selector: {}, template: ${pod(more)} }\n`;
const object = (kind: string, spec: string, apiVersion = 'v1') => `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${kind.toLowerCase()} }\nspec: ${spec}\n`;
const read = (text: string) => {
  const bundle = manifests(text);
  return { bundle, workload: workloadOf(bundle[0]!)! };
};

describe('workloadOf', () => {
  it('knows workloads, also in a CronJob, and which of them serve', () => {
    expect(workloadOf(manifests(deployment())[0]!)).toMatchObject({ kind: 'Deployment', serves: true });
    expect(workloadOf(manifests(deployment('', 'Job', 'batch'))[0]!)).toMatchObject({ kind: 'Job', serves: false });
    expect(workloadOf(manifests(`apiVersion: batch/v1\nkind: CronJob\nspec: { jobTemplate: { spec: { template: ${pod('')} } } }\n`)[0]!)?.containers.map(({ name }) => name)).toEqual(['api']);
  });

  it('knows no other objects, groups or patches', () => {
    const none = [deployment('', 'Job'), deployment('', 'Deployment', 'example.com'), object('Service', '{}'), 'apiVersion: apps/v1\nkind: Deployment\nspec: { template: { spec: { containers: [] } } }\n'];
    expect(none.map((text) => workloadOf(manifests(text)[0]!))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('tells sidecars from the program itself', () => {
    const containers = (list: string) => workloadOf(manifests(`apiVersion: apps/v1\nkind: Deployment\nspec: { selector: {}, template: { spec: { containers: [${list}] } } }\n`)[0]!)!.containers.map(({ sidecar }) => sidecar);
    expect(containers('{ name: a, image: x:1 }, { name: b, image: fluent/fluent-bit:3 }, { name: sql-proxy, image: y:1 }')).toEqual([false, true, true]);
    expect(containers('{ name: proxy, image: envoyproxy/envoy:v1 }')).toEqual([false]);
  });
});

describe('what a bundle says of a workload', () => {
  it('finds the Services that select its pods', () => {
    const { workload, bundle } = read(deployment() + object('Service', '{ selector: { app: api } }') + object('Service', '{ selector: { app: other } }') + object('Service', '{}'));
    expect(servicesOf(workload, bundle)).toEqual([bundle[1]]);
  });

  it('knows the ports that get requests', () => {
    const ports = (more: string) => {
      const { workload, bundle } = read(deployment() + more);
      return servedPorts(workload, workload.containers[0]!, bundle).map(({ number }) => number);
    };
    expect(ports('')).toEqual([80]);
    expect(ports(object('Service', '{ selector: { app: api }, ports: [{ port: 8080, targetPort: http }] }'))).toEqual([80]);
    expect(ports(object('Service', '{ selector: { app: api }, ports: [{ port: 80, name: http-metrics }] }'))).toEqual([]);
    expect(ports(object('Service', '{ selector: { app: other }, ports: [{ port: 80 }] }'))).toEqual([]);
  });

  it('knows what is scaled by others', () => {
    const scaled = (more: string) => {
      const { workload, bundle } = read(deployment() + more);
      return isScaled(workload, bundle);
    };
    expect(scaled('')).toBe(false);
    expect(scaled(object('HorizontalPodAutoscaler', '{ maxReplicas: 3, scaleTargetRef: { kind: Deployment, name: api } }'))).toBe(true);
    expect(scaled(object('HorizontalPodAutoscaler', '{ maxReplicas: 3, scaleTargetRef: { kind: StatefulSet, name: api } }'))).toBe(false);
    expect(scaled(object('Rollout', '{ workloadRef: { kind: Deployment, name: api } }'))).toBe(true);
    expect(scaled(object('Canary', '{ targetRef: { name: api } }'))).toBe(true);
  });

  it('knows pods that keep data and pods that watch the cluster', () => {
    const facts = (text: string) => {
      const { workload, bundle } = read(text);
      return [keepsData(workload), isController(workload, bundle)];
    };
    expect(facts(deployment())).toEqual([false, false]);
    expect(facts(deployment(', volumes: [{ name: d, persistentVolumeClaim: { claimName: d } }]'))).toEqual([true, false]);
    expect(facts(deployment(', volumes: [{ name: d, emptyDir: {} }]'))).toEqual([false, false]);
    expect(facts(deployment(', volumes: [{ name: s, csi: { driver: secrets-store.csi.k8s.io } }]'))).toEqual([false, false]);
    expect(facts(deployment(', volumes: [{ name: d, csi: { driver: ebs.csi.aws.com } }]'))).toEqual([true, false]);
    expect(facts(deployment(', serviceAccountName: shop-operator'))).toEqual([false, true]);
  });
});

describe('imageOf', () => {
  it.each([
    ['nginx', { repository: 'nginx', name: 'nginx', tag: undefined, digest: undefined }],
    ['registry.example:5000/shop/api:1.2', { repository: 'registry.example:5000/shop/api', name: 'api', tag: '1.2', digest: undefined }],
    ['quay.io/x/y@sha256:abc', { repository: 'quay.io/x/y', name: 'y', tag: undefined, digest: 'sha256:abc' }],
  ])('takes %s apart', (text, parts) => {
    expect(imageOf(text)).toEqual(parts);
  });

  it.each(['', '$IMAGE', '<image>', 'ko://example.com/cmd', 'a b', 'ghcr.io/your-org/api:1', 'ghcr.io/example/api:1', 'your_account/api', 'my-registry/api', undefined])('does not read %s', (text) => {
    expect(imageOf(text)).toBeUndefined();
  });

  it('knows what follows latest', () => {
    const following = (texts: string[]) => texts.filter((text) => followsLatest(imageOf(text)!));
    expect([isBareName(imageOf('api:1')!), isBareName(imageOf('nginx')!), isBareName(imageOf('shop/api')!)]).toEqual([true, false, false]);
    expect(following(['nginx', 'nginx:1.27', 'shop/api', 'shop/api:latest', 'frontend', 'frontend:latest', 'auto', 'controller:latest', 'x/y:latest@sha256:abc'])).toEqual(['nginx', 'shop/api', 'shop/api:latest', 'frontend:latest']);
  });

  it('knows databases and sidecars by the last part of the name', () => {
    expect([isStatefulImage(imageOf('docker.io/bitnami/postgresql:16')), isStatefulImage(imageOf('shop/api')), isSidecarImage(imageOf('quay.io/prom/mysqld-exporter:v1')), isSidecarImage(imageOf('shop/api'))]).toEqual([true, false, true, false]);
  });
});
