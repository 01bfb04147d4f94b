import { defineLibrary, type Action } from '../schema.js';
import { audio, batches, chat, embeddings } from '../chat-completions.js';
import { httpClient } from '../shorthand.js';

const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', timeout: '0.timeout', retries: '0.maxRetries' }, defaults: { timeoutMs: 60_000, retries: 2 } });

export default defineLibrary({
  package: 'groq-sdk',
  title: 'Groq SDK',
  roles: ['llm'],
  checked: ['1.6.0'],
  evidence: 'probe: HTTP, 1 minute, 2 retries; d.ts',
  exports: { 'default|Groq': { new: construct } },
  types: { Client: { members: { chat, embeddings, audio, batches } } },
});
