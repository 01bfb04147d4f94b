import { describe, expect, it } from 'vitest';
import { agentDefinitions, agentRequests, partOf, type AgentRequest, type RequestPart } from '../../src/analysis/agents/requests.js';
import type { Bounds } from '../../src/catalog/schema.js';
import { libraries } from '../../src/generated/libraries.js';
import { sourceOf } from '../helpers/source.js';

type Parts = Partial<Record<RequestPart, string>>;

/** The text of each part that the code gives the request, in the request itself or in what it is made with. */
function partsOf(request: AgentRequest, ...parts: RequestPart[]): Parts {
  return Object.fromEntries(parts.map((part) => {
    const place = partOf(request, part);
    return [part, typeof place === 'string' ? place : place.source.getText(place.found)];
  }));
}

/** The parts of the only request in `code`. */
function asked(code: string, ...parts: RequestPart[]): Parts {
  const requests = agentRequests(sourceOf(code));
  expect(requests).toHaveLength(1);
  return partsOf(requests[0]!, ...parts);
}

const openai = `import OpenAI from 'openai'; const ai = new OpenAI();`;
const claude = `import Anthropic from '@anthropic-ai/sdk'; const ai = new Anthropic();`;
const gemini = `import { GoogleGenAI } from '@google/genai'; const ai = new GoogleGenAI({});`;
const mastra = `import { Agent } from '@mastra/core/agent'; const a = new Agent({ model: 'm', instructions: 'be brief', tools: { t }, memory: m });`;
const bedrock = `import { BedrockRuntime, BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';`;
const mistral = `import { Mistral } from '@mistralai/mistralai'; const ai = new Mistral({});`;

