import { defineLibrary, type Action } from '../schema.js';
import { httpResource, method } from '../shorthand.js';

// A client that carries the user's token is made per request on purpose.
const create: Action = { roles: ['orm'], returns: '#Client', args: { url: '0', key: '1', options: '2' } };

export default defineLibrary({
  package: '@supabase/supabase-js',
  aliases: ['@supabase/ssr'],
  title: 'Supabase',
  roles: ['orm', 'auth'],
  checked: ['2.119.1'],
  evidence: 'probe: HTTP; d.ts',
  exports: {
    createClient: { call: { ...create, roles: ['expensive-client', 'orm'], resource: httpResource } },
    createServerClient: { call: create },
    SupabaseClient: { is: '#Client' },
  },
  types: {
    Client: {
      members: {
        from: { call: { returns: '#Table', args: { table: '0' } } },
        schema: { call: { returns: '#Client' } },
        rpc: { call: { roles: ['orm', 'raw-sql'], returns: '#Query', args: { procedure: '0' } } },
        auth: { members: { admin: { members: { '*': method('auth') } }, '*': method('auth') } },
        storage: { members: { from: { call: { returns: '#Bucket' } } } },
        functions: { members: { invoke: method('rpc-call') } },
        'channel': { call: { roles: ['subscribe'] } },
      },
    },
    Table: {
      members: {
        select: { call: { roles: ['orm', 'read'], returns: '#Query', batch: { form: "in('id', ids)", unless: ['limit', 'range', 'order'] } } },
        'insert|upsert': { call: { roles: ['orm', 'write'], returns: '#Query', batch: { form: 'insert(rows)', key: '0', returns: true } } },
        update: { call: { roles: ['orm', 'write'], returns: '#Query', batch: { form: "in('id', ids)", same: ['0'] } } },
        delete: { call: { roles: ['orm', 'write'], returns: '#Query', batch: { form: "delete().in('id', ids)" } } },
      },
    },
    // Thenable: it runs when it is awaited.
    Query: { members: { 'select|eq|neq|gt|gte|lt|lte|like|ilike|is|in|contains|or|and|not|filter|match|order|limit|range|single|maybeSingle|returns|textSearch|throwOnError': { call: { returns: '#Query' } } } },
    Bucket: { members: { 'download|list|getPublicUrl|createSignedUrl': method('storage', 'read'), 'upload|update|remove|move|copy': method('storage', 'write') } },
  },
});
