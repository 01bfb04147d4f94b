import { defineLibrary, type Entity } from '../schema.js';
import { asks, executorRuns, fills, remembers, tool, trims } from '../langchain.js';
import { call, method } from '../shorthand.js';

const embeds = { does: 'embeds a batch of texts' };

/** Ways from one runnable to the next. */
const chains = (same: string): Record<string, Entity> => ({
  'pipe|withStructuredOutput': { call: { returns: same === '#Model' ? '#Chain' : same } },
  bindTools: { call: { roles: ['llm-tool'], returns: same, args: { tools: '0' } } },
  'bind|withConfig': { call: { returns: same, args: { tools: '0.tools', maxTurns: '0.recursionLimit', timeout: '0.timeout', session: '0.configurable.thread_id|0.configurable.sessionId' } } },
  'withRetry|withFallbacks|withListeners': { call: { returns: same } },
});
/** A template, which its own `pipe` makes a chain of. */
const template: Entity = { call: { roles: ['llm'], returns: '#Prompt', args: { messages: '0' } } };
const prompt: Entity = {
  is: '#Prompt',
  members: { 'fromMessages|fromTemplate': template, '*': { call: { roles: ['llm'], returns: '#Prompt' } } },
  new: { roles: ['llm'], returns: '#Prompt', args: { messages: '0.promptMessages|0.template' } },
};
export default defineLibrary({
  package: '@langchain/core',
  aliases: ['@langchain/core/*'],
  title: 'LangChain core',
  roles: ['llm'],
  checked: ['0.3.80', '1.4.0'],
  evidence: 'd.ts of 0.3 and 1',
  exports: {
    'ChatPromptTemplate|PromptTemplate|FewShotPromptTemplate|FewShotChatMessagePromptTemplate': prompt,
    RunnableSequence: { is: '#Flow', members: { from: { call: { returns: '#Flow' } } }, new: { returns: '#Flow' } },
    RunnableWithMessageHistory: { new: { roles: ['llm'], returns: '#Memory', args: { runnable: '0.runnable', memory: '0.getMessageHistory' } } },
    'BaseChatModel|SimpleChatModel|BaseLLM|LLM|BaseLanguageModel': { is: '#Model' },
    'Runnable|RunnableInterface': { is: '#Flow' },
    'Embeddings|EmbeddingsInterface': { is: '#Embeddings' },
    VectorStore: { is: '#VectorStore' },
    tool,
    'DynamicTool|DynamicStructuredTool': { new: { roles: ['llm-tool'], args: { execute: '0.func', schema: '0.schema', name: '0.name', description: '0.description' }, registers: { kind: 'tool', handler: '0.func', path: '0.name', rejections: 'handled', request: 0 } } },
    'HumanMessage|SystemMessage|AIMessage|ToolMessage|Document': { new: { roles: ['pure'] } },
    'trimMessages|filterMessages': trims,
  },
  types: {
    Model: {
      members: {
        ...asks,
        ...chains('#Model'),
        'call|generate|generatePrompt': { call: { roles: ['agent-call'], async: true, args: { prompt: '0', messages: '0' } } },
        'predict|predictMessages': { call: { roles: ['agent-call'], async: true, args: { prompt: '0', messages: '0' }, versions: '<1' } },
        getNumTokens: method('llm'),
      },
    },
    // A model and what its answer passes through.
    Chain: { members: { ...asks, ...chains('#Chain') } },
    // A template or a map of values, then a model.
    Flow: { members: { ...fills, ...chains('#Flow'), 'call|run': { call: { roles: ['agent-call'], async: true, args: { prompt: '0', session: '1.configurable.sessionId' } } }, assign: { call: { returns: '#Flow' } } } },
    // A chain that may remember earlier calls.
    Memory: { members: { ...remembers, 'withConfig|pipe': { call: { returns: '#Memory' } } } },
    // An agent of version 0.3, which may have a memory.
    Executor: { members: { ...executorRuns, 'withConfig|pipe': { call: { returns: '#Executor' } } } },
    Prompt: { members: { pipe: { call: { returns: '#Flow', args: { runnable: '0' } } }, 'format|formatMessages|invoke|partial|formatPromptValue': call() } },
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
