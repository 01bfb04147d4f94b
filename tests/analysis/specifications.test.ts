import { describe, expect, it } from 'vitest';
import { engineOf } from '../../src/analysis/database-engines.js';
import type { FileContext } from '../../src/analysis/context.js';
import { formFaults } from '../../src/analysis/manifests/specification-faults.js';
import { serviceCycles } from '../../src/analysis/manifests/service-cycles.js';
import { eventKey, nameKey, specificationsOf } from '../../src/analysis/manifests/specifications.js';
import { isNamed, serviceOfFile, specificationFile, type ReadSpecification, type ServiceFacts } from '../../src/analysis/specification-file.js';
import yamlParser from '../../src/node/yaml-parser.js';
import { defaultSettings } from '../../src/settings.js';

const source = (text: string) => {
  const { ast, services } = yamlParser.parseForESLint(text);
  return { text, ast, parserServices: services };
};
const services = (text: string, named = false) => specificationsOf(source(text), named).map(({ services: all }) => all.map(({ name }) => name));

describe('specificationsOf', () => {
  it('finds documents by two parts of a service', () => {
    expect(services('services:\n  a: { domain: x, apis: [] }\n  b: {}\n---\nservices: { c: { responsibilities: [], events: { publishes: [] } } }\n')).toEqual([['a', 'b'], ['c']]);
  });

  it('needs no parts where the user says so, or the file names its schema', () => {
    expect(services('services: { a: {} }\n')).toEqual([]);
    expect(services('services: { a: {} }\n', true)).toEqual([['a']]);
    expect(services('# yaml-language-server: $schema=../schemas/architecture.schema.json\nservices: { a: {} }\n')).toEqual([['a']]);
  });

  it('leaves other documents alone, whatever the user says', () => {
    expect(services('services: { a: { domain: x, apis: [], image: y } }\n', true)).toEqual([]);
    expect(services('openapi: 3.1.0\nservices: { a: { domain: x, apis: [] } }\n', true)).toEqual([]);
    expect(services('services: [{ domain: x, apis: [] }]\n', true)).toEqual([]);
  });

  it('reads lists as far as they are lists of texts', () => {
    const [specification] = specificationsOf(source('services:\n  a: { domain: x, apis: [GET /a, [], ~, ""], events: { publishes: a, subscribes: [1] }, database: { engine: mysql, name: shop } }\nexternal_events: { a: 1 }\n'));
    const [service] = specification!.services;
    expect(service!.apis?.map(({ text }) => text)).toEqual(['GET /a']);
    expect(service!.publishes).toBeUndefined();
    expect(service!.subscribes?.map(({ text }) => text)).toEqual(['1']);
    expect([service!.engine?.text, service!.database?.text]).toEqual(['mysql', 'shop']);
    expect(specification!.external).toEqual([]);
  });

  it('throws on nothing', () => {
    for (const text of ['', '---\n', 'services:', 'services: ~', 'services: { ? [a] : b }', 'services: &a { b: *a }', 'services: { a: &b { domain: *b, apis: *b, responsibilities: *b } }', 'x: *services\n', 'services: { a: { domain: x, apis: [*missing] } }']) {
      for (const specification of specificationsOf(source(text), true)) expect([formFaults(specification), serviceCycles(specification)]).toBeDefined();
    }
  });

  it('gives up on aliases of aliases', () => {
    const levels = Array.from({ length: 30 }, (_, index) => `x-${index + 1}: &l${index + 1} [*l${index}, *l${index}]`).join('\n');
    const [specification] = specificationsOf(source(`x-0: &l0 [a, a]\n${levels}\nservices:\n  a: { domain: x, apis: *l30, team: y }\n`), true);
    expect(formFaults(specification!)).toEqual([]);
  });
});

describe('names', () => {
  it('compare in any style, events without prefix of style and version', () => {
    for (const name of ['order_created', 'OrderCreated', 'order.created', 'ORDER-CREATED', 'order/created/v2', 'OrderCreatedV2', 'order.created.v1']) expect(eventKey(name)).toBe('order created');
    expect(nameKey('user_service')).toBe(nameKey('UserService'));
  });

  it('of folders and hosts may leave out what says that it is a service', () => {
    for (const name of ['order-service', 'orderService', 'order', 'orders', 'order_svc', 'Orders']) expect(isNamed(name, 'order_service')).toBe(true);
    for (const name of ['', 'service', 'order-history', 'border', 'order-service-tests']) expect(isNamed(name, 'order_service')).toBe(false);
  });
});

describe('engineOf', () => {
  it.each([['postgres', 'postgresql'], ['PostgreSQL 16', 'postgresql'], ['postgres:16', 'postgresql'], ['cockroachdb', 'postgresql'], ['aurora-mysql', 'mysql'], ['MariaDB', 'mysql'], ['mongo', 'mongodb'], ['better-sqlite3', 'sqlite'], ['Valkey', 'redis'], ['SQL Server', 'mssql']])('%s is %s', (name, engine) => {
    expect(engineOf(name)).toBe(engine);
  });

  it('knows nothing of others', () => {
    for (const name of ['', 'none', 'aurora', 'dynamodb', 'postgresql and redis']) expect(engineOf(name)).toBeUndefined();
  });
});

describe('the specification of the settings', () => {
  const context = (cwd: string, spec: string) => ({ cwd, settings: { ...defaultSettings, spec } }) as FileContext;

  it.each([
    ['/repo', 'architecture.yaml', '/repo/architecture.yaml'],
    ['/repo/apps/a', '../../docs/./architecture.yaml', '/repo/docs/architecture.yaml'],
    ['/repo', '/etc/architecture.yaml', '/etc/architecture.yaml'],
    [String.raw`C:\repo\app`, '../architecture.yaml', String.raw`C:\repo\architecture.yaml`],
    [String.raw`C:\repo`, 'D:/architecture.yaml', String.raw`D:\architecture.yaml`],
    ['/', '../../architecture.yaml', '/architecture.yaml'],
  ])('in %s, %s is %s', (cwd, spec, file) => expect(specificationFile(context(cwd, spec))).toBe(file));

  const read = (file: string, ...all: readonly Partial<ServiceFacts>[]) => ({ file, services: all, events: new Map(), statesCalls: false, statesHelpers: false }) as unknown as ReadSpecification;
  const owner = (specification: ReadSpecification, filename: string) => serviceOfFile(specification, filename)?.name;

  it('tells the service of a file by folders, from its own place on', () => {
    const root = read('/repo/architecture.yaml', { name: 'order_service' }, { name: 'billing', path: './legacy/invoices/' });
    expect(owner(root, '/repo/order/src/app.ts')).toBe('order_service');
    expect(owner(root, '/repo/services/order-service/app.ts')).toBe('order_service');
    expect(owner(root, '/repo/legacy/invoices/app.ts')).toBe('billing');
    expect(owner(root, '/repo/legacy/invoices-old/app.ts')).toBeUndefined();
    expect(owner(root, '/repo/gateway/src/order/app.ts')).toBeUndefined();
    expect(owner(root, '/repo/order.ts')).toBeUndefined();
    expect(owner(read('/repo/docs/architecture.yaml', { name: 'order_service' }), '/repo/apps/orders/app.ts')).toBe('order_service');
    expect(owner(read('/repo/docs/architecture.yaml', { name: 'docs' }), '/repo/docs/app.ts')).toBeUndefined();
    expect(owner(read(String.raw`C:\repo\architecture.yaml`, { name: 'order_service' }), String.raw`C:\repo\apps\orders\app.ts`)).toBe('order_service');
  });
});
