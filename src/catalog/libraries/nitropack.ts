import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'nitropack',
  aliases: ['nitro'],
  title: 'Nitro',
  roles: ['web-framework'],
  checked: ['2.13.6', '3.0.0'],
  evidence: 'documented file conventions; the helpers are auto-imported',
  exports: {},
  conventions: [
    {
      files: ['**/server/{api,routes,middleware}/**/*.{ts,js,mts,mjs}'],
      exports: ['default'],
      dependsOn: ['nitropack', 'nitro', 'nuxt'],
      registers: { kind: 'http', handler: 'typed', rejections: 'handled', request: 0 },
    },
  ],
});
