import { describe, expect, it } from 'vitest';
import { messageApisOf } from '../../src/analysis/contracts/asyncapi.js';
import { isForeign } from '../../src/analysis/contracts/authorship.js';
import { listsOf } from '../../src/analysis/contracts/list-operations.js';
import { mixedNaming } from '../../src/analysis/contracts/naming.js';
import { httpApisOf } from '../../src/analysis/contracts/openapi.js';
import { referencesIn } from '../../src/analysis/contracts/references.js';
import { elementsOf, fieldsOf, typesOf } from '../../src/analysis/contracts/schemas.js';
import { documentsOf } from '../../src/languages/yaml/documents.js';
import yamlParser from '../../src/node/yaml-parser.js';

const source = (text: string) => {
  const { ast, services } = yamlParser.parseForESLint(text);
  return { text, ast, parserServices: services };
};
const document = (text: string) => documentsOf(source(text))[0]!;

describe('referencesIn', () => {
  const root = document('a: { $ref: "#/x~1y/b~0c" }\nx/y: { b~c: { d: 1 } }\ne: { $ref: "#/f" }\nf: { $ref: "#/e" }\ng: { $ref: "./other.yaml#/x" }\nh: { $ref: { type: string } }\ni: { $ref: "#/x%2Fy" }\nj: { $ref: "#/100%" }\n100%: { d: 2 }\n');
  const at = (key: string) => referencesIn(root).resolve(root.get(key));

  it('follows pointers with their escapes', () => {
    expect(at('a')?.get('d')?.number).toBe(1);
    expect(at('i')?.get('b~c', 'd')?.number).toBe(1);
    expect(at('j')?.get('d')?.number).toBe(2);
  });

  it('knows nothing of other files, of circles and of what is not there', () => {
    expect([at('e'), at('g'), at('missing')]).toEqual([undefined, undefined, undefined]);
  });

  it('takes a property of that name for one', () => {
    expect(at('h')?.get('$ref', 'type')?.text).toBe('string');
  });
});

describe('schemas', () => {
  const root = document(`
list: { type: array, items: { $ref: "#/user" } }
nullable: { type: [array, "null"], items: { type: object } }
bare: { items: { type: string } }
user: { allOf: [{ $ref: "#/base" }, { required: [id] }, { oneOf: [{ properties: { a: {} } }, { properties: { b: {} } }] }] }
base: { type: object, properties: { id: { type: string } } }
open: { type: object }
elsewhere: { allOf: [{ $ref: "#/base" }, { $ref: other.yaml }] }
text: { type: string, properties: { a: {} } }
deep: { allOf: [{ $ref: "#/deep" }, { properties: { a: {} } }] }
`);
  const references = referencesIn(root);
  const fields = (key: string) => {
    const { all, complete } = fieldsOf(root.get(key), references);
    return [[...all.keys()].join(' '), complete];
  };

  it('knows lists and their elements', () => {
    expect(elementsOf(root.get('list'), references)?.get('allOf')).toBeDefined();
    expect(typesOf(elementsOf(root.get('nullable'), references)!)).toEqual(['object']);
    expect(elementsOf(root.get('bare'), references)?.get('type')?.text).toBe('string');
    expect(elementsOf(root.get('user'), references)).toBeUndefined();
  });

  it('gathers the fields of an object and says whether that is all', () => {
    expect(fields('user')).toEqual(['id a b', true]);
    expect(fields('elsewhere')).toEqual(['id', false]);
    expect(fields('open')).toEqual(['', false]);
    expect(fields('text')).toEqual(['', false]);
    expect(fields('missing')).toEqual(['', false]);
  });

  it('comes to an end in a schema that contains itself', () => {
    expect(fields('deep')).toEqual(['a', false]);
  });
});

describe('httpApisOf', () => {
  const read = (text: string, filename = '/app/openapi.yaml') => httpApisOf(source(text), filename).flatMap(({ operations }) => operations.map(({ method, path, parameters, answers }) => `${method} ${path} ${parameters.map(({ place, name }) => `${place}:${name}`).join()} ${answers.map(({ key }) => key).join()}`));

  it('reads operations with the parameters of their path', () => {
    expect(read('openapi: 3.0.0\npaths:\n  /a/{id}:\n    summary: x\n    parameters: [{ name: id, in: path }]\n    get: { parameters: [{ name: q, in: query }], responses: { 200: {}, default: {} } }\n    put: {}\n')).toEqual(['GET /a/{id} path:id,query:q 200,default', 'PUT /a/{id} path:id ']);
  });

  it('reads every document of a file', () => {
    expect(read('openapi: 3.0.0\npaths: { /a: { get: {} } }\n---\nswagger: "2.0"\npaths: { /b: { post: {} } }\n')).toEqual(['GET /a  ', 'POST /b  ']);
  });

  it('leaves out what has no operations, what others wrote and what is no OpenAPI', () => {
    expect(read('openapi: 3.1.0\npaths: {}\n')).toEqual([]);
    expect(read('openapi: 1.0.0\npaths: { /a: { get: {} } }\n')).toEqual([]);
    expect(read('openapi: 3.1.0\npaths: { /a: { get: {} } }\n', '/app/vendor/x/openapi.yaml')).toEqual([]);
  });
});

