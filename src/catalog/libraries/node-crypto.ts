import { pbkdf2Rounds } from '../hash-rounds.js';
import { defineLibrary, type Blocking, type Entity } from '../schema.js';

const computes = (does: string, name: string, more: Partial<NonNullable<Blocking['twin']>> = {}, rounds?: Blocking['rounds']): Entity => ({
  call: { roles: ['blocking'], blocking: { does, twin: { name, promisify: true, ...more }, ...(rounds ? { rounds } : {}) } },
});

export default defineLibrary({
  package: 'node:crypto',
  title: 'Node crypto',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'run: promisified forms give the same results; tsc with @types/node 20: those marked lose their types',
  exports: {
    pbkdf2Sync: computes('derives the key', 'pbkdf2', {}, pbkdf2Rounds),
    scryptSync: computes('derives the key', 'scrypt', { untyped: true }),
    argon2Sync: { call: { ...computes('derives the key', 'argon2').call, versions: '>=24.7' } },
    generateKeyPairSync: computes('generates the keys', 'generateKeyPair'),
    generatePrimeSync: computes('searches for a prime', 'generatePrime', { untyped: true }),
  },
});
