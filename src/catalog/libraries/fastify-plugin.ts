import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'fastify-plugin',
  title: 'fastify-plugin',
  roles: ['route-mount'],
  checked: ['6.0.1'],
  evidence: 'd.ts',
  exports: { 'default|fastifyPlugin': { call: { passes: { 0: ['fastify#App'] } } } },
});
