import * as tsParser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { agentCallOf } from '../../../src/analysis/agents/agent-calls.js';
import { mayAskAgents } from '../../../src/analysis/agents/agent-imports.js';
import type { FileContext } from '../../../src/analysis/context.js';
import { defaultSettings } from '../../../src/settings.js';
import { sourceOf } from '../../helpers/source.js';

const files: Record<string, string> = {
  '/app/llm.ts': "import { generateText } from 'ai';\nexport const ask = async (prompt: string) => (await generateText({ prompt })).text;\nexport default ask;\nexport async function store(prompt: string) { const r = await generateText({ prompt }); await save(r); return r; }",
  '/app/model.ts': "import { ChatOpenAI } from '@langchain/openai';\nexport const model = new ChatOpenAI({});\nexport const ask = (q: string) => model.invoke(q);",
  '/app/index.ts': "export { ask as question } from './llm';",
  '/app/plain.ts': 'export const ask = async (prompt: string) => prompt;',
};
const context: Partial<FileContext> = {
  parser: tsParser,
  host: {
    resolve: (specifier) => (`/app/${specifier.slice(2)}.ts` in files ? `/app/${specifier.slice(2)}.ts` : undefined),
    read: (file) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
    manifest: () => undefined,
  },
};
const linted = (code: string, agents: string[] = []) => sourceOf(code, { filename: 'file.ts', context: { ...context, filename: '/app/file.ts', settings: { ...defaultSettings, agents } } });

/** What the last awaited call of the text is. */
function judged(code: string, agents: string[] = []): string {
  const source = linted(`${code}\n`, agents);
  let last: Parameters<typeof agentCallOf>[1] | undefined;
  JSON.stringify(source.ast, (key, value: { type?: string; argument?: { type?: string } } | null) => {
    if (value?.type === 'AwaitExpression' && value.argument?.type === 'CallExpression') last = value.argument as never;
    return key === 'parent' || key === 'tokens' || key === 'comments' ? undefined : (value as unknown);
  });
  const call = last && agentCallOf(source, last);
  return call ? [call.origin, call.tools && 'tools', call.reports && 'reports', ...[...call.state].sort()].filter(Boolean).join(', ') : 'none';
}

const ai = "import { generateText } from 'ai';\n";
const agents = "import { Agent, run } from '@openai/agents';\n";

