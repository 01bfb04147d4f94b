import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'langsmith',
  aliases: ['langsmith/traceable'],
  title: 'LangSmith',
  roles: ['tracing'],
  checked: ['0.12.0'],
  evidence: 'd.ts: runs are queued and sent in batches',
  exports: {
    Client: {
      new: {
        roles: ['expensive-client', 'tracing'],
        returns: '#Client',
        resource: { cost: 'starts a queue of its own that is sent in batches', singleton: 'yes', connects: 'never' },
      },
    },
    traceable: { call: { roles: ['tracing'], args: { handler: '0' } } },
  },
  types: { Client: { members: { 'createRun|updateRun|createFeedback|listRuns|readRun|awaitPendingTraceBatches': { call: { roles: ['tracing'], async: true } } } } },
});
