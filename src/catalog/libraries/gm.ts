import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'gm',
  title: 'gm',
  roles: ['media'],
  checked: ['1.25.1'],
  evidence: 'd.ts; each write starts a process',
  exports: { default: { call: { returns: '#Image', args: { input: '0' } } }, subClass: { call: { returns: '#Factory' } } },
  types: { Factory: { call: { returns: '#Image' } }, Image: { members: { 'write|toBuffer|stream': { call: { roles: ['media'], task: { does: 'starts a process to convert an image', many: true } } }, '*': { call: { returns: '#Image' } } } } },
});
