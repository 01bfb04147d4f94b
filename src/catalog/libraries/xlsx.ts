import { defineLibrary, type Blocking, type Entity } from '../schema.js';

const blocks = (does: string, more: Partial<Blocking> = {}): Entity => ({ call: { roles: ['document', 'blocking'], blocking: { does, advice: 'Work on spreadsheets in a worker thread or a queue.', ...more } } });
const filledBy = { book_new: '0', book_append_sheet: '1', aoa_to_sheet: '0', json_to_sheet: '0', sheet_add_aoa: '1', sheet_add_json: '1' };

export default defineLibrary({
  package: 'xlsx',
  title: 'SheetJS',
  roles: ['document'],
  checked: ['0.18.5'],
  evidence: 'export listing: there is no asynchronous form',
  exports: {
    'read|readFile|readFileSync': blocks('parses the whole workbook'),
    'write|writeFile|writeFileSync': blocks('formats the whole workbook', { filledBy }),
  },
});
