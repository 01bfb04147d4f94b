import { defineLibrary, type Action } from '../schema.js';
import { call } from '../shorthand.js';

const load: Action = {
  roles: ['expensive-client', 'ml-model'],
  async: true,
  args: { model: '0' },
  resource: { cost: 'loads the model into memory', singleton: 'yes', connects: 'loads', processWide: true },
};

export default defineLibrary({
  package: 'face-api.js',
  aliases: ['@vladmandic/face-api'],
  title: 'face-api.js',
  roles: ['ml-model'],
  checked: ['0.22.2'],
  evidence: 'd.ts: the networks are properties of the module',
  exports: {
    nets: { members: { '*': { members: { 'loadFromDisk|loadFromUri|load': { call: load } } } } },
    'detectAllFaces|detectSingleFace': call('ml-model'),
  },
});
