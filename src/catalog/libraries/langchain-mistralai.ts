import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/mistralai',
  title: 'LangChain Mistral',
  roles: ['llm'],
  evidence: 'd.ts',
  exports: { 'ChatMistralAI|MistralAI': chatModel, 'MistralAIEmbeddings': embeddingModel },
});
