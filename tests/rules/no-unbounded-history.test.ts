import { testRule } from '../helpers/rule-tester.js';
import rule from '../../src/rules/p070-context-window/no-unbounded-history.js';

const js = { language: 'js' } as const;
const cjs = { language: 'js', sourceType: 'commonjs' } as const;

const ai = "import { generateText } from 'ai';\n";
const openai = "import OpenAI from 'openai';\nconst client = new OpenAI();\n";
const ask = "import * as readline from 'node:readline/promises';\nconst terminal = readline.createInterface({ input: process.stdin });\n";

/** A chat on the terminal whose loop has this head; `more` runs in each turn. */
const chat = (head: string, more = '', list = 'const messages = [];') => `${ai}${ask}${list}
async function main() {
  ${head} {
    messages.push({ role: 'user', content: await terminal.question('> ') });
    const { text } = await generateText({ model, messages });
    messages.push({ role: 'assistant', content: text });
    ${more}
  }
}
main();
`;
/** A bot that keeps its conversation in a field; `more` are further members. */
const bot = (more = '', before = '', first = '[]') => `${openai}export class Bot {
  private messages = ${first};
  async reply(text) {
    ${before}
    this.messages.push({ role: 'user', content: text });
    const answer = await client.chat.completions.create({ model: 'gpt-5', messages: this.messages });
    return answer.choices[0].message.content;
  }
  ${more}
}
`;
const server = (list: string, body: string) => `${ai}import express from 'express';\nconst app = express();\n${list}\napp.post('/chat', async (req, res) => {\n${body}\n});\n`;
const toldAll = 'const { text } = await generateText({ model, messages: history }); res.json(text);';

