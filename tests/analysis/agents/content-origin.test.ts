import { describe, expect, it } from 'vitest';
import { contentOrigin } from '../../../src/analysis/agents/content-origin.js';
import { nodeOf, sourceOf } from '../../helpers/source.js';

const fs = "import { readFile } from 'node:fs/promises';\n";

/** The origins of what `ask` is given, in short: `file`, `page bounded`, `file kept`. */
function origins(code: string): string[] {
  const source = sourceOf(code);
  const [given] = nodeOf(source, 'CallExpression', 'ask(').arguments;
  return contentOrigin(source, given!).map(({ kind, bounded, kept }) => [kind, ...(bounded ? ['bounded'] : []), ...(kept ? ['kept'] : [])].join(' '));
}

describe('contentOrigin', () => {
  it.each<[string, string, string[]]>([
    ['a literal', "ask('a')", ['literal']],
    ['a template', `${fs}async function f(p) { ask(\`\${await readFile(p, 'utf8')} \${x}\`); }`, ['file', 'variable']],
    ['a parameter that nobody gives', 'export function f(text) { ask(text); }', ['variable']],
    ['a parameter of a called function', `${fs}function g(text) { ask(text); }\nexport async function f(p) { g(await readFile(p, 'utf8')); g('b'); }`, ['file', 'literal']],
    ['a destructured parameter', `${fs}function g({ text }) { ask(text); }\nexport async function f(p) { g({ text: await readFile(p, 'utf8'), other: 'b' }); }`, ['file']],
    ['a function of the file', `${fs}const load = async (p) => readFile(p, 'utf8');\nexport async function f(p) { ask(await load(p)); }`, ['file']],
    ['a page', 'export async function f(url) { const r = await fetch(url); ask(await r.text()); }', ['page']],
    ['data of an answer', 'export async function f(url) { const r = await fetch(url); ask((await r.json()).name); }', ['variable']],
    ['a part', `${fs}export async function f(p) { ask((await readFile(p, 'utf8')).slice(0, 9)); }`, ['file bounded']],
    ['a check of the size', `${fs}export async function f(p) { const t = await readFile(p, 'utf8'); if (t.length > 10_000) return; ask(t); }`, ['file bounded']],
    ['a field', `import { readFileSync } from 'node:fs';\nclass A { constructor(p) { this.t = readFileSync(p, 'utf8'); } f() { ask(this.t); } }`, ['file kept']],
    ['a read at module level', `${fs}const t = await readFile(p, 'utf8');\nexport function f() { ask(t); }`, ['file kept']],
    ['elements of a list', `${fs}export async function f(ps) { const ts = []; for (const p of ps) ts.push(await readFile(p, 'utf8')); ask(ts.join()); }`, ['file']],
    ['entries of an object', `${fs}export async function f(ps) { const ts = {}; for (const p of ps) ts[p] = await readFile(p, 'utf8'); let all = ''; for (const [name, t] of Object.entries(ts)) all += t; ask(all); }`, ['literal', 'file']],
    ['a history', 'export const f = (history) => ask(history);', ['history']],
    ['what an unknown function gives', 'export const f = (p) => ask(load(p));', ['variable']],
    ['what is read again and again', 'let a = b; let b = a; ask(a);', ['variable kept']],
  ])('follows %s', (_, code, expected) => {
    expect(origins(code)).toEqual(expected);
  });
});
