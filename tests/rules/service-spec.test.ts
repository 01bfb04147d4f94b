import path from 'node:path';
import rule from '../../src/rules/service-specification/service-spec.js';
import { testRule, yaml, yamlInvalid, type Case } from '../helpers/rule-tester.js';

/** The form as the principle's own document shows it. */
const original = `services:
  user_service:
    domain: user_management
    responsibilities:
      - user_authentication
      - profile_management
      - preferences
    apis:
      - GET /users/{id}
      - PUT /users/{id}
      - POST /users
    database: postgresql
    cache: redis
    events:
      publishes: [user_created, user_updated]
      subscribes: [account_verified]

  order_service:
    domain: order_management
    responsibilities:
      - order_creation
      - order_processing
      - order_fulfillment
    apis:
      - POST /orders
      - GET /orders/{id}
      - PUT /orders/{id}/status
    database: postgresql
    message_queue: rabbitmq
    events:
      publishes: [order_created, order_completed]
      subscribes: [payment_confirmed, inventory_reserved]
`;
const external = 'external_events: [account_verified, payment_confirmed, inventory_reserved]\n';
const strict = { strict: true };

/** A service in block style with some of its lines in place of the usual ones. */
function service(name: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const parts = { domain: 'shop', responsibilities: '[work]', apis: '[]', database: 'none', events: '{ publishes: [], subscribes: [] }', ...changes };
  return `  ${name}:\n${Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [`    ${key}: ${value}\n`])).join('')}`;
}

const services = (...all: string[]) => `services:\n${all.join('')}`;
const events = (publishes: string, subscribes = '') => ({ events: `{ publishes: [${publishes}], subscribes: [${subscribes}] }` });
const apis = (...paths: string[]) => ({ apis: `[${paths.map((path) => `"${path}"`).join(', ')}]` });
const withSettings = (code: string, settings: object, filename?: string): Case => ({ ...yaml(code), settings, ...(filename === undefined ? {} : { filename }) });
const renamed = (messageId: string, name: string, output: string) => ({ messageId, suggestions: [{ messageId: 'rename', data: { name }, output }] });

