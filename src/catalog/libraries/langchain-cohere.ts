import { defineLibrary, type Entity } from '../schema.js';
import { embeddingModel, modelOf } from '../langchain.js';

const text = modelOf('0.maxTokens', { outputLimit: 'default' });
const { maxTokens: _limit, ...args } = text.new.args!;
const { agent: _bounds, ...client } = text.new;
/** It takes a limit with each call only. */
const chat: Entity = { new: { ...client, args } };

export default defineLibrary({
  package: '@langchain/cohere',
  title: 'LangChain Cohere',
  roles: ['llm'],
  checked: ['0.3.4', '1.0.5'],
  evidence: 'd.ts: ChatCohere takes a limit with each call only; source: Cohere answers in 250 tokens by default',
  exports: { ChatCohere: chat, Cohere: text, CohereEmbeddings: embeddingModel },
});