describe('agentCallOf', () => {
  it.each([
    ['a function of a library', `${ai}await generateText({ prompt: 'a' });`, 'library'],
    ['a method of a client', "import OpenAI from 'openai';\nconst c = new OpenAI();\nawait c.responses.create({ input: 'a' });", 'library'],
    ['behind then and catch', `${ai}await generateText({ prompt: 'a' }).then((r) => r.text).catch(() => null);`, 'library'],
    ['tools among its options', `${ai}await generateText({ prompt: 'a', tools: { search } });`, 'library, tools'],
    ['an empty list of tools', `${agents}const a = new Agent({ tools: [] });\nawait run(a, 'x');`, 'library'],
    ['tools of the agent', `${agents}const a = new Agent({ tools: [search] });\nawait run(a, 'x');`, 'library, tools'],
    ['handoffs', `${agents}const a = Agent.create({ handoffs: [other] });\nawait run(a, 'x');`, 'library, tools'],
    ['tools bound to a model', "import { ChatOpenAI } from '@langchain/openai';\nconst m = new ChatOpenAI({}).bindTools([search]);\nawait m.invoke('x');", 'library, tools'],
    ['a callback', `${ai}await generateText({ prompt: 'a', onStepFinish: show });`, 'library, reports'],
    ['a stream', "import OpenAI from 'openai';\nconst c = new OpenAI();\nawait c.responses.create({ input: 'a', stream: true });", 'library, reports'],
    ['a stream switched off', "import OpenAI from 'openai';\nconst c = new OpenAI();\nawait c.responses.create({ input: 'a', stream: false });", 'library'],
    ['a session', `${agents}await run(a, 'x', { session });`, 'library, session session'],
    ['a context', `${agents}await run(a, 'x', { context: shared });`, 'library, context shared'],
    ['a flag that is no state', "import OpenAI from 'openai';\nconst c = new OpenAI();\nawait c.responses.create({ input: 'a', store: true });", 'library'],
    ['options from elsewhere', `${agents}export async function f(options) { await run(a, 'x', options); }`, 'library, options options'],
    ['options of the file', `${agents}const options = { maxTurns: 3 };\nawait run(a, 'x', options);`, 'library'],
    ['an agent with a memory', "import { ConversationChain } from 'langchain/chains';\nconst c = new ConversationChain({ memory });\nawait c.call({ input: 'x' });", 'library, memory memory, receiver c'],
    ['a function of the settings', "await Task('x');", 'settings'],
    ['a method of the settings on an object made here', "const t = make();\nawait t.Task('x');", 'settings, receiver t'],
    ['a function of the settings that writes to a response', "export async function f(req, res) { await Task('x', res); }", 'settings, reports'],
    ['a wrapper', `${ai}const ask = (q) => generateText({ prompt: q });\nawait ask('x');`, 'wrapper'],
    ['a method that wraps', `${ai}class A { async ask(q) { const { text } = await generateText({ prompt: q }); return JSON.parse(text); } async f() { await this.ask('x'); } }`, 'wrapper'],
    ['a wrapper that retries', `${ai}async function ask(q) { return await retry(() => generateText({ prompt: q })); }\nawait ask('x');`, 'wrapper'],
    ['a wrapper with tools', `${ai}async function ask(q) { return generateText({ prompt: q, tools: { search } }); }\nawait ask('x');`, 'wrapper, tools'],
    ['a wrapper with a session of its own', `${agents}const session = open();\nasync function ask(q) { return run(a, q, { session }); }\nawait ask('x');`, 'wrapper, wrapped session session'],
    ['a wrapper that is handed the session', `${agents}async function ask(q, session) { return run(a, q, { session }); }\nawait ask('x', session);`, 'wrapper, argument session'],
    ['a wrapper of another file', "import { ask } from './llm';\nawait ask('x');", 'wrapper'],
    ['a model of another file', "import { model } from './model';\nawait model.invoke('x');", 'library'],
    ['a wrapper of a model of another file', "import { ask } from './model';\nawait ask('x');", 'wrapper'],
    ['a default export that wraps', "import ask from './llm';\nawait ask('x');", 'wrapper'],
    ['a wrapper through a barrel', "import { question } from './index';\nawait question('x');", 'wrapper'],
    ['a wrapper of a required file', "const llm = require('./llm');\nawait llm.ask('x');", 'wrapper'],
    ['a destructured wrapper of a required file', "const { ask: question } = require('./llm');\nawait question('x');", 'wrapper'],
  ])('knows %s', (_, code, expected) => {
    expect(judged(code, ['Task'])).toBe(expected);
  });

  it.each([
    ['a function of the project', "import { ask } from './plain';\nawait ask('x');"],
    ['an unknown package', "import { generateText } from 'other';\nawait generateText({});"],
    ['a stream', "import { streamText } from 'ai';\nawait streamText({ prompt: 'x' });"],
    ['a chain that writes', `${ai}await generateText({ prompt: 'a' }).then((r) => { total += r.usage; });`],
    ['a function that returns nothing', `${ai}async function ask(q) { await generateText({ prompt: q }); }\nawait ask('x');`],
    ['a function that awaits more', "import { store } from './llm';\nawait store('x');"],
    ['a function that loops', `${ai}async function ask(q) { for (const x of q) { const r = await generateText({ prompt: x }); if (r) return r; } }\nawait ask('x');`],
    ['a function that keeps a history', `${ai}const log = [];\nasync function ask(q) { log.push(q); return generateText({ prompt: q }); }\nawait ask('x');`],
    ['a function that sets a field', `${ai}class A { async ask(q) { this.last = q; return generateText({ prompt: q }); } async f() { await this.ask('x'); } }`],
    ['a function that changes its argument', `${ai}async function ask(q) { q.done = true; return generateText({ prompt: q }); }\nawait ask('x');`],
    ['a generator', `${ai}async function* ask(q) { yield generateText({ prompt: q }); }\nawait ask('x');`],
    ['a function that calls itself', 'async function ask(q) { return ask(q); }\nawait ask(1);'],
  ])('is silent on %s', (_, code) => {
    expect(judged(code)).toBe('none');
  });
});

describe('mayAskAgents', () => {
  it('looks at imports and names', () => {
    expect(mayAskAgents(linted("import { x } from 'ai';"))).toBe(true);
    expect(mayAskAgents(linted("import { x } from './llm'; x.invoke('');"))).toBe(true);
    expect(mayAskAgents(linted("import { x } from './llm'; export { x };"))).toBe(false);
    expect(mayAskAgents(linted("import { ChatAnthropic } from '@langchain/anthropic';"))).toBe(true);
    expect(mayAskAgents(linted("import { x } from './plain'; x.invoke('');"))).toBe(false);
    expect(mayAskAgents(linted("import express from 'express';"))).toBe(false);
    expect(mayAskAgents(linted('await team.Task();', ['team.Task']))).toBe(true);
    expect(mayAskAgents(linted('await work();', ['team.Task']))).toBe(false);
  });
});
