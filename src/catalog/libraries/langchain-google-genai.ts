import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/google-genai',
  title: 'LangChain Google GenAI',
  roles: ['llm'],
  checked: ['2.3.2'],
  evidence: 'd.ts',
  exports: { 'ChatGoogleGenerativeAI': chatModel, 'GoogleGenerativeAIEmbeddings': embeddingModel },
});
