import { defineLibrary } from '../schema.js';

/** Middleware that serves the files of a folder. */
export default defineLibrary({
  package: '@fastify/static',
  aliases: ['fastify-static', 'koa-static'],
  title: '@fastify/static and other servers of files',
  roles: ['static-files'],
  checked: ['10.1.11'],
  evidence: 'documentation: what they are for',
  exports: {},
});
