import { defineLibrary, type Action, type Bounds } from '../schema.js';
import { chatModel, embeddingModel, tool, trims } from '../langchain.js';

/** An agent of version 1, which is a graph. Middleware may bound its history and cache its prompt. */
const graph: Action = {
  roles: ['agent'],
  returns: '@langchain/langgraph#Compiled',
  args: {
    name: '0.name', description: '0.description', model: '0.model|0.llm', system: '0.systemPrompt|0.prompt', tools: '0.tools', memory: '0.checkpointer',
    truncation: '0.middleware', cache: '0.middleware', signal: '0.signal',
  },
};
// Agents and chains up to version 0.3.
const turns: Bounds = { steps: 15 };
const executor: Action = { roles: ['agent'], returns: '@langchain/core#Executor', args: { agent: '0.agent', tools: '0.tools', maxTurns: '0.maxIterations', memory: '0.memory' }, agent: turns };
const planner: Action = { roles: ['agent'], args: { model: '0.llm', tools: '0.tools', runnable: '0.prompt' } };
const chain: Action = { roles: ['llm'], returns: '@langchain/core#Flow', args: { model: '0.llm', runnable: '0.prompt' } };
const fromModel: Action = { ...chain, args: { model: '0' } };

export default defineLibrary({
  package: 'langchain',
  aliases: ['langchain/*', '@langchain/classic', '@langchain/classic/*'],
  title: 'LangChain',
  roles: ['llm'],
  checked: ['0.3.37', '1.5.14', '@langchain/classic 1.0.50'],
  evidence: 'd.ts of 0.3 and 1; source: an AgentExecutor takes 15 turns by default, createAgent as many steps as a graph',
  exports: {
    createAgent: { call: graph },
    initChatModel: {
      call: {
        roles: ['llm'], returns: '@langchain/core#Model', async: true,
        args: { model: '0|1.model', options: '1', maxTokens: '1.maxTokens', temperature: '1.temperature', timeout: '1.timeout', retries: '1.maxRetries' },
      },
    },
    tool,
    'trimMessages|filterMessages': trims,
    'summarizationMiddleware|contextEditingMiddleware': { call: { roles: ['pure'], args: { model: '0.model', truncation: '0' } } },
    modelCallLimitMiddleware: { call: { roles: ['pure'], args: { maxTurns: '0.runLimit|0.threadLimit' } } },
    'anthropicPromptCachingMiddleware|bedrockPromptCachingMiddleware': { call: { roles: ['pure'], args: { cache: '0' } } },
    AgentExecutor: { new: executor, members: { fromAgentAndTools: { call: executor } } },
    initializeAgentExecutorWithOptions: { call: { ...executor, async: true, args: { tools: '0', model: '1', maxTurns: '2.maxIterations', memory: '2.memory' } } },
    'createToolCallingAgent|createOpenAIFunctionsAgent|createReactAgent|createOpenAIToolsAgent|createStructuredChatAgent|createXmlAgent': { call: planner },
    'LLMChain|StuffDocumentsChain|MapReduceDocumentsChain|RefineDocumentsChain': { new: chain },
    'RetrievalQAChain|ConversationalRetrievalQAChain': { new: chain, members: { fromLLM: { call: fromModel } } },
    ConversationChain: { new: { ...chain, returns: '@langchain/core#Memory', args: { ...chain.args, memory: '0.memory' } } },
    'loadSummarizationChain|loadQAChain|loadQAStuffChain|loadQAMapReduceChain|loadQARefineChain': { call: fromModel },
    'createStuffDocumentsChain|createRetrievalChain|createHistoryAwareRetriever': { call: { ...chain, async: true, versions: '<1' } },
    'ChatOpenAI|OpenAI|ChatAnthropic|ChatOllama': { ...chatModel, new: { ...chatModel.new, versions: '<0.2' } },
    OpenAIEmbeddings: { ...embeddingModel, new: { ...embeddingModel.new!, versions: '<0.2' } },
  },
});
