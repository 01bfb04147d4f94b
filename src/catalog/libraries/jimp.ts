import { defineLibrary } from '../schema.js';

const task = { does: 'encodes an image on the main thread', many: true };

export default defineLibrary({
  package: 'jimp',
  title: 'Jimp',
  roles: ['media'],
  checked: ['1.6.1'],
  evidence: 'd.ts: images are worked on in JavaScript, on the main thread',
  exports: { Jimp: { is: '#Image', members: { read: { call: { roles: ['media'], async: true, returns: '#Image' } } } }, read: { call: { roles: ['media'], async: true, returns: '#Image', versions: '<1' } } },
  types: { Image: { members: { 'write|getBuffer|getBase64': { call: { roles: ['media'], async: true, task } }, 'writeAsync|getBufferAsync': { call: { roles: ['media'], async: true, task, versions: '<1' } }, '*': { call: { returns: '#Image' } } } } },
});
