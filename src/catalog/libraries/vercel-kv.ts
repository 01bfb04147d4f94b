import { defineLibrary } from '../schema.js';
import { httpClient } from '../shorthand.js';

export default defineLibrary({
  package: '@vercel/kv',
  title: 'Vercel KV',
  roles: ['cache'],
  checked: ['3.0.0'],
  evidence: 'd.ts: the Upstash client with a ready instance',
  exports: {
    'kv|default': { is: '@upstash/redis#Redis' },
    createClient: { call: httpClient('@upstash/redis#Redis', ['cache'], { args: { options: '0', url: '0.url' } }) },
  },
});
