import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'fluent-ffmpeg',
  title: 'fluent-ffmpeg',
  roles: ['media'],
  checked: ['2.1.3'],
  evidence: 'd.ts; each run starts an ffmpeg process',
  exports: { default: { call: { returns: '#Command', args: { input: '0' } }, members: { ffprobe: { call: { roles: ['media'] } } } } },
  types: { Command: { members: { 'save|saveToFile|run|pipe|mergeToFile|takeScreenshots|screenshots': { call: { roles: ['media'], returns: '#Command', task: { does: 'runs ffmpeg' } } }, '*': { call: { returns: '#Command' } } } } },
});
