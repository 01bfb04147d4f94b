import { defineLibrary, type Action } from '../schema.js';

const construct: Action = {
  roles: ['expensive-client', 'cache'],
  returns: '#Store',
  args: { url: '0' },
  resource: { cost: 'opens a TCP connection', singleton: 'yes', connects: 'first-use', close: ['disconnect'], opensFrom: ['0', '0.url', '0.socket'] },
};

export default defineLibrary({
  package: '@keyv/redis',
  aliases: ['@keyv/valkey'],
  title: 'Keyv Redis store',
  roles: ['cache'],
  checked: ['5.1.6'],
  evidence: 'd.ts: takes a URL, options or a client',
  exports: { default: { new: construct }, 'createKeyv|createKeyvNonBlocking': { call: { ...construct, returns: 'keyv#Keyv' } } },
  types: { Store: {} },
});
