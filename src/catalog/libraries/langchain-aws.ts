import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/aws',
  title: 'LangChain AWS',
  roles: ['llm'],
  checked: ['0.1.15', '1.4.5'],
  evidence: 'd.ts',
  exports: { ChatBedrockConverse: chatModel, BedrockEmbeddings: embeddingModel },
});
