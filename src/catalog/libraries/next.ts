import { defineLibrary, type KeptBy, type Registers } from '../schema.js';

const http: Omit<Registers, 'handler'> = { kind: 'http', rejections: 'handled', request: 0 };
const code = '{ts,tsx,js,jsx,mts,mjs}';
const kept: KeptBy = {
  by: { dynamic: ['force-static', 'error'], revalidate: [false, 'number'], generateStaticParams: ['function'] },
  unless: { dynamic: ['force-dynamic'] },
  unlessImported: ['next/headers'],
};

export default defineLibrary({
  package: 'next',
  aliases: ['next/server', 'next/types'],
  title: 'Next.js',
  roles: ['web-framework'],
  checked: ['16.4.6'],
  evidence: 'documented file conventions; d.ts; source: which exports make a route handler static; documentation: middleware runs on the edge runtime by default, proxy on Node.js',
  exports: {
    NextApiRequest: { is: '#ApiRequest' },
    NextApiResponse: { is: '#ApiResponse' },
    NextApiHandler: { is: '#ApiHandler' },
    NextMiddleware: { is: '#Middleware' },
    'GetServerSideProps|GetServerSidePropsContext': { is: '#ServerSideProps' },
  },
  types: {
    ApiRequest: {},
    ApiResponse: { annotate: { roles: ['route'], registers: { ...http, handler: 'parameter', response: 1 } } },
    ApiHandler: { annotate: { roles: ['route'], registers: { ...http, handler: 'typed', response: 1 } } },
    Middleware: { annotate: { roles: ['middleware'], registers: { ...http, kind: 'middleware', handler: 'typed' } } },
    ServerSideProps: { annotate: { roles: ['route'], registers: { ...http, handler: 'typed' } } },
  },
  conventions: [
    { files: [`**/app/**/route.${code}`], exports: ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH'], urlsBelow: 'app', kept, registers: { ...http, handler: 'typed' } },
    { files: [`**/pages/api/**/*.${code}`], exports: ['default'], urlsBelow: 'pages', registers: { ...http, handler: 'typed', response: 1 } },
    { files: [`**/pages/**/*.${code}`], exports: ['getServerSideProps'], registers: { ...http, handler: 'typed' } },
    { files: [`**/middleware.${code}`], exports: ['middleware', 'default'], dependsOn: ['next'], edge: true, registers: { ...http, kind: 'middleware', handler: 'typed' } },
    { files: [`**/proxy.${code}`], exports: ['proxy', 'default'], dependsOn: ['next'], registers: { ...http, kind: 'middleware', handler: 'typed' } },
    { files: ['**'], exports: ['*'], directive: 'use server', registers: { kind: 'http', method: 'POST', handler: 'typed', rejections: 'handled' } },
  ],
});
