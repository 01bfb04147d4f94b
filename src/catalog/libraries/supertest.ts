import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'supertest',
  title: 'SuperTest',
  roles: ['test'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['test'], returns: '#Agent' } }, agent: { call: { roles: ['test'], returns: '#Agent' } } },
  types: { Agent: { members: { 'get|post|put|patch|delete|del|head|options': { call: { roles: ['test'] } } } } },
});
