import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/community',
  aliases: ['@langchain/community/*'],
  title: 'LangChain community',
  roles: ['llm'],
  checked: ['1.1.29'],
  evidence: 'd.ts',
  exports: {
    'ChatOllama|BedrockChat|ChatFireworks|ChatTogetherAI|ChatPerplexity|ChatDeepInfra|ChatZhipuAI|ChatAlibabaTongyi|Bedrock|Ollama|HuggingFaceInference|Replicate|Fireworks|TogetherAI': chatModel,
    'HuggingFaceInferenceEmbeddings|HuggingFaceTransformersEmbeddings|TogetherAIEmbeddings|FireworksEmbeddings|VoyageEmbeddings|JinaEmbeddings': embeddingModel,
  },
});
