import { bcryptRounds } from '../hash-rounds.js';
import { defineLibrary, type Blocking, type Entity } from '../schema.js';

const computes = (does: string, name: string, rounds?: Blocking['rounds']): Entity => ({ call: { roles: ['blocking'], blocking: { does, twin: { name }, ...(rounds ? { rounds } : {}) } } });

export default defineLibrary({
  package: 'bcrypt',
  title: 'bcrypt',
  roles: ['auth'],
  checked: ['5.1.1', '6.0.0'],
  evidence: 'export listing; source: a promise when there is no callback',
  exports: {
    hashSync: computes('computes the hash', 'hash', bcryptRounds),
    compareSync: computes('computes the hash', 'compare'),
  },
});
