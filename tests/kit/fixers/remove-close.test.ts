import { describe, expect, it } from 'vitest';
import { removeClose } from '../../../src/kit/fixers/remove-close.js';
import { removeCalls } from '../../../src/kit/fixers/remove-statement.js';
import type { SourceCode } from '../../../src/analysis/service.js';
import { fix, fixer, nodesOf } from './apply.js';

const closing = (source: SourceCode) => nodesOf(source, 'CallExpression').filter((call) => /\.quit$/u.test(source.getText(call.callee)));
const removed = (body: string) => fix(`async function f(c, ok) {${body}}`, (source) => removeCalls(fixer, source, closing(source)), { language: 'js' })?.slice('async function f(c, ok) {'.length, -1) ?? null;

describe('removeCalls', () => {
  it.each([
    ['a line', '\n  await a();\n  await c.quit();\n  return 1;\n', '\n  await a();\n  return 1;\n'],
    ['beside other code', ' await a(); await c.quit(); return 1; ', ' await a();  return 1; '],
    ['without await', '\n  c.quit();\n', '\n'],
    ['with a catch', '\n  await c?.quit().catch(() => {});\n', '\n'],
    ['keeps comments', '\n  // done\n  await c.quit(); // close\n', '\n  // done\n   // close\n'],
    ['in CRLF', '\r\n  a();\r\n  c.quit();\r\n', '\r\n  a();\r\n'],
    ['its if', '\n  if (c) {\n    await c.quit();\n  }\n  a();\n', '\n  a();\n'],
    ['its if without braces', '\n  if (c && ok) await c.quit();\n', '\n'],
    ['several', '\n  if (ok) {\n    c.quit();\n    return;\n  }\n  c.quit();\n', '\n  if (ok) {\n    return;\n  }\n'],
    ['a finally beside a catch', '\n  try {\n    a();\n  } catch {\n    b();\n  } finally {\n    await c.quit();\n  }\n', '\n  try {\n    a();\n  } catch {\n    b();\n  }\n'],
    ['a finally without a catch', '\n  try {\n    // one\n    const x = a();\n    if (x) {\n      return `\n    x`;\n    }\n  } finally {\n    await c.quit();\n  }\n  b();\n', '\n  // one\n  const x = a();\n  if (x) {\n    return `\n    x`;\n  }\n  b();\n'],
    ['a finally on one line', ' try { return a(); } finally { c.quit(); } ', ' return a(); '],
    ['in a finally with more', '\n  try {\n    a();\n  } finally {\n    b();\n    await c.quit();\n  }\n', '\n  try {\n    a();\n  } finally {\n    b();\n  }\n'],
  ])('removes %s', (_, body, output) => {
    expect(removed(body)).toBe(output);
  });

  it.each([
    ['a finally without a catch whose names would clash', 'const x = 1; try { const x = 2; a(x); } finally { await c.quit(); }'],
    ['a finally without a catch whose names hide others', 'const y = () => g; try { const g = 2; a(g); } finally { await c.quit(); }'],
    ['a finally with a comment', 'try { a(); } catch {} finally { /* why */ await c.quit(); }'],
    ['an if with an else', 'if (ok) { c.quit(); } else { a(); }'],
    ['an if with a call', 'if (a()) { c.quit(); }'],
    ['results in use', 'const x = await c.quit();'],
    ['returned results', 'return c.quit();'],
    ['a body of a loop', 'while (ok) { c.quit(); }'],
    ['what another call waits for', 'c.quit().then(() => a());'],
    ['what guards the next line', 'a()\n c.quit()\n [1].map(a)'],
  ])('leaves %s alone', (_, body) => {
    expect(removed(body)).toBeNull();
  });
});

describe('removeClose', () => {
  it('shares the client that is no longer closed', () => {
    const run = (code: string) => fix(code, (source) => removeClose(fixer, source, nodesOf(source, 'NewExpression')[0]!, closing(source)), { language: 'js' });
    expect(run('async function f() {\n  const c = new Redis(1);\n  await c.get(1);\n  await c.quit();\n}\n')).toBe(
      'let redis;\nfunction getRedis() {\n  return (redis ??= new Redis(1));\n}\n\nasync function f() {\n  const c = getRedis();\n  await c.get(1);\n}\n',
    );
    expect(run('async function f() {\n  let c;\n  try {\n    c = new Redis({\n      a: 1,\n    });\n    return c.get(1);\n  } finally {\n    c.quit();\n  }\n}\n')).toBe(
      'let redis;\nfunction getRedis() {\n  return (redis ??= new Redis({\n    a: 1,\n  }));\n}\n\nasync function f() {\n  let c;\n  c = getRedis();\n  return c.get(1);\n}\n',
    );
    expect(run('async function f() {\n  const c = new Redis(1);\n  return c.quit();\n}\n')).toBeNull();
    expect(run('async function f(url) {\n  const c = new Redis(url);\n  c.quit();\n}\n')).toBeNull();
  });
});
