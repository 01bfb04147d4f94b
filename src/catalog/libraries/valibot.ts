import { defineLibrary } from '../schema.js';

const args = { schema: '0', value: '1' };

export default defineLibrary({
  package: 'valibot',
  title: 'Valibot',
  roles: ['validator'],
  checked: ['0.42.1', '1.5.0'],
  evidence: 'export listing; the schema comes first',
  exports: {
    'parse|safeParse|is|assert': { call: { roles: ['validator'], args } },
    'parseAsync|safeParseAsync': { call: { roles: ['validator'], async: true, args } },
    'parser|safeParser': { call: { returns: '#Parser', args: { schema: '0' } } },
  },
  types: { Parser: { call: { roles: ['validator'], args: { value: '0' } } } },
});
