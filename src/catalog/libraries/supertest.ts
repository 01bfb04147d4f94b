import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'supertest',
  title: 'SuperTest',
  roles: ['test'],
  checked: ['7.3.2'],
  evidence: 'd.ts',
  exports: { default: { call: { roles: ['test'], returns: '#Agent' } }, agent: { call: { roles: ['test'], returns: '#Agent' } } },
  types: { Agent: { members: { 'get|post|put|patch|delete|del|head|options': { call: { roles: ['test'] } } } } },
});
