import { defineLibrary } from '../schema.js';
import { httpClient, method } from '../shorthand.js';

export default defineLibrary({
  package: 'exa-js',
  title: 'Exa',
  roles: ['http-client'],
  checked: ['2.23.0'],
  evidence: 'd.ts',
  exports: { 'default|Exa': { new: httpClient('#Exa', ['http-client']) } },
  types: { Exa: { members: { 'search|searchAndContents|findSimilar|getContents': method('http-call'), answer: { call: { roles: ['agent-call'], async: true, args: { prompt: '0', model: '1.model' } } } } } },
});
