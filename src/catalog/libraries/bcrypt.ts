import { defineLibrary, type Entity } from '../schema.js';

const computes = (does: string, name: string): Entity => ({ call: { roles: ['blocking'], blocking: { does, twin: { name } } } });

export default defineLibrary({
  package: 'bcrypt',
  title: 'bcrypt',
  roles: ['auth'],
  checked: ['5.1.1', '6.0.0'],
  evidence: 'export listing; source: a promise when there is no callback',
  exports: {
    hashSync: computes('computes the hash', 'hash'),
    compareSync: computes('computes the hash', 'compare'),
  },
});
