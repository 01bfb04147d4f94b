import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'fluent-ffmpeg',
  title: 'fluent-ffmpeg',
  roles: ['media'],
  checked: ['2.1.3'],
  evidence: 'd.ts; each run starts an ffmpeg process; source: frames are taken at the given times, or `count` of them spread over the video, 1 when nothing is said',
  exports: { default: { call: { returns: '#Command', args: { input: '0' } }, members: { ffprobe: { call: { roles: ['media'] } } } } },
  types: {
    Command: {
      members: {
        'save|saveToFile|run|pipe|mergeToFile': { call: { roles: ['media'], returns: '#Command', task: { does: 'runs ffmpeg' } } },
        // One frame is found and written in no time: nothing is encoded.
        'takeScreenshots|screenshots|screenshot|thumbnail|thumbnails': {
          call: { roles: ['media'], returns: '#Command', task: { does: 'takes frames of the video', many: true, count: '0.timestamps|0.timemarks|0.count|0' } },
        },
        '*': { call: { returns: '#Command' } },
      },
    },
  },
});
