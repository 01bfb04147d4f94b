import { describe, expect, it } from 'vitest';
import { handlersIn } from '../helpers/handlers.js';

describe('Next.js', () => {
  it('calls the HTTP exports of app routes', () => {
    expect(handlersIn(`
      export async function GET(request: Request) { return Response.json(1); }
      export const POST = withAuth(async (request: NextRequest) => new Response());
      export const dynamic = 'force-dynamic';
      export async function helper() {}
    `, { filename: '/repo/src/app/(shop)/api/users/[id]/route.ts' })).toEqual([
      'http | Next.js | GET | `GET` | handled', 'http | Next.js | POST | `POST` | handled',
    ]);
    expect(handlersIn('export async function GET() {}', { filename: '/repo/src/lib/route.ts' })).toEqual([]);
  });

  it('calls the default export of pages/api, also wrapped and in CommonJS', () => {
    expect(handlersIn('export default function handler(req, res) { res.json({}); }', { filename: '/repo/pages/api/hello.ts' })).toEqual(['http | Next.js | `handler` | handled']);
    expect(handlersIn('async function h(req, res) {} export default withSession(h);', { filename: '/repo/src/pages/api/a/b.ts' })).toEqual(['http | Next.js | `h` | handled']);
    expect(handlersIn('module.exports = async (req, res) => {};', { filename: '/repo/pages/api/a.js', language: 'js', sourceType: 'commonjs' }))
      .toEqual(['http | Next.js | this handler | handled']);
  });

  it('calls server actions and middleware', () => {
    expect(handlersIn("'use server';\nexport async function save(form: FormData) {}\nasync function own() {}", { filename: '/repo/app/actions.ts' }))
      .toEqual(['http | Next.js | POST | `save` | handled']);
    expect(handlersIn("export function Page() { async function submit(form: FormData) { 'use server'; await save(form); } return submit; }", { filename: '/repo/app/page.ts' }))
      .toEqual(['http | Next.js | POST | `submit` | handled']);
    expect(handlersIn("import { NextResponse } from 'next/server'; export function middleware(request) { return NextResponse.next(); }", { filename: '/repo/middleware.ts' }))
      .toEqual(['middleware | Next.js | `middleware` | handled']);
    expect(handlersIn('export function middleware(action) { return action; }', { filename: '/repo/src/store/middleware.ts' })).toEqual([]);
  });
});

describe('AWS Lambda', () => {
  it('calls functions with its types', () => {
    expect(handlersIn(`
      import type { APIGatewayProxyEvent, APIGatewayProxyHandlerV2, SQSEvent } from 'aws-lambda';
      export const list: APIGatewayProxyHandlerV2 = async () => ({ statusCode: 200 });
      export const consume = async (event: SQSEvent): Promise<void> => { for (const record of event.Records) handle(record); };
      export async function create(event: APIGatewayProxyEvent) { return { statusCode: 201, body: '' }; }
      export function userId(event: APIGatewayProxyEvent) { return event.headers.user; }
    `)).toEqual(['serverless | AWS Lambda | `list` | handled', 'serverless | AWS Lambda | `consume` | handled', 'serverless | AWS Lambda | `create` | handled']);
  });

  it('calls exports.handler where the project is one of Lambda functions', () => {
    const code = 'exports.handler = async (event) => ({ statusCode: 200 });';
    expect(handlersIn(code, { language: 'js', sourceType: 'commonjs', dependencies: { '@aws-sdk/client-s3': '^3.0.0' } })).toEqual(['serverless | AWS Lambda | `handler` | handled']);
    expect(handlersIn(code, { language: 'js', sourceType: 'commonjs' })).toEqual([]);
    expect(handlersIn('exports.handler = async (argv) => {};', { language: 'js', sourceType: 'commonjs', dependencies: { 'aws-sdk': '2' } })).toEqual([]);
  });

  it('calls what middy wraps', () => {
    expect(handlersIn("import middy from '@middy/core'; const base = async (event) => {}; export const handler = middy(base).use(cors());", { language: 'js' }))
      .toEqual(['serverless | Middy | `base` | handled']);
  });
});

describe('Nitro and others', () => {
  it('count where the project uses them', () => {
    const options = { language: 'js', filename: '/repo/server/api/users.get.js' } as const;
    const code = 'export default defineEventHandler(async (event) => 1);';
    expect(handlersIn(code, { ...options, dependencies: { nuxt: '^3.0.0' } })).toEqual(['http | Nitro | this handler | handled']);
    expect(handlersIn(code, { ...options, dependencies: { vue: '^3.0.0' } })).toEqual([]);
    expect(handlersIn('export const GET = async ({ url }) => new Response();', { language: 'js', filename: '/repo/src/routes/api/+server.js' }))
      .toEqual(['http | SvelteKit | GET | `GET` | handled']);
  });
});
