import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'canvas',
  aliases: ['@napi-rs/canvas'],
  title: 'node-canvas',
  roles: ['media'],
  checked: ['3.2.3'],
  evidence: 'd.ts',
  exports: { createCanvas: { call: { returns: '#Canvas' } }, loadImage: { call: { roles: ['media'], async: true } } },
  types: { Canvas: { members: { 'toBuffer|toDataURL': call('media') } } },
});
