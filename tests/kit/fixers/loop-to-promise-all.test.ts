import { describe, expect, it } from 'vitest';
import { independentLoops } from '../../../src/analysis/independent-loops.js';
import { limitedLoop } from '../../../src/kit/fixers/limited-loop.js';
import { loopToPromiseAll } from '../../../src/kit/fixers/loop-to-promise-all.js';
import type { SourceOptions } from '../../helpers/source.js';
import { fix, fixer } from './apply.js';

const wrap = (body: string) => `async function f(items, out) {${body}}`;
const together = (body: string, options: SourceOptions = { language: 'js' }) =>
  fix(wrap(body), (source) => loopToPromiseAll(fixer, source, independentLoops(source, () => true)[0]!), options)?.slice(wrap('').length - 1, -1) ?? null;

describe('loopToPromiseAll', () => {
  it.each([
    ['a loop', '\n  for (const x of items) {\n    // ask\n    await ask(x);\n  }\n', '\n  await Promise.all([...items].map(async (x) => {\n    // ask\n    await ask(x);\n  }));\n'],
    ['a body without braces', '\n  for (const x of items) await ask(x);\n', '\n  await Promise.all([...items].map(async (x) => {\n    await ask(x);\n  }));\n'],
    ['an array', '\n  for (const x of items.filter(Boolean)) await ask(x);\n', '\n  await Promise.all(items.filter(Boolean).map(async (x) => {\n    await ask(x);\n  }));\n'],
    ['a constant array', '\n  const all = [1, 2];\n  for (const x of all) await ask(x);\n', '\n  const all = [1, 2];\n  await Promise.all(all.map(async (x) => {\n    await ask(x);\n  }));\n'],
    ['a choice of arrays', '\n  for (const x of items ?? [1]) await ask(x);\n', '\n  await Promise.all([...items ?? [1]].map(async (x) => {\n    await ask(x);\n  }));\n'],
    ['results', '\n  for (const x of items) {\n    const r = await ask(x);\n    out.list.push(r.text);\n  }\n', '\n  out.list.push(...(await Promise.all([...items].map(async (x) => {\n    const r = await ask(x);\n    return r.text;\n  }))));\n'],
    ['several results of an element', '\n  for (const x of items) {\n    const r = await ask(x);\n    out.push(...r.list, 1);\n  }\n', '\n  out.push(...(await Promise.all([...items].map(async (x) => {\n    const r = await ask(x);\n    return [...r.list, 1];\n  }))).flat());\n'],
    ['keyed results', '\n  for (const x of items) {\n    const r = await ask(x);\n    out.by[x.id] = r;\n  }\n', '\n  for (const [key, value] of await Promise.all([...items].map(async (x) => {\n    const r = await ask(x);\n    return [x.id, r];\n  }))) out.by[key] = value;\n'],
    ['names that are free', '\n  const value = 1;\n  for (const key of items) {\n    const r = await ask(key);\n    out.set(key, [value, r]);\n  }\n', '\n  const value = 1;\n  for (const [eachKey, eachValue] of await Promise.all([...items].map(async (key) => {\n    const r = await ask(key);\n    return [key, [value, r]];\n  }))) out.set(eachKey, eachValue);\n'],
    ['a place by index', '\n  for (let i = 0; i < items.length; i++) {\n    out[i] = await ask(items[i]);\n  }\n', '\n  await Promise.all(Array.from(items, async (_, i) => {\n    out[i] = await ask(items[i]);\n  }));\n'],
    ['continue of an inner loop', '\n  for (const x of items) {\n    for (const y of x) { if (y) continue; g(y); }\n    await ask(x);\n  }\n', '\n  await Promise.all([...items].map(async (x) => {\n    for (const y of x) { if (y) continue; g(y); }\n    await ask(x);\n  }));\n'],
    ['continue', '\n  for (const x of items) {\n    if (!x) continue;\n    for (const y of x) { if (y) g(y); }\n    await ask(x);\n  }\n', '\n  await Promise.all([...items].map(async (x) => {\n    if (!x) return;\n    for (const y of x) { if (y) g(y); }\n    await ask(x);\n  }));\n'],
    ['an index', '\n  for (let i = 0; i < items.length; i++) {\n    await ask(items[i]);\n  }\n', '\n  await Promise.all(Array.from(items, async (_, i) => {\n    await ask(items[i]);\n  }));\n'],
    ['code without semicolons before a bracket', '\n  g()\n  for (const x of items) {\n    await ask(x)\n  }\n  ;[1].map(g)\n', '\n  g()\n  await Promise.all([...items].map(async (x) => {\n    await ask(x)\n  }))\n  ;[1].map(g)\n'],
    ['code on the same line', ' for (const x of items) { await ask(x) } g() ', ' await Promise.all([...items].map(async (x) => { await ask(x) })); g() '],
  ])('rewrites %s', (_, body, output) => {
    expect(together(body)).toBe(output);
  });

  it('knows arrays by their type', () => {
    const typed = (type: string) => fix(`async function f(items: ${type}) { for (const x of items) { await ask(x); } }`, (source) => loopToPromiseAll(fixer, source, independentLoops(source, () => true)[0]!));
    expect(typed('string[]')).toContain('items.map(async');
    expect(typed('ReadonlyArray<string>')).toContain('items.map(async');
    expect(typed('Set<string>')).toContain('[...items].map(async');
  });

  it.each([
    ['results in another place', 'for (const x of items) { const r = await ask(x); if (r) { out.push(r); } }'],
    ['results that continue leaves out', 'for (const x of items) { if (!x) continue; const r = await ask(x); out.push(r); }'],
    ['results in two places', 'for (const x of items) { const r = await ask(x); out.seen.add(r); out.push(r); }'],
    ['results in a list of the element', 'for (const x of items) { const r = await ask(x); out[x.kind].push(r); }'],
    ['results for an unknown function', 'for (const x of items) { const r = await ask(x); keep(r); }'],
    ['var read outside', 'for (const x of items) { var r = await ask(x); } g(r);'],
  ])('leaves %s alone', (_, body) => {
    expect(together(body)).toBeNull();
  });
});

describe('limitedLoop', () => {
  const limited = (code: string) => fix(code, (source) => limitedLoop(fixer, source, independentLoops(source, () => true)[0]!, 'p-limit', 3), { language: 'js' });

  it('bounds how many run at once', () => {
    expect(limited("import a from 'a';\n\nexport async function f(items) {\n  const out = [];\n  for (const x of items) {\n    const r = await a(x);\n    out.push(r);\n  }\n  return out;\n}\n")).toBe(
      "import a from 'a';\nimport pLimit from 'p-limit';\n\nexport async function f(items) {\n  const out = [];\n  const limit = pLimit(3);\n  out.push(...(await Promise.all([...items].map((x) => limit(async () => {\n    const r = await a(x);\n    return r;\n  })))));\n  return out;\n}\n",
    );
  });

  it('takes names that are free', () => {
    expect(limited("import many from 'p-limit';\nasync function f(items, limit) { for (const x of items) { await ask(x, limit); } }")).toContain('const limitCalls = many(3);');
  });

  it('leaves loops alone that are no statement of a list', () => {
    expect(limited('async function f(items) { if (items) for (const x of items) await ask(x); }')).toBeNull();
  });
});
