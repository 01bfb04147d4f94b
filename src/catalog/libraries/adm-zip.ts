import { defineLibrary } from '../schema.js';

const advice = 'Use a zip library that streams.';

export default defineLibrary({
  package: 'adm-zip',
  title: 'adm-zip',
  checked: ['0.6.1'],
  evidence: 'd.ts',
  exports: { default: { new: { returns: '#Zip' }, call: { returns: '#Zip' } } },
  types: {
    Zip: {
      members: {
        'extractAllTo|extractEntryTo|writeZip|toBuffer': { call: { roles: ['blocking'], blocking: { does: 'packs or unpacks the whole archive', advice, unlessCallback: true } } },
        'readFile|readAsText|addLocalFile|addLocalFolder': { call: { roles: ['blocking'], blocking: { does: 'waits for the file system', advice } } },
      },
    },
  },
});
