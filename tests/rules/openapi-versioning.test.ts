import rule from '../../src/rules/p018-api-versioning/openapi-versioning.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

const post = (path: string) => `    post: { operationId: add${path.slice(1)}, responses: ${ok} }\n`;
const off = { options: { requireOperationId: 'never', requireErrors: 'none', requirePagination: 'none' } };
const onlyIds = { options: { ...off.options, requireOperationId: 'consistent' } };
const onlyErrors = { options: { ...off.options, requireErrors: 'client' } };
const onlyPages = { options: { ...off.options, requirePagination: 'all' } };

/** A document of OpenAPI 3 with a server that states a version. */
const api = (paths: string, more = '', server = 'https://api.example.com/v1') => `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers:
  - url: ${server}
paths:
${paths}${more}`;
const ok = '{ "200": { description: Done }, default: { description: Failed } }';
const three = ['/users', '/orders', '/bills'].map((path) => `  ${path}:\n    post: { operationId: add${path.slice(1)}, responses: ${ok} }\n`).join('');
const withServer = (server: string, more = '') => api(three, more, server);
const json = (schema: string) => `{ "200": { description: Done, content: { application/json: { schema: ${schema} } } } }`;
const list = (path: string, schema = '{ type: array, items: { type: object } }', more = '') => `  ${path}:\n    get:\n      operationId: ${path.replaceAll(/\W/gu, '_')}\n${more}      responses: ${json(schema)}\n`;
const query = (name: string, place = 'query', more = '') => `      parameters: [{ name: ${name}, in: ${place}${more} }]\n`;
const swagger = (head: string, paths = three) => `swagger: "2.0"\ninfo: { title: Shop, version: "1" }\n${head}paths:\n${paths}`;
const version = (server: string, count = 3) => ({ messageId: 'version', data: { server, count } });

