import { defineLibrary } from '../schema.js';
import { embeddingModel, modelOf } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/ollama',
  title: 'LangChain Ollama',
  roles: ['llm'],
  checked: ['0.2.4', '1.3.0'],
  evidence: 'd.ts',
  exports: { 'ChatOllama|Ollama': modelOf('0.numPredict'), OllamaEmbeddings: embeddingModel },
});
