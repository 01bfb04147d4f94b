import { defineLibrary, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled', request: 0 };

export default defineLibrary({
  package: '@sveltejs/kit',
  title: 'SvelteKit',
  roles: ['web-framework'],
  checked: ['2.70.4'],
  evidence: 'd.ts; documented file conventions',
  exports: { 'RequestHandler|Handle': { is: '#Handler' } },
  types: { Handler: { annotate: { roles: ['route'], registers: { ...http, handler: 'typed' } } } },
  conventions: [
    { files: ['**/routes/**/+server.{ts,js}'], exports: ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'fallback'], kept: { by: { prerender: [true, 'auto'] } }, registers: { ...http, handler: 'typed' } },
    { files: ['**/routes/**/+{page,layout}.server.{ts,js}'], exports: ['load'], registers: { ...http, handler: 'typed' } },
    { files: ['**/hooks.server.{ts,js}'], exports: ['handle'], dependsOn: ['@sveltejs/kit'], registers: { ...http, kind: 'middleware', handler: 'typed' } },
  ],
});
