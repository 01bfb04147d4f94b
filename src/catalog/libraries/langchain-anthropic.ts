import { defineLibrary } from '../schema.js';
import { modelOf } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/anthropic',
  title: 'LangChain Anthropic',
  roles: ['llm'],
  checked: ['0.3.34', '1.5.11'],
  evidence: 'probe: HTTP, 6 retries; d.ts; source: 2048 tokens in 0.3, 4096 to 16384 by model in 1, where maxTokens is not set',
  exports: { 'ChatAnthropic|ChatAnthropicMessages': { new: { ...modelOf('0.maxTokens|0.maxTokensToSample', { outputLimit: 'default' }).new, caching: [] } } },
});
