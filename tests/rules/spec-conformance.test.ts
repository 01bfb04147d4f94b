import { afterAll, describe, expect, it } from 'vitest';
import * as tsParser from '@typescript-eslint/parser';
import { Linter, type Rule as EslintRule } from 'eslint';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import rule from '../../src/rules/service-specification/spec-conformance.js';
import { projectOf } from '../helpers/project.js';
import { testRule, type Case } from '../helpers/rule-tester.js';

setHost(nodeHost());

const architecture = `services:
  order_service:
    domain: orders
    responsibilities: [orders]
    apis: []
    database: postgresql
    cache: redis
    events:
      publishes: [order_created, OrderPaid]
      subscribes: [payment_confirmed, "stock.*"]
    calls: [user_service]
  user_service:
    domain: users
    responsibilities: [users]
    apis: []
    database: { engine: mongodb, name: users }
    events: { publishes: [user_created], subscribes: [order_created] }
  PaymentService:
    domain: payments
    responsibilities: [payments]
    apis: []
    database: none
    events: { publishes: [], subscribes: [] }
  billing:
    path: ./legacy/invoices/
    domain: billing
    responsibilities: [billing]
    apis: []
    database: aurora
    events: { publishes: nothing, subscribes: [] }
external_events: [payment_confirmed]
`;
/** Nobody says a word of calls and caches. */
const sparse = `services:
  orders: { domain: a, responsibilities: [a], apis: [], database: cockroachdb, events: { publishes: [], subscribes: [] } }
  users: { domain: a, responsibilities: [a], apis: [], database: 'MySQL 8', events: { publishes: [], subscribes: [] } }
`;
const project = projectOf({
  'package.json': { name: 'shop', dependencies: { kafkajs: '2.2.4' } },
  'architecture.yaml': architecture,
  'docs/sparse.yml': sparse,
  'docs/broken.yaml': 'services: [\n  a: {',
  'docs/compose.yaml': 'services:\n  orders: { image: "shop/orders:1" }\n',
  'services/order-service/src/topics.ts': "export const CANCELLED = 'order.cancelled'; export const Topics = { created: 'order.created', lost: 'order.lost' } as const; export enum Events { Sent = 'order.sent' } export class Names { static readonly Sold = 'order.sold'; }",
  'services/order-service/src/config.ts': "export const PAYMENTS_URL = process.env.PAYMENTS_URL || 'http://payment-service:3000'; export const config = { usersUrl: process.env.USERS_URL ?? 'http://user-service:3000', paymentsUrl: process.env.PAYMENTS_URL ?? 'http://payment:3000' };",
  'services/order-service/src/broker.ts': `import { Kafka } from 'kafkajs';
const producer = new Kafka({ brokers: ['kafka:9092'] }).producer();
const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'orders' });
export const sendMessage = async (topic: string, message: unknown) => { await producer.send({ topic, messages: [{ value: JSON.stringify(message) }] }); };
export async function hear(handler: () => void, topic: string) { await consumer.subscribe({ topics: [topic] }); }
export async function hearAll(topics: string[]) { await consumer.subscribe({ topics, fromBeginning: true }); }
export const log = (topic: string) => console.log(topic);
export class Broker { async publish(topic: string, value: string) { await producer.send({ topic, messages: [{ value }] }); } }
`,
});
afterAll(() => project.remove());

const settings = { spec: project.path('architecture.yaml') };
const orders = (code: string, file = 'services/order-service/src/app.ts'): Case => ({ code, filename: project.path(file), settings });
const kafka = "import { Kafka } from 'kafkajs'; const kafka = new Kafka({ brokers: ['kafka:9092'] }); const producer = kafka.producer(); const consumer = kafka.consumer({ groupId: 'a' });";
const publish = (topic: string) => `${kafka} export const run = () => producer.send({ topic: ${topic}, messages: [] });`;
const amqp = "import amqp from 'amqplib'; const connection = await amqp.connect('amqp://rabbit'); const channel = await connection.createChannel();";
const bus = "import { EventEmitter } from 'node:events'; const bus = new EventEmitter();";
const get = (url: string, head = '') => `${head} export const run = () => fetch(${url});`;
const publishes = (event: string, service = 'order_service') => ({ messageId: 'publishes', data: { service, event } });
const subscribes = (event: string, service = 'order_service') => ({ messageId: 'subscribes', data: { service, event } });
const opens = (call: string, engine: string, stated: string, service = 'order_service') => ({ messageId: 'opens', data: { call, service, engine, stated } });

