import { defineLibrary, type Entity } from '../schema.js';

const computes = (does: string, name: string): Entity => ({ call: { roles: ['blocking'], blocking: { does, twin: { name } } } });

export default defineLibrary({
  package: '@node-rs/bcrypt',
  title: '@node-rs/bcrypt',
  roles: ['auth'],
  checked: ['2.0.0'],
  evidence: 'd.ts',
  exports: {
    hashSync: computes('computes the hash', 'hash'),
    verifySync: computes('computes the hash', 'verify'),
    compareSync: computes('computes the hash', 'compare'),
  },
});
