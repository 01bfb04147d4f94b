import { describe, expect, it } from 'vitest';
import { hoistable } from '../../../src/kit/fixers/hoistable.js';
import { nodeOf, sourceOf } from '../../helpers/source.js';

function judged(construction: string, around = (text: string) => `function f(url: string) { return ${text}; }`) {
  const source = sourceOf(around(construction));
  const type = construction.startsWith('await') ? 'AwaitExpression' : construction.startsWith('new') ? 'NewExpression' : 'CallExpression';
  let node = nodeOf(source, type, construction.slice(0, 12)) as Parameters<typeof hoistable>[1];
  while (node.parent && source.getText(node) !== construction) node = node.parent;
  const verdict = hoistable(source, node);
  return verdict.ok ? 'ok' : `${verdict.reason} ${verdict.locals.map((local) => local.name).join()}`.trim();
}

describe('hoistable', () => {
  it.each([
    'new Redis()',
    'new Redis',
    'new Redis(process.env.REDIS_URL!)',
    "new Kafka({ brokers: process.env.BROKERS!.split(','), clientId: String(pid) })",
    'new Redis(Number(process.env.PORT), { retryStrategy: (times) => Math.min(times * 50, 2000), onError(e) { log(e, this); } })',
    "new Redis(new URL('redis://x').href)",
    'await createClient({ url: `redis://${host}` }).connect()',
    'await new MongoClient(config.mongo.url ?? defaultUrl).connect()',
    'new Redis({ reconnectOnError: () => seen++ })',
    'new ns.Cluster([{ host }])',
  ])('may move %s', (construction) => {
    expect(judged(construction, (text) => `import { config, defaultUrl, host } from './config'; const pid = 1; let seen = 0; async function f() { return ${text}; }`)).toBe('ok');
  });

  it.each([
    ['new Redis(url)', 'local url'],
    ['new Redis(`redis://${url}`, { name: url })', 'local url,url'],
    ['new Redis({ retry: () => url })', 'local url'],
    ['new Redis(this.url)', 'local'],
    ['new Redis(this.url, url)', 'local'],
    ['new Redis({ retry: () => this.url })', 'local'],
    ['new Redis(new.target)', 'local'],
    ['new Redis(arguments[0])', 'local arguments'],
    ['new Redis(pick(url))', 'impure url'],
    ['new Redis(getUrl())', 'impure'],
    ['new Redis(Date.now())', 'impure'],
    ['new Redis(new Date())', 'impure'],
    ['new Redis(Math.random())', 'impure'],
    ['new Redis({ id: crypto.randomUUID() })', 'impure'],
    ['new Redis(count++)', 'impure'],
    ['new Redis((last = 1))', 'impure'],
    ['new Redis(sql`x`)', 'impure'],
    ['new Redis(class {})', 'impure'],
    ['new Redis({ retry: () => { url = 1; } })', 'impure url'],
  ])('does not move %s: %s', (construction, verdict) => {
    expect(judged(construction)).toBe(verdict);
  });

  it('does not move what awaits among its arguments', () => {
    expect(judged('new Redis(await secret())', (text) => `async function f() { return ${text}; }`)).toBe('impure');
  });

  it('does not move reads of reassigned variables, unless a callback reads them', () => {
    const around = (text: string) => `let options = {}; options = load(); function f() { return ${text}; }`;
    expect(judged('new Redis(options)', around)).toBe('mutable');
    expect(judged('new Redis({ retry: () => options })', around)).toBe('ok');
  });

  it('does not move what uses a class or type of the function', () => {
    expect(judged('new Redis()', (text) => `async function f() { const { Redis } = await import('ioredis'); return ${text}; }`)).toBe('local Redis');
    expect(judged('new Cache<T>()', (text) => `function f<T>() { return ${text}; }`)).toBe('local T');
  });

  it('takes names declared inside the construction for its own', () => {
    expect(judged('new Redis({ retry(n) { const wait = n * 2; return wait; } })')).toBe('ok');
  });

  it('asks what else is pure', () => {
    const source = sourceOf('function f() { return new Prisma({ adapter: new Adapter(make()) }); }');
    const node = nodeOf(source, 'NewExpression', 'new Prisma');
    expect(hoistable(source, node, (inner) => source.getText(inner).startsWith('new Adapter'))).toMatchObject({ ok: false, reason: 'impure' });
    expect(hoistable(source, node, () => true)).toEqual({ ok: true });
  });
});
