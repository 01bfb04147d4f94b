import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/google-vertexai',
  title: 'LangChain Vertex AI',
  roles: ['llm'],
  checked: ['2.3.2'],
  evidence: 'd.ts',
  exports: { 'ChatVertexAI|VertexAI': chatModel, 'VertexAIEmbeddings': embeddingModel },
});