describe('where a request says what', () => {
  it.each<[string, Parts]>([
    [`${openai} await ai.chat.completions.create({ model: 'm', messages: [], tools: [t], temperature: 0, max_completion_tokens: 9 });`,
      { model: `'m'`, messages: '[]', tools: '[t]', temperature: '0', maxTokens: '9', truncation: 'unknown', timeout: 'absent' }],
    [`${openai} await ai.beta.chat.completions.parse({ model: 'm', messages: [], max_tokens: 9 }, { timeout: 5, signal });`, { model: `'m'`, maxTokens: '9', timeout: '5', signal: 'signal' }],
    [`${openai} ai.chat.completions.runTools({ model: 'm', messages: [], tools: [] }, { maxChatCompletions: 4 });`, { maxTurns: '4', tools: '[]' }],
    [`${openai} await ai.responses.create({ model: 'm', input: 'hi', instructions: 's', max_output_tokens: 9, truncation: 'auto', previous_response_id: id });`,
      { prompt: `'hi'`, messages: `'hi'`, system: `'s'`, maxTokens: '9', truncation: `'auto'`, session: 'id' }],
    [`${openai} await ai.beta.threads.runs.createAndPoll(thread, { assistant_id: a, truncation_strategy: { type: 'last_messages', last_messages: 5 } });`,
      { session: 'thread', truncation: `{ type: 'last_messages', last_messages: 5 }`, maxTokens: 'unknown' }],
    [`import OpenAI from 'openai'; const ai = new OpenAI({ timeout: 5, maxRetries: 0 }); await ai.responses.parse({ input: 'hi' });`, { timeout: '5', retries: '0', maxTokens: 'absent' }],
    [`${claude} await ai.messages.create({ model: 'm', system: 's', messages: [], max_tokens: 9, cache_control: { type: 'ephemeral' } });`, { model: `'m'`, system: `'s'`, maxTokens: '9', cache: `{ type: 'ephemeral' }`, truncation: 'unknown' }],
    [`${claude} await ai.beta.messages.create({ messages: [], max_tokens: 9, context_management: c });`, { truncation: 'c' }],
    [`${claude} await ai.beta.messages.toolRunner({ messages: [], tools: [t], max_tokens: 9, max_iterations: 3 });`, { maxTurns: '3', tools: '[t]' }],
    [`${claude} const thread = ai.beta.messages.thread({ model: 'm', max_tokens: 9, system: 's' }); await thread.send('hi');`, { model: `'m'`, system: `'s'`, maxTokens: '9', messages: `'hi'` }],
    [`import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt: 'p', options: { model: 'm', maxTurns: 3, maxBudgetUsd: 1, systemPrompt: 's', agents: a } });`,
      { prompt: `'p'`, model: `'m'`, maxTurns: '3', budget: '1', system: `'s'`, agents: 'a', maxTokens: 'unknown' }],
    [`import { generateText, stepCountIs } from 'ai'; await generateText({ model, prompt: 'p', system: 's', maxOutputTokens: 9, stopWhen: stepCountIs(5), prepareStep: f });`,
      { prompt: `'p'`, system: `'s'`, maxTokens: '9', maxTurns: 'stepCountIs(5)', truncation: 'f' }],
    [`import { generateText } from 'ai'; await generateText({ model, messages, instructions: 's', maxTokens: 9, maxSteps: 5 });`, { messages: 'messages', system: `'s'`, maxTokens: '9', maxTurns: '5' }],
    [`import { generateObject } from 'ai'; await generateObject({ model, prompt: 'p', schema });`, { maxTokens: 'absent', maxTurns: 'unknown' }],
    [`import { ToolLoopAgent } from 'ai'; const a = new ToolLoopAgent({ model, instructions: 's', tools: { t } }); await a.generate({ prompt: 'p' });`, { prompt: `'p'`, system: `'s'`, tools: '{ t }', maxTurns: 'absent', maxTokens: 'absent' }],
    [`import { Agent, run } from '@openai/agents'; const a = new Agent({ name: 'n', instructions: 's', modelSettings: { maxTokens: 9 }, handoffs: [b] }); await run(a, 'p', { maxTurns: null });`,
      { prompt: `'p'`, system: `'s'`, maxTokens: '9', maxTurns: 'null', handoffs: '[b]', name: `'n'` }],
    [`import { Agent, run } from '@openai/agents'; await run(Agent.create({ name: 'n', instructions: 's' }), 'p');`, { system: `'s'`, maxTokens: 'absent', maxTurns: 'absent' }],
    [`import { Agent, Runner } from '@openai/agents'; const r = new Runner({ model: 'm', callModelInputFilter: f }); await r.run(new Agent({ name: 'n' }), input);`, { model: `'m'`, truncation: 'f', prompt: 'input', messages: 'input' }],
    [`${mastra} await a.generate('p', { maxSteps: 3, modelSettings: { maxOutputTokens: 9 } });`, { model: `'m'`, prompt: `'p'`, system: `'be brief'`, tools: '{ t }', memory: 'm', maxTurns: '3', maxTokens: '9' }],
    [`import { Agent } from '@mastra/core/agent'; const a = new Agent({ defaultOptions: { maxSteps: 3, modelSettings: { maxOutputTokens: 9 } } }); await a.stream('p');`, { maxTurns: '3', maxTokens: '9' }],
    [`${gemini} await ai.models.generateContent({ model: 'm', contents: 'p', config: { maxOutputTokens: 9, systemInstruction: 's', cachedContent: c } });`, { prompt: `'p'`, maxTokens: '9', system: `'s'`, cache: 'c' }],
    [`${gemini} const chat = ai.chats.create({ model: 'm', history: h, config: { maxOutputTokens: 9 } }); await chat.sendMessage({ message: 'p' });`, { model: `'m'`, prompt: `'p'`, messages: 'h', maxTokens: '9' }],
    [`${gemini} await ai.interactions.create({ model: 'm', input: 'p', generation_config: { max_output_tokens: 9 } });`, { prompt: `'p'`, maxTokens: '9' }],
    [`import { GoogleGenerativeAI } from '@google/generative-ai'; const m = new GoogleGenerativeAI(key).getGenerativeModel({ model: 'm', generationConfig: { maxOutputTokens: 9 } }); await m.generateContent('p');`,
      { model: `'m'`, prompt: `'p'`, maxTokens: '9', system: 'absent' }],
    [`${mistral} await ai.chat.complete({ model: 'm', messages: [], maxTokens: 9 }, { timeoutMs: 5 });`, { maxTokens: '9', timeout: '5' }],
    [`${mistral} await ai.beta.conversations.start({ agentId: a, inputs: 'p', completionArgs: { maxTokens: 9 } });`, { prompt: `'p'`, maxTokens: '9' }],
    [`import { CohereClient } from 'cohere-ai'; const co = new CohereClient(); await co.chat({ message: 'p', preamble: 's', chatHistory: h, maxTokens: 9, promptTruncation: 'AUTO' });`,
      { prompt: `'p'`, system: `'s'`, messages: 'h', maxTokens: '9', truncation: `'AUTO'` }],
    [`import { CohereClientV2 } from 'cohere-ai'; const co = new CohereClientV2(); await co.chat({ model: 'm', messages: [] });`, { messages: '[]', prompt: 'unknown', maxTokens: 'absent' }],
    [`import { CohereClient } from 'cohere-ai'; const co = new CohereClient(); await co.v2.chat({ model: 'm', messages: [] });`, { messages: '[]', prompt: 'unknown' }],
    [`import ollama from 'ollama'; await ollama.chat({ model: 'm', messages: [], options: { num_predict: 9, temperature: 0 } });`, { maxTokens: '9', temperature: '0', prompt: 'unknown' }],
    [`${bedrock} const c = new BedrockRuntimeClient({ maxAttempts: 2 }); await c.send(new ConverseCommand({ modelId: 'm', messages: [], inferenceConfig: { maxTokens: 9 } }), { abortSignal });`,
      { model: `'m'`, messages: '[]', maxTokens: '9', signal: 'abortSignal', retries: '2' }],
    [`${bedrock} const c = new BedrockRuntimeClient(); const command = new ConverseCommand({ modelId: 'm', messages: [] }); await c.send(command);`, { model: `'m'`, maxTokens: 'absent' }],
    [`${bedrock} const c = new BedrockRuntimeClient(); await c.send(new InvokeModelCommand({ modelId: 'm', body }));`, { model: `'m'`, prompt: 'body', maxTokens: 'unknown' }],
    [`${bedrock} const c = new BedrockRuntime(); await c.converse({ modelId: 'm', messages: [], system: s });`, { system: 's', maxTokens: 'absent' }],
    [`import { ChatAnthropic } from '@langchain/anthropic'; const m = new ChatAnthropic({ model: 'm', maxTokens: 9 }); await m.bindTools([t]).invoke('p');`, { model: `'m'`, prompt: `'p'`, maxTokens: '9', tools: '[t]' }],
    [`import { ChatPromptTemplate } from '@langchain/core/prompts'; import { ChatOpenAI } from '@langchain/openai'; await ChatPromptTemplate.fromMessages([['human', '{q}']]).pipe(new ChatOpenAI({ model: 'm' })).invoke({ q });`,
      { model: `'m'`, messages: `[['human', '{q}']]`, prompt: '{ q }', maxTokens: 'absent' }],
    [`import { createReactAgent } from '@langchain/langgraph/prebuilt'; const a = createReactAgent({ llm, tools: [t], prompt: 's', preModelHook: f }); await a.invoke({ messages: [] }, { recursionLimit: 9 });`,
      { messages: '[]', system: `'s'`, tools: '[t]', maxTurns: '9', truncation: 'f' }],
    [`import { createAgent } from 'langchain'; const a = createAgent({ model: 'm', tools: [t], middleware: [w] }).withConfig({ recursionLimit: 9 }); await a.invoke({ messages: [] });`,
      { model: `'m'`, maxTurns: '9', truncation: '[w]' }],
    [`import { AgentExecutor } from 'langchain/agents'; const e = new AgentExecutor({ agent, tools: [t], maxIterations: 4 }); await e.invoke({ input: 'p', chat_history: h });`, { prompt: `'p'`, messages: 'h', maxTurns: '4', tools: '[t]' }],
    [`import { entrypoint } from '@langchain/langgraph'; const w = entrypoint({ name: 'n', checkpointer: c }, f); await w.invoke(input);`, { name: `'n'`, memory: 'c' }],
    [`import { createAgent } from '@inngest/agent-kit'; const a = createAgent({ name: 'n', system: 's', model }); await a.run('p', { maxIter: 3 });`, { prompt: `'p'`, system: `'s'`, maxTurns: '3' }],
  ])('%s', (code, expected) => {
    expect(asked(code, ...(Object.keys(expected) as RequestPart[]))).toEqual(expected);
  });

  it('leaves requests to a package of another major alone', () => {
    const old = `import { generateText } from 'ai'; import MistralClient from '@mistralai/mistralai'; const c = new MistralClient(k); await c.chat({ messages: [], maxTokens: 9 });`;
    expect(agentRequests(sourceOf(old))).toHaveLength(1);
    const host = { manifest: () => ({ directory: '/', dependencies: { '@mistralai/mistralai': '^1.0.0' } }) };
    expect(agentRequests(sourceOf(old, { filename: 'a.ts', context: { host: host as never } }))).toEqual([]);
  });
});

