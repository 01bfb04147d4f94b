import { describe, expect, it } from 'vitest';
import { agentMessages } from '../../../src/analysis/agents/agent-messages.js';
import { sourceOf } from '../../helpers/source.js';

const fields = (code: string, filename = '/app/agents/a.ts') => agentMessages(sourceOf(code, { filename, context: { cwd: '/app' } })).map((message) => `${message.name}: ${message.fields.join(' ')}`);

describe('agentMessages', () => {
  it.each([
    ['an interface', 'interface AgentMessage { from: string; "to": string; send(): void }', ['AgentMessage: from to send']],
    ['its base', 'interface A { id: string } interface AgentMessage extends A { to: string }', ['AgentMessage: to id']],
    ['a type', 'type MyAgentMessage = Readonly<{ a: string }> & { b: string };', ['MyAgentMessage: a b']],
    ['a class', 'class AgentEnvelope { static x = 1; a = 1; constructor(readonly b: string, c: string, public d = 1) {} get e() { return 1; } f() {} }', ['AgentEnvelope: a b d e']],
    ['a schema', "import { z } from 'zod'; const agent_message = z.object({ a: z.string(), b: z.string() }).strict().describe('x');", ['agent_message: a b']],
    ['a literal', "import { EventEmitter } from 'node:events'; const bus = new EventEmitter(); bus.emit('x', { to: 'b', a: 1 });", ['emit: to a']],
    ['a literal as text', "import { EventEmitter } from 'node:events'; const bus = new EventEmitter(); bus.emit('x', Buffer.from(JSON.stringify({ to: 'b' })));", ['emit: to']],
    ['none: another base', "import { A } from './a'; interface AgentMessage extends A { to: string }", []],
    ['none: itself as its base', 'type AgentMessage = AgentMessage & { a: 1 };', []],
    ['none: a mapped type', 'type AgentMessage = { [K in "a" | "b"]: string };', []],
    ['none: any key', 'interface AgentMessage { [key: string]: string }', []],
    ['none: a schema with more keys', "import { z } from 'zod'; const AgentMessage = z.object({ a: z.string() }).merge(other);", []],
    ['none: a spread', "import { EventEmitter } from 'node:events'; const bus = new EventEmitter(); bus.emit('x', { to: 'b', ...a });", []],
    ['none: a variable', "import { EventEmitter } from 'node:events'; const bus = new EventEmitter(); const message = { to: 'b' }; bus.emit('x', message);", []],
    ['none: what makes a message', 'interface CreateAgentMessage { to: string }', []],
  ])('%s', (_, code, expected) => {
    expect(fields(code)).toEqual(expected);
  });

  it('reads literals in files about agents only', () => {
    expect(fields("import { EventEmitter } from 'node:events'; const bus = new EventEmitter(); bus.emit('x', { to: 'b' });", '/app/mail.ts')).toEqual([]);
  });
});
