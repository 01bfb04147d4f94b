import { defineLibrary } from '../schema.js';
import { embeddingModel, modelOf } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/google-vertexai',
  title: 'LangChain Vertex AI',
  roles: ['llm'],
  checked: ['2.3.2'],
  evidence: 'd.ts',
  exports: { 'ChatVertexAI|VertexAI': modelOf('0.maxOutputTokens'), VertexAIEmbeddings: embeddingModel },
});
