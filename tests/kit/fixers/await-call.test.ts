import { describe, expect, it } from 'vitest';
import { isFunction } from '../../../src/analysis/syntax.js';
import { awaitCall } from '../../../src/kit/fixers/await-call.js';
import type { SourceOptions } from '../../helpers/source.js';
import { fix, fixer, nodesOf } from './apply.js';

const readSync = (source: Parameters<typeof nodesOf>[0]) => nodesOf(source, 'CallExpression').find((call) => /^(?:fs\??\.)?readSync$/u.test(source.getText(call.callee)))!;
const whole = (code: string, callee?: string, options?: SourceOptions) => fix(code, (source) => awaitCall(fixer, source, readSync(source), callee), options);
const head = 'async function f() { ';
const awaited = (body: string, callee = 'read') => whole(`${head}${body} }`, callee)?.slice(head.length, -2) ?? null;

describe('awaitCall', () => {
  it.each([
    ['const x = readSync(p);', 'const x = await read(p);'],
    ['readSync(p);', 'await read(p);'],
    ['return fs.readSync(p, /* how */ { a: 1 }, // last\n);', 'return await read(p, /* how */ { a: 1 }, // last\n);'],
    ['readSync<string>(p);', 'await read<string>(p);'],
    ['return readSync(p).toString();', 'return (await read(p)).toString();'],
    ['return readSync(p)?.length;', 'return (await read(p))?.length;'],
    ['return readSync(p)!;', 'return (await read(p))!;'],
    ['return readSync(p) as string;', 'return (await read(p)) as string;'],
    ['return (readSync(p)).length;', 'return (await read(p)).length;'],
    ['if (!readSync(p)) return;', 'if (!(await read(p))) return;'],
    ['return readSync(p) ** 2;', 'return (await read(p)) ** 2;'],
    ["return readSync(p) + 'x';", "return (await read(p)) + 'x';"],
    ['return readSync(p) || q;', 'return (await read(p)) || q;'],
    ['return readSync(p) ? 1 : 2;', 'return (await read(p)) ? 1 : 2;'],
    ['return q ? readSync(p) : 2;', 'return q ? await read(p) : 2;'],
    ['return new (readSync(p))();', 'return new (await read(p))();'],
    ['return readSync(p)();', 'return (await read(p))();'],
    ['return readSync(p)`x`;', 'return (await read(p))`x`;'],
    ['return `${readSync(p)}`;', 'return `${await read(p)}`;'],
    ['return [...readSync(p)];', 'return [...(await read(p))];'],
    ['return { ...readSync(p) };', 'return { ...(await read(p)) };'],
    ['return g(readSync(p), q);', 'return g(await read(p), q);'],
    ['for (const x of readSync(p)) g(x);', 'for (const x of await read(p)) g(x);'],
    ['return await readSync(p);', 'return await read(p);'],
    ['class A extends readSync(p) {}', 'class A extends (await read(p)) {}'],
    ['class A { [readSync(p)] = 1; }', 'class A { [await read(p)] = 1; }'],
    ['g()\nreadSync(p).pipe(q)', 'g()\n;(await read(p)).pipe(q)'],
    ['g();\nreadSync(p).pipe(q)', 'g();\n(await read(p)).pipe(q)'],
    ['if (q)\nreadSync(p).pipe(q)', 'if (q)\n(await read(p)).pipe(q)'],
  ])('%s', (code, output) => {
    expect(awaited(code)).toBe(output);
  });

  it('keeps the callee when no other is given', () => {
    expect(whole('async () => readSync(p).x')).toBe('async () => (await readSync(p)).x');
    expect(whole('async () => fs.readSync(p)')).toBe('async () => await fs.readSync(p)');
  });

  it.each([
    ['a synchronous callback', 'async () => items.map((p) => readSync(p))'],
    ['a parameter default', 'async (x = readSync(p)) => x'],
    ['a destructured default of a parameter', 'async ({ x = readSync(p) }) => x'],
    ['a field initializer', 'async () => { class A { x = readSync(p); } }'],
    ['a static block', 'async () => { class A { static { readSync(p); } } }'],
    ['a decorator', 'async () => { class A { @Dec(readSync(p)) x; } }'],
    ['a generator', 'function* f() { readSync(p); }'],
    ['module level', 'readSync(p);'],
    ['a getter', 'class A { get x() { return readSync(p); } }'],
    ['an optional call', 'async () => { readSync?.(p); }'],
    ['an optional callee', 'async () => { fs?.readSync(p); }'],
  ])('leaves %s alone', (_, code) => {
    expect(whole(code, 'read')).toBeNull();
  });

  it('awaits in the function that becomes async in the same fix, not in one around it', () => {
    const within = (code: string) => fix(code, (source) => {
      const fn = [...nodesOf(source, 'FunctionDeclaration')].filter(isFunction)[0]!;
      const edits = awaitCall(fixer, source, readSync(source), 'read', fn);
      return edits && [fixer.insertTextBefore(fn, 'async '), ...edits];
    });
    expect(within('function f() { readSync(p); }')).toBe('async function f() { await read(p); }');
    expect(within('function f() { items.forEach(() => readSync(p)); }')).toBeNull();
    expect(within('function* f() { readSync(p); }')).toBeNull();
  });

  it('may await in an async generator', () => {
    expect(whole('async function* f() { yield readSync(p); }', 'read')).toBe('async function* f() { yield await read(p); }');
  });
});
