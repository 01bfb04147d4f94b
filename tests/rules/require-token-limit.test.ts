import rule from '../../src/rules/cost-optimization/require-token-limit.js';
import { testRule, type Case } from '../helpers/rule-tester.js';

const route = (call: string, imports = "import OpenAI from 'openai'; const openai = new OpenAI();") =>
  `import express from 'express'; ${imports} const app = express(); app.post('/ask', async (req, res) => { const { topic, rows } = req.body; const answer = ${call}; res.json(answer); });`;
const chat = (model: string, more = '') => `await openai.chat.completions.create({ model: ${model}, messages: [{ role: 'user', content: \`Tell me about \${topic}.\` }]${more} })`;
const ai = "import { generateText, generateObject, streamText, Output } from 'ai';";
const text = (more = '', prompt = '`Tell me about ${topic}.`') => `await generateText({ model, prompt: ${prompt}${more} })`;
const chain = (options: string) => `import { ChatOpenAI } from '@langchain/openai'; const model = new ChatOpenAI(${options});`;
const all = (code: string): Case => ({ code, options: { calls: 'all' } });

testRule(rule, {
  valid: {
    'a limit': route(chat("'gpt-4o'", ', max_completion_tokens: 500')),
    'a limit by its older name': route(chat("'gpt-4o'", ', max_tokens: 500')),
    'a limit of the responses API': route('await openai.responses.create({ model, input: topic, max_output_tokens: 500 })'),
    'a limit in the AI SDK': route(text(', maxOutputTokens: 500'), ai),
    'a limit in older versions of it': route(text(', maxTokens: 500'), ai),
    'a limit in a constant': route(text(', ...settings'), `${ai} const settings = { maxOutputTokens: 500 };`),
    'options from elsewhere': route(text(', ...settings'), `${ai} import { settings } from './settings.js';`),
    'a limit where the model is made': route('await model.invoke(topic)', chain('{ maxTokens: 500 }')),
    'a limit in the agent': route('await run(agent, topic)', "import { Agent, run } from '@openai/agents'; const agent = new Agent({ name: 'a', modelSettings: { maxTokens: 500 } });"),
    'an API that requires one': route('await anthropic.messages.create({ model, messages: [{ role: "user", content: topic }] })', "import Anthropic from '@anthropic-ai/sdk'; const anthropic = new Anthropic();"),
    'an API with a limit of its own': route("await openai.completions.create({ model: 'gpt-3.5-turbo-instruct', prompt: topic })"),
    'a model with a limit of its own': route('await model.invoke(topic)', "import { ChatAnthropic } from '@langchain/anthropic'; const model = new ChatAnthropic({});"),
    'a schema': route('await generateObject({ model, schema, prompt: `Tell me about ${topic}.` })', ai),
    'an output with a schema': route(text(', output: Output.object({ schema })'), ai),
    'a response format': route(chat("'gpt-4o'", ", response_format: { type: 'json_schema', json_schema }")),
    'tools': route(text(', tools: { search }'), ai),
    'a prompt that says how long': route(text('', '`Describe ${topic} in two sentences.`'), ai),
    'instructions that say how long': route(text(", system: 'Answer briefly.'"), ai),
    'instructions that nobody can read': route(text(', system: prompts.get("seller")'), ai),
    'a stream, which whoever reads it can stop': route('streamText({ model, prompt: `Tell me about ${topic}.` })', ai),
    'an option that streams': route(chat("'gpt-4o'", ', stream: true')),
    'a fixed prompt': route(text('', "'Tell me a story about a fox.'"), ai),
    'a picture': route(chat("'gemini-2.5-flash-image'")),
    'an embedding': route('await openai.embeddings.create({ model, input: topic })'),
    'a key that came with the request': route(chat("'gpt-4o'"), "import OpenAI from 'openai';").replace('const answer', 'const openai = new OpenAI({ apiKey: req.body.key }); const answer'),
    'a function that no handler calls': `${ai} export const tell = (topic: string) => generateText({ model, prompt: \`Tell me about \${topic}.\` });`,
    'a scheduled job': `${ai} import cron from 'node-cron'; cron.schedule('* * * * *', async () => { const topic = await next(); await generateText({ model, prompt: \`Tell me about \${topic}.\` }); });`,
    'a loop over a fixed list': `${ai} export async function tell() { for (const topic of ['a', 'b']) await generateText({ model, prompt: \`Tell me about \${topic}.\` }); }`,
    'a function of the same name': route(text(), "import { generateText } from './text.js';"),
    'a test': { code: route(text(), ai), filename: 'ask.test.ts' },
  },
  invalid: {
    'a handler with a part of the prompt from outside': {
      code: route(chat("'gpt-4o'")),
      errors: [{
        messageId: 'handler',
        data: { handler: 'the `POST /ask` handler', call: 'openai.chat.completions.create()', option: 'max_completion_tokens' },
        suggestions: [{ messageId: 'limit', data: { tokens: 1024 }, output: route(chat("'gpt-4o'", ', max_completion_tokens: 1024')) }],
      }],
    },
    'a model that thinks first': { code: route(chat("'gpt-6-luna'")), errors: [{ messageId: 'handler', suggestions: [{ messageId: 'limit', data: { tokens: 8192 }, output: route(chat("'gpt-6-luna'", ', max_completion_tokens: 8192')) }] }] },
    'a model of another vendor that thinks first': { code: route("await generateText({ model: anthropic('claude-haiku-5-5'), prompt: `Tell me about ${topic}.` })", `${ai} import { anthropic } from '@ai-sdk/anthropic';`), errors: [{ messageId: 'handler', suggestions: [{ messageId: 'limit', data: { tokens: 8192 }, output: route("await generateText({ model: anthropic('claude-haiku-5-5'), prompt: `Tell me about ${topic}.`, maxOutputTokens: 8192 })", `${ai} import { anthropic } from '@ai-sdk/anthropic';`) }] }] },
    'the AI SDK in JavaScript': { code: route(text(), ai), language: 'js', errors: [{ messageId: 'handler', suggestions: [{ messageId: 'limit', data: { tokens: 1024 }, output: route(text(', maxOutputTokens: 1024'), ai) }] }] },
    'CommonJS': {
      code: "const OpenAI = require('openai'); const client = new OpenAI(); exports.handler = async (event) => { const r = await client.responses.create({ model: 'gpt-4o', input: event.body }); return { statusCode: 200, body: r.output_text }; };",
      language: 'js',
      sourceType: 'commonjs',
      options: { calls: 'all' },
      errors: [{ messageId: 'unlimited', suggestions: [{ messageId: 'limit', data: { tokens: 1024 }, output: "const OpenAI = require('openai'); const client = new OpenAI(); exports.handler = async (event) => { const r = await client.responses.create({ model: 'gpt-4o', input: event.body, max_output_tokens: 1024 }); return { statusCode: 200, body: r.output_text }; };" }] }],
    },
    'a renamed import': { code: route(text().replace('generateText', 'ask'), "import { generateText as ask } from 'ai';"), errors: [{ messageId: 'handler', suggestions: 1 }] },
    'a function that a handler calls': {
      code: `import express from 'express'; ${ai} const app = express(); const tell = async (topic: string) => { const { text } = await generateText({ model, prompt: \`Tell me about \${topic}.\` }); return text; }; app.post('/ask', async (req, res) => { res.json(await tell(req.body.topic)); });`,
      errors: [{ messageId: 'handler', suggestions: 1 }],
    },
    'a model made elsewhere in the file': { code: route('await model.invoke(topic)', chain("{ model: 'gpt-4o' }")), errors: [{ messageId: 'handler', suggestions: [{ messageId: 'limit', data: { tokens: 1024 }, output: route('await model.invoke(topic)', chain("{ model: 'gpt-4o', maxTokens: 1024 }")) }] }] },
    'a loop over what others wrote': { code: `${ai} export async function tell(topics: string[]) { for (const topic of topics) await generateText({ model, prompt: \`Tell me about \${topic}.\` }); }`, errors: [{ messageId: 'loop', suggestions: 1 }] },
    'a map': { code: `${ai} export const tell = (topics: string[]) => Promise.all(topics.map((topic) => generateText({ model, prompt: \`Tell me about \${topic}.\` })));`, errors: [{ messageId: 'loop', suggestions: 1 }] },
    'two calls with the same options': {
      code: route("quick ? await openai.chat.completions.create(question) : await openai.chat.completions.create(question)").replace('const answer', "const question = { model: 'gpt-4o', messages: [{ role: 'user' as const, content: topic }] }; const answer"),
      errors: [{ messageId: 'handler', suggestions: 1 }],
    },
    'any call, by option': { ...all(`${ai} export const tell = () => generateText({ model, prompt: 'Tell me a story about a fox.' });`), errors: [{ messageId: 'unlimited', suggestions: 1 }] },
    'streams, by option': { ...all(route('streamText({ model, prompt: `Tell me about ${topic}.` })', ai)), errors: [{ messageId: 'unlimited', suggestions: 1 }] },
    'another limit, by option': { code: route(text(), ai), options: { tokens: 300 }, errors: [{ messageId: 'handler', suggestions: [{ messageId: 'limit', data: { tokens: 300 }, output: route(text(', maxOutputTokens: 300'), ai) }] }] },
  },
});
