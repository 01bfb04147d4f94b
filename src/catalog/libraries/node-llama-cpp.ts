import { defineLibrary } from '../schema.js';

const prompt = { roles: ['agent-call' as const], async: true, stateful: true, args: { prompt: '0', maxTokens: '1.maxTokens', signal: '1.signal', tools: '1.functions' } };

export default defineLibrary({
  package: 'node-llama-cpp',
  title: 'node-llama-cpp',
  roles: ['ml-model', 'llm'],
  checked: ['3.22.1'],
  evidence: 'd.ts',
  exports: {
    getLlama: {
      call: {
        roles: ['expensive-client', 'ml-model'], returns: '#Llama', async: true,
        resource: { cost: 'loads the native runtime', singleton: 'yes', connects: 'loads', close: ['dispose'] },
      },
    },
    LlamaChatSession: { new: { roles: ['llm'], returns: '#Session' } },
  },
  types: {
    Llama: {
      members: {
        loadModel: {
          call: {
            roles: ['expensive-client', 'ml-model'], returns: '#Model', async: true, args: { model: '0.modelPath' },
            resource: { cost: 'loads the model into memory', singleton: 'yes', connects: 'loads', close: ['dispose'] },
          },
        },
      },
    },
    Model: { members: { 'createContext|createEmbeddingContext': { call: { async: true } } } },
    Session: { members: { 'prompt|promptWithMeta': { call: prompt } } },
  },
});