/** What bounds each agent, model and request in `code`, definitions first. */
function bounds(code: string): (Bounds | undefined)[] {
  const source = sourceOf(code);
  return [...agentDefinitions(source), ...agentRequests(source)].map(({ action }) => action.agent && { ...(action.agent.steps !== undefined && { steps: action.agent.steps }), ...(action.agent.outputLimit && { outputLimit: action.agent.outputLimit }) });
}

describe('what bounds a request when the code does not', () => {
  it.each<[string, (Bounds | undefined)[]]>([
    [`${openai} await ai.chat.completions.create({});`, [{ outputLimit: 'optional' }]],
    [`${openai} ai.chat.completions.runTools({});`, [{ steps: 10, outputLimit: 'optional' }]],
    [`${openai} await ai.completions.create({});`, [{ outputLimit: 'default' }]],
    [`${claude} await ai.messages.create({});`, [{ outputLimit: 'required' }]],
    [`${claude} ai.beta.messages.toolRunner({});`, [{ steps: 'unlimited', outputLimit: 'required' }]],
    [`import { query } from '@anthropic-ai/claude-code'; query({ prompt });`, [{ steps: 'unlimited' }]],
    [`import { streamText } from 'ai'; streamText({ model });`, [{ steps: 1, outputLimit: 'optional' }]],
    [`import { ToolLoopAgent } from 'ai'; new ToolLoopAgent({ model });`, [{ steps: 20, outputLimit: 'optional' }]],
    [`import { run } from '@openai/agents'; await run(agent, 'p');`, [{ steps: 10 }]],
    [`${mastra} await a.generate('p'); await a.network('p');`, [{ outputLimit: 'optional' }, { steps: 5 }, { steps: 1 }]],
    [`import { createAgent } from 'langchain'; const a = createAgent({}); await a.invoke({});`, [undefined, { steps: 25 }]],
    [`import { AgentExecutor } from 'langchain/agents'; const e = new AgentExecutor({}); await e.invoke({});`, [{ steps: 15 }, undefined]],
    [`import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic({});`, [{ outputLimit: 'default' }]],
    [`import { createNetwork } from '@inngest/agent-kit'; createNetwork({ agents });`, [{ steps: 'unlimited' }]],
    [`${gemini} await ai.models.generateContent({});`, [{ steps: 10, outputLimit: 'optional' }]],
  ])('%s', (code, expected) => {
    expect(bounds(code)).toEqual(expected);
  });

  it('writes a limit only where a place for it is stated', () => {
    const wrong: string[] = [];
    const visit = (at: string, entity: unknown): void => {
      if (typeof entity !== 'object' || entity === null) return;
      const { agent, args } = entity as { agent?: Bounds; args?: Record<string, string> };
      for (const [part, writings] of Object.entries(typeof agent === 'object' ? (agent.mend ?? {}) : {})) {
        for (const writing of writings) if (!args?.[part]?.split('|').includes(writing.at)) wrong.push(`${at} ${part} ${writing.at}`);
      }
      if (agent?.outputLimit !== undefined && agent.outputLimit !== 'default' && args?.['maxTokens'] === undefined) wrong.push(`${at} outputLimit`);
      if (agent?.unlimited !== undefined && args?.['maxTurns'] === undefined) wrong.push(`${at} unlimited`);
      for (const [key, value] of Object.entries(entity)) if (key !== 'agent' && key !== 'args') visit(`${at}.${key}`, value);
    };
    for (const library of libraries) visit(library.package, { exports: library.exports, types: library.types });
    expect(wrong).toEqual([]);
  });
});
