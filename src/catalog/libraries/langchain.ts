import { defineLibrary, type Action } from '../schema.js';
import { chatModel, embeddingModel } from '../langchain.js';

const agent: Action = { roles: ['agent'], returns: '@langchain/core#Memory', args: { model: '0.model|0.llm', system: '0.systemPrompt|0.prompt', tools: '0.tools' } };
const chain: Action = { roles: ['llm'], returns: '@langchain/core#Chain', args: { model: '0.llm', prompt: '0.prompt' } };

export default defineLibrary({
  package: 'langchain',
  aliases: ['langchain/*', '@langchain/classic', '@langchain/classic/*'],
  title: 'LangChain',
  roles: ['llm'],
  checked: ['0.3.37', '1.5.14'],
  evidence: 'd.ts of 0.3 and 1',
  exports: {
    createAgent: { call: agent },
    initChatModel: { call: { roles: ['llm'], returns: '@langchain/core#Model', async: true, args: { model: '0', options: '1' } } },
    tool: { call: { roles: ['llm-tool'], args: { execute: '0', schema: '1.schema', name: '1.name' }, registers: { kind: 'tool', handler: '0', path: '1.name', rejections: 'handled', request: 0 } } },
    // Agents and chains up to version 0.3.
    AgentExecutor: { new: agent, members: { fromAgentAndTools: { call: agent } } },
    initializeAgentExecutorWithOptions: { call: { ...agent, async: true, args: { tools: '0', model: '1' } } },
    'createToolCallingAgent|createOpenAIFunctionsAgent|createReactAgent|createOpenAIToolsAgent|createStructuredChatAgent|createXmlAgent': { call: { roles: ['agent'], args: { model: '0.llm', tools: '0.tools', prompt: '0.prompt' } } },
    'LLMChain|StuffDocumentsChain|MapReduceDocumentsChain|RefineDocumentsChain': { new: chain },
    'RetrievalQAChain|ConversationalRetrievalQAChain': { new: chain, members: { fromLLM: { call: { ...chain, args: { model: '0' } } } } },
    ConversationChain: { new: { ...chain, returns: '@langchain/core#Memory' } },
    'loadSummarizationChain|loadQAChain|loadQAStuffChain|loadQAMapReduceChain|loadQARefineChain': { call: { ...chain, args: { model: '0' } } },
    'createStuffDocumentsChain|createRetrievalChain|createHistoryAwareRetriever': { call: { ...chain, async: true, versions: '<1' } },
    'ChatOpenAI|OpenAI|ChatAnthropic|ChatOllama': { ...chatModel, new: { ...chatModel.new!, versions: '<0.2' } },
    OpenAIEmbeddings: { ...embeddingModel, new: { ...embeddingModel.new!, versions: '<0.2' } },
  },
});
