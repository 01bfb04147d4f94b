import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/cohere',
  title: 'LangChain Cohere',
  roles: ['llm'],
  checked: ['1.0.5'],
  evidence: 'd.ts',
  exports: { 'ChatCohere|Cohere': chatModel, 'CohereEmbeddings': embeddingModel },
});
