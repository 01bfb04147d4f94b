import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'sharp',
  title: 'sharp',
  roles: ['media'],
  checked: ['0.35.5'],
  evidence: 'd.ts; it works in threads of libuv, four by default',
  exports: { default: { call: { returns: '#Image', args: { input: '0' } } }, Sharp: { is: '#Image' } },
  types: { Image: { members: { 'toBuffer|toFile': { call: { roles: ['media'], async: true, task: { does: 'converts an image', many: true } } }, 'metadata|stats': method(), '*': { call: { returns: '#Image' } } } } },
});
