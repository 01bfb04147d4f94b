import { defineLibrary, type Entity } from '../schema.js';

const provider = 'openai|anthropic|google|mistral|bedrock|azure|groq|xai|cohere|deepseek|togetherai|fireworks|perplexity|vertex|cerebras|deepinfra|openrouter|gateway';
const make = 'createOpenAI|createAnthropic|createGoogleGenerativeAI|createMistral|createAmazonBedrock|createAzure|createGroq|createXai|createCohere|createDeepSeek|createTogetherAI|createFireworks|createPerplexity|createVertex|createCerebras|createDeepInfra|createOpenAICompatible|createOpenRouter|createGateway|createGatewayProvider';
const model: Entity = { call: { roles: ['llm'], args: { model: '0' } } };

export default defineLibrary({
  package: '@ai-sdk/*',
  aliases: ['@openrouter/ai-sdk-provider'],
  title: 'AI SDK providers',
  roles: ['llm'],
  checked: ['@ai-sdk/openai 1, 2 and 4.0.118', '@ai-sdk/anthropic 2 and 4.0.105', '@ai-sdk/google 4.0.121', '@ai-sdk/amazon-bedrock 5.0.101', '@ai-sdk/azure 4.0.85', '@openrouter/ai-sdk-provider 3.1.0'],
  evidence: 'export listing, of the providers themselves too; they hold settings, no connections',
  exports: { [provider]: { is: '#Provider', call: model.call! }, [make]: { call: { roles: ['llm'], returns: '#Provider', args: { options: '0', url: '0.baseURL' } } } },
  types: { Provider: { call: model.call!, members: { 'chat|responses|languageModel|completion|messages|generativeAI|deepseek|interactions|embedding|textEmbedding|textEmbeddingModel|embeddingModel|image|imageModel': model } } },
});
