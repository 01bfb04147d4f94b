import { defineLibrary, type Action } from '../schema.js';
import { audio, batches, chat, embeddings } from '../chat-completions.js';
import { httpClient } from '../shorthand.js';

const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', timeout: '0.timeout', retries: '0.maxRetries' }, defaults: { timeoutMs: 60_000, retries: 2 } });

export default defineLibrary({
  package: 'groq-sdk',
  title: 'Groq SDK',
  roles: ['llm'],
  checked: ['0.9.1', '0.12.0', '1.6.0'],
  evidence: 'probe: HTTP, 1 minute, 2 retries; d.ts: max_completion_tokens is there in 0.12 and not yet in 0.9',
  exports: { 'default|Groq': { new: construct } },
  types: { Client: { members: { chat: chat('0.12.0'), embeddings, audio, batches } } },
});
