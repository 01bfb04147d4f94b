import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/p014-service-mesh/istio-routes.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

const service = (http: string, protocol = 'http') => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews, namespace: shop }
spec:
  hosts: [reviews]
  ${protocol}:
${http}`;
const destination = (subsets: string, host = 'reviews', namespace = 'shop') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews, namespace: ${namespace} }
spec:
  host: ${host}
  subsets: ${subsets}
`;
const to = (subset: string, weight = '', host = 'reviews') => `        - destination: { host: ${host}, subset: ${subset} }\n${weight ? `          weight: ${weight}\n` : ''}`;
const match = (...entries: string[]) => `    - match:\n${entries.map((entry) => `        - ${entry}\n`).join('')}      route:\n${to('v1')}`;
const rest = `    - route:\n${to('v1')}`;

setHost(nodeHost());
const folder = mkdtempSync(path.join(tmpdir(), 'istio-routes-'));
writeFileSync(path.join(folder, 'destinations.yaml'), destination('[{ name: v1 }]'));
afterAll(() => rmSync(folder, { recursive: true }));

testRule(rule, {
  valid: {
    'a subset that is defined': yaml(service(rest) + destination('[{ name: v1 }]')),
    'one of several rules for the host defines it': yaml(service(rest) + destination('[{ name: v2 }]') + destination('[{ name: v1 }]', 'reviews.shop.svc.cluster.local')),
    'a rule for every host defines it': yaml(service(rest) + destination('[{ name: v2 }]') + destination('[{ name: v1 }]', '"*.local"').replace('*.local', '*')),
    'no rule for the host is in sight': yaml(service(rest)),
    'a rule for another host': yaml(service(rest) + destination('[{ name: v2 }]', 'ratings')),
    'a rule for a service of another namespace': yaml(service(rest) + destination('[{ name: v2 }]', 'reviews.lab.svc.cluster.local')),
    'a rule of another namespace with a short name': yaml(service(rest) + destination('[{ name: v2 }]', 'reviews', 'lab')),
    'a public name that begins like it': yaml(service(rest) + destination('[{ name: v2 }]', 'reviews.example.com.')),
    'a rule in the next file': { ...yaml(service(rest)), filename: path.join(folder, 'routes.yaml') },
    'a catch-all at the end': yaml(service(match('uri: { prefix: /a }') + match('uri: { prefix: /b }') + rest)),
    'the narrower path first': yaml(service(match('uri: { prefix: /a/b }') + match('uri: { prefix: /a }'))),
    'an exact path before its prefix': yaml(service(match('uri: { exact: /a }') + match('uri: { prefix: /a }'))),
    'the same path with other headers': yaml(service(match('uri: { prefix: /a }\n          headers: { end-user: { exact: jason } }') + match('uri: { prefix: /a }'))),
    'the same path for other gateways': yaml(service(match('uri: { prefix: /a }\n          gateways: [mesh]') + match('uri: { prefix: /a }\n          gateways: [public]'))),
    'the same path in any case, behind its own': yaml(service(match('uri: { exact: /a }') + match('uri: { exact: /a }\n          ignoreUriCase: true'))),
    'one alternative that is new': yaml(service(match('uri: { prefix: /a }') + match('uri: { prefix: /a }', 'uri: { prefix: /c }'))),
    'other expressions': yaml(service(match('uri: { regex: "/a.*" }') + match('uri: { regex: "/b.*" }'))),
    'a delegate before the rest': yaml(service(`    - match: [{ uri: { prefix: / } }]\n      delegate: { name: other }\n${rest}`)),
    'percentages': yaml(service(`    - route:\n${to('v1', '90')}${to('v2', '10')}`)),
    'shares that are no percentages': yaml(service(`    - route:\n${to('v1', '1')}${to('v2', '3')}`)),
    'one destination with any weight': yaml(service(`    - route:\n${to('v1', '50')}`)),
    'weights that are no numbers': yaml(service(`    - route:\n${to('v1', '"90"')}${to('v2', '20')}`)),
    'no weights at all': yaml(service(`    - route:\n${to('v1')}${to('v2')}`)),
    'an object of another group': yaml(service(rest + rest).replace('networking.istio.io/v1', 'example.com/v1')),
    'a template': yaml(service(`    - route:\n${to('v1', '{{ .Values.weight }}')}${to('v2', '20')}`)),
    'nothing at all': yaml('apiVersion: networking.istio.io/v1\nkind: VirtualService\nspec:\n  http: [~, text, { route: ~ }]\n'),
  },
  invalid: {
    'a subset that is not defined': invalid(service(`    - route:\n${to('v3')}`) + destination('[{ name: v1 }, { name: v2 }]'), [{ messageId: 'subset', data: { host: 'reviews', subset: 'v3', known: '`v1`, `v2`' }, line: 8, column: 49 }]),
    'a rule in the next file does not define it': { ...invalid(service(`    - route:\n${to('v3')}`), [{ messageId: 'subset', data: { host: 'reviews', subset: 'v3', known: '`v1`' } }]), filename: path.join(folder, 'routes.yaml') },
    'a rule without subsets, long names': invalid(service(`    - route:\n${to('v1', '', 'reviews.shop.svc.cluster.local')}`) + destination('[]'), [{ messageId: 'noSubsets', data: { host: 'reviews.shop.svc.cluster.local', subset: 'v1' } }]),
    'a mirror': invalid(service(`${rest}      mirror: { host: reviews, subset: dark }\n`) + destination('[{ name: v1 }]'), ['subset']),
    'TCP': invalid(service(`    - route:\n${to('v3')}`, 'tcp') + destination('[{ name: v1 }]'), ['subset']),
    'behind a catch-all': invalid(service(rest + match('uri: { prefix: /a }')), [{ messageId: 'unreachable', data: { line: 7 }, line: 9, column: 7 }]),
    'behind the root path': invalid(service(match('uri: { prefix: / }') + match('headers: { end-user: { exact: jason } }')), ['unreachable']),
    'the same match in other words': invalid(service(match('uri: { exact: /a }\n          method: { exact: GET }') + match('name: again\n          method: { exact: "GET" }\n          uri:\n            exact: /a # same')), ['unreachable']),
    'a path below one that is taken': invalid(service(match('uri: { prefix: /a }', 'uri: { prefix: /b }') + match('uri: { prefix: /a/x }', 'uri: { exact: /b }')), [{ messageId: 'unreachable', data: { line: 7 } }]),
    'fewer headers are asked for before': invalid(service(match('headers: { a: { exact: x } }') + match('headers: { b: { exact: y }, a: { exact: x } }')), ['unreachable']),
    'percentages that are too many': invalid(service(`    - route:\n${to('v1', '80')}${to('v2', '30')}`), [{ messageId: 'weights', data: { sum: 110 }, line: 7, column: 7 }]),
    'a destination without its share': invalid(service(`    - route:\n${to('v1', '90')}${to('v2')}`), [{ messageId: 'weights', data: { sum: 90 } }]),
    'aliased routes': invalid(`x: &all { route: [{ destination: { host: b } }] }\n${service('    - *all\n    - *all\n')}`, ['unreachable']),
  },
});
