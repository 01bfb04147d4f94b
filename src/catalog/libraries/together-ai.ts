import { defineLibrary, type Action } from '../schema.js';
import { audio, batches, chat, completions, embeddings } from '../chat-completions.js';
import { httpClient } from '../shorthand.js';

const construct: Action = httpClient('#Client', ['llm'], { args: { options: '0', timeout: '0.timeout', retries: '0.maxRetries' } });

export default defineLibrary({
  package: 'together-ai',
  title: 'Together SDK',
  roles: ['llm'],
  checked: ['0.52.0'],
  evidence: 'd.ts: generated in the form of the OpenAI SDK',
  exports: { 'default|Together': { new: construct } },
  types: { Client: { members: { chat: chat(), completions, embeddings, audio, batches } } },
});
