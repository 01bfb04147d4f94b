import { describe, expect, it } from 'vitest';
import { wayOut } from '../../src/analysis/element-loops.js';
import { isHandful } from '../../src/analysis/list-sizes.js';
import { nodesOf } from '../../src/analysis/nodes.js';
import { isOrderFree } from '../../src/analysis/order-free.js';
import { queriesInLoops } from '../../src/analysis/queries-in-loops.js';
import { sourceOf } from '../helpers/source.js';

const head = "import { PrismaClient } from '@prisma/client'; export const db = new PrismaClient();";
const found = (code: string): string[] => queriesInLoops(sourceOf(`${head} ${code}`), false).map(({ loop, query, path }) => [loop.order, ...path, query.name].join(' | '));

describe('queriesInLoops', () => {
  it('gives the first query of each loop', () => {
    expect(found('async function f(ids) { for (const id of ids) { await db.a.delete({ where: { id } }); await db.b.delete({ where: { id } }); } }')).toEqual(['in turn | db.a.delete']);
  });

  it('names the functions on the way, and gives up where one does more', () => {
    expect(found('const one = (id) => db.a.findFirst({ where: { id } }); const f = (ids) => Promise.all(ids.map((id) => one(id)));')).toEqual(['together | one | db.a.findFirst']);
    expect(found('async function one(id) { await check(id); return db.a.findFirst({ where: { id } }); } const f = (ids) => Promise.all(ids.map((id) => one(id)));')).toEqual([]);
  });

  it('follows only the argument that tells the elements apart', () => {
    expect(found('const one = (id, kind) => db.a.findFirst({ where: { kind } }); const f = (ids, kind) => Promise.all(ids.map((id) => one(id, kind)));')).toEqual([]);
  });

  it('leaves programs that run once alone', () => {
    const loop = 'async function f(ids) { for (const id of ids) await db.a.delete({ where: { id } }); } f(all);';
    expect(found(loop)).toEqual(['in turn | db.a.delete']);
    expect(queriesInLoops(sourceOf(`${head.replace('export ', '')} ${loop}`), false)).toEqual([]);
    expect(found('for (const id of await all()) await db.a.delete({ where: { id } });')).toEqual([]);
  });

  it('copes with odd syntax', () => {
    expect(found('for (;;) { await db.a.findMany(); } for (const [] of []) {} ids.map(); Promise.all(); for (x.y of z) await db.a.delete({ where: { id: x.y } });')).toEqual([]);
  });
});

describe('wayOut', () => {
  const way = (code: string) => {
    const source = sourceOf(code);
    const call = nodesOf(source, 'CallExpression').find((node) => source.getText(node.callee) === 'q')!;
    const end = wayOut(source, call);
    return end === undefined ? 'nothing' : 'fn' in end ? 'function' : `${end.loop.order}${end.loop.gives ? ', used' : ''}`;
  };

  it.each([
    ['async function f() { for (const x of xs) await q(x); }', 'in turn'],
    ['async function f() { for (const x of xs) { const [a] = await Promise.all([q(x), r(x)]); } }', 'in turn'],
    ['async function f() { for (const x of xs) q(x).catch(log); }', 'together'],
    ['async function f() { const all = []; for (const x of xs) all.push(q(x)); return Promise.all(all); }', 'together'],
    ['async function f() { const all = []; for (const x of xs) all.push(q(x)); send(all); }', 'nothing'],
    ['async function f() { await Promise.all(xs.map(async (x) => { await q(x); })); }', 'together'],
    ['async function f() { return Promise.all(xs.map((x) => q(x))); }', 'together, used'],
    ['async function f() { const all = xs.map((x) => q(x)); const done = await Promise.all(all); }', 'together, used'],
    ['function f() { return xs.map((x) => q(x)); }', 'nothing'],
    ['async function f() { while (more) await q(x); }', 'nothing'],
    ['async function f() { await run(() => q(x)); }', 'nothing'],
    ['async function f() { await q(x); }', 'function'],
    ['await q(x);', 'nothing'],
  ])('%s: %s', (code, expected) => {
    expect(way(code)).toBe(expected);
  });
});

describe('isHandful', () => {
  const handful = (list: string, before = '') => {
    const source = sourceOf(`${before}\nfor (const x of ${list}) go(x);`);
    return isHandful(source, nodesOf(source, 'ForOfStatement')[0]!.right);
  };

  it.each(['[1, 2]', "['a', 'b'].map(up)", 'config.hosts', 'COUNTRIES', 'ids.slice(0, 3)', 'Object.entries(req.body)', "text.split(',')", 'chunk(ids, 10)', 'pages', 'await db.find({ take: 3 })', 'new Set([1])', 'providers'])('%s', (list) => {
    expect(handful(list)).toBe(true);
  });

  it.each(['ids', 'orders', '[...ids]', 'await db.find()', 'Object.keys(byId)', 'await db.find({ take: 500 })', 'new Set(ids)', 'order.lines', 'load()'])('not %s', (list) => {
    expect(handful(list)).toBe(false);
  });

  it('sees lists that grow', () => {
    expect(handful('list', "const list = ['a'];")).toBe(true);
    expect(handful('list', 'const list = []; list.push(1);')).toBe(false);
  });
});

describe('isOrderFree', () => {
  const free = (code: string) => {
    const source = sourceOf(`async function f() { ${code} }`);
    return isOrderFree(source, nodesOf(source, 'AwaitExpression')[0]!);
  };

  it('is true of what only becomes a map, a set or an object', () => {
    expect(free('return new Set(await rows());')).toBe(true);
    expect(free('return new Set([...(await rows())]);')).toBe(true);
    expect(free('const all = await rows(); const a = new Map(all.map((row) => [row.id, row])); const b = Object.fromEntries(all.filter(Boolean));')).toBe(true);
  });

  it('is false of lists that are kept, counted or looked into', () => {
    expect(free('return await rows();')).toBe(false);
    expect(free('const all = await rows(); return new Set(all).size === all.length;')).toBe(false);
    expect(free('return new Map((await rows()).map((row, index) => [ids[index], row]));')).toBe(false);
    expect(free('return new Set((await rows()).map((row) => row ?? none));')).toBe(false);
    expect(free('let all = await rows(); all = []; return new Set(all);')).toBe(false);
  });
});
