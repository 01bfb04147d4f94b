import { defineLibrary } from '../schema.js';
import { chatModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/anthropic',
  title: 'LangChain Anthropic',
  roles: ['llm'],
  checked: ['1.5.11'],
  evidence: 'probe: HTTP, 6 retries; d.ts',
  exports: { 'ChatAnthropic|ChatAnthropicMessages': chatModel },
});
