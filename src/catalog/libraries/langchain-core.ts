import { defineLibrary, type Action, type Entity } from '../schema.js';
import { call, method } from '../shorthand.js';

const args = { prompt: '0', messages: '0', timeout: '1.timeout', signal: '1.signal', maxTurns: '1.recursionLimit', session: '1.configurable.thread_id|1.configurable.sessionId' };
const answer: Action = { roles: ['agent-call'], async: true, args };
const stream: Action = { roles: ['agent-stream'], async: true, args };

const embeds = { does: 'embeds a batch of texts' };

const asks: Record<string, Entity> = {
  'invoke|batch': { call: answer },
  'stream|streamEvents|streamLog|transform': { call: stream },
};
/** Ways from one runnable to the next. */
const chains = (same: string): Record<string, Entity> => ({
  'pipe|withStructuredOutput': { call: { returns: '#Chain' } },
  bindTools: { call: { roles: ['llm-tool'], returns: same, args: { tools: '0' } } },
  'bind|withConfig|withRetry|withFallbacks|withListeners': { call: { returns: same } },
});
const prompt: Entity = { is: '#Prompt', members: { '*': { call: { roles: ['llm'], returns: '#Prompt' } } }, new: { roles: ['llm'], returns: '#Prompt' } };

export default defineLibrary({
  package: '@langchain/core',
  aliases: ['@langchain/core/*'],
  title: 'LangChain core',
  roles: ['llm'],
  checked: ['0.3.80', '1.4.0'],
  evidence: 'd.ts',
  exports: {
    'ChatPromptTemplate|PromptTemplate|FewShotPromptTemplate|FewShotChatMessagePromptTemplate': prompt,
    RunnableSequence: { is: '#Chain', members: { from: { call: { returns: '#Chain' } } } },
    RunnableWithMessageHistory: { new: { returns: '#Memory' } },
    'BaseChatModel|SimpleChatModel|BaseLLM|LLM|BaseLanguageModel': { is: '#Model' },
    'Runnable|RunnableInterface': { is: '#Chain' },
    'Embeddings|EmbeddingsInterface': { is: '#Embeddings' },
    VectorStore: { is: '#VectorStore' },
    'tool|DynamicTool|DynamicStructuredTool': { call: { roles: ['llm-tool'], args: { execute: '0', schema: '1.schema', name: '1.name' }, registers: { kind: 'tool', handler: '0', path: '1.name', rejections: 'handled', request: 0 } }, new: { roles: ['llm-tool'], args: { execute: '0.func', schema: '0.schema', name: '0.name', description: '0.description' }, registers: { kind: 'tool', handler: '0.func', path: '0.name', rejections: 'handled', request: 0 } } },
    'HumanMessage|SystemMessage|AIMessage|ToolMessage|Document': { new: { roles: ['pure'] } },
  },
  types: {
    Model: { members: { ...asks, ...chains('#Model'), 'call|generate|generatePrompt': { call: { ...answer, args: { prompt: '0', messages: '0' } } }, 'predict|predictMessages': { call: { ...answer, args: { prompt: '0', messages: '0' }, versions: '<1' } }, getNumTokens: method('llm') } },
    Chain: { members: { ...asks, ...chains('#Chain'), 'call|run': { call: { ...answer, args: { prompt: '0' } } }, assign: { call: { returns: '#Chain' } } } },
    // A chain or graph that may remember earlier calls.
    Memory: { members: { 'invoke|batch|call|run': { call: { ...answer, stateful: true } }, 'stream|streamEvents': { call: { ...stream, stateful: true } }, 'withConfig|pipe': { call: { returns: '#Memory' } } } },
    Prompt: { members: { pipe: { call: { returns: '#Chain' } }, 'format|formatMessages|invoke|partial|formatPromptValue': call() } },
    Embeddings: { members: { embedQuery: { call: { roles: ['embedding'], async: true, args: { input: '0' } } }, embedDocuments: { call: { roles: ['embedding'], async: true, args: { input: '0' }, task: embeds } } } },
    VectorStore: {
      members: {
        'similaritySearch|similaritySearchWithScore|similaritySearchVectorWithScore|maxMarginalRelevanceSearch': method('search', 'read'),
        addDocuments: { call: { roles: ['search', 'write', 'embedding'], async: true, task: embeds } },
        'addVectors|delete': method('search', 'write'),
        asRetriever: { call: { returns: '#Retriever' } },
      },
    },
    Retriever: { members: { 'invoke|getRelevantDocuments': method('search', 'read'), pipe: { call: {} } } },
  },
});
