import { describe, expect, it } from 'vitest';
import { growingHistories } from '../../../src/analysis/agents/growing-histories.js';
import { mayKeepLists } from '../../../src/analysis/agents/unending-turns.js';
import { sourceOf } from '../../helpers/source.js';

const ai = "import { generateText } from 'ai';\n";

describe('growingHistories', () => {
  it.each<[string, string, string[]]>([
    ['a variable that a listener fills', `${ai}const turns = [];\nrl.on('line', async (content) => { turns.push({ role: 'user', content }); await generateText({ model, messages: turns }); });`, ['turns']],
    ['a field', `${ai}export class A { #log = []; say(content) { this.#log.push({ role: 'user', content }); return generateText({ model, messages: this.#log }); } }`, ['this.#log']],
    ['a field of a base class that the file never fills', `${ai}export class A extends B { say() { return generateText({ model, messages: this.messages }); } }`, []],
    ['a local list', `${ai}export async function f(content) { const messages = []; messages.push({ role: 'user', content }); await generateText({ model, messages }); }`, []],
  ])('finds in %s', (_, code, names) => {
    expect(growingHistories(sourceOf(code)).map(({ name }) => name)).toEqual(names);
  });
});

describe('mayKeepLists', () => {
  it.each<[string, boolean]>([
    ['const messages = []; function f(m) { messages.push(m); }', true],
    ['class A { f(m) { this.messages.push(m); } }', true],
    ['async function f() { const messages = []; while (true) messages.push(await next()); }', true],
    ['function f(id) { const history = store.get(id) ?? []; history.push(1); }', true],
    ['let history = []; function f(m) { history = [...history, m]; }', true],
    ['function f(m) { const messages = []; messages.push(m); }', false],
    ['function f(ms) { const messages = []; ms.forEach((m) => messages.push(m)); }', false],
    ['const rows = []; function f(m) { rows.push(m); }', false],
  ])('%s: %s', (code, expected) => {
    expect(mayKeepLists(sourceOf(code))).toBe(expected);
  });
});
