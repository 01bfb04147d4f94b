import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/openai',
  title: 'LangChain OpenAI',
  roles: ['llm'],
  evidence: 'probe: HTTP, 6 retries; d.ts',
  exports: { 'ChatOpenAI|AzureChatOpenAI|OpenAI|AzureOpenAI': chatModel, 'OpenAIEmbeddings|AzureOpenAIEmbeddings': embeddingModel },
});
