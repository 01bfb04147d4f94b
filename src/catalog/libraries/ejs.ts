import { defineLibrary } from '../schema.js';

/** Template engines and what ties them to a web framework: a server that imports one renders pages. */
export default defineLibrary({
  package: 'ejs',
  aliases: ['pug', 'nunjucks', 'express-handlebars', '@fastify/view', 'koa-views'],
  title: 'EJS and other template engines',
  roles: ['views'],
  checked: ['7.0.2'],
  evidence: 'documentation: what they are for',
  exports: {},
});
