import { defineLibrary } from '../schema.js';
import { embeddingModel, modelOf } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/google-genai',
  title: 'LangChain Google GenAI',
  roles: ['llm'],
  checked: ['0.2.18', '2.3.2'],
  evidence: 'd.ts',
  exports: { ChatGoogleGenerativeAI: modelOf('0.maxOutputTokens'), GoogleGenerativeAIEmbeddings: embeddingModel },
});
