import dedent from 'dedent';
import rule from '../../src/rules/agent-protocol/agent-message-envelope.js';
import { testRule } from '../helpers/rule-tester.js';

const agents = "import { Agent } from '@openai/agents'; export const planner = new Agent({ name: 'planner' });";
const redis = "import { Redis } from 'ioredis'; const redis = new Redis();";

testRule(rule, {
  valid: {
    'the whole envelope': `export interface AgentMessage { messageId: string; correlationId: string; from: string; to: string; type: string; payload: unknown; timestamp: string }`,
    'the whole envelope in snake case': `export type AgentMessage = { message_id: string; correlation_id: string; from_agent: string; to_agent: string; message_type: string; payload: unknown; timestamp: Date };`,
    'other names for the same': `export interface PlannerAgentMessage { id: string; conversationId?: string; sender: string; recipient: string; kind: string; content: string; createdAt: number }`,
    'a message of a language model': `export interface AgentMessage { role: 'user' | 'assistant'; content: string; from: string; to: string }`,
    'a message of a chat on a page': `export interface AgentMessage { id: string; type: 'system' | 'agent' | 'user'; content: string; timestamp: Date }`,
    'a chat message that says who speaks': `export type AgentMessage = { id: string; from: 'user' | 'agent'; text: string; timestamp: number };`,
    'a message that carries more fields elsewhere': `export interface AgentMessage { from: string; to: string; payload: unknown; metadata: Meta }`,
    'what a page shows of a message': `'use client'; export interface AgentMessage { fromAgent: string; toAgent: string; content: string }`,
    'the answer of a command': `export interface AgentEnvelope<T> { ok: boolean; command: string; data: T; error: string | null }`,
    'an e-mail': `export interface Email { from: string; to: string; subject: string; body: string }`,
    'a type from elsewhere': `import type { Base } from './base'; export interface AgentMessage extends Base { from: string; to: string; payload: unknown }`,
    'part of a type from elsewhere': `import type { Base } from './base'; export type AgentMessage = Base & { from: string; to: string; payload: unknown };`,
    'one of several shapes': `type A = { from: string; to: string; a: string }; type B = { from: string; to: string; b: string }; export type AgentMessage = A | B;`,
    'any key': `export interface AgentMessage { from: string; to: string; [key: string]: unknown }`,
    'a schema that lets anything through': `import { z } from 'zod'; export const AgentMessage = z.object({ from: z.string(), to: z.string() }).passthrough();`,
    'a schema that is extended': `import { z } from 'zod'; export const AgentMessage = z.object({ from: z.string(), to: z.string() }).extend(base);`,
    'a schema with a spread': `import { z } from 'zod'; export const AgentMessage = z.object({ ...base, from: z.string(), to: z.string() });`,
    'an object function that is no validator': `import { z } from './shapes'; export const AgentMessage = z.object({ from: 1, to: 2 });`,
    'a type read off a schema': `import { z } from 'zod'; import { schema } from './schema'; export type AgentMessage = z.infer<typeof schema>;`,
    'what makes a message': `export interface SendAgentMessage { from: string; to: string; payload: unknown }`,
    'what a form of messages takes': `export interface AgentMessageProps { from: string; to: string; payload: unknown }`,
    'a class that gets the rest elsewhere': `import { Message } from './message'; export class AgentMessage extends Message { from = ''; to = ''; }`,
    'fields that base types add': `interface Head { id: string; correlationId: string; timestamp: number } interface Ends { from: string; to: string } export interface AgentMessage extends Head, Ends { type: string; payload: unknown }`,
    'a published literal that is whole': `${agents} ${redis} export const send = (id: string, plan: string) => redis.publish('agents:executor', JSON.stringify({ id, correlationId: id, from: 'planner', to: 'executor', payload: plan, timestamp: Date.now() }));`,
    'a published literal with a spread': `${agents} ${redis} export const send = (base: object) => redis.publish('agents', JSON.stringify({ ...base, from: 'planner', to: 'executor' }));`,
    'a message that a function makes': `${agents} ${redis} export const send = (plan: string) => redis.publish('agents', JSON.stringify(envelope({ from: 'planner', to: 'executor', plan })));`,
    'an event of the business': `${agents} ${redis} export const done = (orderId: string) => redis.publish('orders', JSON.stringify({ type: 'order.paid', orderId, source: 'shop' }));`,
    'a chat on a socket': `${agents} import { Server } from 'socket.io'; const io = new Server(); export const say = (text: string) => io.emit('message', { from: 'bot', text });`,
    'a message in a file that is not about agents': `${redis} export const mail = () => redis.publish('mail', JSON.stringify({ from: 'a', to: 'b', body: 'c' }));`,
    'fewer fields asked for': { code: `export interface AgentMessage { from: string; to: string; payload: unknown }`, options: { fields: ['from', 'to', 'payload'] } },
    'names of a team\'s own': { code: `export interface AgentMessage { from: string; to: string; hopCount: number; span: string }`, options: { fields: ['from', 'to', 'hopCount', 'traceNumber|span'] } },
  },
  invalid: {
    'an interface': {
      code: dedent`
        export interface AgentMessage {
          from: AgentId;
          to: AgentId;
          type: 'handoff' | 'reply';
          content: string;
        }
      `,
      errors: [{ messageId: 'declared', data: { name: 'AgentMessage', fields: '`messageId`, `correlationId`, `timestamp`' }, line: 1, column: 18 }],
    },
    'a type in snake case': { code: `type WorkerAgentMessage = Readonly<{ message_id: string; from_agent: string; to_agent: string; payload: unknown }>;`, errors: [{ messageId: 'declared', data: { name: 'WorkerAgentMessage', fields: '`correlation_id`, `type`, `timestamp`' } }] },
    'an intersection whose parts are in sight': { code: `type Ends = { from: string; to: string }; export type AgentEnvelope = Ends & { payload: unknown };`, errors: ['declared'] },
    'an interface with a base in sight': { code: `interface Ends { from: string; to: string } export interface AgentMessage extends Ends { payload: unknown }`, errors: ['declared'] },
    'a class': { code: `export class AgentMessage { timestamp = Date.now(); constructor(readonly from: string, readonly to: string, public payload: unknown = {}) {} get type() { return 'task'; } reply() {} }`, errors: [{ messageId: 'declared', data: { name: 'AgentMessage', fields: '`messageId`, `correlationId`' } }] },
    'a class in JavaScript': { code: `class AgentMessage { from; to; payload; }\nmodule.exports = AgentMessage;`, language: 'js', sourceType: 'commonjs', errors: ['declared'] },
    'a schema': { code: `import { z } from 'zod'; export const agentMessageSchema = z.object({ id: z.string(), fromAgent: z.string(), toAgent: z.string(), response: z.string(), createdAt: z.string() }).strict();`, errors: [{ messageId: 'declared', data: { name: 'agentMessageSchema', fields: '`correlationId`, `type`' } }] },
    'a schema, required': { code: `const { z: schema } = require('zod'); exports.x = 1; const AgentEnvelope = schema.object({ from: schema.string(), to: schema.string() });`, language: 'js', sourceType: 'commonjs', errors: ['declared'] },
    'a schema of another validator': { code: `import * as v from 'valibot'; export const AgentMessageSchema = v.object({ from: v.string(), to: v.string(), payload: v.unknown() });`, errors: ['declared'] },
    'a schema and its type are one cause': { code: `import { z } from 'zod'; export interface AgentMessage { from: string; to: string } export const AgentMessageSchema = z.object({ from: z.string(), to: z.string() });`, errors: ['declared'] },
    'a literal on a channel': { code: `${agents} ${redis} export const send = (plan: string) => redis.publish('agents:executor', JSON.stringify({ from: 'planner', to: 'executor', payload: plan }));`, errors: [{ messageId: 'published', data: { fields: '`messageId`, `correlationId`, `timestamp`' } }] },
    'an event of an emitter, in a folder of agents': { code: `const { EventEmitter: Bus } = require('node:events'); const bus = new Bus(); exports.run = (plan) => bus.emit('task', { fromAgent: 'planner', payload: plan });`, filename: 'src/agents/planner.js', language: 'js', sourceType: 'commonjs', errors: [{ messageId: 'published', data: { fields: '`messageId`, `correlationId`, `timestamp`' } }] },
    'a job of a queue, which numbers and dates it': { code: `${agents} import { Queue } from 'bullmq'; const queue = new Queue('executor'); export const send = (plan: string) => queue.add('task', { fromAgent: 'planner', toAgent: 'executor', payload: plan });`, errors: [{ messageId: 'published', data: { fields: '`correlationId`' } }] },
    'fields of a team\'s own': { code: `export interface AgentMessage { from: string; to: string; payload: unknown }`, options: { fields: ['from', 'to', 'traceNumber|span'] }, errors: [{ messageId: 'declared', data: { name: 'AgentMessage', fields: '`traceNumber`' } }] },
  },
});
