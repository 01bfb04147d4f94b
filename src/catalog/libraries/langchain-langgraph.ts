import { defineLibrary, type Action } from '../schema.js';
import { graphRuns } from '../langchain.js';

const agent: Action = {
  roles: ['agent'],
  returns: '#Compiled',
  args: {
    name: '0.name', description: '0.description', model: '0.llm', system: '0.prompt|0.stateModifier|0.messageModifier', tools: '0.tools',
    memory: '0.checkpointer|0.checkpointSaver', truncation: '0.preModelHook|0.stateModifier|0.messageModifier',
  },
};

export default defineLibrary({
  package: '@langchain/langgraph',
  aliases: ['@langchain/langgraph/prebuilt', '@langchain/langgraph/web'],
  title: 'LangGraph',
  roles: ['llm', 'agent'],
  checked: ['0.4.10', '1.7.3'],
  evidence: 'd.ts; source: 25 steps by default in 0.4 and 1.7; a compiled graph may have a checkpointer and tools of any kind',
  exports: {
    'StateGraph|MessageGraph|Graph': { new: { roles: ['agent'], returns: '#Graph' } },
    createReactAgent: { call: agent },
    // A function as a graph, which gets and remembers what the function says.
    entrypoint: { call: { roles: ['agent'], returns: '#Compiled', args: { name: '0.name|0', memory: '0.checkpointer', timeout: '0.timeout' } } },
    task: { call: { args: { name: '0.name|0', timeout: '0.timeout', execute: '1' } } },
    'CompiledStateGraph|CompiledGraph': { is: '#Compiled' },
    'MemorySaver|InMemoryStore': { new: { roles: ['pure'] } },
    ToolNode: { new: { roles: ['llm-tool'], args: { tools: '0' } } },
  },
  types: {
    Graph: {
      members: {
        'addNode|addEdge|addConditionalEdges|addSequence|setEntryPoint|setFinishPoint': { call: { returns: '#Graph' } },
        compile: { call: { roles: ['agent'], returns: '#Compiled', args: { name: '0.name', description: '0.description', memory: '0.checkpointer' } } },
      },
    },
    Compiled: { members: { ...graphRuns, withConfig: { call: { returns: '#Compiled', args: { maxTurns: '0.recursionLimit', timeout: '0.timeout', session: '0.configurable.thread_id' } } } } },
  },
});
