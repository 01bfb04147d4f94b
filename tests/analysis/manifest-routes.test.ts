import { describe, expect, it } from 'vitest';
import { canaryOf, measuresOf } from '../../src/analysis/manifests/canaries.js';
import { manifestsOf } from '../../src/analysis/manifests/manifests.js';
import { takesAllOf } from '../../src/analysis/manifests/route-matches.js';
import { destinationsOf, subsetsFor } from '../../src/analysis/manifests/subsets.js';
import { attemptsOf, httpRoutesOf, isLongLived, methodsOf, retriesSlowTries } from '../../src/analysis/manifests/virtual-services.js';
import yamlParser from '../../src/node/yaml-parser.js';

const manifests = (text: string) => {
  const { ast, services } = yamlParser.parseForESLint(text);
  return manifestsOf({ text, ast, parserServices: services } as never, { filename: '/app/a.yaml', cwd: '/app' });
};
const service = (http: string, namespace = 'shop') => `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: a, namespace: ${namespace} }\nspec: { hosts: [a], http: ${http} }\n`;
const rule = (host: string, subsets: string, namespace = 'shop') => `---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: { name: a, namespace: ${namespace} }\nspec: { host: ${host}, subsets: ${subsets} }\n`;

describe('httpRoutesOf', () => {
  const routes = (http: string) => httpRoutesOf(manifests(service(http))[0]!);
  const one = (route: string) => routes(`[${route}]`)[0]!;

  it('tells what is sent on from what is answered here', () => {
    const http = '[{ route: [] }, { redirect: {} }, { directResponse: {} }, { delegate: {} }, { route: [], fault: { abort: { percentage: { value: 100 } } } }, { route: [], fault: { abort: { percentage: { value: 5 } } } }]';
    expect(routes(http).map(({ forwards }) => forwards)).toEqual([true, false, false, false, false, true]);
  });

  it('knows how often a request is tried again', () => {
    expect(['{}', '{ retries: {} }', '{ retries: { attempts: 3 } }', '{ retries: { attempts: "3" } }', '{ retries: { attempts: x } }'].map((route) => attemptsOf(one(route)))).toEqual([0, 0, 3, 3, undefined]);
  });

  it('knows the conditions under which a slow try is followed by another', () => {
    const slow = (retryOn: string) => retriesSlowTries(one(`{ retries: { attempts: 1, retryOn: "${retryOn}" } }`));
    expect(['5xx', 'connect-failure, Gateway-Error', 'reset', 'connect-failure,refused-stream', '503', ''].map((text) => slow(text))).toEqual([true, true, true, false, false, false]);
  });

  it('knows the methods when every alternative names one', () => {
    expect(methodsOf(one('{ match: [{ method: { exact: post } }, { method: { exact: PATCH } }] }'))).toEqual(['POST', 'PATCH']);
    expect(['{}', '{ match: [] }', '{ match: [{ method: { exact: POST } }, {}] }', '{ match: [{ method: { regex: P.* } }] }'].map((route) => methodsOf(one(route)))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([['/ws', true], ['/api/events/', true], ['/v1/stream', true], ['/socket.io', true], ['/news', false], ['/eventsource-docs', false], ['/streamers', false]])('takes %s for a stream: %s', (prefix, expected) => {
    expect(isLongLived(one(`{ match: [{ uri: { prefix: ${prefix} } }] }`))).toBe(expected);
  });
});

describe('takesAllOf', () => {
  const takes = (earlier: string, later: string) => {
    const [first, second] = httpRoutesOf(manifests(service(`[{ match: ${earlier} }, { match: ${later} }]`))[0]!);
    return takesAllOf(first!.value, second!.value);
  };

  it.each([
    ['[]', '[{ uri: { exact: /a } }]'],
    ['[{ uri: { prefix: /a } }]', '[{ uri: { exact: /a/b } }]'],
    ['[{ uri: { prefix: / } }]', '[{ method: { exact: GET } }]'],
    ['[{ name: x, headers: { a: { exact: b } } }]', '[{ headers: { a: { exact: "b" }, c: {} } }]'],
    ['[{ uri: { exact: /a }, ignoreUriCase: true }]', '[{ ignoreUriCase: true, uri: { exact: /a } }]'],
  ])('%s takes all of %s', (earlier, later) => {
    expect(takes(earlier, later)).toBe(true);
  });

  it.each([
    ['[{ uri: { exact: /a } }]', '[]'],
    ['[{ uri: { prefix: /a/b } }]', '[{ uri: { prefix: /a } }]'],
    ['[{ uri: { exact: /a } }]', '[{ uri: { prefix: /a } }]'],
    ['[{ port: 80 }]', '[{ port: 81 }]'],
    ['[{ uri: { prefix: /a }, gateways: [mesh] }]', '[{ uri: { prefix: /a } }]'],
    ['[{ uri: { prefix: /a } }]', '[{ uri: { prefix: /a }, ignoreUriCase: true }]'],
    ['[{ withoutHeaders: { a: {} } }]', '[{ headers: { a: {} } }]'],
  ])('%s leaves some of %s', (earlier, later) => {
    expect(takes(earlier, later)).toBe(false);
  });
});

describe('subsetsFor', () => {
  it('joins the rules for a host, by short and long names', () => {
    const bundle = manifests(service('[{ route: [{ destination: { host: a, subset: v1 } }], mirror: { host: b } }]') + rule('a', '[{ name: v1 }]') + rule('a.shop.svc.cluster.local', '[{ name: v2 }]') + rule('a.lab', '[{ name: v3 }]') + rule('a', '[{ name: v4 }]', 'lab'));
    expect(destinationsOf(bundle[0]!).map(({ host, subset }) => [host, subset?.text])).toEqual([['a', 'v1'], ['b', undefined]]);
    expect([...subsetsFor('a', bundle[0]!, bundle)!.names]).toEqual(['v1', 'v2']);
    expect(subsetsFor('b', bundle[0]!, bundle)).toBeUndefined();
  });
});

describe('canaryOf', () => {
  const rollout = (steps: string, more = '') => manifests(`apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: a }\nspec: { replicas: 4, strategy: { canary: { steps: ${steps}${more} } } }\n`)[0]!;

  it('reads the steps of a Rollout', () => {
    const canary = canaryOf(rollout('[{ setWeight: 0 }, { setWeight: 20 }, { setWeight: 40 }, { pause: {} }, { setWeight: 60 }]'))!;
    expect([canary.first?.number, canary.finest, canary.unguarded.map(({ number }) => number), canary.decided, canary.analyses.length]).toEqual([20, 25, [40], true, 0]);
    expect(canaryOf(rollout('[{ setMirrorRoute: {} }, { setWeight: 20 }]', ', trafficRouting: {}'))).toMatchObject({ first: undefined, finest: 0, decided: false });
    expect(canaryOf(rollout('[]'))).toBeUndefined();
  });

  it('says what is measured only where the templates are in sight', () => {
    const canary = canaryOf(rollout('[{ analysis: { templates: [{ templateName: t }] } }]'))!;
    const template = manifests('apiVersion: argoproj.io/v1alpha1\nkind: AnalysisTemplate\nmetadata: { name: t }\nspec: { metrics: [{ name: error-rate }] }\n');
    expect(measuresOf(canary, template)).toEqual({ errors: true, latency: false });
    expect(measuresOf(canary, [])).toBeUndefined();
  });
});
