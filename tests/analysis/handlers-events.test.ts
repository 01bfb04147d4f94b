import { describe, expect, it } from 'vitest';
import { handlersIn } from '../helpers/handlers.js';

const js = { language: 'js' } as const;
const cjs = { language: 'js', sourceType: 'commonjs' } as const;

describe('queues and topics', () => {
  it.each([
    ["import { Worker } from 'bullmq'; new Worker('mail', async (job) => {}, { connection });", 'queue | BullMQ | mail | the `mail` job processor | handled'],
    ["import { Worker as W } from 'bullmq'; const run = async (job) => {}; const w = new W('mail', run); w.on('completed', (job) => {}); w.on('ready', () => {});",
      'queue | BullMQ | mail | `run` | handled\nevent | BullMQ | completed | the `completed` listener | unhandled'],
    ["const Queue = require('bull'); const q = new Queue('pdf'); q.process(5, async (job) => {}); q.process('one', async (job) => {});",
      'queue | Bull | this job processor | handled\nqueue | Bull | one | the `one` job processor | handled'],
    ["const { Kafka } = require('kafkajs'); const consumer = new Kafka({}).consumer({ groupId: 'a' }); consumer.run({ eachMessage: async ({ message }) => {} });",
      'topic | KafkaJS | `eachMessage` | handled'],
    ["import { Kafka } from 'kafkajs'; class Service { constructor(consumer) { this.consumer = new Kafka({}).consumer({}); } start() { return this.consumer.run({ eachBatch: this.batch.bind(this) }); } async batch(payload) {} }",
      'topic | KafkaJS | `Service.batch` | handled'],
    ["import amqp from 'amqplib'; const connection = await amqp.connect(url); const channel = await connection.createChannel(); await channel.consume('orders', async (msg) => {});",
      'topic | amqplib | orders | the `orders` consumer | unhandled'],
    ["const amqp = require('amqplib/callback_api'); amqp.connect(url, (e, connection) => { connection.createChannel((e2, channel) => { channel.consume('q', (msg) => {}); }); });",
      'topic | amqplib callback API | q | the `q` consumer | unhandled'],
    ["import { connect } from 'nats'; const nc = await connect(); nc.subscribe('a.b', { callback: (err, msg) => {} });", 'topic | NATS | a.b | the `a.b` consumer | unhandled'],
    ["import { PubSub } from '@google-cloud/pubsub'; const s = new PubSub().subscription('s'); s.on('message', (m) => {}); s.on('error', (e) => {});",
      'topic | Google Cloud Pub/Sub | message | the `message` consumer | unhandled'],
    ["import { Consumer } from 'sqs-consumer'; Consumer.create({ queueUrl, handleMessage: async (message) => {} }).start();", 'queue | sqs-consumer | `handleMessage` | handled'],
    ["import Agenda from 'agenda'; const a = new Agenda(); a.define('mail', { priority: 'high' }, async (job) => {});", 'queue | Agenda | mail | the `mail` job processor | handled'],
    ["import PgBoss from 'pg-boss'; const boss = new PgBoss(url); await boss.work('mail', { batchSize: 1 }, async ([job]) => {});", 'queue | pg-boss | mail | the `mail` job processor | handled'],
    ["import { run } from 'graphile-worker'; await run({ taskList: { hello: async (payload, helpers) => {} } });", 'queue | Graphile Worker | `hello` | handled'],
    ["import { Inngest } from 'inngest'; const inngest = new Inngest({ id: 'a' }); export const f = inngest.createFunction({ id: 'f' }, { event: 'x' }, async ({ event }) => {});",
      'queue | Inngest | f | the `f` job processor | handled'],
    ["import mqtt from 'mqtt'; const client = mqtt.connect(url); client.on('message', (topic, payload) => {}); client.on('connect', () => {});", 'topic | MQTT.js | message | the `message` consumer | unhandled'],
  ])('%s', (code, lines) => {
    expect(handlersIn(code, code.includes('require(') ? cjs : js)).toEqual(lines.split('\n'));
  });
});

