import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/openai',
  title: 'LangChain OpenAI',
  roles: ['llm'],
  checked: ['0.3.17', '1.6.0'],
  evidence: 'probe: HTTP, 6 retries; d.ts',
  exports: { 'ChatOpenAI|AzureChatOpenAI|OpenAI|AzureOpenAI': chatModel, 'OpenAIEmbeddings|AzureOpenAIEmbeddings': embeddingModel },
});
