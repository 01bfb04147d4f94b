import dedent from 'dedent';
import { describe, expect, it } from 'vitest';
import type { ClientFacts } from '../../../src/kit/fixers/construction.js';
import { keyedCache } from '../../../src/kit/fixers/keyed-cache.js';
import type { SourceOptions } from '../../helpers/source.js';
import { fix, fixer, nodesOf } from './apply.js';
import { typeErrors } from './type-errors.js';

function cached(code: string, options: SourceOptions, client: ClientFacts = {}): string | null {
  return fix(code, (source) => keyedCache(fixer, source, nodesOf(source, 'NewExpression')[0] ?? nodesOf(source, 'CallExpression').find((call) => source.getText(call).startsWith('connect('))!, client), options);
}
const ts: SourceOptions = { filename: 'src/a.ts' };
const js: SourceOptions = { language: 'js', filename: 'src/a.js' };

describe('keyedCache', () => {
  it('keeps one client per string', () => {
    const output = cached("import Redis from 'ioredis';\n\nexport function read(url: string, key: string) {\n  const redis = new Redis(url, { name: url });\n  return redis.get(key);\n}\n", ts);
    expect(output).toBe(dedent`
      import Redis from 'ioredis';

      const redisByUrl = new Map<string, Redis>();
      function getRedis(url: string): Redis {
        let client = redisByUrl.get(url);
        if (!client) {
          client = new Redis(url, { name: url });
          redisByUrl.set(url, client);
        }
        return client;
      }

      export function read(url: string, key: string) {
        const redis = getRedis(url);
        return redis.get(key);
      }
    ` + '\n');
    expect(typeErrors(output!, "declare module 'ioredis' { export default class Redis { constructor(url: string, options?: object); get(key: string): Promise<string> } }")).toEqual([]);
  });

  it('keeps promises, and drops those that reject', () => {
    const output = cached("import { connect } from 'x';\nexport async function read(id: 'a' | 'b') {\n  const client = await connect({\n    id,\n  });\n  return client.get();\n}\n", ts);
    expect(output).toBe(dedent`
      import { connect } from 'x';
      const openX = (id: 'a' | 'b') => connect({
        id,
      });
      const xById = new Map<'a' | 'b', Promise<Awaited<ReturnType<typeof openX>>>>();
      function getX(id: 'a' | 'b'): Promise<Awaited<ReturnType<typeof openX>>> {
        let client = xById.get(id);
        if (!client) {
          client = Promise.resolve(openX(id)).catch((error: unknown) => {
            xById.delete(id);
            throw error;
          });
          xById.set(id, client);
        }
        return client;
      }

      export async function read(id: 'a' | 'b') {
        const client = await getX(id);
        return client.get();
      }
    `.replaceAll('xById', 'clientById').replaceAll('getX', 'getClient').replaceAll('openX', 'openClient') + '\n');
    expect(typeErrors(output!, "declare module 'x' { export function connect(options: { id: string }): Promise<{ get(): string }> }")).toEqual([]);
  });

  it('takes a chain of names in JavaScript, by its name', () => {
    expect(cached('exports.f = (tenant) => new Redis({ host: tenant.db.host });', js)).toBe(dedent`
      const redisByHost = new Map();
      function getRedis(host) {
        let client = redisByHost.get(host);
        if (!client) {
          client = new Redis({ host: host });
          redisByHost.set(host, client);
        }
        return client;
      }

      exports.f = (tenant) => getRedis(tenant.db.host);
    `);
  });

  it.each([
    ['two locals', '(url: string, name: string) => new Redis(url, name)', ts],
    ['a key without a type', '(url) => new Redis(url)', ts],
    ['a key of an object type', '(url: Options) => new Redis(url)', ts],
    ['a key that may be missing', '(url?: string) => new Redis(url)', ts],
    ['a property in TypeScript', '(o: Options) => new Redis(o.url)', ts],
    ['an object in JavaScript', '(options) => new Redis(options)', js],
    ['a method of the key', '(url) => new Redis(url.trim())', js],
    ['computed names', '(urls, id) => new Redis(urls[id])', js],
    ['this', 'function () { return new Redis(this.url); }', js],
    ['calls', '(url) => new Redis(url, make())', js],
    ['nothing of the function', '() => new Redis(process.env.URL)', js],
  ] as const)('leaves %s alone', (_, fn, options) => {
    expect(cached(`export const f = ${fn};`, options)).toBeNull();
  });
});
