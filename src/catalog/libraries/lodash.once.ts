import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'lodash.once',
  aliases: ['lodash.memoize', 'lodash/once', 'lodash/memoize', 'once', 'onetime'],
  title: 'lodash.once',
  roles: ['memoize'],
  checked: ['4.1.1'],
  evidence: 'readme',
  exports: { default: { call: { roles: ['memoize'], args: { handler: '0' } } } },
});
