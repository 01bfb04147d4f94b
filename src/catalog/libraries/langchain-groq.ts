import { defineLibrary } from '../schema.js';
import { chatModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/groq',
  title: 'LangChain Groq',
  roles: ['llm'],
  evidence: 'd.ts',
  exports: { 'ChatGroq': chatModel },
});
