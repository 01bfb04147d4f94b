import rule from '../../src/rules/p014-service-mesh/istio-timeout-retries.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

/** A VirtualService with one route, to which `more` adds keys. */
const route = (more: string, spec = '  hosts: [reviews]\n') => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
${spec}  http:
    - route:
        - destination: { host: reviews }
${more}`;
const timeout = '      timeout: 10s\n';
const retries = (...lines: string[]) => `      retries:\n${lines.map((line) => `        ${line}\n`).join('')}`;
const posts = '      match:\n        - method: { exact: POST }\n        - method: { exact: PATCH }\n';

testRule(rule, {
  valid: {
    'a form older than the defaults of today': yaml(route('').replace('host: reviews', 'name: reviews')),
    'a timeout': yaml(route(timeout)),
    'no limit, on purpose': yaml(route('      timeout: 0s\n')),
    'tries with a limit each are a limit': yaml(route(retries('attempts: 3', 'perTryTimeout: 2s'))),
    'retries that fit': yaml(route(timeout + retries('attempts: 3', 'perTryTimeout: 2500ms', 'retryOn: 5xx'))),
    'one retry more than fits': yaml(route(timeout + retries('attempts: 3', 'perTryTimeout: 4s', 'retryOn: 5xx'))),
    'no retries, on purpose': yaml(route(timeout + retries('attempts: 0'))),
    'retries of failed connections need no limit of their own': yaml(route(timeout + retries('attempts: 3', 'retryOn: connect-failure,refused-stream'))),
    'the default conditions do not repeat slow tries': yaml(route(timeout + retries('attempts: 5', 'perTryTimeout: 5s'))),
    'POST where nothing arrived': yaml(route(posts + timeout + retries('attempts: 3', 'perTryTimeout: 2s', 'retryOn: "connect-failure, refused-stream,unavailable"'))),
    'POST and GET': yaml(route(`      match:\n        - method: { exact: POST }\n        - method: { exact: GET }\n${timeout}${retries('attempts: 3', 'perTryTimeout: 2s', 'retryOn: 5xx')}`)),
    'any method of a path': yaml(route(`      match:\n        - uri: { prefix: /orders }\n${timeout}${retries('attempts: 3', 'perTryTimeout: 2s', 'retryOn: 5xx')}`)),
    'a route that no request reaches': yaml(`${route(timeout)}    - match:\n        - uri: { prefix: /orders }\n      route:\n        - destination: { host: orders }\n`),
    'a redirect': yaml(route('').replace('- route:\n        - destination: { host: reviews }', '- redirect: { uri: /new }')),
    'a direct response': yaml(route('').replace('- route:\n        - destination: { host: reviews }', '- directResponse: { status: 503 }')),
    'a route that another object makes': yaml(route('').replace('- route:\n        - destination: { host: reviews }', '- delegate: { name: reviews }')),
    'a delegate, which inherits': yaml(route('', '')),
    'a fault that answers everything': yaml(route('      fault:\n        abort: { httpStatus: 500, percentage: { value: 100 } }\n')),
    'web sockets by their header': yaml(route('      match:\n        - headers: { upgrade: { exact: websocket } }\n')),
    'a stream by its path': yaml(route('      match:\n        - uri: { prefix: /api/stream }\n')),
    'TCP': yaml(route('').replace('  http:', '  tcp:')),
    'a patch': { ...yaml(route('')), filename: 'overlays/prod/reviews.yaml' },
    'an object of another group': yaml(route('').replace('networking.istio.io/v1', 'example.com/v1')),
    'a route of the Gateway API': yaml('apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute # no VirtualService\nspec:\n  rules: []\n'),
    'a template': yaml(route('      timeout: {{ .Values.timeout }}\n')),
    'a number that is none': yaml(route(timeout + retries('attempts: many'))),
    'a timeout that is no duration': yaml(route('      timeout: soon\n' + retries('attempts: 3', 'perTryTimeout: 20s'))),
    'nothing at all': yaml('apiVersion: networking.istio.io/v1\nkind: VirtualService\nspec:\n  http: [~, text]\n'),
  },
  invalid: {
    'a route behind one that takes some': invalid(`${route(posts + timeout)}    - route:\n        - destination: { host: orders }\n`, [{ messageId: 'timeout', suggestions: 1 }]),
    'no timeout': invalid(route(''), [
      { messageId: 'timeout', line: 8, column: 7, suggestions: [{ messageId: 'addTimeout', data: { timeout: '15s' }, output: route('      timeout: 15s\n') }] },
    ]),
    'no timeout, with a number of one\'s own': { ...invalid(route('      rewrite: { uri: / } # path\n      headers: {}\n'), [
      { messageId: 'timeout', suggestions: [{ messageId: 'addTimeout', data: { timeout: '2s' }, output: route('      rewrite: { uri: / } # path\n      timeout: 2s\n      headers: {}\n') }] },
    ]), options: { timeout: '2s' } },
    'no timeout in a flow mapping': invalid(route('').replace('- route:\n        - destination: { host: reviews }', '- { route: [{ destination: { host: reviews } }] }'), [{ messageId: 'timeout', suggestions: 1 }]),
    'no timeout of an aliased route, without an edit': invalid(`${route(timeout)}    - &plain\n      route:\n        - destination: { host: ratings }\n      timeout: 1s\n    - <<: *plain\n      route: [{ destination: { host: b } }]\n      timeout: 2s\n---\nx: &open { route: [{ destination: { host: c } }] }\napiVersion: networking.istio.io/v1\nkind: VirtualService\nspec:\n  hosts: [c]\n  http: [*open]\n`, [{ messageId: 'timeout', line: 24 }]),
    'a limit of each try that is not in force': invalid(route(retries('attempts: 0', 'perTryTimeout: 2s')), [{ messageId: 'timeout', suggestions: 1 }]),
    'retries that are off': invalid(route(timeout + retries('perTryTimeout: 2s # each')), [
      { messageId: 'attempts', line: 11, suggestions: [{ messageId: 'addAttempts', output: route(timeout + retries('perTryTimeout: 2s # each', 'attempts: 2')) }] },
    ]),
    'a hung try uses up the timeout': invalid(route(timeout + retries('attempts: 3', 'retryOn: gateway-error,connect-failure')), [
      { messageId: 'perTry', data: { attempts: 3 }, suggestions: [{ messageId: 'setPerTry', data: { perTry: '2500ms' }, output: route(timeout + retries('attempts: 3', 'perTryTimeout: 2500ms', 'retryOn: gateway-error,connect-failure')) }] },
    ]),
    'a try as long as the whole': invalid(route(timeout + retries('attempts: 1', 'perTryTimeout: "10s"')), [
      { messageId: 'tooLong', data: { perTry: '10s', timeout: '10s' }, line: 13, suggestions: [{ messageId: 'setPerTry', data: { perTry: '5s' }, output: route(timeout + retries('attempts: 1', 'perTryTimeout: "5s"')) }] },
    ]),
    'retries that cannot start': invalid(route(timeout + retries('attempts: 6', 'perTryTimeout: 4s', 'retryOn: 5xx')), [
      { messageId: 'unreachable', data: { fit: 3, perTry: '4s', timeout: '10s', attempts: 6, lost: 4 }, suggestions: [{ messageId: 'setAttempts', data: { attempts: 2 }, output: route(timeout + retries('attempts: 2', 'perTryTimeout: 4s', 'retryOn: 5xx')) }] },
    ]),
    'POST is repeated': invalid(route(posts + timeout + retries('attempts: 3', 'perTryTimeout: 2s', 'retryOn: connect-failure,5xx')), [
      { messageId: 'notIdempotent', data: { condition: '5xx', method: 'POST' }, suggestions: [{ messageId: 'retryOn', data: { conditions: 'connect-failure' }, output: route(posts + timeout + retries('attempts: 3', 'perTryTimeout: 2s', 'retryOn: connect-failure')) }] },
    ]),
    'POST is repeated, on nothing that could stay': invalid(route(posts + timeout + retries('attempts: 3', 'perTryTimeout: 2s', 'retryOn: "502, reset"')), [
      { messageId: 'notIdempotent', suggestions: [{ messageId: 'retryOn', data: { conditions: 'connect-failure,refused-stream' }, output: route(posts + timeout + retries('attempts: 3', 'perTryTimeout: 2s', 'retryOn: "connect-failure,refused-stream"')) }] },
    ]),
    'Windows line ends': invalid(route('      name: all\n').replaceAll('\n', '\r\n'), [{ messageId: 'timeout', suggestions: [{ messageId: 'addTimeout', output: route('      name: all\n      timeout: 15s\n').replaceAll('\n', '\r\n') }] }]),
  },
});
