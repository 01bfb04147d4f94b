import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'langfuse',
  aliases: ['langfuse-node'],
  title: 'Langfuse',
  roles: ['tracing'],
  checked: ['3.39.2'],
  evidence: 'd.ts: events are queued and sent from time to time',
  exports: {
    'Langfuse|default': {
      new: {
        roles: ['expensive-client', 'tracing'],
        returns: '#Langfuse',
        resource: { cost: 'starts a queue of its own that is flushed by a timer', singleton: 'yes', connects: 'never', close: ['shutdownAsync', 'shutdown'] },
      },
    },
  },
  types: { Langfuse: { members: { 'trace|generation|span|event|score': { call: { roles: ['tracing'] } }, 'flushAsync|getPrompt': { call: { async: true } } } } },
});