testRule(rule, {
  valid: {
    'a version in the server': yaml(withServer('https://api.example.com/v1')),
    'a version in the host': yaml(withServer('https://v2.api.example.com')),
    'a version in a variable of the server': yaml(withServer('"https://{region}.example.com/{version}"\n    variables: { region: { default: eu }, version: { default: "2024" } }')),
    'a version in the default of a variable': yaml(withServer('"https://example.com/{base}"\n    variables: { base: { default: api/v3 } }')),
    'a variable that may be anything': yaml(withServer('"https://example.com/{base}"')),
    'a server that another tool fills in': yaml(withServer('${API_URL}')),
    'a version in the paths': yaml(api(three.replaceAll('  /', '  /api/v2/'), '', 'https://api.example.com')),
    'a version in a header': yaml(api(three.replace('operationId: addusers', 'operationId: a, parameters: [{ name: X-Api-Version, in: header }]'), '', '/api')),
    'a version in a parameter elsewhere in the document': yaml(api(three.replace('operationId: addusers', 'operationId: a, parameters: [{ $ref: "#/components/parameters/Version" }]'), 'components: { parameters: { Version: { name: api-version, in: query } } }\n', '/api')),
    'parameters in another file, among them perhaps the version': yaml(api(three.replace('operationId: addusers', 'operationId: a, parameters: [{ $ref: "./common.yaml#/Version" }]'), '', '/api')),
    'a version in the media type': yaml(api(three.replace('{ description: Done }', '{ description: Done, content: { application/vnd.shop.v2+json: {} } }'), '', '/api')),
    'the media type as a header': yaml(api(three.replace('operationId: addusers', 'operationId: a, parameters: [{ name: Accept, in: header, description: The version of the API. }]'), '', '/api')),
    'no servers, so that a gateway may add what it likes': yaml(api(three).replace(/servers:\n.*\n/u, '')),
    'no servers in Swagger': yaml(swagger('')),
    'the root alone, which says no more': yaml(withServer('/')),
    'the root alone in Swagger': yaml(swagger('basePath: /\n')),
    'a version in basePath': yaml(swagger('basePath: /v2\n')),
    'a version in the host of Swagger': yaml(swagger('host: v2.example.com\nbasePath: /\n')),
    'servers of their own': yaml(api(three.replace('operationId: addusers', 'operationId: a, servers: [{ url: https://x.example.com/v1 }]'), '', '/api')),
    'a document for each version': { ...yaml(withServer('/api')), filename: 'api/orders_v3.yaml' },
    'a folder for each version': { ...yaml(withServer('/api')), filename: 'api/v2/openapi.yaml' },
    'two operations': yaml(api('  /a:\n    post: { responses: {} }\n  /b:\n    post: { responses: {} }\n', '', '/api')),
    'fewer operations than asked for': { ...yaml(withServer('/api')), options: { minOperations: 4 } },
    'webhooks, which somebody else serves': yaml(`openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\nservers: [{ url: / }]\nwebhooks:\n${three}`),
    'webhooks written as paths': yaml(withServer('/api').replace('title: Shop', 'title: Shop Webhooks')),
    'parts of a document': yaml('openapi: 3.0.3\ninfo: { title: Common, version: "1" }\ncomponents: { schemas: { A: { type: object } } }\n'),
    'paths in other files': yaml(api('  /users: { $ref: ./users.yaml }\n  /orders: { $ref: ./orders.yaml }\n  /bills: { $ref: ./bills.yaml }\n', '', '/api')),
    'a schema with a key of that name': yaml('type: object\nproperties:\n  openapi: { type: string }\n  paths: { type: object }\n'),
    'odd values': yaml('openapi: 3.0.0\ninfo:\nservers: x\npaths:\n  /a:\n  /b: []\n  /c: { get: , post: x, parameters: 7 }\n  7: { get: {} }\n  x-y: { get: {} }\n'),
    'references in a circle': yaml(api(`${list('/users', '{ $ref: "#/components/schemas/A" }')}  /x: { $ref: "#/paths/~1x" }\n`, 'components: { schemas: { A: { $ref: "#/components/schemas/A" } } }\n')),
    'an empty document': yaml('openapi:\n---\n# swagger: 2.0\n'),
    'a description that was generated': yaml(`# Code generated by a tool. DO NOT EDIT.\n${withServer('/api')}`),
    'a description of somebody else': { ...yaml(withServer('/api')), filename: 'third_party/payments/openapi.yaml' },
    'a description that was collected': yaml(withServer('/api').replace('title: Shop,', 'title: Shop, x-providerName: shop.com,')),
    'a template': yaml(withServer('"{{ .Values.url }}"')),

    'no ids at all, by default': { ...yaml(api(three).replaceAll(/operationId: \w+, /gu, '')), ...onlyIds },
    'no id, where nobody asks': { ...yaml(api(three).replace('operationId: addusers, ', '')), ...off },

    'an error of any kind': { ...yaml(api(`  /users/{id}:\n    get: { responses: ${ok} }\n`)), ...onlyErrors },
    'a range of errors': { ...yaml(api('  /users/{id}:\n    get: { responses: { "200": {}, 4XX: {} } }\n')), ...onlyErrors },
    'nothing that could be wrong in the request': { ...yaml(api('  /health:\n    get: { parameters: [{ name: verbose, in: query }], responses: { "200": {} } }\n')), ...onlyErrors },
    'errors go to another page': { ...yaml(api('  /login:\n    get: { parameters: [{ name: code, in: query, required: true }], responses: { "302": {} } }\n')), ...onlyErrors },
    'answers in another file': { ...yaml(api('  /users/{id}:\n    get: { responses: { $ref: ./responses.yaml } }\n')), ...onlyErrors },
    'nothing said of answers': { ...yaml(api('  /users/{id}:\n    get: { responses: {} }\n    delete: {}\n')), ...onlyErrors },
    'every error, where all are asked for': { ...yaml(api('  /users/{id}:\n    get: { operationId: a, responses: { "200": {}, "404": {}, "500": {} } }\n')), options: { requireErrors: 'all' } },

    'pages by number': { ...yaml(api(list('/users', undefined, query('page')))), ...onlyPages },
    'pages by cursor': { ...yaml(api(list('/users', undefined, query('pageToken')))), ...onlyPages },
    'pages by time': { ...yaml(api(list('/users', undefined, query('created_after')))), ...onlyPages },
    'pages by range': { ...yaml(api(list('/users', undefined, query('Range', 'header')))), ...onlyPages },
    'pages of the whole path': { ...yaml(api(list('/users').replace('    get:', '    parameters: [{ name: per_page, in: query }]\n    get:'))), ...onlyPages },
    'pages by a parameter elsewhere in the document': { ...yaml(api(list('/users', undefined, '      parameters: [{ $ref: "#/components/parameters/a~1b" }]\n'), 'components: { parameters: { a/b: { name: limit, in: query } } }\n')), ...onlyPages },
    'parameters in another file, among them perhaps pages': { ...yaml(api(list('/users', undefined, '      parameters: [{ $ref: common.yaml }]\n'))), ...onlyPages },
    'an answer that says what comes next': { ...yaml(api(list('/users', '{ type: object, properties: { items: { type: array, items: { type: object } }, nextCursor: { type: string } } }'))), ...onlyPages },
    'a link to what comes next': { ...yaml(api(list('/users').replace('{ description: Done,', '{ description: Done, headers: { Link: {} },'))), ...onlyPages },
    'pages that only the text knows': { ...yaml(api(list('/users', undefined, '      description: Paginated.\n'))), ...onlyPages },
    'one thing': { ...yaml(api(list('/users/{id}') + list('/status') + list('/user'))), ...onlyPages },
    'what belongs to one thing': { ...yaml(api(list('/orders/{id}/lines') + list('/me/orders') + list('/settings/servers'))), ...onlyPages },
    'a small table': { ...yaml(api(list('/countries') + list('/user-roles'))), ...onlyPages },
    'a single list that nobody adds to': { ...yaml(api(list('/products'))), ...onlyPages },
    'a table that the text calls one': { ...yaml(api(list('/users', undefined, query('page')) + list('/predicates', undefined, '      summary: The registry of predicates\n') + list('/clouds', undefined, '      description: All known clouds.\n'))), ...onlyPages },
    'what one person has gathered': { ...yaml(api(list('/users', undefined, query('page')) + list('/starredTools') + list('/my/orders'))), ...onlyPages },
    'what goes away': { ...yaml(api(list('/users', undefined, query('page')) + list('/subjects', undefined, '      deprecated: true\n') + list('/objects', undefined, '      description: Deprecated, use users.\n'))), ...onlyPages },
    'pages by a header': { ...yaml(api(list('/users', undefined, query('pageSize', 'header')) + post('/users'))), ...onlyPages },
    'pages that somebody decided against': { ...yaml(api(list('/users', undefined, '      description: There is no paging yet.\n') + post('/users'))), ...onlyPages },
    'lists that may stay short, by default': yaml(api(list('/oracles') + list('/groups') + list('/cloud-instances'))),
    'active ones': yaml(api(list('/users', undefined, query('page')) + list('/notifications', undefined, '      summary: All active notifications\n'))),
    'what will be copied': { ...yaml(withServer('/api')), filename: 'templates/api/openapi.yaml' },
    'an example': { ...yaml(withServer('/api')), filename: 'examples/openapi.yaml' },
    'a list of texts': { ...yaml(api(list('/names', '{ type: array, items: { type: string } }'))), ...onlyPages },
    'a list of fixed length': { ...yaml(api(list('/winners', '{ type: array, maxItems: 3, items: { type: object } }'))), ...onlyPages },
    'a few that the request names': { ...yaml(api(list('/users', undefined, query('ids')) + list('/orders', undefined, query('customer', 'query', ', required: true')))), ...onlyPages },
    'an object with several lists': { ...yaml(api(list('/charts', '{ type: object, properties: { a: { type: array, items: { type: object } }, b: { type: array, items: { type: object } } } }'))), ...onlyPages },
    'elements in another file': { ...yaml(api(list('/users', '{ type: array, items: { $ref: user.yaml } }') + list('/orders', '{ $ref: orders.yaml }'))), ...onlyPages },
    'not a list that is read': { ...yaml(api(list('/users').replace('get:', 'post:'))), ...onlyPages },
    'lists without pages, where nobody asks': { ...yaml(api(list('/users'))), ...off },
  },
  invalid: {
    'no version anywhere': invalid(withServer('https://api.example.com/shop # live'), [{ ...version('https://api.example.com/shop'), line: 4, column: 10, endColumn: 38 }]),
    'no version in any server, in flow style': invalid(withServer('x').replace('\n  - url: x', ' [{ url: "/api" }, { url: "http://localhost:3000" }]'), [version('/api')]),
    'variables that hold none': invalid(withServer('"https://{region}.example.com"\n    variables: { region: { default: eu } }'), [version('https://eu.example.com')]),
    'the version of a thing is none of the API': invalid(api(three.replace('/users', '/models/{id}/versions/{version}'), '', '/api'), [version('/api')]),
    'the version of the client neither': invalid(api(three.replace('operationId: addusers', 'operationId: a, parameters: [{ name: X-App-Version, in: header }]'), '', '/api'), [version('/api')]),
    'a server behind an anchor': invalid(`x-server: &server { url: /api }\n${withServer('x').replace('- url: x', '- *server')}`, [{ ...version('/api'), line: 1 }]),
    'merged keys': invalid(`x-post: &post { operationId: a, responses: ${ok} }\n${api('  /a: { post: { <<: *post } }\n  /b: { post: { <<: *post } }\n  /c: { post: { <<: *post } }\n', '', '/api')}`, [version('/api')]),
    'Swagger': invalid(swagger('host: api.example.com\nbasePath: /shop\n'), [version('/shop')]),
    'Swagger with a host alone': invalid(swagger('host: api.example.com\nbasePath: /\n'), [version('api.example.com')]),
    'a server beside the root': invalid(withServer('/\n  - url: http://localhost:3000'), [version('http://localhost:3000')]),
    'a small document, where that is asked for': { ...invalid(api('  /a:\n    post: { responses: {} }\n', '', '/api'), [version('/api', 1)]), options: { minOperations: 1, requireOperationId: 'never' } },

    'an id that was forgotten': { ...invalid(api(three.replace('operationId: addorders, ', '')), [{ messageId: 'ids', data: { count: 1, total: 3, example: '`POST /orders`' }, line: 9, column: 5 }]), ...onlyIds },
    'no ids at all, where they are asked for': { ...invalid(api(three).replaceAll(/operationId: \w+, /gu, ''), [{ messageId: 'ids', data: { count: 3, total: 3, example: '`POST /users`' } }]), options: { requireOperationId: 'always' } },

    'no errors of a path with a variable': invalid(api('  /users/{id}:\n    get: { operationId: a, responses: { "200": {} } }\n    delete: { operationId: b, responses: { "204": {}, "500": {} } }\n'), [{ messageId: 'clientErrors', data: { count: 2, total: 2, example: '`GET /users/{id}`' } }]),
    'no errors of a body': invalid(api('  /users:\n    post: { operationId: a, requestBody: { $ref: "#/components/requestBodies/User" }, responses: { "201": {} } }\n', 'components: { requestBodies: { User: { content: { application/json: {} } } } }\n'), ['clientErrors']),
    'no errors of a body in Swagger': invalid(swagger('basePath: /v1\n', '  /users:\n    post: { operationId: a, parameters: [{ name: user, in: body }], responses: { 200: {} } }\n'), ['clientErrors']),
    'no server errors, where they are asked for': { ...invalid(api('  /users/{id}:\n    get: { operationId: a, responses: { "200": {}, "404": {} } }\n'), [{ messageId: 'serverErrors', data: { count: 1, total: 1, example: '`GET /users/{id}`' } }]), options: { requireErrors: 'all' } },

    'a list without pages': { ...invalid(api(list('/users') + post('/users')), [{ messageId: 'pages', data: { example: '`GET /users`' }, line: 7, column: 5, endColumn: 8 }]), ...onlyPages },
    'things that pile up, by default': invalid(api(list('/oracles') + list('/orders') + list('/customer-invoices')), [{ messageId: 'noPages', data: { count: 2, total: 2, example: '`GET /orders`' } }]),
    'no list has pages': { ...invalid(api(list('/users') + list('/orders', '{ type: object, properties: { data: { type: array, items: { type: object } }, total: { type: integer } } }')), [{ messageId: 'noPages', data: { count: 2, total: 2, example: '`GET /users`' } }]), ...onlyPages },
    'one list was forgotten': { ...invalid(api(list('/users', undefined, query('limit')) + list('/orders', undefined, query('offset')) + list('/bills', undefined, query('customer'))), ['pages']), ...onlyPages },
    'a list behind references, of several forms': { ...invalid(api(list('/users', '{ $ref: "#/components/schemas/Users" }') + post('/users'), 'components:\n  schemas:\n    Users: { type: array, items: { $ref: "#/components/schemas/User" } }\n    User: { allOf: [{ properties: { id: {} } }, { required: [id] }] }\n'), ['pages']), ...onlyPages },
    'a list in Swagger': { ...invalid(swagger('basePath: /v1\n', '  /users:\n    get: { responses: { 200: { schema: { type: array, items: { type: object } } } } }\n    post: {}\n'), ['pages']), ...onlyPages },
    'a list that may be null': { ...invalid(api(list('/people', '{ type: [array, "null"], items: { oneOf: [{ type: object }] } }') + post('/people')), ['pages']), ...onlyPages },
  },
});
