import { defineLibrary, type Action } from '../schema.js';
import { call } from '../shorthand.js';

const load: Action = {
  roles: ['expensive-client', 'ml-model'],
  returns: '#Encoding',
  args: { model: '0' },
  resource: { cost: 'loads the vocabulary into memory', singleton: 'yes', connects: 'loads', close: ['free'] },
};

export default defineLibrary({
  package: 'tiktoken',
  aliases: ['js-tiktoken', '@dqbd/tiktoken'],
  title: 'tiktoken',
  roles: ['ml-model'],
  checked: ['1.0.22'],
  evidence: 'd.ts',
  exports: { 'get_encoding|encoding_for_model|getEncoding|encodingForModel': { call: load }, Tiktoken: { new: load } },
  types: { Encoding: { members: { 'encode|encode_ordinary|decode': call('pure') } } },
});
