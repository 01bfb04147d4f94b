import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: '@remix-run/node',
  aliases: ['@remix-run/server-runtime', '@remix-run/react', 'react-router', '@react-router/node', '@shopify/remix-oxygen'],
  title: 'Remix',
  roles: ['web-framework'],
  sharesRest: true,
  checked: ['2.17.5'],
  evidence: 'd.ts; documented file conventions',
  exports: {
    'LoaderFunction|ActionFunction': { is: '#Handler' },
    'LoaderFunctionArgs|ActionFunctionArgs|LoaderArgs|ActionArgs|DataFunctionArgs': { is: '#Args' },
  },
  types: {
    Handler: { annotate: { roles: ['route'], registers: { kind: 'http', handler: 'typed', rejections: 'handled', request: 0 } } },
    Args: { annotate: { roles: ['route'], registers: { kind: 'http', handler: 'parameter', rejections: 'handled', request: 0 } } },
  },
  conventions: [
    {
      files: ['**/app/routes/**/*.{ts,tsx,js,jsx}', '**/app/root.{ts,tsx,js,jsx}'],
      exports: ['loader', 'action'],
      dependsOn: ['@remix-run/*', 'react-router'],
      registers: { kind: 'http', handler: 'typed', rejections: 'handled', request: 0 },
    },
  ],
});
