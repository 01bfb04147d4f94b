import { defineLibrary } from '../schema.js';
import { chatModel, embeddingModel, modelOf } from '../langchain.js';

export default defineLibrary({
  package: '@langchain/community',
  aliases: ['@langchain/community/*'],
  title: 'LangChain community',
  roles: ['llm'],
  checked: ['0.3.59', '1.1.29'],
  evidence: 'd.ts',
  exports: {
    'BedrockChat|ChatFireworks|ChatTogetherAI|ChatPerplexity|ChatDeepInfra|ChatZhipuAI|ChatAlibabaTongyi|Bedrock|HuggingFaceInference|Replicate|Fireworks|TogetherAI': chatModel,
    'ChatOllama|Ollama': modelOf('0.numPredict'),
    'HuggingFaceInferenceEmbeddings|HuggingFaceTransformersEmbeddings|TogetherAIEmbeddings|FireworksEmbeddings|VoyageEmbeddings|JinaEmbeddings': embeddingModel,
  },
});
