import { afterAll } from 'vitest';
import rule from '../../src/rules/p066-agent-orchestration/appropriate-model.js';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import { projectOf } from '../helpers/project.js';
import { testRule, type Case, type InvalidCase } from '../helpers/rule-tester.js';

setHost(nodeHost());
const project = projectOf({
  'old/package.json': { name: 'old', dependencies: { ai: '^4.3.10', '@ai-sdk/anthropic': '^1.2.0', '@langchain/anthropic': '^0.3.20' } },
  'new/package.json': { name: 'new', dependencies: { ai: '^5.0.1', '@ai-sdk/anthropic': '^2.0.0', '@langchain/anthropic': '^1.0.1' } },
  'any/package.json': { name: 'any', dependencies: { ai: 'latest' } },
});
afterAll(() => project.remove());

const openai = (model: string, more = '') => `import OpenAI from 'openai'; const openai = new OpenAI(); export const ask = (q) => openai.chat.completions.create({ model: ${model}, messages: [{ role: 'user', content: q }]${more} });`;
const anthropic = (model: string, content: string, more = '') =>
  `import Anthropic from '@anthropic-ai/sdk'; const anthropic = new Anthropic(); export const ask = (city, article) => anthropic.messages.create({ model: ${model}, max_tokens: 20${more}, messages: [{ role: 'user', content: ${content} }] });`;
const ai = (model: string, provider = '@ai-sdk/openai', name = 'openai') => `import { generateText } from 'ai'; import { ${name} } from '${provider}'; export const ask = (prompt) => generateText({ model: ${model}, prompt });`;
const opus = "'claude-opus-5-5'";
const claudeModel = (model: string) => ai(`anthropic('${model}')`, '@ai-sdk/anthropic', 'anthropic');
const made = (more: string) => `import Anthropic from '@anthropic-ai/sdk'; const anthropic = new Anthropic(); export const ask = (messages, choice) => anthropic.messages.create({ model: 'claude-3-7-sonnet-latest', max_tokens: 20, messages, ${more} });`;
const generated = (more: string) => `import { generateText, wrapLanguageModel, defaultSettingsMiddleware } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; ${more}`;
/** A model that is gone, whose successor answers the same request with an error. */
const gone = (code: string, filename?: string): InvalidCase => ({ code, filename, errors: [{ messageId: 'retired', suggestions: [] }] });
/** The same, and the successor takes the request. */
const moved = (code: string, filename?: string): InvalidCase => ({ code, filename, errors: [{ messageId: 'retired', suggestions: 1 }] });
const js = (code: string): Case => ({ code, language: 'js' });

