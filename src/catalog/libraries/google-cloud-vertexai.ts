import { defineLibrary, type Action } from '../schema.js';

const args = { prompt: '0.contents|0', system: '0.systemInstruction', tools: '0.tools', maxTokens: '0.generationConfig.maxOutputTokens' };
const message: Action = { roles: ['agent-call'], async: true, stateful: true, args: { prompt: '0' } };

export default defineLibrary({
  package: '@google-cloud/vertexai',
  title: 'Vertex AI SDK',
  roles: ['llm'],
  checked: ['1.12.0'],
  evidence: 'd.ts; superseded by @google/genai',
  exports: { VertexAI: { new: { roles: ['llm'], returns: '#Client', args: { options: '0' } } }, GenerativeModel: { is: '#Model' }, ChatSession: { is: '#Chat' } },
  types: {
    Client: {
      members: {
        getGenerativeModel: { call: { roles: ['llm'], returns: '#Model', args: { model: '0.model', system: '0.systemInstruction', tools: '0.tools', maxTokens: '0.generationConfig.maxOutputTokens' } } },
        preview: { members: { getGenerativeModel: { call: { roles: ['llm'], returns: '#Model', args: { model: '0.model', tools: '0.tools' } } } } },
      },
    },
    Model: {
      members: {
        generateContent: { call: { roles: ['agent-call'], async: true, args } },
        generateContentStream: { call: { roles: ['agent-stream'], async: true, args } },
        startChat: { call: { roles: ['llm'], returns: '#Chat' } },
      },
    },
    Chat: { members: { sendMessage: { call: message }, sendMessageStream: { call: { ...message, roles: ['agent-stream'] } } } },
  },
});
