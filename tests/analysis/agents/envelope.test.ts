import { describe, expect, it } from 'vitest';
import { lackingFields } from '../../../src/analysis/agents/envelope.js';

const all = ['messageId', 'correlationId', 'from', 'to', 'type', 'payload', 'timestamp'];
const lacking = (fields: string, required: readonly string[] = all) => lackingFields(fields.split(' '), required);

describe('lackingFields', () => {
  it('finds the whole envelope, whatever its fields are called', () => {
    expect(lacking('messageId correlationId from to type payload timestamp')).toEqual([]);
    expect(lacking('message_id correlation_id from_agent to_agent message_type payload timestamp')).toEqual([]);
    expect(lacking('id threadId sender recipient kind content createdAt')).toEqual([]);
    expect(lacking('uuid inReplyTo sourceAgentId targetAgentId intent body sentAt')).toEqual([]);
  });

  it('names what is missing as the message spells its fields', () => {
    expect(lacking('from to content')).toEqual(['messageId', 'correlationId', 'type', 'timestamp']);
    expect(lacking('from_agent to_agent payload')).toEqual(['message_id', 'correlation_id', 'type', 'timestamp']);
  });

  it('takes the id of what the message is about for its correlation', () => {
    expect(lacking('id taskId from to type payload timestamp')).toEqual([]);
    expect(lacking('id from to toId type payload timestamp')).toEqual(['correlationId']);
  });

  it('knows no other messages', () => {
    expect(lacking('role content')).toBeUndefined();
    expect(lacking('id role content from to')).toBeUndefined();
    expect(lacking('id type content timestamp')).toBeUndefined();
    expect(lacking('id from text timestamp')).toBeUndefined();
    expect(lacking('id source content createdAt')).toBeUndefined();
    expect(lacking('agent content')).toBeUndefined();
    expect(lacking('to subject body')).toBeUndefined();
    expect(lacking('fromAgent hops')).toBeUndefined();
    expect(lacking('from to content metadata')).toBeUndefined();
    expect(lacking('headers from to body')).toBeUndefined();
  });

  it('asks for the fields that a team wants', () => {
    expect(lacking('from to payload', ['messageId', 'from', 'to'])).toEqual(['messageId']);
    expect(lacking('from to hop_count', ['from', 'to', 'hopCount'])).toEqual([]);
    expect(lacking('from to spanId', ['from', 'to', 'traceNumber|spanId'])).toEqual([]);
    expect(lacking('from to', ['from', 'to', 'traceNumber|spanId'])).toEqual(['traceNumber']);
  });
});
