import { defineLibrary, type Action } from '../schema.js';
import { call } from '../shorthand.js';

const load: Action = {
  roles: ['expensive-client', 'ml-model'],
  returns: '#Embedding',
  async: true,
  args: { model: '0.model' },
  resource: { cost: 'loads the model into memory', singleton: 'yes', connects: 'loads' },
};

export default defineLibrary({
  package: 'fastembed',
  title: 'FastEmbed',
  roles: ['ml-model'],
  checked: ['2.1.0'],
  evidence: 'd.ts',
  exports: { 'FlagEmbedding|SparseTextEmbedding': { is: '#Embedding', members: { init: { call: load } } } },
  types: { Embedding: { members: { 'embed|queryEmbed|passageEmbed': call('ml-model', 'embedding') } } },
});
