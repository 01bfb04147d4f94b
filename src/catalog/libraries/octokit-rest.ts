import { defineLibrary } from '../schema.js';
import { httpClient } from '../shorthand.js';

export default defineLibrary({
  package: '@octokit/rest',
  aliases: ['octokit', '@octokit/core'],
  title: 'Octokit',
  roles: ['http-client'],
  checked: ['22.0.1'],
  evidence: 'd.ts: over global fetch',
  exports: { Octokit: { new: httpClient('#Octokit', ['http-client'], { args: { options: '0', credentials: '0.auth' } }) } },
  types: {
    Octokit: {
      members: {
        'request|graphql|paginate': { call: { roles: ['http-call'], async: true, args: { url: '0' } } },
        rest: { members: { '*': { members: { '*': { call: { roles: ['http-call'], async: true } } } } } },
        '*': { members: { '*': { call: { roles: ['http-call'], async: true } } } },
      },
    },
  },
});
