import { defineLibrary, type Entity } from '../schema.js';

const walks = (name: string): Entity => ({ call: { roles: ['blocking'], versions: '>=9', blocking: { does: 'walks the directories', files: true, twin: { name } } } });

export default defineLibrary({
  package: 'glob',
  title: 'glob',
  checked: ['14.0.6'],
  evidence: 'd.ts; before 9 the asynchronous form takes a callback',
  exports: {
    globSync: walks('glob'),
    globIterateSync: { call: { roles: ['blocking'], versions: '>=9', blocking: { does: 'walks the directories', files: true, advice: 'Iterate over `globIterate` with `for await`.' } } },
    sync: walks('glob'),
  },
});
