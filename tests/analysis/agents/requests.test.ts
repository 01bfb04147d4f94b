import * as tsParser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../src/analysis/agents/model-ids.js';
import { agentDefinitions, agentRequests, partOf, type RequestPart } from '../../../src/analysis/agents/requests.js';
import type { FileContext } from '../../../src/analysis/context.js';
import { defaultSettings } from '../../../src/settings.js';
import { sourceOf } from '../../helpers/source.js';

const files: Record<string, string> = {
  '/app/model.ts': "import { ChatOpenAI } from '@langchain/openai';\nexport const model = new ChatOpenAI({ model: 'gpt-4o', maxTokens: 50 });",
  '/app/client.ts': "import OpenAI from 'openai';\nexport const client = new OpenAI();",
  '/app/plain.ts': 'export const x = 1;',
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

/** Where the only request of the text has `part`: its text, `absent` or `unknown`. */
function part(code: string, name: RequestPart, agents: string[] = []): string {
  const [request, ...more] = agentRequests(linted(code, agents));
  expect(more).toEqual([]);
  const place = partOf(request!, name);
  return typeof place === 'string' ? place : place.source.getText(place.found);
}

const openai = "import OpenAI from 'openai';\nconst client = new OpenAI();\n";
const ai = "import { generateText } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n";
const agents = "import { Agent, run } from '@openai/agents';\n";
const chat = "import { ChatOpenAI } from '@langchain/openai';\n";
const bedrock = "import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst bedrock = new BedrockRuntimeClient({});\n";

describe('partOf', () => {
  it.each<[string, string, RequestPart, string]>([
    ['its own argument', `${openai}client.chat.completions.create({ model: 'm', max_tokens: 5 });`, 'maxTokens', '5'],
    ['an argument it lacks', `${openai}client.chat.completions.create({ model: 'm' });`, 'maxTokens', 'absent'],
    ['options from elsewhere', `${openai}export const f = (o) => client.chat.completions.create(o);`, 'maxTokens', 'unknown'],
    ['options that are spread', `${openai}export const f = (o) => client.chat.completions.create({ ...o, model: 'm' });`, 'maxTokens', 'unknown'],
    ['an option that is undefined', `${openai}client.chat.completions.create({ model: 'm', max_tokens: undefined });`, 'maxTokens', 'absent'],
    ['the model it is asked on', `${chat}const model = new ChatOpenAI({ maxTokens: 7 });\nawait model.invoke('hi');`, 'maxTokens', '7'],
    ['a model without it', `${chat}const model = new ChatOpenAI({});\nawait model.invoke('hi');`, 'maxTokens', 'absent'],
    ['a model that comes in', `${chat}export const f = (model: ChatOpenAI) => model.invoke('hi');`, 'maxTokens', 'unknown'],
    ['a model of another file', "import { model } from './model';\nawait model.invoke('hi');", 'maxTokens', '50'],
    ['the agent that is run', `${agents}const a = new Agent({ name: 'a', instructions: 'Help.' });\nawait run(a, 'hi');`, 'system', "'Help.'"],
    ['the agent made in place', `${agents}await run(new Agent({ name: 'a', instructions: 'Help.' }), 'hi');`, 'system', "'Help.'"],
    ['an agent that comes in', `${agents}export const f = (a) => run(a, 'hi');`, 'system', 'unknown'],
    ['the limit of the run', `${agents}const a = new Agent({ name: 'a' });\nawait run(a, 'hi', { maxTurns: 3 });`, 'maxTurns', '3'],
    ['the command that is sent', `${bedrock}await bedrock.send(new ConverseCommand({ modelId: 'x', messages: [] }));`, 'model', "'x'"],
    ['a command in a variable', `${bedrock}const command = new ConverseCommand({ modelId: 'x', inferenceConfig: { maxTokens: 9 } });\nawait bedrock.send(command);`, 'maxTokens', '9'],
    ['a client of another file', "import { client } from './client';\nawait client.chat.completions.create({ model: 'm' });", 'model', "'m'"],
    ['a part that nothing known can say', `${openai}client.chat.completions.create({ model: 'm' });`, 'memory', 'unknown'],
  ])('finds what is said: %s', (_, code, name, expected) => {
    expect(part(code, name)).toBe(expected);
  });

  it('reads functions that the settings name', () => {
    expect(part("await Task('search', { model: 'opus' });", 'prompt', ['Task'])).toBe("'search'");
    expect(part("await Task('search', { model: 'opus' });", 'model', ['Task'])).toBe("'opus'");
    expect(part("await Task({ prompt: 'search' });", 'prompt', ['Task'])).toBe("'search'");
  });
});

describe('modelOf', () => {
  it.each([
    ['a text', `${openai}client.chat.completions.create({ model: 'gpt-4o' });`, 'gpt-4o'],
    ['a constant', `${openai}const MODEL = 'gpt-4o';\nclient.chat.completions.create({ model: MODEL });`, 'gpt-4o'],
    ["a provider's model", `${ai}await generateText({ model: openai('gpt-4o'), prompt: 'a' });`, 'gpt-4o'],
    ["a provider's model in a variable", `${ai}const model = openai('gpt-4o');\nawait generateText({ model, prompt: 'a' });`, 'gpt-4o'],
    ['the model of a chat model', `${chat}const m = new ChatOpenAI({ modelName: 'gpt-4o' });\nawait m.withStructuredOutput(schema).invoke('a');`, 'gpt-4o'],
    ['the model of an agent', `${agents}const a = new Agent({ name: 'a', model: 'gpt-4o' });\nawait run(a, 'hi');`, 'gpt-4o'],
    ['the environment', `${openai}client.chat.completions.create({ model: process.env.MODEL });`, undefined],
    ['a function', `${ai}await generateText({ model: pick(), prompt: 'a' });`, undefined],
  ])('reads %s', (_, code, id) => {
    const [request, ...more] = agentRequests(linted(code));
    expect(more).toEqual([]);
    expect(modelOf(request!)?.id).toBe(id);
  });
});

describe('agentRequests and agentDefinitions', () => {
  it('tell calls, streams and what only makes something apart', () => {
    const source = linted("import { generateText, streamText, ToolLoopAgent } from 'ai';\nconst agent = new ToolLoopAgent({ model });\ngenerateText({ model });\nstreamText({ model });\nagent.generate({ prompt: 'a' });");
    expect(agentRequests(source).map(({ kind, known }) => `${kind} ${known?.path}`)).toEqual(['call ai.generateText', 'stream ai.streamText', 'call ai.ToolLoopAgent().generate']);
    expect(agentDefinitions(source).map(({ known }) => known?.path)).toEqual(['ai.ToolLoopAgent']);
  });

  it('are empty where nothing of the kind is imported', () => {
    const source = linted("import { x } from './plain';\ngenerateText({ prompt: 'a' });");
    expect([agentRequests(source), agentDefinitions(source)]).toEqual([[], []]);
  });
});
