import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'react',
  aliases: ['react-dom', 'react-dom/*'],
  title: 'React',
  roles: ['ui'],
  checked: ['19.3.1'],
  evidence: 'export listing: cache() remembers for one request of a server component',
  exports: { cache: { call: { roles: ['memoize'], args: { handler: '0' } } } },
});
