import { defineLibrary, type Entity } from '../schema.js';

const walks: Entity = { call: { roles: ['blocking'], blocking: { does: 'walks the directories', files: true, twin: { name: 'glob' } } } };

export default defineLibrary({
  package: 'fast-glob',
  title: 'fast-glob',
  checked: ['3.3.3'],
  evidence: 'd.ts: glob, globSync and their older names since 3.3',
  exports: { 'sync|globSync': walks },
});
