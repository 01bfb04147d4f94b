import { defineLibrary } from '../schema.js';

const codec = { call: { returns: '#Codec' } };

export default defineLibrary({
  package: 'io-ts',
  title: 'io-ts',
  roles: ['validator'],
  checked: ['2.2.22'],
  evidence: 'export listing',
  exports: { 'type|partial|array|union|intersection|record|literal|strict|tuple|exact|keyof|readonly|readonlyArray': codec, 'string|number|boolean|unknown|Int': { is: '#Codec' } },
  types: { Codec: { members: { 'decode|is|validate': { call: { roles: ['validator'], args: { value: '0' } } } } } },
});
