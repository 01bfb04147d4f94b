import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/cost-optimization/prefer-prompt-cache.js';
import { testRule } from '../helpers/rule-tester.js';

/** Lines go on, since files with very long ones count as minified. */
const sentence = 'Answer in the tone of a patient teacher and name the source of each claim. \\\n';
/** Some 2,250 tokens: more than Claude Sonnet 4.5 keeps, less than Haiku 4.5. */
const long = sentence.repeat(120);
/** Some 560 tokens: nobody keeps so little. */
const brief = sentence.repeat(30);

/** A project in memory. */
const files: Record<string, string> = {
  '/app/prompts.ts': `const tone = '${long}';\nexport const SYSTEM = \`You are a tutor.\n\${tone}\`;\nexport const short = '${brief}';\nexport const forUser = (user: string) => '${long}' + user;\nexport function make() { return SYSTEM; }\nexport let changing = '${long}';\nexport function change(to: string) { changing = to; }`,
  '/app/models.ts': "export const MODEL = 'claude-sonnet-4-5';",
  '/app/tools.ts': `export const tools = [{ name: 'search', description: '${long}', input_schema: { type: 'object', properties: {} } }];`,
  '/app/prompts.cjs': `module.exports = { SYSTEM: '${long}' };`,
  '/app/client.ts': "import Anthropic from '@anthropic-ai/sdk';\nexport const client = new Anthropic();",
  '/app/cached.ts': `export const system = [{ type: 'text', text: '${long}', cache_control: { type: 'ephemeral' } }];`,
};
setHost({
  resolve: (specifier, from) => {
    const path = `/app/${specifier.slice(2)}`;
    return from.startsWith('/app/') && specifier.startsWith('./') ? [path, `${path}.ts`].find((one) => one in files) : undefined;
  },
  read: (file) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
  manifest: (file) => (file.startsWith('/app/') ? { directory: '/app', dependencies: { ai: file.startsWith('/app/five') ? '^5.0.0' : '^6.0.0' } } : undefined),
});

const app = { filename: '/app/src.ts' } as const;
const anthropic = "import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n";
const ask = (options: string, head = anthropic) => `${head}export async function ask(question, body) {\n  return client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 500, ${options}, messages: [{ role: 'user', content: question }] });\n}`;
const marked = (text: string) => `[{ type: 'text', text: ${text}, cache_control: { type: 'ephemeral' } }]`;
const once = (output: string) => [{ messageId: 'mark', output }];
const tool = `{ name: 'search', description: '${long}', input_schema: { type: 'object', properties: {} } }`;
const ai = "import { generateText } from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\n";
const generate = (options: string) => `${ai}export function ask(prompt) { return generateText({ model: anthropic('claude-sonnet-4-5'), ${options}, prompt }); }`;
const openai = "import OpenAI from 'openai';\nconst openai = new OpenAI();\n";
const complete = (system: string, model = 'gpt-5-mini') => `${openai}export function ask(question: string, docs: string[]) {\n  return openai.chat.completions.create({ model: '${model}', messages: [{ role: 'system', content: ${system} }, { role: 'user', content: question }] });\n}`;

