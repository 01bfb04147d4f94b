import { defineLibrary } from '../schema.js';
import { embeddingModel, modelOf } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/openai',
  title: 'LangChain OpenAI',
  roles: ['llm'],
  checked: ['0.3.17', '0.6.17', '1.6.0'],
  evidence: 'probe: HTTP, 6 retries; d.ts; source: maxTokens is sent as max_completion_tokens to models that need it',
  exports: { 'ChatOpenAI|AzureChatOpenAI|ChatOpenAICompletions|ChatOpenAIResponses|OpenAI|AzureOpenAI': modelOf('0.maxTokens|0.maxCompletionTokens'), 'OpenAIEmbeddings|AzureOpenAIEmbeddings': embeddingModel },
});
