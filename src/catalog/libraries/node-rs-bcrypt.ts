import { bcryptRounds } from '../hash-rounds.js';
import { defineLibrary, type Blocking, type Entity } from '../schema.js';

const computes = (does: string, name: string, rounds?: Blocking['rounds']): Entity => ({ call: { roles: ['blocking'], blocking: { does, twin: { name }, ...(rounds ? { rounds } : {}) } } });

export default defineLibrary({
  package: '@node-rs/bcrypt',
  title: '@node-rs/bcrypt',
  roles: ['auth'],
  checked: ['2.0.0'],
  evidence: 'd.ts',
  exports: {
    hashSync: computes('computes the hash', 'hash', bcryptRounds),
    verifySync: computes('computes the hash', 'verify'),
    compareSync: computes('computes the hash', 'compare'),
  },
});