testRule(rule, {
  valid: {
    'a short system prompt': ask(`system: '${brief}'`),
    'long for one model, short for another': ask(`system: '${long}'`).replace('claude-sonnet-4-5', 'claude-haiku-4-5'),
    'a marked block': ask(`system: ${marked(`'${long}'`)}`),
    'the request marked as a whole': ask(`system: '${long}', cache_control: { type: 'ephemeral' }`),
    'a marked message': ask(`system: '${long}'`).replace('content: question', "content: [{ type: 'text', text: body, cache_control: { type: 'ephemeral' } }]"),
    'a marked tool': ask(`tools: [{ ...search, cache_control: { type: 'ephemeral' } }], system: '${long}'`),
    'a helper that marks': `${ask(`system: withCache('${long}')`)}\nconst withCache = (text) => [{ type: 'text', text, cache_control: { type: 'ephemeral' } }];`,
    'marked where it is imported from': { ...app, code: ask('system', `import { system } from './cached';\n${anthropic}`) },
    'options that come in': `${anthropic}export const ask = (options) => client.messages.create({ model: 'claude-sonnet-4-5', ...options, system: '${long}' });`,
    'a model that comes in': ask(`system: '${long}'`).replace("'claude-sonnet-4-5'", 'body.model'),
    'a model that is not known': ask(`system: '${long}'`).replace('claude-sonnet-4-5', 'claude-of-tomorrow'),
    'a system prompt that begins with what changes': ask(`system: \`\${body} ${long}\``),
    'a system prompt that comes in': ask('system: body'),
    'a system prompt built by a function with parameters': { ...app, code: ask('system: forUser(question)', `import { forUser } from './prompts';\n${anthropic}`) },
    'an imported text that may change': { ...app, code: ask('system: changing', `import { changing } from './prompts';\n${anthropic}`) },
    'a long message of the user': ask("system: 'Help.'").replace('content: question', `content: '${long}' + question`),
    'once, at module level': `${anthropic}const answer = await client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 500, system: '${long}', messages: [] });`,
    'a program': { code: ask(`system: '${long}'`), filename: 'scripts/ask.ts' },
    'a test': { code: ask(`system: '${long}'`), filename: 'ask.test.ts' },
    'a vendor that caches unasked': complete(`'${long}'`),
    'an agent that caches for itself': `import { query } from '@anthropic-ai/claude-agent-sdk';\nexport const ask = (prompt: string) => query({ prompt, options: { model: 'claude-sonnet-4-5', systemPrompt: '${long}' } });`,
    'another cloud': `import { generateText } from 'ai';\nimport { bedrock } from '@ai-sdk/amazon-bedrock';\nexport const ask = (prompt: string) => generateText({ model: bedrock('anthropic.claude-sonnet-4-5-20250929-v1:0'), system: '${long}', prompt });`,
    'marked in provider options': generate(`system: '${long}', providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } }`),
    'a middleware that marks': `import { createAgent, anthropicPromptCachingMiddleware } from 'langchain';\nconst agent = createAgent({ model: 'anthropic:claude-sonnet-4-5', systemPrompt: '${long}', middleware: [anthropicPromptCachingMiddleware()] });\nexport const ask = (text: string) => agent.invoke({ messages: [{ role: 'user', content: text }] });`,
    'an object of the same shape': `const client = { messages: { create: (options) => options } };\nexport function ask(question) { return client.messages.create({ model: 'claude-sonnet-4-5', system: '${long}', messages: [] }); }`,
    'what changes behind the fixed text': complete(`\`${long} \${question}\``),
    'what is the same on each call': `const region = process.env.REGION;\n${complete(`\`\${region} ${long}\``)}`,
    'the date of the day': complete(`\`\${new Date().toLocaleDateString()} ${long}\``),
    'a language': `${openai}export const ask = (language: string, input: string) => openai.responses.create({ model: 'gpt-5-mini', instructions: \`Answer in \${language}. ${long}\`, input });`,
    'little text behind it': complete(`\`\${question} ${brief}\``),
    'a value of whoever made the function': `${openai}export const make = (head: string) => async (input: string) => openai.responses.create({ model: 'gpt-5-mini', instructions: \`\${head} ${long}\`, input });`,
    'a history in between': `${openai}export const ask = (question: string, history: any[]) => openai.chat.completions.create({ model: 'gpt-5-mini', messages: [...history, { role: 'user', content: \`\${question} ${long}\` }] });`,
  },
  invalid: {
    'a system prompt': {
      code: ask(`system: '${long}'`),
      errors: [{ messageId: 'unmarked', data: { call: 'client.messages.create()', tokens: '2,300', holds: 'system prompt', vendor: 'Anthropic' }, line: 4, suggestions: once(ask(`system: ${marked(`'${long}'`)}`)) }],
    },
    'a constant of the file': {
      code: `const system = '${long}';\n${ask('system')}`,
      errors: [{ messageId: 'unmarked', suggestions: once(`const system = '${long}';\n${ask(`system: ${marked('system')}`)}`) }],
    },
    'a constant of another file, with a constant in it': {
      ...app,
      code: ask('system: SYSTEM', `import { SYSTEM } from './prompts';\n${anthropic}`),
      errors: [{ messageId: 'unmarked', suggestions: once(ask(`system: ${marked('SYSTEM')}`, `import { SYSTEM } from './prompts';\n${anthropic}`)) }],
    },
    'a member of a namespace, and a model of another file': {
      ...app,
      code: ask('system: prompts.SYSTEM', `import * as prompts from './prompts';\nimport { MODEL } from './models';\n${anthropic}`).replace("'claude-sonnet-4-5'", 'MODEL'),
      errors: [{ messageId: 'unmarked', suggestions: 1 }],
    },
    'a function without parameters': { ...app, code: ask('system: make()', `import { make } from './prompts';\n${anthropic}`), errors: [{ messageId: 'unmarked', suggestions: 1 }] },
    'a client of another file': { ...app, code: ask(`system: '${long}'`, "import { client } from './client';\n"), errors: [{ messageId: 'unmarked', suggestions: 1 }] },
    'what changes behind the fixed text': { code: ask(`system: \`${long} Today is \${new Date().toISOString()}.\``), errors: ['unmarked'] },
    'what is replaced behind the fixed text': { code: ask(`system: '${long}{topic}'.replace('{topic}', body)`), errors: ['unmarked'] },
    'what is the same on each call': { code: `const region = process.env.REGION;\n${ask(`system: \`\${region}${long}\``)}`, errors: ['unmarked'] },
    'tools': { code: ask(`tools: [${tool}]`), errors: [{ messageId: 'unmarked', data: { call: 'client.messages.create()', tokens: '2,300', holds: 'tools', vendor: 'Anthropic' } }] },
    'tools of another file': { ...app, code: ask('tools', `import { tools } from './tools';\n${anthropic}`), errors: ['unmarked'] },
    'tools and system prompt that are long together': {
      code: ask(`tools: [{ name: 'search', description: '${brief}${brief}', input_schema: { type: 'object' } }], system: '${brief}'`),
      errors: [{ messageId: 'unmarked', data: { call: 'client.messages.create()', tokens: '1,700', holds: 'tools and system prompt', vendor: 'Anthropic' }, suggestions: 1 }],
    },
    'blocks without a mark': { code: ask(`system: [{ type: 'text', text: '${long}' }]`), errors: ['unmarked'] },
    'options in a constant': {
      code: `${anthropic}export function ask(question) { const options = { model: 'claude-sonnet-4-5', max_tokens: 1, system: '${long}', messages: question }; return client.messages.create(options); }`,
      errors: ['unmarked'],
    },
    'the turns of a program': {
      code: `${anthropic}async function main() {\n  while (true) { await client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 9, system: '${long}', messages }); }\n}\nmain();`,
      filename: 'scripts/agent.ts',
      errors: [{ messageId: 'unmarked', suggestions: 1 }],
    },
    'a stream, in CommonJS': {
      code: `const { Anthropic: Claude } = require('@anthropic-ai/sdk');\nconst client = new Claude();\nmodule.exports.ask = (question) => client.messages.stream({ model: 'claude-sonnet-4-5', max_tokens: 9, system: '${long}', messages: question });`,
      language: 'js', filename: 'file.js', sourceType: 'commonjs',
      errors: [{ messageId: 'unmarked', suggestions: once(`const { Anthropic: Claude } = require('@anthropic-ai/sdk');\nconst client = new Claude();\nmodule.exports.ask = (question) => client.messages.stream({ model: 'claude-sonnet-4-5', max_tokens: 9, system: ${marked(`'${long}'`)}, messages: question });`) }],
    },
    'a required prompt': {
      code: `const { SYSTEM } = require('./prompts.cjs');\nconst Anthropic = require('@anthropic-ai/sdk');\nconst client = new Anthropic();\nexports.ask = (question) => client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 9, system: SYSTEM, messages: question });`,
      language: 'js', filename: '/app/src.js', sourceType: 'commonjs',
      errors: [{ messageId: 'unmarked', suggestions: 1 }],
    },
    'the AI SDK': {
      ...app,
      code: generate(`system: '${long}'`),
      errors: [{ messageId: 'unmarked', suggestions: once(generate(`system: { role: 'system', content: '${long}', providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } }`)) }],
    },
    'the AI SDK before version 6': { code: generate(`system: '${long}'`), filename: '/app/five/src.ts', errors: ['unmarked'] },
    'a gateway': { code: generate(`system: '${long}'`).replace("anthropic('claude-sonnet-4-5')", "'anthropic/claude-sonnet-4.5'"), errors: [{ messageId: 'unmarked', suggestions: 1 }] },
    'LangChain': {
      code: `import { ChatAnthropic } from '@langchain/anthropic';\nimport { SystemMessage } from '@langchain/core/messages';\nconst model = new ChatAnthropic({ model: 'claude-sonnet-4-5' });\nexport const ask = (question: string) => model.invoke([new SystemMessage('${long}'), ['human', question]]);`,
      errors: ['unmarked'],
    },
    'the clock before the fixed text': {
      code: complete(`\`Now: \${new Date().toISOString()}. ${long}\``),
      errors: [{ messageId: 'broken', data: { value: 'new Date().toISOString()', tokens: '2,300', vendor: 'OpenAI' } }],
    },
    'the question before the fixed text': { code: complete(`\`Question: \${question}\n${long}\``), errors: ['broken'] },
    'something computed from what came in': {
      code: complete('`${list} ' + long + '`').replace('return', "const list = docs.join('\\n');\n  return"),
      errors: [{ messageId: 'broken', data: { value: "docs.join('\\n')", tokens: '2,300', vendor: 'OpenAI' } }],
    },
    'a placeholder before the fixed text, in JavaScript': {
      code: `${openai}export function ask(question) { return openai.responses.create({ model: 'gpt-5-mini', instructions: '{q} ${long}'.replace('{q}', question), input: 'Answer.' }); }`,
      language: 'js', filename: 'file.js',
      errors: ['broken'],
    },
  },
});