testRule(rule, {
  valid: {
    // Settings and places
    'no specification in the settings': { ...orders(publish("'order.cancelled'")), settings: {} },
    'a file of no service': orders(publish("'order.cancelled'"), 'tools/notify.ts'),
    'a folder of the name inside of another package': orders(publish("'order.cancelled'"), 'gateway/src/order/app.ts'),
    'a file of the name': orders(publish("'order.cancelled'"), 'src/order.ts'),
    'a name that only begins alike': orders(publish("'order.cancelled'"), 'services/orders-archive/app.ts'),
    'a folder of a service that states another path': orders(publish("'order.cancelled'"), 'services/billing/app.ts'),
    'a list that is none': orders(publish("'order.cancelled'"), 'legacy/invoices/app.ts'),
    'text without a file': { code: publish("'order.cancelled'"), settings },
    'a test': orders(publish("'order.cancelled'"), 'services/order-service/test/app.test.ts'),
    // Events
    'declared events in any style': orders(`${kafka} for (const topic of []) {} producer.send({ topic: 'order-created', messages: [] }); producer.send({ topic: 'orderPaid', messages: [] }); producer.send({ topic: 'ORDER_CREATED', messages: [] });`),
    'a prefix and a version': orders(publish("'shop.order.created.v2'")),
    'declared subscriptions': orders(`${kafka} consumer.subscribe({ topic: 'PaymentConfirmed' }); consumer.subscribe({ topics: ['stock.reserved', 'payment.confirmed'] });`),
    'an own event': orders(`${kafka} consumer.subscribe({ topic: 'order.created' });`),
    'patterns': orders(`${kafka} consumer.subscribe({ topic: 'user.*' });`),
    'a topic of many events, a command, a dead-letter topic': orders(`${publish("'orders'")} producer.send({ topic: 'order-events', messages: [] }); producer.send({ topic: 'create_invoice', messages: [] }); producer.send({ topic: 'order.failed.dlq', messages: [] });`),
    'a name that is only known at run time': orders(`${publish('process.env.TOPIC')} export const send = (topic: string) => producer.send({ topic, messages: [] }); producer.send({ topic: \`order.\${kind}\`, messages: [] });`),
    'a queue of jobs': orders("import { Queue } from 'bullmq'; const queue = new Queue('orders'); export const run = () => queue.add('invoice_created', {});"),
    'the name of a queue': orders(`${amqp} channel.sendToQueue('mail.wanted', data); channel.consume('orders.unprocessed', f); channel.bindQueue('orders.unprocessed', 'shop', 'payment.confirmed');`),
    'an emitter inside the process': orders(`${bus} bus.emit('cache.refreshed'); bus.on('cache.refreshed', f); bus.on('error', f);`),
    'what a server tells browsers': orders("import { Server } from 'socket.io'; const io = new Server(); io.emit('user_created', {});"),
    'a question to another service': orders("import { MessagePattern } from '@nestjs/microservices'; class A { @MessagePattern('user_created') on() {} }"),
    'functions that are no publishers': orders("import { log } from './broker'; log('order.cancelled'); import { x } from './missing'; x('order.cancelled'); console.log('order.cancelled');"),
    'a declared event through a function': orders("import { sendMessage } from './broker'; export const run = () => sendMessage('order.created', {});"),
    // Calls
    'a declared call': orders(get("'http://user-service:3000/users'")),
    'a call of itself, of the outside and of what is no service': orders(`${get("'http://order-service/orders'")} fetch('https://api.stripe.com/v1'); fetch('http://search:9200/_search'); fetch('https://payment.example.com');`),
    'a probe': orders(get("'http://payment-service:3000/health'")),
    'calls where nobody states any': { ...orders(get("'http://users:3000/users'"), 'orders/app.ts'), settings: { spec: project.path('docs/sparse.yml') } },
    // Databases
    'its own engine and its cache': orders("import { Pool } from 'pg'; import { Redis } from 'ioredis'; export const pool = new Pool(); export const cache = new Redis();"),
    'engines that take the same clients': { ...orders("import { Pool } from 'pg'; export const pool = new Pool();", 'orders/app.ts'), settings: { spec: project.path('docs/sparse.yml') } },
    'an engine with its version, and a cache where nobody states any': { ...orders("import mysql from 'mysql2/promise'; import { createClient } from 'redis'; export const pool = mysql.createPool({}); export const cache = createClient();", 'apps/users/app.ts'), settings: { spec: project.path('docs/sparse.yml') } },
    'an engine that nobody knows': orders("import { MongoClient } from 'mongodb'; export const client = new MongoClient(url);", 'legacy/invoices/db.ts'),
    'an engine that only the environment knows': orders("import { DataSource } from 'typeorm'; export const db = new DataSource({ type: process.env.DB_TYPE }); import { PrismaClient } from '@prisma/client'; export const prisma = new PrismaClient();"),
    'the engine of an option': orders("import knex from 'knex'; export const db = knex({ client: 'pg', connection: url }); import { DataSource } from 'typeorm'; export const other = new DataSource({ type: 'postgres' });"),
    'types of another engine': orders("import type { MongoClient } from 'mongodb'; export type A = MongoClient;"),
    'a migration from another engine': orders("import { MongoClient } from 'mongodb'; export const client = new MongoClient(url);", 'services/order-service/migrations/1.ts'),
  },
  invalid: {
    // Places
    ...Object.fromEntries(['order-service', 'order', 'orderService', 'OrderService', 'services/order_service', 'apps/order/src', 'packages/order-service', 'src/orders', 'src/modules/order', 'backend/services/order-service/src'].map((folder) => [
      `code in ${folder}`, { ...orders(publish("'order.cancelled'"), `${folder}/app.ts`), errors: [publishes('order.cancelled')] },
    ])),
    'code at the path that a service states': { ...orders(`${kafka} consumer.subscribe({ topic: 'user.created' });`, 'legacy/invoices/src/app.ts'), errors: [subscribes('user.created', 'billing')] },
    'a specification in a folder of its own': { ...orders("import { Pool } from 'pg'; export const pool = new Pool();", 'apps/users/app.ts'), settings: { spec: project.path('docs/sparse.yml') }, errors: [opens('new Pool()', 'postgresql', '`MySQL 8`', 'users')] },
    // The specification
    'a missing specification': { ...orders(publish("'order.cancelled'")), settings: { spec: project.path('nowhere.yaml') }, errors: [{ messageId: 'unreadable', data: { spec: project.path('nowhere.yaml') }, line: 1, column: 1 }] },
    'one that is no YAML': { ...orders(publish("'order.cancelled'")), settings: { spec: project.path('docs/broken.yaml') }, errors: ['unreadable'] },
    'one that is something else': { ...orders(publish("'order.cancelled'")), settings: { spec: project.path('docs/compose.yaml') }, errors: ['unreadable'] },
    // Events
    'undeclared events, each once': { ...orders(`${publish("'order.cancelled'")} producer.send({ topic: 'OrderCancelled', messages: [] }); consumer.subscribe({ topics: ['user.created', 'user.deleted'] });`), errors: [publishes('order.cancelled'), subscribes('user.created'), subscribes('user.deleted')] },
    'an event that it only hears': { ...orders(publish("'payment.confirmed'")), errors: [publishes('payment.confirmed')] },
    'CommonJS and JavaScript': { ...orders("const { Kafka } = require('kafkajs'); const producer = new Kafka({}).producer(); exports.run = () => producer.send({ topic: 'order.cancelled', messages: [] });", 'services/order-service/app.js'), language: 'js', sourceType: 'commonjs', errors: [publishes('order.cancelled')] },
    'a constant': { ...orders(`const TOPIC = 'order.cancelled'; ${publish('TOPIC')}`), errors: [publishes('order.cancelled')] },
    'constants of another file': {
      ...orders(`import { CANCELLED, Topics, Events, Names } from './topics'; import * as topics from './topics'; ${kafka} const send = (name: string) => name; producer.send({ topic: CANCELLED, messages: [] }); producer.send({ topic: Topics.created, messages: [] }); producer.send({ topic: Topics.lost, messages: [] }); producer.send({ topic: Events.Sent, messages: [] }); producer.send({ topic: Names.Sold, messages: [] }); consumer.subscribe({ topic: topics.CANCELLED });`),
      errors: [publishes('order.cancelled'), publishes('order.lost'), publishes('order.sent'), publishes('order.sold'), subscribes('order.cancelled')],
    },
    'through functions and methods of another file': {
      ...orders("import { sendMessage, hear, hearAll, Broker } from './broker'; const broker = new Broker(); export const run = () => { sendMessage('order.cancelled', {}); hear(() => {}, 'user.deleted'); broker.publish('order.lost', ''); hearAll(['payment.confirmed', 'user.created']); };"),
      errors: [publishes('order.cancelled'), subscribes('user.deleted'), publishes('order.lost'), subscribes('user.created')],
    },
    'through an injected class and with a constant': {
      ...orders("import { Broker } from './broker'; import { CANCELLED } from './topics'; export class Orders { constructor(private readonly broker: Broker) {} run() { return this.broker.publish(CANCELLED, ''); } }"),
      errors: [publishes('order.cancelled')],
    },
    'through a function of the file': { ...orders(`${kafka} const send = (topic: string) => producer.send({ topic, messages: [] }); export const run = () => send('order.cancelled');`), errors: [publishes('order.cancelled')] },
    'RabbitMQ: routing keys, and queues with the name of an event': {
      ...orders(`${amqp} channel.publish('shop', 'order.cancelled', data); channel.bindQueue('orders', 'shop', 'user.deleted'); channel.consume('user.created', f);`),
      errors: [publishes('order.cancelled'), subscribes('user.deleted'), subscribes('user.created')],
    },
    'NATS': { ...orders("import { connect } from 'nats'; const nc = await connect({}); nc.publish('order.cancelled'); nc.subscribe('user.created');"), errors: [publishes('order.cancelled'), subscribes('user.created')] },
    'NestJS': { ...orders("import { EventPattern, ClientProxy } from '@nestjs/microservices'; class A { constructor(private client: ClientProxy) {} @EventPattern('user_created') on() { this.client.emit('order_cancelled', {}); } }"), errors: [subscribes('user_created'), publishes('order_cancelled')] },
    'an emitter with an event that the specification knows': { ...orders(`${bus} bus.emit('user.created'); bus.on('user.created', f);`), errors: [publishes('user.created'), subscribes('user.created')] },
    'a channel of Redis with such an event': { ...orders("import { Redis } from 'ioredis'; const redis = new Redis(); export const run = () => redis.publish('user_created', '');"), errors: [publishes('user_created')] },
    'a script that publishes': { ...orders(publish("'order.cancelled'"), 'services/order-service/scripts/run.ts'), errors: [publishes('order.cancelled')] },
    // Calls
    'an undeclared call, once': { ...orders(`${get("'http://payment-service:3000/payments'")} fetch('https://payments.internal'); fetch(\`http://PaymentService/a/\${id}\`);`), errors: [{ messageId: 'calls', data: { service: 'order_service', other: 'PaymentService' } }] },
    'a service that states no calls among some that do': { ...orders(get("'http://order.shop.svc.cluster.local/orders'"), 'services/user/app.ts'), errors: [{ messageId: 'calls', data: { service: 'user_service', other: 'order_service' } }] },
    'a default of the environment, here and in another file': {
      ...orders(`import { PAYMENTS_URL, config } from './config'; ${get('`${PAYMENTS_URL}/a`')} fetch(\`\${config.usersUrl}/a\`); const local = process.env.BILLING_URL ?? 'http://billing:3000'; fetch(local);`),
      errors: [{ messageId: 'calls', data: { service: 'order_service', other: 'PaymentService' } }, { messageId: 'calls', data: { service: 'order_service', other: 'billing' } }],
    },
    'a client with a base URL': { ...orders("import axios from 'axios'; export const payments = axios.create({ baseURL: 'http://payment:3000' });"), errors: ['calls'] },
    // Databases
    'another engine': { ...orders("import { MongoClient } from 'mongodb'; export const client = new MongoClient(url);"), errors: [opens('new MongoClient()', 'mongodb', '`postgresql`')] },
    'a database where none is': { ...orders("import mongoose from 'mongoose'; mongoose.connect(url);", 'services/payment-service/db.ts'), errors: [opens('mongoose.connect()', 'mongodb', 'that it has no database', 'PaymentService')] },
    'an engine of an option': { ...orders("import { Sequelize } from 'sequelize'; export const db = new Sequelize('a', 'b', 'c', { dialect: 'mysql' });"), errors: [opens('new Sequelize()', 'mysql', '`postgresql`')] },
    'a cache where others state theirs': { ...orders("import { createClient } from 'redis'; export const cache = createClient();", 'services/user-service/cache.ts'), errors: [opens('createClient()', 'redis', 'no such cache or queue', 'user_service')] },
  },
});