testRule(rule, {
  valid: {
    'three literal turns': `${ai}const messages = [];\nmessages.push({ role: 'user', content: 'A' });\nawait generateText({ model, messages });\nmessages.push({ role: 'user', content: 'B' });\nawait generateText({ model, messages });`,
    'a function called for three literal turns': `${ai}const messages = [];\nasync function say(content) { messages.push({ role: 'user', content }); return generateText({ model, messages }); }\nawait say('A');\nawait say('B');`,
    'a loop with a bound': chat('for (let turn = 0; turn < 5; turn++)'),
    'a while loop that counts': chat('let turn = 0; while (turn++ < 5)'),
    'a list of questions': `${ai}const messages = [];\nfor (const question of ['A', 'B']) { messages.push({ role: 'user', content: question }); await generateText({ model, messages }); }`,
    'a loop of model and tools': `${openai}export async function solve(task) { const messages = [{ role: 'user', content: task }]; while (true) { const answer = await client.chat.completions.create({ model: 'm', messages }); messages.push(answer.choices[0].message); if (!answer.choices[0].message.tool_calls) return; messages.push(await run(answer)); } }`,
    'a person who allows tools': `${ai}const messages = [{ role: 'user', content: 'Tidy up.' }];\nwhile (true) { const { calls } = await generateText({ model, messages }); for (const call of calls) messages.push({ role: 'tool', content: await terminal.question('Run ' + call.name) }); if (calls.length === 0) break; }`,
    'messages of one request': server('', `const history = [...req.body.messages];\nhistory.push({ role: 'user', content: req.body.text });\n${toldAll}`),
    'slice': chat('while (true)', '', 'const all = [];').replaceAll('messages.push', 'all.push').replace('model, messages }', 'model, messages: all.slice(-20) }'),
    'slice on the way': chat('while (true)').replace('model, messages }', 'model, messages: messages.slice(-20) }'),
    'shift': chat('while (true)', 'if (messages.length > 20) messages.shift();'),
    'splice': chat('while (true)', 'messages.splice(0, messages.length - 20);'),
    'length': chat('while (true)', 'if (tooLong) messages.length = 0;'),
    'a check of the length': chat('while (true)', 'if (messages.length >= 40) break;'),
    'a new list': chat('while (true)', 'messages = messages.filter(isRecent);', 'let messages = [];'),
    'a list from elsewhere': chat('while (true)', 'messages = result.messages;', 'let messages = [];'),
    'a function that trims': chat('while (true)', 'trimHistory(messages);'),
    'a function that summarizes': chat('while (true)', 'await summarizeOlder(messages);'),
    'a function that counts tokens': chat('while (true)', 'if (countTokens(messages) > 8000) break;'),
    'a function nobody knows': chat('while (true)', 'await housekeeping(messages);'),
    'a same-file function that cuts': `${chat('while (true)', 'tidy(messages);')}function tidy(list) { while (list.length > 10) list.shift(); }`,
    'a list that is exported': chat('while (true)', '', 'export const messages = [];'),
    'a list that other messages are chosen from': chat('while (true)').replace('model, messages }', 'model, messages: pickRelevant(messages) }'),
    'truncation by the vendor': `${openai}${ask}const input = [];\nwhile (true) { input.push({ role: 'user', content: await terminal.question('> ') }); await client.responses.create({ model: 'gpt-5', input, truncation: 'auto' }); }`,
    'compaction by the vendor': chat('while (true)').replace('model, messages }', 'model, messages, providerOptions: { anthropic: { contextManagement: { edits: [] } } } }'),
    'a field that is cut': bot('', 'if (this.messages.length > 20) this.messages.splice(1, 2);'),
    'a field that is set anew': bot('clear() { this.messages = []; }'),
    'a field that is cut from outside': `${bot().replace('private ', '')}export const fresh = (b) => { b.messages = []; };`,
    'a field that only the constructor fills': `${openai}export class Bot { messages = []; constructor(prompt) { this.messages.push({ role: 'system', content: prompt }); } ask() { return client.chat.completions.create({ model: 'm', messages: this.messages }); } }`,
    'a class for one task': `${bot().replace('export ', '')}await new Bot().reply('A');`,
    'conversations that end': server('const conversations = new Map();', `const history = conversations.get(req.body.id) ?? [];\nhistory.push(req.body);\nconversations.set(req.body.id, history);\nif (req.body.bye) conversations.delete(req.body.id);\n${toldAll}`),
    'conversations that are kept cut': server('const conversations = new Map();', `const history = conversations.get(req.body.id) ?? [];\nhistory.push(req.body);\nconversations.set(req.body.id, history.slice(-10));\n${toldAll}`),
    'a list that no model is told': `${ai}${ask}const log = [];\nwhile (true) { log.push(await terminal.question('> ')); await generateText({ model, prompt: 'Say hi.' }); }`,
    'another generateText': "import { generateText } from './text';\nconst messages = [];\nwhile (true) { messages.push(await question('> ')); await generateText({ messages }); }",
    'a test': { filename: 'chat.test.ts', code: chat('while (true)') },
  },
  invalid: {
    'a chat on the terminal': { code: chat('while (true)'), errors: [{ messageId: 'grows', data: { history: 'messages', call: 'generateText()' }, line: 7, column: 5, endLine: 7, endColumn: 18 }] },
    'a chat that ends by a word': { code: chat('while (text !== "exit")'), errors: ['grows'] },
    'a chat in JavaScript': { ...js, code: chat('for (;;)'), errors: ['grows'] },
    'a chat in CommonJS': {
      ...cjs,
      code: "const OpenAI = require('openai');\nconst client = new OpenAI();\nconst history = [];\nrl.on('line', async (line) => { history.push({ role: 'user', content: line }); await client.chat.completions.create({ model: 'gpt-5', messages: history }); });",
      errors: [{ messageId: 'grows', data: { history: 'history', call: 'client.chat.completions.create()' } }],
    },
    'a renamed import': { code: chat('while (true)').replace('{ generateText }', '{ generateText as tell }').replace('await generateText', 'await tell'), errors: ['grows'] },
    'lines that are read one by one': { code: `${ai}const messages = [];\nfor await (const line of rl) { messages.push({ role: 'user', content: line }); await generateText({ model, messages }); }`, errors: ['grows'] },
    'a question that is asked again': { code: `${ai}const messages = [];\nfunction next() { rl.question('> ', async (content) => { messages.push({ role: 'user', content }); await generateText({ model, messages }); next(); }); }\nnext();`, errors: ['grows'] },
    'a list of the connection': { code: `${ai}wss.on('connection', (socket) => { const messages = []; socket.on('message', async (content) => { messages.push({ role: 'user', content }); await generateText({ model, messages }); }); });`, errors: ['grows'] },
    'a list of the server': { code: server('const history = [];', `history.push({ role: 'user', content: req.body.text });\n${toldAll}`), errors: ['grows'] },
    'a list that is spread': { code: server('let history = [];', `history = [...history, { role: 'user', content: req.body.text }];\nconst messages = [{ role: 'system', content: 'S' }, ...history];\nconst { text } = await generateText({ model, messages }); res.json(text);`), errors: ['grows'] },
    'a list that is concatenated': { code: server('let history = [];', `history = history.concat({ role: 'user', content: req.body.text });\n${toldAll}`), errors: ['grows'] },
    'a list that is written into a text': { code: server('const history = [];', "history.push(req.body.text);\nconst { text } = await generateText({ model, prompt: `So far:\\n${history.join('\\n')}` }); res.json(text);"), errors: ['grows'] },
    'a list per conversation': { code: server('const conversations = new Map();', `const history = conversations.get(req.body.id) ?? [];\nhistory.push(req.body);\nconversations.set(req.body.id, history);\n${toldAll}`), errors: ['grows'] },
    'an object with a list per conversation': { code: server('const conversations = {};', `const { id } = req.body;\nconversations[id] = conversations[id] || [];\nconversations[id].push(req.body);\nconst { text } = await generateText({ model, messages: conversations[id] }); res.json(text);`), errors: ['grows'] },
    'a field': { code: bot(), errors: [{ messageId: 'grows', data: { history: 'this.messages', call: 'client.chat.completions.create()' } }] },
    'a field that the constructor sets': { code: `${openai}export class Bot { constructor() { this.messages = [{ role: 'system', content: 'S' }]; } async reply(content) { this.messages.push({ role: 'user', content }); return client.chat.completions.create({ model: 'm', messages: this.messages }); } }`, errors: ['grows'] },
    'a field that is saved': { code: bot('', 'await saveHistory(this.messages); console.log(this.messages.length);'), errors: ['grows'] },
    'a closure': { code: `${ai}export function createChat() { const messages = []; return { async send(content) { messages.push({ role: 'user', content }); return generateText({ model, messages }); } }; }`, errors: ['grows'] },
    'a wrapper of the request': { code: `${server('const history = [];', 'history.push(req.body);\nres.json(await complete(history));')}async function complete(messages) { return generateText({ model, messages }); }`, errors: ['grows'] },
    'one report for a list': { code: server('const history = [];', `history.push(req.body);\nawait generateText({ model, messages: history });\n${toldAll}\nhistory.push(text);`), errors: ['grows'] },
    'a list of an agent': { code: `import { Agent, run } from '@openai/agents';\n${ask}const agent = new Agent({ name: 'a' });\nconst history = [];\nwhile (true) { history.push({ role: 'user', content: await terminal.question('> ') }); const result = await run(agent, history); history.push(...result.newItems); }`, errors: ['grows'] },
  },
});
