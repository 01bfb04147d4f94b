import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/mistralai',
  title: 'LangChain Mistral',
  roles: ['llm'],
  checked: ['0.2.3', '1.2.0'],
  evidence: 'd.ts',
  exports: { 'ChatMistralAI|MistralAI': chatModel, MistralAIEmbeddings: embeddingModel },
});
