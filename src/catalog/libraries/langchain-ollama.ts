import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/ollama',
  title: 'LangChain Ollama',
  roles: ['llm'],
  checked: ['1.3.0'],
  evidence: 'd.ts',
  exports: { 'ChatOllama|Ollama': chatModel, 'OllamaEmbeddings': embeddingModel },
});
