import { defineLibrary, type Action, type Entity } from '../schema.js';

const client: Action = {
  roles: ['expensive-client', 'llm'],
  returns: '#Client',
  args: { options: '0', retries: '0.maxAttempts', timeout: '0.requestHandler.requestTimeout' },
  defaults: { timeoutMs: 0, retries: 2 },
  resource: { cost: 'sets up HTTP connections of its own', singleton: 'prefer', connects: 'never', close: ['destroy'] },
};
const converse = { model: '0.modelId', messages: '0.messages', system: '0.system', maxTokens: '0.inferenceConfig.maxTokens', tools: '0.toolConfig.tools' };
const command = (args: Record<string, string>): Entity => ({ new: { roles: ['llm'], args } });

export default defineLibrary({
  package: '@aws-sdk/client-bedrock-runtime',
  title: 'Amazon Bedrock',
  roles: ['llm'],
  checked: ['3.1163.0'],
  evidence: 'd.ts; probe of the shared HTTP client',
  exports: {
    'BedrockRuntimeClient|BedrockRuntime': { new: client },
    'ConverseCommand|ConverseStreamCommand': command(converse),
    'InvokeModelCommand|InvokeModelWithResponseStreamCommand': command({ model: '0.modelId', prompt: '0.body' }),
  },
  types: {
    Client: {
      members: {
        // What is asked stands in the command.
        send: { call: { roles: ['agent-call'], async: true, args: { command: '0', signal: '1.abortSignal' } } },
        converse: { call: { roles: ['agent-call'], async: true, args: converse } },
        invokeModel: { call: { roles: ['agent-call'], async: true, args: { model: '0.modelId', prompt: '0.body' } } },
        'converseStream|invokeModelWithResponseStream': { call: { roles: ['agent-stream'], async: true, args: { model: '0.modelId', messages: '0.messages' } } },
      },
    },
  },
});
