import { defineLibrary, type Action, type Entity } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const args = { model: '0.model', tools: '0.tools', maxTokens: '0.maxTokens', temperature: '0.temperature', timeout: '1.timeoutInSeconds', retries: '1.maxRetries', signal: '1.abortSignal' };
/** Version 1 of the API: one message, with its history and instructions beside it. */
const messageArgs = { ...args, prompt: '0.message', messages: '0.chatHistory', system: '0.preamble', session: '0.conversationId', truncation: '0.promptTruncation|0.maxInputTokens' };
/** Version 2: all is in the messages. */
const messagesArgs = { ...args, messages: '0.messages' };
const bounds = { outputLimit: 'optional' } as const;
const construct = (type: string): Entity => ({
  new: httpClient(type, ['llm'], { args: { options: '0', timeout: '0.timeoutInSeconds', retries: '0.maxRetries' }, defaults: { timeoutMs: 300_000, retries: 2 } }),
});
const answer = (places: Record<string, string>): Action => ({ roles: ['agent-call'], async: true, args: places, agent: bounds });
const streamed = (places: Record<string, string>): Entity => ({ call: { ...answer(places), roles: ['agent-stream'] } });

const members: Record<string, Entity> = {
  generate: { call: answer({ ...args, prompt: '0.prompt', truncation: '0.truncate' }) },
  generateStream: streamed({ ...args, prompt: '0.prompt', truncation: '0.truncate' }),
  // Its length is a word: short, medium or long.
  summarize: { call: { roles: ['agent-call'], async: true, args: { model: '0.model', prompt: '0.text', temperature: '0.temperature', timeout: '1.timeoutInSeconds', signal: '1.abortSignal' } } },
  embed: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.texts|0.inputs' } } },
  'rerank|classify|tokenize': method('llm'),
};
const second: Record<string, Entity> = { ...members, chat: { call: answer(messagesArgs) }, chatStream: streamed(messagesArgs) };

export default defineLibrary({
  package: 'cohere-ai',
  title: 'Cohere SDK',
  roles: ['llm'],
  checked: ['7.21.0', '8.1.0'],
  evidence: 'probe: HTTP, 5 minutes, 2 retries; d.ts: as long an answer as the model can unless maxTokens is set',
  exports: { CohereClient: construct('#Client'), CohereClientV2: construct('#ClientV2') },
  types: {
    Client: { members: { ...members, chat: { call: answer(messageArgs) }, chatStream: streamed(messageArgs), v2: { is: '#ClientV2' } } },
    ClientV2: { members: second },
  },
});