testRule(rule, {
  valid: {
    'a current model': openai("'gpt-6-luna'"),
    'an id that nobody knows': openai("'house-model-7'"),
    'a model from a variable': openai('model'),
    'a model from the environment': openai("process.env.MODEL ?? 'gpt-4'"),
    'a list of models to choose from': "import OpenAI from 'openai'; export const models = [{ id: 'gpt-4', name: 'GPT-4' }, { id: 'gpt-3.5-turbo', name: 'GPT-3.5' }]; export const client = new OpenAI();",
    'the same words elsewhere': "import OpenAI from 'openai'; export const client = new OpenAI(); if (client.project === 'gpt-4') throw new Error('gpt-4');",
    'a fine-tuned model': openai("'ft:gpt-3.5-turbo-0613:acme::abc'"),
    'a deployment on another cloud': "import { AzureOpenAI } from 'openai'; const openai = new AzureOpenAI(); export const ask = (q) => openai.chat.completions.create({ model: 'gpt-4', messages: q });",
    'a server that speaks the same protocol': "import OpenAI from 'openai'; const openai = new OpenAI({ baseURL: 'http://localhost:1234/v1' }); export const ask = (q) => openai.chat.completions.create({ model: 'gpt-4', messages: q });",
    'an address from the environment': "import OpenAI from 'openai'; const openai = new OpenAI({ baseURL: process.env.LLM_URL }); export const ask = (q) => openai.chat.completions.create({ model: 'gpt-4', messages: q });",
    'options from elsewhere': "import OpenAI from 'openai'; import { options } from './options'; const openai = new OpenAI(options); export const ask = (q) => openai.chat.completions.create({ model: 'gpt-4', messages: q });",
    'an id of a gateway': "import { generateText } from 'ai'; export const ask = (prompt) => generateText({ model: 'openai/gpt-4', prompt });",
    'a provider for another cloud': ai("azure('gpt-4')", '@ai-sdk/azure', 'azure'),
    'a provider made with another address': ai("createOpenAI({ baseURL: 'https://llm.example.com' })('gpt-4')", '@ai-sdk/openai', 'createOpenAI'),
    'an id of Bedrock': "import { ChatBedrockConverse } from '@langchain/aws'; export const model = new ChatBedrockConverse({ model: 'anthropic.claude-3-haiku-20240307-v1:0' });",
    'Vertex AI': "import { GoogleGenAI } from '@google/genai'; const ai = new GoogleGenAI({ vertexai: true }); export const ask = (contents) => ai.models.generateContent({ model: 'gemini-2.5-pro', contents });",
    'a configured chat model': "import { ChatOpenAI } from '@langchain/openai'; export const model = new ChatOpenAI({ model: 'gpt-4', configuration: { baseURL: 'https://llm.example.com' } });",
    'an embedding': "import OpenAI from 'openai'; const openai = new OpenAI(); export const embed = (input) => openai.embeddings.create({ model: 'text-embedding-3-small', input });",
    'a class of the same name': "import { OpenAI } from './fake'; const openai = new OpenAI(); export const ask = (q) => openai.chat.completions.create({ model: 'gpt-4', messages: q });",
    'a test': { code: openai("'gpt-4'"), filename: 'ask.test.ts' },

    'a frontier model for a hard task': anthropic(opus, "'Plan the migration of our billing service to events.'"),
    'a simple verb beside a hard one': anthropic(opus, "'List the options and explain which you recommend.'"),
    'something hard to find': anthropic(opus, "'Find the bugs in this function.'"),
    'a cheap model for a simple task': anthropic("'claude-haiku-5-5'", "'List the capitals of Europe.'"),
    'a middle model for a simple task': anthropic("'claude-sonnet-5-5'", "'List the capitals of Europe.'"),
    'a question without instruction': anthropic(opus, "'Who wrote this?'"),
    'tools': anthropic(opus, "'List the open orders.'", ', tools: [orders]'),
    'a list of tools that nobody can see': anthropic(opus, "'List the open orders.'", ', tools'),
    'thinking': anthropic(opus, "'Count the letters.'", ", thinking: { type: 'adaptive' }"),
    'a long document': anthropic(opus, '`Extract the parties from ${article}`'),
    'a long prompt': anthropic(opus, `'Classify the ticket. ${'Billing is about invoices and payments of any kind. '.repeat(20)}'`),
    'an image': anthropic(opus, "[{ type: 'image', source: { type: 'url', url: city } }, { type: 'text', text: 'List what you see.' }]"),
    'a conversation': "import Anthropic from '@anthropic-ai/sdk'; const anthropic = new Anthropic(); export const ask = (history) => anthropic.messages.create({ model: 'claude-opus-5-5', max_tokens: 20, messages: [...history, { role: 'user', content: 'List them.' }] });",
    'earlier answers': "import Anthropic from '@anthropic-ai/sdk'; const anthropic = new Anthropic(); export const ask = () => anthropic.messages.create({ model: 'claude-opus-5-5', max_tokens: 20, messages: [{ role: 'user', content: 'Hello' }, { role: 'assistant', content: 'Hi' }, { role: 'user', content: 'List them.' }] });",
    'a model that several calls share': "import Anthropic from '@anthropic-ai/sdk'; const anthropic = new Anthropic(); export const MODEL = 'claude-opus-5-5'; export const ask = () => anthropic.messages.create({ model: MODEL, max_tokens: 20, messages: [{ role: 'user', content: 'List the capitals.' }] });",
    'other verbs, by option': { code: anthropic(opus, "'List the capitals of Europe.'"), options: { simpleVerbs: ['translate'] } },
    'a shorter limit, by option': { code: anthropic(opus, "'List the capitals of Europe.'"), options: { maxPromptTokens: 3 } },
    'an agent with tools': "import { Agent } from '@openai/agents'; export const agent = new Agent({ name: 'Finder', instructions: 'Find the file that the user names.', model: 'gpt-6-astra', tools: [grep] });",
  },
  invalid: {
    'a retired model': {
      code: openai("'gpt-4-turbo'"),
      errors: [{ messageId: 'retired', data: { vendor: 'OpenAI', model: 'gpt-4-turbo', replacement: 'gpt-6.1-sol' }, suggestions: [{ messageId: 'use', data: { replacement: 'gpt-6.1-sol' }, output: openai("'gpt-6.1-sol'") }] }],
    },
    'CommonJS and double quotes': {
      ...js('const OpenAI = require("openai"); const client = new OpenAI(); module.exports = (input) => client.responses.create({ model: "gpt-3.5-turbo", input });'),
      sourceType: 'commonjs',
      errors: [{ messageId: 'retired', suggestions: [{ messageId: 'use', data: { replacement: 'gpt-6.1-terra' }, output: 'const OpenAI = require("openai"); const client = new OpenAI(); module.exports = (input) => client.responses.create({ model: "gpt-6.1-terra", input });' }] }],
    },
    'a renamed import and a template': {
      code: "import Claude from '@anthropic-ai/sdk'; const c = new Claude(); export const ask = (q) => c.messages.create({ model: `claude-3-opus-latest`, max_tokens: 9, messages: q });",
      errors: [{ messageId: 'retired', suggestions: [{ messageId: 'use', data: { replacement: 'claude-opus-4-8' }, output: "import Claude from '@anthropic-ai/sdk'; const c = new Claude(); export const ask = (q) => c.messages.create({ model: `claude-opus-4-8`, max_tokens: 9, messages: q });" }] }],
    },
    'one constant for two calls is one cause': {
      code: "import OpenAI from 'openai'; const openai = new OpenAI(); const model = 'o1-mini'; export const a = (input) => openai.responses.create({ model, input }); export const b = (input) => openai.responses.create({ model, input });",
      errors: [{ messageId: 'retired', line: 1, column: 73, suggestions: 1 }],
    },
    'a retired model that nothing replaces': { code: "import OpenAI from 'openai'; const openai = new OpenAI(); export const ask = (prompt) => openai.completions.create({ model: 'text-davinci-003', prompt });", errors: ['gone'] },
    'a model that will be retired': {
      code: ai("openai('gpt-4o')"),
      errors: [{ messageId: 'ending', data: { vendor: 'OpenAI', model: 'gpt-4o', date: '2027-01-14', replacement: 'gpt-6-luna' }, suggestions: [{ messageId: 'use', data: { replacement: 'gpt-6-luna' }, output: ai("openai('gpt-6-luna')") }] }],
    },
    'a temperature that the next model refuses': { code: "import OpenAI from 'openai'; const openai = new OpenAI(); export const ask = (messages) => openai.chat.completions.create({ model: 'gpt-4o', messages, temperature: 0 });", errors: [{ messageId: 'ending', suggestions: [] }] },
    'a chat model whose temperature the next one refuses': { code: "import { ChatOpenAI } from '@langchain/openai'; export const model = new ChatOpenAI({ modelName: 'gpt-3.5-turbo-0125', temperature: 0 });", errors: [{ messageId: 'retired', suggestions: [] }] },
    'a temperature beside a model of the AI SDK': { code: "import { generateText } from 'ai'; import { openai } from '@ai-sdk/openai'; export const ask = (prompt) => generateText({ model: openai('gpt-4o'), prompt, temperature: 0.2 });", errors: [{ messageId: 'ending', suggestions: [] }] },
    'a limit by its older name, which the next model refuses': { code: openai("'gpt-4o'", ', max_tokens: 50'), errors: [{ messageId: 'ending', suggestions: [] }] },
    'a limit by its newer name': { code: openai("'gpt-4o'", ', max_completion_tokens: 50'), errors: [{ messageId: 'ending', suggestions: 1 }] },
    'a limit by its older name where the model before thinks too': { code: openai("'o3-mini'", ', max_tokens: 50'), errors: [{ messageId: 'retired', suggestions: 1 }] },
    'a temperature for Claude': gone(made('temperature: 0.2')),
    'a share of likely words for Claude': gone(made('top_p: 0.9')),
    'a number of likely words for Claude': gone(made('top_k: 5')),
    'no temperature for Claude': moved(made('temperature: undefined')),
    'a temperature in a constant that is spread': gone(`const calm = { temperature: 0 }; ${made('...calm')}`),
    'a temperature in the schema of a tool': moved(made("tools: [{ name: 'heat', input_schema: { temperature: {} } }]")),
    'a temperature for a chat model of Claude': { code: "import { ChatAnthropic } from '@langchain/anthropic'; export const model = new ChatAnthropic({ model: 'claude-sonnet-4-5', topP: 0.4 });", errors: [{ messageId: 'ending', suggestions: [] }] },
    'thinking with a budget': gone(made("thinking: { type: 'enabled', budget_tokens: 2000 }")),
    'thinking switched off': gone(made("thinking: { type: 'disabled' }")),
    'thinking that nobody can read': gone(made('thinking: choice')),
    'thinking as the model likes': moved(made("thinking: { type: 'adaptive' }")),
    'thinking switched off before a successor that allows it': moved("import Claude from '@anthropic-ai/sdk'; const c = new Claude(); export const ask = (messages) => c.messages.create({ model: 'claude-3-opus-latest', max_tokens: 9, messages, thinking: { type: 'disabled' } });"),
    'a tool that has to be called': gone(made("tools, tool_choice: { type: 'tool', name: 'save' }")),
    'any tool, but one': gone(made("tools, tool_choice: { type: 'any' }")),
    'tools by choice': moved(made("tools, tool_choice: { type: 'auto' }")),
    'the beginning of the answer': gone("import Claude from '@anthropic-ai/sdk'; const c = new Claude(); export const ask = (content) => c.messages.create({ model: 'claude-3-7-sonnet-latest', max_tokens: 9, messages: [{ role: 'user', content }, { role: 'assistant', content: '{' }] });"),
    'one way to choose words before a successor that refuses two': moved(anthropic("'claude-3-5-haiku-latest'", 'city', ', temperature: 0')),
    'two ways to choose words': gone(anthropic("'claude-3-5-haiku-latest'", 'city', ', temperature: 0, top_p: 0.9')),
    'one id for two requests, one of which the successor refuses': gone("import Claude from '@anthropic-ai/sdk'; const c = new Claude(); const model = 'claude-3-7-sonnet-latest'; export const a = (messages) => c.messages.create({ model, max_tokens: 9, messages }); export const b = (messages) => c.messages.create({ model, max_tokens: 9, messages, temperature: 0 });"),
    "options of the provider": gone(generated("export const ask = (prompt) => generateText({ model: anthropic('claude-3-7-sonnet-20250219'), prompt, providerOptions: { anthropic: { thinking: { type: 'enabled', budgetTokens: 1200 } } } });")),
    'settings of a middleware': gone(generated("export const model = wrapLanguageModel({ model: anthropic('claude-3-7-sonnet-20250219'), middleware: defaultSettingsMiddleware({ settings: { providerMetadata: { anthropic: { thinking: { type: 'enabled', budgetTokens: 1200 } } } } }) });")),
    'a required tool in the AI SDK': gone(generated("export const ask = (prompt) => generateText({ model: anthropic('claude-3-7-sonnet-20250219'), prompt, tools, toolChoice: 'required' });")),
    'a version of the AI SDK that sends a temperature unasked': gone(claudeModel('claude-3-7-sonnet-20250219'), project.path('old/ask.ts')),
    'a model for other files, with such a version': gone("import { anthropic } from '@ai-sdk/anthropic'; export const model = anthropic('claude-3-7-sonnet-20250219');", project.path('old/model.ts')),
    'such a version, and a successor that takes a temperature': moved(claudeModel('claude-3-5-haiku-20241022'), project.path('old/ask.ts')),
    'another package beside such a version': moved("import Claude from '@anthropic-ai/sdk'; const c = new Claude(); export const ask = (messages) => c.messages.create({ model: 'claude-3-7-sonnet-latest', max_tokens: 9, messages });", project.path('old/ask.ts')),
    'a version of the AI SDK that sends none': moved(claudeModel('claude-3-7-sonnet-20250219'), project.path('new/ask.ts')),
    'a version of LangChain that sends all three unasked': gone("import { ChatAnthropic } from '@langchain/anthropic'; export const model = new ChatAnthropic({ model: 'claude-3-7-sonnet-latest' });", project.path('old/chat.ts')),
    'a version of LangChain that sends none': moved("import { ChatAnthropic } from '@langchain/anthropic'; export const model = new ChatAnthropic({ model: 'claude-3-7-sonnet-latest' });", project.path('new/chat.ts')),
    'a version that nobody can tell': moved(claudeModel('claude-3-7-sonnet-20250219'), project.path('any/ask.ts')),
    'a cheaper model that refuses the temperature': { code: anthropic("'claude-opus-4-6'", "'List the capitals of Europe.'", ', temperature: 0'), errors: [{ messageId: 'oversized', suggestions: [] }] },
    'a model that will be retired, and nobody says for which': { code: openai("'gpt-5.1'"), errors: ['expiring'] },
    'a deprecated model without a date': { code: "import { CohereClient } from 'cohere-ai'; const cohere = new CohereClient(); export const ask = (message) => cohere.chat({ model: 'command-r', message });", errors: [{ messageId: 'deprecated', suggestions: 1 }] },
    'a chat model made here': { code: "import { ChatAnthropic } from '@langchain/anthropic'; export const model = new ChatAnthropic({ model: 'claude-sonnet-4-5', maxTokens: 900 });", errors: [{ messageId: 'ending', suggestions: 1 }] },
    'an agent': { code: "import { Agent } from '@openai/agents'; export const agent = new Agent({ name: 'Guide', instructions: 'Help.', model: 'o3-mini', tools: [search] });", errors: [{ messageId: 'retired', suggestions: 1 }] },
    'a client that is injected': { code: "import OpenAI from 'openai'; export class Bot { constructor(private openai: OpenAI) {} ask(input: string) { return this.openai.responses.create({ model: 'gpt-4', input }); } }", errors: [{ messageId: 'retired', suggestions: 1 }] },
    'the address of the vendor': { code: "import OpenAI from 'openai'; const deepseek = new OpenAI({ baseURL: 'https://api.deepseek.com/v1' }); export const ask = (messages) => deepseek.chat.completions.create({ model: 'deepseek-chat', messages });", errors: [{ messageId: 'retired', suggestions: 1 }] },
    'a prefix of the vendor': { code: "import { GoogleGenAI } from '@google/genai'; const ai = new GoogleGenAI({}); export const ask = (contents) => ai.models.generateContent({ model: 'models/gemini-1.5-pro', contents });", errors: [{ messageId: 'retired', data: { vendor: 'Google', model: 'models/gemini-1.5-pro', replacement: 'models/gemini-3.8-flash' }, suggestions: 1 }] },

    'a frontier model for a simple task': {
      code: anthropic(opus, "'Classify the ticket as billing or technical.'"),
      errors: [{
        messageId: 'oversized',
        data: { model: 'claude-opus-5-5', verb: 'classify', cheaper: 'claude-haiku-5-5', share: '1/40' },
        suggestions: [
          { messageId: 'use', data: { replacement: 'claude-haiku-5-5' }, output: anthropic("'claude-haiku-5-5'", "'Classify the ticket as billing or technical.'") },
          { messageId: 'use', data: { replacement: 'claude-sonnet-5-5' }, output: anthropic("'claude-sonnet-5-5'", "'Classify the ticket as billing or technical.'") },
        ],
      }],
    },
    'a short computed part': { code: anthropic(opus, '`Please list five sights in ${city}.`'), errors: [{ messageId: 'oversized', suggestions: 2 }] },
    'instructions with a simple verb': { code: anthropic(opus, 'city', ", system: 'You are a helper that translates names of cities to German.'"), errors: [{ messageId: 'oversized', suggestions: 2 }] },
    'a gateway': {
      code: "import { generateText } from 'ai'; export const ask = () => generateText({ model: 'anthropic/claude-opus-4.8', prompt: 'Translate \"good morning\" to French.' });",
      errors: [{ messageId: 'oversized', data: { model: 'anthropic/claude-opus-4.8', verb: 'translate', cheaper: 'anthropic/claude-haiku-5.5', share: '1/50' }, suggestions: 2 }],
    },
    'an agent without tools': { code: "import { Agent } from '@openai/agents'; export const agent = new Agent({ name: 'Labels', instructions: 'Your task is to label feedback as praise or complaint.', model: 'gpt-6-astra' });", errors: [{ messageId: 'oversized', suggestions: 3 }] },
    'empty lists of tools': { code: anthropic(opus, "'Count the vowels in rhythm.'", ', tools: []'), errors: [{ messageId: 'oversized', suggestions: 2 }] },
    'other verbs, by option, in JavaScript': { ...js(anthropic(opus, "'Greet the visitors.'")), options: { simpleVerbs: ['greet'] }, errors: [{ messageId: 'oversized', suggestions: 2 }] },
    'a longer limit, by option': { code: anthropic(opus, `'Classify the ticket. ${'Billing is about invoices and payments of any kind. '.repeat(20)}'`), options: { maxPromptTokens: 500 }, errors: [{ messageId: 'oversized', suggestions: 2 }], alone: 'a file of such long lines counts as minified' },
  },
});