function lint(code: string, filename: string, given: object): string[] {
  const messages = new Linter({ configType: 'flat', cwd: project.root }).verify(code, [{
    files: ['**/*.ts'],
    languageOptions: { parser: tsParser as Linter.Parser },
    plugins: { archprinciples: { rules: { 'spec-conformance': rule as unknown as EslintRule.RuleModule } } },
    settings: { archprinciples: given },
    rules: { 'archprinciples/spec-conformance': 'error' },
  }], { filename: project.path(filename) });
  return messages.map(({ messageId, message }) => messageId ?? message);
}

describe('the specification', () => {
  it('is found from the working directory, with dots on the way', () => {
    expect(lint(publish("'order.cancelled'"), 'order/app.ts', { spec: './docs/../architecture.yaml' })).toEqual(['publishes']);
  });

  it('is read again when it changes', () => {
    const given = { spec: 'changing.yaml' };
    project.write('changing.yaml', sparse);
    setHost(nodeHost());
    expect(lint(publish("'user.created'"), 'orders/app.ts', given)).toEqual(['publishes']);
    project.write('changing.yaml', sparse.replace('publishes: []', 'publishes: [user.created]'));
    // A host keeps what it has read for a second.
    setHost(nodeHost());
    expect(lint(publish("'user.created'"), 'orders/app.ts', given)).toEqual([]);
  });

  it('may hold odd values', () => {
    project.write('odd.yaml', 'x: &a [*a]\nservices:\n  orders: &o { events: { publishes: [~, 1, [a], {}], subscribes: *o }, database: [], calls: {} }\n  users: ~\nexternal_events: 1\n');
    expect(lint(publish("'order.cancelled'"), 'orders/app.ts', { spec: 'odd.yaml' })).toEqual(['publishes']);
  });

  it('is nothing to a rule that the settings give none', () => {
    const visitor = (given: object) => {
      const linter = new Linter({ configType: 'flat' });
      linter.verify(publish("'order.cancelled'"), []);
      return rule.create({ sourceCode: linter.getSourceCode(), filename: project.path('orders/app.ts'), cwd: project.root, options: [], settings: given } as never);
    };
    expect(visitor({})).toEqual({});
    expect(visitor({ archprinciples: { crossFile: false } })).toEqual({});
    expect(visitor({ archprinciples: { spec: 'architecture.yaml' } })).toHaveProperty('Program');
  });

  it('is not looked for where there are no files', () => {
    setHost({ resolve: () => undefined, read: () => undefined, manifest: () => undefined });
    expect(lint(publish("'order.cancelled'"), 'orders/app.ts', { spec: 'architecture.yaml' })).toEqual([]);
    setHost(nodeHost());
  });
});
