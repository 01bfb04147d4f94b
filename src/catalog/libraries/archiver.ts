import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'archiver',
  title: 'archiver',
  roles: ['document'],
  checked: ['8.0.0'],
  evidence: 'd.ts; a class per format from version 8',
  exports: {
    'default|create': { call: { roles: ['document'], returns: '#Archiver', versions: '<8' } },
    'ZipArchive|TarArchive|JsonArchive': { new: { roles: ['document'], returns: '#Archiver' } },
  },
  types: { Archiver: { members: { finalize: method('document'), 'append|file|directory|glob|pipe|on': { call: { returns: '#Archiver' } } } } },
});
