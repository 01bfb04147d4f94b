import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'csv-stringify/sync',
  title: 'csv-stringify',
  checked: ['6.9.0'],
  evidence: 'export listing; readme',
  exports: {
    stringify: { call: { roles: ['blocking'], blocking: { does: 'formats the whole input', likeJson: true, advice: 'Pipe the records through `stringify` of `csv-stringify`, which is a stream.' } } },
  },
});
