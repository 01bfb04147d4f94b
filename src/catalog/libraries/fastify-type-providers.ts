import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@fastify/type-provider-typebox',
  aliases: ['@fastify/type-provider-json-schema-to-ts', 'fastify-type-provider-zod', '@fastify/type-provider-zod'],
  title: 'Fastify type providers',
  roles: ['web-framework'],
  checked: ['6.3.0'],
  evidence: 'd.ts',
  exports: {
    'FastifyPluginAsyncTypebox|FastifyPluginCallbackTypebox|FastifyPluginAsyncZod|FastifyPluginCallbackZod|FastifyPluginAsyncJsonSchemaToTs|FastifyPluginCallbackJsonSchemaToTs': { is: 'fastify#Plugin' },
  },
});