describe('listsOf', () => {
  it('tells lists with pages from those without', () => {
    const list = (path: string, more = '') => `  ${path}: { get: { ${more}responses: { 200: { schema: { type: array, items: { type: object } } } } } }\n`;
    const [api] = httpApisOf(source(`swagger: "2.0"\npaths:\n${list('/users', 'parameters: [{ name: page, in: query }], ')}${list('/orders')}${list('/oracles')}${list('/orders/{id}/lines')}`), '/app/a.yaml');
    const { paged, whole } = listsOf(api!, 'growing');
    expect(listsOf(api!, 'all').whole.map(({ path }) => path)).toEqual(['/orders', '/oracles']);
    expect([paged.map(({ path }) => path), whole.map(({ path }) => path)]).toEqual([['/users'], ['/orders']]);
  });
});

describe('messageApisOf', () => {
  const read = (text: string) => messageApisOf(source(text), '/app/asyncapi.yaml').map(({ channels, messages, protocols }) => ({ channels: channels.map(({ address }) => address), messages: messages.map(({ name, channels: on }) => `${name} on ${on.map(({ address }) => address).join()}`), protocols: [...protocols] }));

  it('reads version 3, where the address is not the key', () => {
    expect(read('asyncapi: 3.0.0\nservers: { a: { protocol: Kafka } }\nchannels:\n  orders: { address: shop.orders, messages: { placed: { $ref: "#/components/messages/OrderPlaced" } } }\n  bills: { messages: { x: { name: BillSent } } }\n  reply: { address: ~ }\ncomponents: { messages: { OrderPlaced: {}, Lost: {} } }\n')).toEqual([
      { channels: ['shop.orders', 'bills'], messages: ['OrderPlaced on shop.orders', 'Lost on ', 'BillSent on bills'], protocols: ['kafka'] },
    ]);
  });

  it('reads version 2, where it is', () => {
    expect(read('asyncapi: 2.6.0\nchannels:\n  orders:\n    publish: { message: { oneOf: [{ $ref: "#/components/messages/A" }, { name: B }] } }\n    subscribe: { message: { $ref: "#/components/messages/A" } }\ncomponents: { messages: { A: { payload: {} } } }\n')).toEqual([
      { channels: ['orders'], messages: ['A on orders', 'B on orders'], protocols: [] },
    ]);
  });

  it('leaves out what is no AsyncAPI', () => {
    expect(read('openapi: 3.0.0\nchannels: { a: {} }\n')).toEqual([]);
    expect(read('asyncapi: 1.2.0\ntopics: {}\n')).toEqual([]);
  });
});

describe('isForeign', () => {
  it.each([
    ['# DO NOT EDIT.\na: 1\n', 'api.yaml'],
    ['---\n\n# Generated by a tool\na: 1\n', 'api.yaml'],
    ['a: 1\n', 'src/generated/api.yaml'],
    ['a: 1\n', 'C:\\app\\third-party\\api.yaml'],
    ['a: 1\n', 'api/openapi.bundled.yaml'],
    ['a: 1\n', 'server/.speakeasy/out.openapi.yaml'],
  ])('%j in %s is', (text, filename) => {
    expect(isForeign(text, filename)).toBe(true);
  });

  it.each([['a: 1 # generated by hand\n', 'api.yaml'], ['# The client is generated from this file.\na: 1\n', 'api.yaml'], ['# Ids are made by us.\na: 1\n', 'docs/openapi.yaml'], ['a: 1\n', 'general/api.yaml'], ['', 'builder/api.yaml']])('%j in %s is not', (text, filename) => {
    expect(isForeign(text, filename)).toBe(false);
  });
});

describe('mixedNaming', () => {
  const mixed = (...names: string[]) => mixedNaming(names, (name) => name);

  it('names those in another style than most', () => {
    expect(mixed('a.b', 'c.d', 'e.f', 'g_h', 'iJ')).toEqual({ style: 'dot.case', count: 3, others: [{ item: 'g_h', name: 'g_h', style: 'snake_case' }, { item: 'iJ', name: 'iJ', style: 'camelCase' }] });
  });

  it.each([[[]], [['a.b', 'c.d', 'e.f', 'g.h']], [['a.b', 'c.d', 'e_f']], [['a.b', 'c.d', 'e_f', 'g_h']], [['a.b', 'c.d', 'e.f', 'g']]])('says nothing of %j', (names) => {
    expect(mixed(...names)).toBeUndefined();
  });
});
