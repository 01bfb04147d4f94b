import { defineLibrary, type Entity } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

const args = { model: '0.model', messages: '0.messages', prompt: '0.inputs', tools: '0.tools', maxTokens: '0.max_tokens|0.parameters.max_new_tokens', signal: '1.signal' };
const members: Record<string, Entity> = {
  'chatCompletion|textGeneration|summarization|translation|questionAnswering': { call: { roles: ['agent-call'], async: true, args } },
  'chatCompletionStream|textGenerationStream': { call: { roles: ['agent-stream'], args } },
  featureExtraction: { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.inputs' } } },
  'textToImage|imageToText|automaticSpeechRecognition|textToSpeech|imageClassification|textClassification|zeroShotClassification': method('llm'),
};

export default defineLibrary({
  package: '@huggingface/inference',
  title: 'Hugging Face Inference',
  roles: ['llm'],
  checked: ['4.13.30'],
  evidence: 'd.ts: over global fetch',
  exports: { 'InferenceClient|HfInference': { new: httpClient('#Client', ['llm'], { args: { credentials: '0' } }) }, ...members },
  types: { Client: { members: { ...members, endpoint: { call: { returns: '#Client' } } } } },
});
