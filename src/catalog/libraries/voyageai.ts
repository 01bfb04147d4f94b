import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'voyageai',
  title: 'Voyage AI',
  roles: ['llm'],
  checked: ['0.4.0'],
  evidence: 'd.ts',
  exports: { VoyageAIClient: { new: httpClient('#Client', ['llm']) } },
  types: { Client: { members: { 'embed|multimodalEmbed|contextualizedEmbed': { call: { roles: ['embedding'], async: true, args: { model: '0.model', input: '0.input|0.inputs' } } }, rerank: method('llm') } } },
});
