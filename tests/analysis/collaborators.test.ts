import { describe, expect, it } from 'vitest';
import { classDependencies } from '../../src/analysis/class-dependencies.js';
import { collaborators } from '../../src/analysis/collaborators.js';
import { globalDependencies } from '../../src/analysis/global-dependencies.js';
import { functionName } from '../../src/analysis/syntax.js';
import { sourceOf } from '../helpers/source.js';

describe('collaborators', () => {
  const named = (code: string, language?: 'js') => collaborators(sourceOf(code, language && { language, sourceType: 'commonjs' })).map(({ name }) => name);

  it.each([
    ['a client of the catalog', `import { Redis as R } from 'ioredis'; new R();`, ['Redis']],
    ['a factory of the catalog', `import { createClient } from 'redis'; createClient();`, ['createClient']],
    ['an HTTP-only client', `import { S3Client } from '@aws-sdk/client-s3'; new S3Client({});`, ['S3Client']],
    ['imported classes', `import A, { OrderService, CartStore as B, Money } from './a'; new A(); new OrderService(); new B(); new Money();`, ['OrderService', 'CartStore']],
    ['a default import by its local name', `import EventBus from './a'; new EventBus();`, ['EventBus']],
    ['none: a server', `import { WebSocketServer } from 'ws'; new WebSocketServer({ port: 1 });`, []],
    ['none: an in-memory cache', `import NodeCache from 'node-cache'; new NodeCache();`, []],
    ['none: a class the catalog knows as something else', `import { MemoryStore } from 'express-session'; new MemoryStore();`, []],
    ['none: a class of the file', `class OrderService {} new OrderService();`, []],
    ['none: a namespace', `import * as a from './a'; new a.OrderService();`, []],
    ['none: tracing', `import { Langfuse } from 'langfuse'; new Langfuse();`, []],
    ['none: computed', `import { OrderService } from './a'; new (pick(OrderService))();`, []],
  ])('%s', (_, code, expected) => {
    expect(named(code)).toEqual(expected);
  });

  it('required classes', () => {
    const code = `const MailGateway = require('./a'); const { CartStore, other: OrderBus } = require('./b'); const C = require('./c').UserRepository; new MailGateway(); new CartStore(); new OrderBus(); new C();`;
    expect(named(code, 'js')).toEqual(['MailGateway', 'CartStore', 'UserRepository']);
  });
});

describe('instances of module level that functions work with', () => {
  const users = (code: string) => globalDependencies(sourceOf(`import { PrismaClient } from '@prisma/client'; ${code}`)).map(({ id, users: fns }) => [id.name, ...fns.map((fn) => functionName(fn))]);

  it.each([
    ['the outermost function', `const db = new PrismaClient(); export function f() { return [1].map(() => db.user.count()); }`, [['db', 'f']]],
    ['the method', `const db = new PrismaClient(); export const make = () => class { list() { return db.user.count(); } };`, [['db', 'list']]],
    ['both sides of ??', `const db = globalThis.db ?? new PrismaClient(); export const f = () => db.user.count();`, [['db', 'f']]],
    ['what is also assigned', `const db = (globalThis.db = new PrismaClient()); export const f = () => db.user.count();`, [['db', 'f']]],
    ['none: a part of something else', `const parts = { db: new PrismaClient() }; export const f = () => parts.db.user.count();`, []],
    ['none: an argument', `const repo = wrap(new PrismaClient()); export const f = () => repo.user.count();`, []],
    ['none: a member that is read', `const db = new PrismaClient(); export const f = () => db.user;`, []],
    ['none: in a function', `export function f() { const db = new PrismaClient(); return db.user.count(); }`, []],
    ['none: in a block', `{ const db = new PrismaClient(); globalThis.f = () => db.user.count(); }`, []],
    ['none: started here through another', `const db = new PrismaClient(); async function load() { await db.user.count(); } async function main() { if (process.env.LOAD) await load(); } main();`, []],
    ['none: called where it stands', `const db = new PrismaClient(); export const n = await (async () => db.user.count())();`, []],
    ['none: destructured', `const { user } = new PrismaClient(); export const f = () => user.count();`, []],
  ])('%s', (_, code, expected) => {
    expect(users(code)).toEqual(expected);
  });
});

describe('what classes make for themselves', () => {
  const made = (name: string, client: string) => {
    const imports = `import { PrismaClient } from '@prisma/client'; import { Redis } from 'ioredis'; import Stripe from 'stripe'; import OpenAI from 'openai'; import { S3Client } from '@aws-sdk/client-s3'; import { OrderRepository, HttpClient } from './a';`;
    return classDependencies(sourceOf(`${imports} export class ${name} { made = new ${client}(); }`)).length === 1;
  };

  it.each([
    ['OrderService', 'PrismaClient', true], ['OrderRepository', 'PrismaClient', true], ['OrderController', 'Redis', true], ['ResearchAgent', 'OpenAI', true], ['OrderService', 'OrderRepository', true],
    ['Orders', 'OrderRepository', true], ['PaymentGateway', 'OrderRepository', true], ['OrderService', 'HttpClient', true], ['UploadHandler', 'Stripe', true],
    ['PrismaService', 'PrismaClient', false], ['DatabaseService', 'PrismaClient', false], ['Database', 'PrismaClient', false], ['CacheService', 'Redis', false], ['RedisManager', 'Redis', false],
    ['PaymentService', 'Stripe', false], ['StripeHandler', 'Stripe', false], ['ChatService', 'OpenAI', false], ['GroqSpeech', 'OpenAI', false], ['FileStorageService', 'S3Client', false],
    ['ShopClient', 'HttpClient', false], ['HttpService', 'HttpClient', false], ['App', 'OrderRepository', false], ['OrderModule', 'OrderRepository', false], ['ServiceFactory', 'OrderRepository', false],
  ])('%s with a %s: %s', (name, client, expected) => {
    expect(made(name, client)).toBe(expected);
  });
});
