import { defineLibrary, type Action } from '../schema.js';

const agent: Action = { roles: ['agent'], returns: '@langchain/core#Memory', args: { model: '0.llm', system: '0.prompt|0.stateModifier|0.messageModifier', tools: '0.tools', memory: '0.checkpointer|0.checkpointSaver' } };

export default defineLibrary({
  package: '@langchain/langgraph',
  aliases: ['@langchain/langgraph/prebuilt', '@langchain/langgraph/web'],
  title: 'LangGraph',
  roles: ['llm', 'agent'],
  checked: ['1.7.3'],
  evidence: 'd.ts; source: 25 steps by default; a compiled graph may have a checkpointer and tools of any kind',
  exports: {
    'StateGraph|MessageGraph|Graph': { new: { roles: ['agent'], returns: '#Graph' } },
    createReactAgent: { call: agent },
    'CompiledStateGraph|CompiledGraph': { is: '@langchain/core#Memory' },
    'MemorySaver|InMemoryStore': { new: { roles: ['pure'] } },
    ToolNode: { new: { roles: ['llm-tool'], args: { tools: '0' } } },
  },
  types: {
    Graph: {
      members: {
        'addNode|addEdge|addConditionalEdges|addSequence|setEntryPoint|setFinishPoint': { call: { returns: '#Graph' } },
        compile: { call: { roles: ['agent'], returns: '@langchain/core#Memory', args: { memory: '0.checkpointer' } } },
      },
    },
  },
});