describe('sockets, events and cron', () => {
  it.each([
    ["import { WebSocketServer } from 'ws'; const wss = new WebSocketServer({ port: 1 }); wss.on('connection', (ws) => { ws.on('message', (data) => {}); ws.on('close', () => {}); });",
      'socket | ws | connection | the `connection` socket listener | unhandled\nsocket | ws | message | the `message` socket listener | unhandled'],
    ["const WebSocket = require('ws'); const wss = new WebSocket.Server({}); wss.on('connection', onConnection); function onConnection(socket) { socket.on('message', (m) => {}); }",
      'socket | ws | connection | `onConnection` | unhandled\nsocket | ws | message | the `message` socket listener | unhandled'],
    ["import { Server } from 'socket.io'; const io = new Server(http); io.of('/chat').on('connection', (socket) => { socket.on('say', async (text, ack) => {}); }); io.use((socket, next) => next());",
      'socket | Socket.IO | connection | the `connection` socket listener | unhandled\nsocket | Socket.IO | say | the `say` socket listener | unhandled\nmiddleware | Socket.IO | this middleware | unhandled'],
    ["const io = require('socket.io')(server); io.on('connection', (socket) => {});", 'socket | Socket.IO | connection | the `connection` socket listener | unhandled'],
    ["import { EventEmitter } from 'node:events'; class Bus extends EventEmitter {} const bus = new Bus(); bus.on('order', (o) => {}); bus.once('order', () => {}); bus.on('error', () => {});",
      'event | EventEmitter | order | the `order` listener | unhandled'],
    ["import cron from 'node-cron'; cron.schedule('* * * * *', () => {});", 'cron | node-cron | * * * * * | the `* * * * *` cron job | unknown'],
    ["import { CronJob } from 'cron'; new CronJob('0 0 * * *', function () {}); CronJob.from({ cronTime: '1', onTick: () => {} });",
      'cron | cron | 0 0 * * * | the `0 0 * * *` cron job | unknown\ncron | cron | 1 | the `1` cron job | unknown'],
    ["const schedule = require('node-schedule'); schedule.scheduleJob('x', '* * * * *', () => {});", 'cron | node-schedule | x | the `x` cron job | unknown'],
  ])('%s', (code, lines) => {
    expect(handlersIn(code, code.includes('require(') ? cjs : js)).toEqual(lines.split('\n'));
  });

  it('are not the listeners of a browser, a stream or an emitter nobody knows', () => {
    expect(handlersIn(`
      import { createReadStream } from 'node:fs';
      document.addEventListener('click', (event) => {});
      createReadStream('a').on('data', (chunk) => {});
      emitter.on('x', (y) => {});
      process.on('exit', () => {});
      new Worker('worker.js', (x) => x);
    `, js)).toEqual([]);
  });
});

describe('tools of language models', () => {
  it('are handlers of an MCP server', () => {
    expect(handlersIn(`
      import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
      const server = new McpServer({ name: 'a', version: '1' });
      server.registerTool('read', { inputSchema }, async ({ path }) => ({ content: [] }));
      server.tool('list', async () => ({ content: [] }));
    `)).toEqual(['tool | MCP server | read | the `read` tool | handled', 'tool | MCP server | list | the `list` tool | handled']);
  });
});

describe('tools of agent SDKs', () => {
  it.each([
    ["import { tool } from 'ai'; const weather = tool({ description: 'd', inputSchema: s, execute: async ({ city }) => city });", 'tool | AI SDK | `execute` | handled'],
    ["import { tool } from '@openai/agents'; const weather = tool({ name: 'weather', parameters: s, execute: async ({ city }) => city });", 'tool | OpenAI Agents SDK | weather | the `weather` tool | handled'],
    ["import { tool } from '@langchain/core/tools'; const weather = tool(async ({ city }) => city, { name: 'weather', schema: s });", 'tool | LangChain core | weather | `weather` | handled'],
    ["import { tool } from '@anthropic-ai/claude-agent-sdk'; const weather = tool('weather', 'd', {}, async ({ city }) => ({ content: [] }));", 'tool | Claude Agent SDK | weather | `weather` | handled'],
  ])('%s', (code, line) => {
    expect(handlersIn(code)).toEqual([line]);
  });
});

describe('GraphQL and tRPC', () => {
  it('finds resolvers handed to a server', () => {
    expect(handlersIn(`
      import { ApolloServer } from '@apollo/server';
      const users = async () => [];
      const resolvers = { Query: { users, one: (_, { id }) => id }, Subscription: { added: { subscribe: () => it } }, Date: new GraphQLScalarType({}) };
      new ApolloServer({ typeDefs, resolvers });
    `, js).map((line) => line.split(' | ').slice(0, 3).join(' '))).toEqual([
      'graphql Apollo Server `users`', 'graphql Apollo Server `one`', 'graphql Apollo Server `subscribe`',
    ]);
  });

  it('finds fields of a GraphQLObjectType, also behind a thunk', () => {
    expect(handlersIn(`
      const { GraphQLObjectType } = require('graphql');
      new GraphQLObjectType({ name: 'Query', fields: () => ({ user: { type: User, resolve(parent, args) {} } }) });
    `, cjs)).toEqual(['graphql | GraphQL.js | `resolve` | handled']);
  });

  it('finds maps of resolvers by their shape', () => {
    expect(handlersIn("export const resolvers = { Query: { me: (_, __, { user }) => user }, User: { posts: async (user) => [] } };"))
      .toEqual(['graphql | GraphQL | Query.me | the `Query.me` resolver | handled', 'graphql | GraphQL | User.posts | the `User.posts` resolver | handled']);
    expect(handlersIn("export const client = { Query: new QueryClient(), Mutation: 1 };")).toEqual([]);
  });

  it('finds tRPC procedures along the chain', () => {
    expect(handlersIn(`
      import { initTRPC } from '@trpc/server';
      const t = initTRPC.context<Context>().create({ transformer });
      const protectedProcedure = t.procedure.use(({ ctx, next }) => next({ ctx }));
      export const router = t.router({
        one: t.procedure.input(schema).query(({ input }) => input),
        add: protectedProcedure.input(schema).output(x).mutation(async ({ input, ctx }) => {}),
      });
    `)).toEqual([
      'middleware | tRPC | this middleware | handled', 'rpc | tRPC | `one` | handled', 'rpc | tRPC | `add` | handled',
    ]);
  });
});
