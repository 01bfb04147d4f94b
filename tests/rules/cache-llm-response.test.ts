import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/cost-optimization/cache-llm-response.js';
import { testRule } from '../helpers/rule-tester.js';

/** A project in memory. */
const files: Record<string, string> = {
  '/app/model.ts': "import { ChatOpenAI } from '@langchain/openai';\nexport const model = new ChatOpenAI({ model: 'gpt-4o-mini', temperature: 0 });\nexport const warm = new ChatOpenAI({ model: 'gpt-4o-mini', temperature: 0.7 });",
  '/app/prompts.ts': "export const MOTTO = 'Write a motto for a bakery.';\nexport const day = () => `Write a motto for ${new Date().toDateString()}.`;",
};
setHost({
  resolve: (specifier, from) => (from.startsWith('/app/') && `/app/${specifier.slice(2)}.ts` in files ? `/app/${specifier.slice(2)}.ts` : undefined),
  read: (file) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
  manifest: () => undefined,
});

const app = { filename: '/app/src.ts' } as const;
const openai = "import OpenAI from 'openai';\nconst openai = new OpenAI();\n";
const ask = (prompt: string, more = 'temperature: 0', head = openai) => `${head}export async function motto(topic: string) {\n  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', ${more}, messages: [{ role: 'user', content: ${prompt} }] });\n  return answer.choices[0].message.content;\n}`;
const fixed = "'Write a motto for a bakery.'";

testRule(rule, {
  valid: {
    'a question with a part that comes in': ask('`Write a motto for ${topic}.`'),
    'a question that comes in': ask('topic'),
    'a question with the date': ask('`Write a motto for ${new Date().toDateString()}.`'),
    'a question with what was read': ask('`Write a motto for ${await load()}.`'),
    'answers that are meant to differ': ask(fixed, 'temperature: 0.8'),
    'no temperature': ask(fixed, 'n: 1'),
    'a temperature that comes in': ask(fixed, 'temperature: Number(topic)'),
    'tools': ask(fixed, "temperature: 0, tools: [{ type: 'function', function: { name: 'weather' } }]"),
    'a history': ask(fixed).replace("messages: [{", 'messages: [...history, {'),
    'a cache around it': ask(fixed).replace('const answer = await', "const cached = await redis.get('motto'); if (cached) return cached; const answer = await"),
    'a cached function': `import { unstable_cache } from 'next/cache';\n${ask(fixed)}\nexport const cachedMotto = unstable_cache(motto);`,
    'a memoized function': `import pMemoize from 'p-memoize';\n${ask(fixed)}\nexport default pMemoize(motto);`,
    'a model with a cache': "import { ChatOpenAI } from '@langchain/openai';\nconst model = new ChatOpenAI({ model: 'gpt-4o-mini', temperature: 0, cache: true });\nexport const motto = () => model.invoke('Write a motto for a bakery.');",
    'an answer that is kept': `${openai}let answer: any;\nexport async function motto() { answer ??= await openai.responses.create({ model: 'gpt-4o-mini', temperature: 0, input: ${fixed} }); return answer; }`,
    'an answer that is kept in a field': `${openai}export class Mottos { private answer: any;\n  async load(name: string) { if (!this.answer) this.answer = await openai.responses.create({ model: 'gpt-4o-mini', temperature: 0, input: ${fixed} }); return this.answer; } }`,
    'a page that is made at build time': `${ask(fixed)}\nexport const revalidate = 3600;`,
    'once, at module level': `${openai}export const motto = await openai.responses.create({ model: 'gpt-4o-mini', temperature: 0, input: ${fixed} });`,
    'a program': { code: ask(fixed), filename: 'scripts/motto.ts' },
    'a test': { code: ask(fixed), filename: 'motto.test.ts' },
    'a check that the model answers': ask(fixed).replace('function motto', 'function checkConnection'),
    'a health route': `import express from 'express';\n${openai}const app = express();\napp.get('/health', async (req, res) => { const r = await openai.responses.create({ model: 'gpt-4o-mini', temperature: 0, input: 'ping' }); res.json(r.id); });`,
    'a conversation': "import { GoogleGenAI } from '@google/genai';\nconst genai = new GoogleGenAI({});\nexport async function go(chat: string) { const c = genai.chats.create({ model: 'gemini-2.5-flash', config: { temperature: 0 } }); return c.sendMessage({ message: 'Go on.' }); }",
    'an image': ask(`[{ type: 'text', text: 'Describe it.' }, { type: 'image_url', image_url: { url: topic } }]`),
    'an object of the same shape': `const openai = { chat: { completions: { create: async (options) => options } } };\nexport const motto = (topic) => openai.chat.completions.create({ temperature: 0, messages: [{ role: 'user', content: ${fixed} }] });`,
    'a function of another file': { ...app, code: ask('day()', 'temperature: 0', `import { day } from './prompts';\n${openai}`) },
    'a warm model of another file': { ...app, code: "import { warm } from './model';\nexport const motto = (topic: string) => warm.invoke('Write a motto.');" },
  },
  invalid: {
    'the same question each time': { code: ask(fixed), errors: [{ messageId: 'repeated', data: { call: 'openai.chat.completions.create()', function: '`motto`' }, line: 4 }] },
    'a system prompt and a question': { code: ask(fixed).replace('messages: [', "messages: [{ role: 'system', content: 'Be brief.' }, "), errors: ['repeated'] },
    'a constant of another file': { ...app, code: ask('MOTTO', 'temperature: 0', `import { MOTTO } from './prompts';\n${openai}`), errors: ['repeated'] },
    'a temperature in a constant': { code: `const cold = 0;\n${ask(fixed, 'temperature: cold')}`, errors: ['repeated'] },
    'a route': {
      code: `import express from 'express';\nimport { generateText } from 'ai';\nconst app = express();\napp.get('/motto', async (req, res) => { const { text } = await generateText({ model: 'openai/gpt-4o-mini', temperature: 0, prompt: ${fixed} }); res.send(text); });`,
      errors: [{ messageId: 'repeated', data: { call: 'generateText()', function: 'the `GET /motto` handler' } }],
    },
    'the temperature of the model, made in another file': { ...app, code: `import { model } from './model';\nexport const motto = (topic: string) => model.invoke(${fixed});`, errors: ['repeated'] },
    'CommonJS, renamed, in JavaScript': {
      code: `const { OpenAI: Client } = require('openai');\nconst ai = new Client();\nexports.motto = async (topic) => ai.responses.create({ model: 'gpt-4o-mini', temperature: 0, input: ${fixed} });`,
      language: 'js', filename: 'file.js', sourceType: 'commonjs',
      errors: ['repeated'],
    },
  },
});
