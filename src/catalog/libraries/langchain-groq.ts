import { defineLibrary } from '../schema.js';
import { chatModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/groq',
  title: 'LangChain Groq',
  roles: ['llm'],
  checked: ['0.2.4', '1.3.1'],
  evidence: 'd.ts',
  exports: { ChatGroq: chatModel },
});
