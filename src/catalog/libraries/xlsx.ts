import { defineLibrary, type Entity } from '../schema.js';

const blocks = (does: string): Entity => ({ call: { roles: ['document', 'blocking'], blocking: { does, advice: 'Work on spreadsheets in a worker thread or a queue.' } } });

export default defineLibrary({
  package: 'xlsx',
  title: 'SheetJS',
  roles: ['document'],
  checked: ['0.18.5'],
  evidence: 'export listing: there is no asynchronous form',
  exports: { 'read|readFile': blocks('parses the whole workbook'), 'write|writeFile|writeFileSync|readFileSync': blocks('formats the whole workbook') },
});
