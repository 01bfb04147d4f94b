import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@fastify/autoload',
  aliases: ['fastify-autoload'],
  title: 'Fastify autoload',
  roles: ['web-framework'],
  checked: ['6.5.0'],
  evidence: 'source and readme: registers every plugin of a folder, below paths named after its subfolders',
  exports: { default: { call: { roles: ['route-mount'] } } },
});
