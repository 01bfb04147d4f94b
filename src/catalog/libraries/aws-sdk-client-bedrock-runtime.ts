import { defineLibrary, type Action, type Bounds, type Entity } from '../schema.js';

const client: Action = {
  roles: ['expensive-client', 'llm'],
  returns: '#Client',
  args: { options: '0', retries: '0.maxAttempts', timeout: '0.requestHandler.requestTimeout' },
  defaults: { timeoutMs: 0, retries: 2 },
  resource: { cost: 'sets up HTTP connections of its own', singleton: 'prefer', connects: 'never', close: ['destroy'] },
};
const converse = {
  model: '0.modelId', messages: '0.messages', system: '0.system', maxTokens: '0.inferenceConfig.maxTokens', temperature: '0.inferenceConfig.temperature', tools: '0.toolConfig.tools',
};
/** What stands in the body is for the model's vendor to say. */
const invoke = { model: '0.modelId', prompt: '0.body' };
const agent: Bounds = { outputLimit: 'optional' };
const command = (args: Record<string, string>, bounds?: Bounds): Entity => ({ new: { roles: ['llm'], args, ...(bounds && { agent: bounds }) } });
const ask = (roles: Action['roles'], args: Record<string, string>, bounds?: Bounds): Entity => ({ call: { roles, async: true, args: { ...args, signal: '1.abortSignal' }, ...(bounds && { agent: bounds }) } });

export default defineLibrary({
  package: '@aws-sdk/client-bedrock-runtime',
  title: 'Amazon Bedrock',
  roles: ['llm'],
  checked: ['3.1163.0'],
  evidence: 'd.ts: as long an answer as the model can by default; probe of the shared HTTP client',
  exports: {
    'BedrockRuntimeClient|BedrockRuntime': { new: client },
    'ConverseCommand|ConverseStreamCommand': command(converse, agent),
    'InvokeModelCommand|InvokeModelWithResponseStreamCommand': command(invoke),
  },
  types: {
    Client: {
      members: {
        // What is asked stands in the command.
        send: ask(['agent-call'], { command: '0' }),
        converse: ask(['agent-call'], converse, agent),
        invokeModel: ask(['agent-call'], invoke),
        converseStream: ask(['agent-stream'], converse, agent),
        invokeModelWithResponseStream: ask(['agent-stream'], invoke),
      },
    },
  },
});
