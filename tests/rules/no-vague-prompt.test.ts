import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/p070-context-window/no-vague-prompt.js';
import { testRule } from '../helpers/rule-tester.js';

/** A project in memory with a client of its own. */
const files: Record<string, string> = { '/app/client.ts': "import OpenAI from 'openai';\nexport const client = new OpenAI();", '/app/rows.ts': 'export const client = { responses: { create() {} } };' };
setHost({
  resolve: (specifier, from) => (from.startsWith('/app/') && files[`/app/${specifier.slice(2)}.ts`] ? `/app/${specifier.slice(2)}.ts` : undefined),
  read: (file) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
  manifest: () => undefined,
});

const ai = "import { generateText, streamText } from 'ai';\n";
const claude = "import { query } from '@anthropic-ai/claude-agent-sdk';\n";
const openai = "import OpenAI from 'openai';\nconst client = new OpenAI();\n";
const anthropic = "import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n";
const agents = "import { Agent, run } from '@openai/agents';\n";
const task = "import { Task } from './tasks.js';\n";
const named = { settings: { agents: ['Task'] } };
const asks = (prompt: string) => `${ai}export const answer = generateText({ model, prompt: ${prompt} });`;

testRule(rule, {
  valid: {
    'a path': asks("'Fix the bugs in src/auth.ts'"),
    'a file name': asks("'Fix auth.ts'"),
    'lines': asks("'Fix the bug in lines 120 to 140'"),
    'a symbol': asks("'Fix getUser'"),
    'a symbol with an underscore': asks("'Fix get_user'"),
    'an acronym': asks("'Fix JWT errors'"),
    'a proper noun': asks("'Analyze Tesla'"),
    'a quotation': asks('"Fix \\"cannot read x\\" errors"'),
    'a text in single quotes': asks('"Explain this error \'bad\'"'),
    'what comes after a colon': asks("'Summarize this: the quick brown fox'"),
    'more lines': asks("'Review this code\\n\\nlet a = b'"),
    'an interpolated value': asks('`Fix the bugs in ${file}`'),
    'a value behind the text': asks("'Review this code. ' + code"),
    'a prompt from elsewhere': asks('prompt'),
    'a subject': asks("'Write a haiku about recursion'"),
    'something to make up': asks("'Tell me a joke'"),
    'a greeting': asks("'Hello'"),
    'a question': asks("'What is the weather in Paris?'"),
    'a question about the code': asks("'Can you fix the code?'"),
    'a named part of the program': asks("'Refactor the payment service'"),
    'a task that says where': asks("'Fix the race when two carts of one customer are merged'"),
    'a subject to explain': asks("'Explain quantum computing'"),
    'trouble with a longer order': asks("'Fix authentication errors that users of the phone see'"),
    'a lower limit by option': { code: task + "await Task('Fix authentication bugs');", ...named, options: { minWords: 3 } },
    'tools that fetch the material': ai + "await generateText({ model, tools: { readFile }, prompt: 'Review the code' });",
    'tools from elsewhere': ai + "export const f = (tools) => generateText({ model, tools, prompt: 'Review the code' });",
    'allowed tools': claude + "query({ prompt: 'Review the code', options: { allowedTools: ['Read'] } });",
    'options from elsewhere': claude + "export const f = (options) => query({ prompt: 'Review the code', options });",
    'agents with tools': agents + "const a = new Agent({ name: 'a', instructions: 'x', tools: [read] });\nawait run(a, 'Fix the bugs');",
    'an agent from elsewhere': agents + "export const f = (agent) => run(agent, 'Fix the bugs');",
    'a session': agents + "const a = new Agent({ name: 'a', instructions: 'x' });\nexport const f = (session) => run(a, 'Fix the bugs', { session });",
    'a response that continues another': openai + "await client.responses.create({ model, input: 'Fix the bugs', previous_response_id: id });",
    'a system prompt with the material': ai + "await generateText({ model, system: `The code:\\n${code}`, prompt: 'Review the code' });",
    'a long system prompt': ai + `await generateText({ model, system: '${'You work on a parser of invoices. '.repeat(9)}', prompt: 'Fix the bugs' });`,
    'an earlier message': openai + "await client.chat.completions.create({ model, messages: [{ role: 'user', content: code }, { role: 'user', content: 'Fix the bugs' }] });",
    'a history': openai + "export const f = (history) => client.chat.completions.create({ model, messages: [...history, { role: 'user', content: 'Fix the bugs' }] });",
    'an image': anthropic + "await client.messages.create({ model, max_tokens: 9, messages: [{ role: 'user', content: [{ type: 'image', source }, { type: 'text', text: 'Analyze this' }] }] });",
    'a schema': ai + "import { z } from 'zod';\nawait streamText({ model, experimental_output: Output.object({ schema }), prompt: 'Analyze the data' });",
    'a context': agents + "const a = new Agent({ name: 'a', instructions: 'x' });\nawait run(a, 'Fix the bugs', { context: { code } });",
    'a message of the chat': "import { GoogleGenAI } from '@google/genai';\nconst chat = new GoogleGenAI({}).chats.create({ model: 'm' });\nawait chat.sendMessage({ message: 'Fix the bugs' });",
    'the same words elsewhere': "import { generateText } from 'ai';\nexport const label = 'Fix the bugs';",
    'a function of the same name': "import { generateText } from './text.js';\ngenerateText({ prompt: 'Fix the bugs' });",
    'a function that nobody named': task + "await Task('Fix authentication bugs');",
    'a client of a project file that asks nobody': { code: "import { client } from './rows';\nawait client.responses.create({ model: 'm', input: 'Fix the bugs' });", filename: '/app/a.ts' },
    'a single word that is no order': asks("'test'"),
  },

  invalid: {
    'a kind of trouble': { code: task + "await Task('Fix authentication bugs');", ...named, errors: [{ messageId: 'vague', data: { prompt: 'Fix authentication bugs' }, line: 2, column: 12, endColumn: 37 }] },
    'a higher limit by option': { code: task + "await Task('Fix the login errors of new users and their failing tests');", ...named, options: { minWords: 20 }, errors: ['vague'] },
    'bugs': { code: asks("'Fix bugs'"), errors: ['vague'] },
    'the code': { code: asks("'Improve the code.'"), errors: ['vague'] },
    'one word': { code: asks("'Refactor'"), errors: ['vague'] },
    'this': { code: asks("'analyze this'"), errors: ['vague'] },
    'make it better': { code: asks("'Make it better!'"), errors: ['vague'] },
    'politeness': { code: asks("'Please could you review the code and fix all the errors'"), errors: ['vague'] },
    'many words that say nothing': { code: asks("'Find and fix all the possible bugs and performance issues in the code'"), errors: [{ messageId: 'vague', data: { prompt: 'Find and fix all the possible bugs and performance issues...' } }] },
    'a constant, a template, CommonJS': { code: "const { generateText: ask } = require('ai');\nconst prompt = `Clean up the codebase`;\nask({ model, prompt });", language: 'js', filename: 'file.js', sourceType: 'commonjs', errors: [{ messageId: 'vague', line: 2, column: 16 }] },
    'a message': { code: openai + "await client.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: 'Fix the failing tests' }] });", errors: ['vague'] },
    'a message in parts': { code: anthropic + "await client.messages.create({ model: 'm', max_tokens: 9, messages: [{ role: 'user', content: [{ type: 'text', text: 'Debug the code' }] }] });", errors: ['vague'] },
    'a role in the system prompt': { code: ai + "await generateText({ model, system: 'You are a senior engineer.', prompt: 'Review the code' });", errors: ['vague'] },
    'an agent without tools of its own': { code: agents + "const a = new Agent({ name: 'a', instructions: 'You fix code.' });\nawait run(a, 'Fix the bugs');", errors: ['vague'] },
    'an agent that searches by itself': { code: claude + "for await (const m of query({ prompt: 'Optimize performance', options: { maxTurns: 5, cwd: '.' } })) console.log(m);", errors: ['vague'] },
    'a client of a project file': { code: "import { client } from './client';\nawait client.responses.create({ model: 'm', input: 'Fix the bugs' });", filename: '/app/a.ts', errors: ['vague'] },
    'a stream': { code: ai + "export const s = streamText({ model, prompt: 'Summarize the document' });", errors: ['vague'] },
  },
});
