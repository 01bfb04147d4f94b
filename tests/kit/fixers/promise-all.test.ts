import { describe, expect, it } from 'vitest';
import { promiseAll, type AwaitingStatement } from '../../../src/kit/fixers/promise-all.js';
import type { SourceOptions } from '../../helpers/source.js';
import { fix, fixer, nodesOf } from './apply.js';
import { typeErrors } from './type-errors.js';

/** Joins all statements of the last function that await something. */
function joined(body: string, options: SourceOptions = { filename: 'src/a.ts' }): string | null {
  const code = `async function f() {${body}}`;
  const output = fix(code, (source) => {
    const statements = nodesOf(source, 'FunctionDeclaration').at(-1)!.body.body as AwaitingStatement[];
    return promiseAll(fixer, source, statements.filter((statement) => source.getText(statement).includes('await')));
  }, options);
  return output && output.slice('async function f() {'.length, -1);
}

describe('promiseAll', () => {
  it.each([
    ['declarations', '\n  const a = await f();\n  const b = await g(1);\n', '\n  const [a, b] = await Promise.all([f(), g(1)]);\n'],
    ['let', '\n  let a = await f();\n  let b = await g();\n', '\n  let [a, b] = await Promise.all([f(), g()]);\n'],
    ['no semicolons', '\n  const a = await f()\n  const b = await g()\n', '\n  const [a, b] = await Promise.all([f(), g()])\n'],
    ['patterns', '\n  const { text } = await f();\n  const [b = 1] = await g();\n', '\n  const [{ text }, [b = 1]] = await Promise.all([f(), g()]);\n'],
    ['statements without results', '\n  await f();\n  await g();\n', '\n  await Promise.all([f(), g()]);\n'],
    ['a result nobody takes in the middle', '\n  const a = await f();\n  await g();\n  const c = await h();\n', '\n  const [a, , c] = await Promise.all([f(), g(), h()]);\n'],
    ['a result nobody takes at the ends', '\n  await g();\n  const c = await h();\n  await g();\n', '\n  const [, c] = await Promise.all([g(), h(), g()]);\n'],
    ['type annotations', '\n  const a: A = await f();\n  const { b }: B = await g();\n', '\n  const [a, { b }]: [A, B] = await Promise.all([f(), g()]);\n'],
    ['assignments', '\n  a = await f();\n  this.b = await g();\n  await h();\n', '\n  [a, this.b] = await Promise.all([f(), g(), h()]);\n'],
    ['assignments after a line without semicolon', '\n  start()\n  a = await f()\n  b = await g()\n', '\n  start()\n  ;[a, b] = await Promise.all([f(), g()])\n'],
    ['a first call that waits itself', '\n  const a = await f(await h());\n  const b = await g(async () => await h());\n', '\n  const [a, b] = await Promise.all([f(await h()), g(async () => await h())]);\n'],
    ['sequences', '\n  const a = await (x, f());\n  const b = await g();\n', '\n  const [a, b] = await Promise.all([(x, f()), g()]);\n'],
    ['long lines', `\n  const a = await ${'f'.repeat(30)}(1);\n  const b = await ${'g'.repeat(30)}(2);\n`, `\n  const [a, b] = await Promise.all([\n    ${'f'.repeat(30)}(1),\n    ${'g'.repeat(30)}(2),\n  ]);\n`],
    ['calls over lines', '\n  const a = await f({\n    x: `\n  y`,\n  });\n  const b = await g();\n', '\n  const [a, b] = await Promise.all([\n    f({\n      x: `\n  y`,\n    }),\n    g(),\n  ]);\n'],
    ['tabs and no comma at the end', '\n\tlet x = [\n\t\t1\n\t];\n\tconst a = await f({\n\t\tx\n\t});\n\tconst b = await g();\n', '\n\tlet x = [\n\t\t1\n\t];\n\tconst [a, b] = await Promise.all([\n\t\tf({\n\t\t\tx\n\t\t}),\n\t\tg()\n\t]);\n'],
    ['CRLF', '\r\n  // a\r\n  const a = await f();\r\n  const b = await g(); // b\r\n', '\r\n  // a\r\n  const [a, b] = await Promise.all([\r\n    f(),\r\n    g(), // b\r\n  ]);\r\n'],
    ['comments above each', '\n  start();\n  // first\n  const a = await f();\n\n  // second\n  // line\n  const b = await g();\n', '\n  start();\n  const [a, b] = await Promise.all([\n    // first\n    f(),\n    // second\n    // line\n    g(),\n  ]);\n'],
    ['a comment above the first only', '\n  // both\n  const a = await f();\n  const b = await g();\n', '\n  // both\n  const [a, b] = await Promise.all([f(), g()]);\n'],
    ['a comment of the statement before', '\n  start(); // now\n  const a = await f();\n  // b\n  const b = await g();\n', '\n  start(); // now\n  const [a, b] = await Promise.all([\n    f(),\n    // b\n    g(),\n  ]);\n'],
    ['comments inside', '\n  const a = await f(/* x */ 1);\n  const { /* y */ b } = await g();\n', '\n  const [a, { /* y */ b }] = await Promise.all([f(/* x */ 1), g()]);\n'],
    ['comments behind', '\n  const a = await f(); // one\n  const b = await g(); /* two */\n  done();\n', '\n  const [a, b] = await Promise.all([\n    f(), // one\n    g(), /* two */\n  ]);\n  done();\n'],
  ])('joins %s', (_, body, output) => {
    expect(joined(body)).toBe(output);
  });

  it.each([
    ['const beside let', 'const a = await f(); let b = await g();'],
    ['types on some only', 'const a: A = await f(); const b = await g();'],
    ['types beside results nobody takes', 'const a: A = await f(); await g();'],
    ['casts of results', 'const a = (await f()) as A; const b = await g();'],
    ['parts of results', 'const a = (await f()).text; const b = await g();'],
    ['several declarators', 'const a = await f(), x = 1; const b = await g();'],
    ['assignments beside declarations', 'let a; a = await f(); const b = await g();'],
    ['other assignments', 'let a = 0; a += await f(); a += await g();'],
    ['a later call that waits itself', 'const a = await f(); const b = await g(await h());'],
    ['resources', 'await using a = await f(); await using b = await g();'],
    ['comments in lost places', 'const /* a */ a = await f(); const b = await g();'],
    ['comments between code', 'const a = await f(); const b = await g(); /* c */ done();'],
    ['a single statement', 'const a = await f();'],
  ])('leaves %s alone', (_, body) => {
    expect(joined(body)).toBeNull();
  });

  it('writes what type-checks', () => {
    const declarations = 'declare function text(): Promise<string>; declare function count(): Promise<number>; declare function maybe(): Promise<{ id: string } | undefined>; declare function now(): Date;';
    const bodies = [
      '\n  const a = await text();\n  const b = await count();\n  return a.length + b;\n',
      '\n  const a: string = await text();\n  const b: number | string = await count();\n  return [a, b];\n',
      '\n  const a = await maybe();\n  await count();\n  const c = await now();\n  return [a?.id, c.getTime()];\n',
    ];
    for (const body of bodies) {
      const output = joined(body)!;
      expect(output).toContain('Promise.all');
      expect(typeErrors(`async function f() {${output}}`, declarations)).toEqual([]);
    }
  });
});
