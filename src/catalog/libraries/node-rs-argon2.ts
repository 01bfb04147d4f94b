import { defineLibrary, type Entity } from '../schema.js';

const computes = (name: string): Entity => ({ call: { roles: ['blocking'], blocking: { does: 'computes the hash', twin: { name } } } });

export default defineLibrary({
  package: '@node-rs/argon2',
  title: '@node-rs/argon2',
  roles: ['auth'],
  checked: ['2.2.1'],
  evidence: 'd.ts',
  exports: { hashSync: computes('hash'), hashRawSync: computes('hashRaw'), verifySync: computes('verify') },
});
