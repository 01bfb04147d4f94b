import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: '@anthropic-ai/tokenizer',
  title: 'Anthropic tokenizer',
  roles: ['ml-model'],
  checked: ['0.0.4'],
  evidence: 'source',
  exports: {
    getTokenizer: {
      call: {
        roles: ['expensive-client', 'ml-model'],
        returns: '#Tokenizer',
        resource: { cost: 'loads the vocabulary into memory', singleton: 'yes', connects: 'loads', close: ['free'] },
      },
    },
  },
  types: { Tokenizer: { members: { 'encode|encode_ordinary|decode': call('pure') } } },
});
