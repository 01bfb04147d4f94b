import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'gpt-tokenizer',
  aliases: ['gpt-tokenizer/*'],
  title: 'gpt-tokenizer',
  roles: ['ml-model'],
  checked: ['4.0.0'],
  evidence: 'd.ts: the functions that it exports share one vocabulary; an encoding of its own builds it anew',
  exports: {
    GptEncoding: {
      is: '#Encoding',
      members: {
        'getEncodingApi|getEncodingApiForModel': {
          call: {
            roles: ['expensive-client', 'ml-model'],
            returns: '#Encoding',
            args: { model: '0' },
            resource: { cost: 'loads the vocabulary into memory', singleton: 'yes', connects: 'loads' },
          },
        },
      },
    },
    'encode|decode|countTokens|isWithinTokenLimit|encodeChat': call('pure'),
  },
  types: { Encoding: { members: { 'encode|decode|countTokens|isWithinTokenLimit|encodeChat': call('pure') } } },
});