testRule(rule, {
  valid: {
    'the original form, with what comes from outside': yaml(original + external),
    'an event that a service publishes in another style is reported once, as style only': yaml(services(service('a', events('order_created')), service('b', events('', 'order_created')))),
    'events of one word have no style': yaml(services(service('a', events('order_created, signup, Login')))),
    'an external event in the style of somebody else': yaml(`${services(service('a', events('order_created', 'PaymentSucceeded')))}external_events: [PaymentSucceeded]\n`),
    'versions of events': yaml(services(service('a', events('order.created.v2')), service('b', events('', 'order.created')))),
    'a subscriber to a pattern': yaml(services(service('a', events('order.created')), service('b', events('', 'order.*, "orders.#"')))),
    'a pattern of external events': { ...yaml(`${services(service('a', events('order.created', 'stripe.charge.failed')))}external_events: ["stripe.*", "order.#"]\n`), options: strict },
    'an unheard event without strict': yaml(services(service('a', events('order_created')))),
    'an unheard event that goes outside': { ...yaml(`${services(service('a', events('order_created')))}external_events: [order_created]\n`), options: strict },
    'an event that a service hears itself': { ...yaml(services(service('a', events('order_created', 'order_created')))), options: strict },
    'keys of one\'s own': yaml(`x-team: shop\nversion: 3\ndescription: All of it.\n${services(service('a', { 'x-slo': '99.9', description: 'Sells.', path: 'apps/a' }))}`),
    'no version anywhere': yaml(services(service('a', apis('GET /users/{id}', 'POST /orders')))),
    'a version everywhere, but for what concerns the process': yaml(services(service('a', apis('GET /v1/users', 'GET /health', 'GET /metrics', 'POST /v1/orders')))),
    'underscores in every path': yaml(services(service('a', apis('GET /user_groups', 'GET /order_lines')))),
    'slashes at the end of every path': yaml(services(service('a', apis('GET /users/', 'GET /orders/')))),
    'methods in lower case': yaml(services(service('a', apis('get /users', 'post /users')))),
    'other protocols': yaml(services(service('a', apis('WS /chat', 'grpc users.v1.Users/Get', 'query user(id)', 'users.get')))),
    'the same engine twice': yaml(services(service('a', { database: 'postgresql' }), service('b', { database: 'postgresql' }))),
    'databases of the same name on two engines': yaml(services(service('a', { database: '{ engine: postgresql, name: shop }' }), service('b', { database: '{ engine: mongodb, name: shop }' }))),
    'calls one way, to two services and to the outside': yaml(services(service('a', { calls: '[b, c, stripe]' }), service('b', { calls: '[c]' }), service('c'))),
    'parts in an anchor and a merge key': yaml(`x-base: &base\n  database: none\n  apis: []\n  events: { publishes: [], subscribes: [] }\nservices:\n  a: { <<: *base, domain: shop, responsibilities: [work] }\n`),
    'a list through an alias': yaml(`x-events: &e [order_created]\n${services(service('a', { events: '{ publishes: *e, subscribes: [] }' }), service('b', { events: '{ publishes: [], subscribes: *e }' }))}`),

    'docker compose': yaml('services:\n  web:\n    image: nginx:1.29\n    ports: ["80:80"]\n    labels: { apis: "GET /users" }\n  db:\n    image: postgres:16\n'),
    'docker compose with an extension of the same names': yaml('services:\n  web:\n    build: .\n    domain: shop\n    responsibilities: [work]\n    apis: [GET /user]\n'),
    'Kubernetes': yaml('apiVersion: example.com/v1\nkind: Platform\nservices:\n  a: { domain: shop, apis: [] , responsibilities: [] }\n'),
    'an OpenAPI document': yaml('openapi: 3.1.0\nservices:\n  a: { domain: shop, apis: [GET /user/create] }\n'),
    'services of an application framework': yaml('services:\n  _defaults: { autowire: true }\n  App\\EventListener:\n    tags: [{ name: kernel.event_listener }]\n    events: { publishes: [x] }\n    apis: []\n'),
    'hosts with domains': yaml('services:\n  blog: { domain: blog.example.com, port: 80 }\n  shop: { domain: shop.example.com, port: 80 }\nevents: []\n'),
    'one part alone': yaml('services:\n  a: { apis: [GET /user/create] }\n  b: { events: { publishes: [x] } }\n'),
    'a list of services': yaml('services:\n  - domain: shop\n    responsibilities: [a]\n    apis: []\n'),
    'a workflow': yaml('jobs:\n  test:\n    services:\n      redis: { image: redis }\non: { push: {} }\nevents: []\n'),
    'a template': yaml('services:\n  a:\n    domain: {{ .Values.domain }}\n    responsibilities: []\n    apis: []\n'),
    'empty documents': yaml('---\n---\nservices:\n---\nservices: ~\nevents:\n---\nservices: []\n---\n- apis: []\n'),
    'the name of the schema in a text': yaml('services:\n  a: 1\nurl: architecture.schema.json\n'),
    'another file than the one that the settings name': withSettings('services:\n  a: { domain: shop }\nevents: []\n', { spec: 'architecture.yaml' }, 'other.yaml'),
  },
  invalid: {
    'the original form leaves open where three events come from': yamlInvalid(original, [
      { messageId: 'unpublished', data: { service: 'user_service', event: 'account_verified' }, line: 16 },
      { messageId: 'unpublished', data: { service: 'order_service', event: 'payment_confirmed' }, line: 32 },
      { messageId: 'unpublished', data: { service: 'order_service', event: 'inventory_reserved' }, line: 32 },
    ]),
    'in strict, whom its events are for is open too': {
      ...yaml(original + external),
      options: strict,
      errors: ['user_created', 'user_updated', 'order_created', 'order_completed'].map((event) => ({ messageId: 'unheard', data: { event, service: event.startsWith('user') ? 'user_service' : 'order_service' } })),
    },
    'an event of two subscribers is open once': yamlInvalid(services(service('a', events('', 'x_done')), service('b', events('', 'x_done'))), [{ messageId: 'unpublished', data: { service: 'a', event: 'x_done' } }]),
    'an event without whom publishes what cannot be read is not open': yamlInvalid(services(service('a', { events: '{ subscribes: [] }' }), service('b', events('', 'x_done'))), [{ messageId: 'missing', data: { owner: '`a`', parts: '`events.publishes`' }, line: 2 }]),
    'an event without whom hears what cannot be read is not unheard': { ...yamlInvalid(services(service('a', { events: '{ publishes: [x_done] }' })), [{ messageId: 'missing', data: { owner: '`a`', parts: '`events.subscribes`' } }]), options: strict },
    'a misspelt part is no missing one': yamlInvalid(services(service('a', { domain: undefined, domian: 'shop' })), [
      { ...renamed('unknown', 'domain', services(service('a', { domain: undefined, domian: 'shop' })).replace('domian', 'domain')), data: { key: 'domian', owner: 'a service', advice: 'Write `domain` if that is meant.' } },
    ]),
    'a misspelt list of events': yamlInvalid(services(service('a', { events: '{ publish: [], subscribes: [] }' })), [
      renamed('unknown', 'publishes', services(service('a', events('')))),
    ]),
    'an unknown part is kept, as the user\'s own': yamlInvalid(services(service('a', { team: 'shop' })), [{ messageId: 'unknown', data: { key: 'team', owner: 'a service', advice: 'Begin the name of a key of your own with `x-`.' }, line: 8 }]),
    'unknown keys of the document and below parts': yamlInvalid(`${services(service('a', { database: '{ engine: postgresql, name: shop, host: db }' }))}teams: []\nexternal_event: []\n`, [
      { messageId: 'unknown', data: { key: 'host', owner: '`database`', advice: 'Begin the name of a key of your own with `x-`.' } },
      { messageId: 'unknown', data: { key: 'teams', owner: 'a service specification', advice: 'Begin the name of a key of your own with `x-`.' } },
      renamed('unknown', 'external_events', `${services(service('a', { database: '{ engine: postgresql, name: shop, host: db }' }))}teams: []\nexternal_events: []\n`),
    ]),
    'all missing parts at once': yamlInvalid('services:\n  a:\n    domain: shop\n    apis: []\n    calls: [b]\n  b:\n', [
      { messageId: 'missing', data: { owner: '`a`', parts: '`responsibilities`, `database`, and `events`' }, line: 2, column: 3 },
      { messageId: 'missing', data: { owner: '`b`', parts: '`domain`, `responsibilities`, `apis`, `database`, and `events`' }, line: 6 },
    ]),
    'parts without a value': yamlInvalid(services(service('a', { apis: '', database: '{ engine: mysql }', responsibilities: '~' }), service('b')), [{ messageId: 'missing', data: { owner: '`a`', parts: '`responsibilities`, `apis`, and `database.name`' } }]),
    'values of other types': yamlInvalid(services(service('a', { domain: '[shop]', responsibilities: 'work', apis: '[GET: /users]', database: '[postgresql]', events: '{ publishes: {}, subscribes: [[a]] }' }), service('b')), [
      { messageId: 'form', data: { place: 'domain', expected: 'a text' }, line: 3, column: 13 },
      { messageId: 'form', data: { place: 'responsibilities', expected: 'a list' } },
      { messageId: 'form', data: { place: 'apis[0]', expected: 'a text' } },
      { messageId: 'form', data: { place: 'database', expected: 'a text or a mapping' } },
      { messageId: 'form', data: { place: 'events.publishes', expected: 'a list' } },
      { messageId: 'form', data: { place: 'events.subscribes[0]', expected: 'a text' } },
    ]),
    'values that say nothing': yamlInvalid(services(service('a', { domain: '""', responsibilities: '[]', apis: '[~]' }), service('b')), [
      { messageId: 'form', data: { place: 'domain', expected: 'a text that says something' } },
      { messageId: 'form', data: { place: 'responsibilities', expected: 'a list of at least one entry' } },
      { messageId: 'form', data: { place: 'apis[0]', expected: 'a text' } },
    ]),
    'external events that are no list': yamlInvalid(`${services(service('a'))}external_events: x_done\n`, [{ messageId: 'form', data: { place: 'external_events', expected: 'a list' } }]),
    'paths against the naming of resources': yamlInvalid(services(service('a', apis('POST /users/create', 'GET /user/{id}', 'GET /users.json', 'GET /Orders', 'GET /order-lines', 'GET /user_groups', 'GET /tags/'))), [
      { messageId: 'name', data: { fault: '`POST /users/create` says in its path what the method says already', advice: 'Name the resource, not the action.' } },
      { messageId: 'name', data: { fault: '`GET /user/{id}` names a collection like one thing', advice: 'Use the plural, as in `/users/{id}`.' } },
      { messageId: 'name', data: { fault: '`GET /users.json` fixes the format in its path', advice: 'Let the client ask for one with `Accept`.' } },
      { messageId: 'name', data: { fault: '`GET /Orders` has upper-case letters in its path, which people retype wrongly', advice: 'Write it in lower case with hyphens.' } },
      { messageId: 'name', data: { fault: '`GET /user_groups` joins words with underscores, while other paths use hyphens', advice: 'Use hyphens.' } },
      { messageId: 'name', data: { fault: '`GET /tags/` ends in a slash, unlike other paths, and many routers tell the two apart', advice: 'Drop it.' } },
    ]),
    'a path without a method': yamlInvalid(services(service('a', apis('/users', 'GET /users'))), [{ messageId: 'method', data: { api: '/users' } }]),
    'a path without a version among those that have one': yamlInvalid(services(service('a', apis('GET /v1/users', 'GET /health')), service('b', apis('GET /orders'))), [{ messageId: 'version', data: { api: 'GET /orders', versioned: 'GET /v1/users' } }]),
    'styles of events': yamlInvalid(services(service('a', events('order_created, order_paid, OrderSent')), service('b', events('', 'order_created, order.sent'))), [
      { messageId: 'naming', data: { event: 'OrderSent', style: 'PascalCase', usual: 'snake_case', like: 'order_created' } },
      { messageId: 'naming', data: { event: 'order.sent', style: 'dot.case', usual: 'snake_case', like: 'order_created' } },
    ]),
    'two owners of a database, under two names of the engine': yamlInvalid(services(service('a', { database: '{ engine: postgresql, name: shop }' }), service('b', { database: '{ engine: Postgres, name: shop }' })), [
      { messageId: 'shared', data: { service: 'b', other: 'a', engine: 'Postgres', name: 'shop' } },
    ]),
    'a circle of calls, written in two styles': yamlInvalid(services(service('user_service', { calls: '[orders]' }), service('orders', { calls: '[payments]' }), service('payments', { calls: '[user-service, orders]' })), [
      { messageId: 'cycle', data: { names: '`user_service` -> `orders` -> `payments` -> `user_service`' } },
    ]),
    'a service that calls itself, and another circle': yamlInvalid(services(service('a', { calls: '[a]' }), service('b', { calls: '[c]' }), service('c', { calls: '[b]' })), [
      { messageId: 'cycle', data: { names: '`a` -> `a`' } },
      { messageId: 'cycle', data: { names: '`b` -> `c` -> `b`' } },
    ]),
    'a call of a service with a slip in its name': yamlInvalid(services(service('orders', { calls: "['paymnts']" }), service('payments')), [
      { ...renamed('unknownCall', 'payments', services(service('orders', { calls: "['payments']" }), service('payments'))), data: { name: 'paymnts', nearest: 'payments' } },
    ]),
    'what an alias brings in is never edited': yamlInvalid(`x-calls: &calls [paymnts]\n${services(service('orders', { calls: '*calls' }), service('payments'))}`, ['unknownCall']),
    'a file that names its schema': yamlInvalid('# yaml-language-server: $schema=./node_modules/eslint-plugin-archprinciples/schemas/architecture.schema.json\nservices:\n  orders: {}\n', ['missing']),
    'the file that the settings name': { ...withSettings('services:\n  a: { domain: shop.example.com }\nevents: []\n', { spec: './docs/../architecture.yaml' }, path.resolve('architecture.yaml')), errors: ['missing', 'unknown'] },
    'the second document': yamlInvalid(`image: {}\n---\n${services(service('a', { apis: '[/users]' }))}`, ['method']),
    'CRLF': yamlInvalid(services(service('a', { domian: 'shop', domain: undefined })).replaceAll('\n', '\r\n'), [renamed('unknown', 'domain', services(service('a', { domian: 'shop', domain: undefined })).replace('domian', 'domain').replaceAll('\n', '\r\n'))]),
  },
});
