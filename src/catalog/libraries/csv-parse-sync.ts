import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'csv-parse/sync',
  aliases: ['csv-parse/lib/sync'],
  title: 'csv-parse',
  checked: ['7.0.3'],
  evidence: 'export listing; readme',
  exports: {
    parse: { call: { roles: ['blocking'], blocking: { does: 'parses the whole input', likeJson: true, size: '0', advice: 'Pipe the input through `parse` of `csv-parse`, which is a stream.' } } },
    default: { call: { roles: ['blocking'], versions: '<5', blocking: { does: 'parses the whole input', likeJson: true, size: '0', advice: 'Pipe the input through `csv-parse`, which is a stream.' } } },
  },
});
