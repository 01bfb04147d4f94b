import { bcryptRounds } from '../hash-rounds.js';
import { defineLibrary, type Blocking, type Entity } from '../schema.js';

const computes = (does: string, twin: Blocking['twin'], rounds?: Blocking['rounds']): Entity => ({ call: { roles: ['blocking'], blocking: { does, twin, ...(rounds ? { rounds } : {}) } } });

export default defineLibrary({
  package: 'bcryptjs',
  title: 'bcryptjs',
  roles: ['auth'],
  checked: ['2.4.3', '3.0.3'],
  evidence: 'source: hash, unlike hashSync, has no default for the salt',
  exports: {
    hashSync: computes('computes the hash', { name: 'hash', minArgs: 2 }, bcryptRounds),
    compareSync: computes('computes the hash', { name: 'compare' }),
  },
});
