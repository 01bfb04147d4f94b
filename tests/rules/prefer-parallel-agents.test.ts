import dedent from 'dedent';
import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/p066-agent-orchestration/prefer-parallel-agents.js';
import { testRule, type ExpectedSuggestion } from '../helpers/rule-tester.js';

/** A project in memory: `/app`, whose dependencies `/app/limited` extends by a limiter. */
const files: Record<string, string> = {
  '/app/llm.ts': `import OpenAI from 'openai';
    const openai = new OpenAI();
    export async function ask(prompt: string, model = 'm') { const r = await openai.chat.completions.create({ model, messages: [{ role: 'user', content: prompt }] }); return r.choices[0].message.content; }
    const log: string[] = [];
    export async function chat(prompt: string) { log.push(prompt); const r = await openai.responses.create({ model: 'm', input: log.join() }); log.push(r.output_text); return r.output_text; }
    export async function debate(prompt: string) { const a = await openai.responses.create({ model: 'm', input: prompt }); const b = await openai.responses.create({ model: 'n', input: a.output_text }); return b; }
    export async function notify(prompt: string) { await openai.responses.create({ model: 'm', input: prompt }); }`,
};
setHost({
  resolve: (specifier, from) => (specifier === './llm' && from.startsWith('/app/') ? '/app/llm.ts' : undefined),
  read: (file) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
  manifest: (file) => (file.startsWith('/app/') ? { directory: '/app', dependencies: { openai: '^5.0.0', ...(file.startsWith('/app/limited') ? { 'p-limit': '^6.0.0' } : {}) } } : undefined),
});

const ai = "import { generateText } from 'ai';\n";
const openai = "import OpenAI from 'openai';\nconst openai = new OpenAI();\n";
const agents = "import { Agent, run } from '@openai/agents';\nconst a = new Agent({ name: 'a', instructions: 'x' });\nconst b = new Agent({ name: 'b', instructions: 'y' });\n";
const js = { language: 'js', filename: 'file.js' } as const;
const cjs = { language: 'js', filename: 'file.js', sourceType: 'commonjs' } as const;
const f = (body: string) => `export async function f(input, items, res) {\n${body}\n}`;
const together = (output: string): ExpectedSuggestion[] => [{ messageId: 'together', output }];

testRule(rule, {
  valid: {
    'a single call': ai + f("return await generateText({ prompt: 'a' });"),
    'calls that run together already': ai + f("const [a, b] = await Promise.all([generateText({ prompt: 'a' }), generateText({ prompt: 'b' })]); return [a, b];"),
    'a chain of prompts': ai + f("const a = await generateText({ prompt: 'a' }); const b = await generateText({ prompt: `b ${a.text}` }); return b;"),
    'a chain through a constant': ai + f("const { text } = await generateText({ prompt: 'a' }); const prompt = `b ${text.trim()}`; const b = await generateText({ prompt }); return b;"),
    'a chain through a closure': ai + f("let draft; const critique = () => `review ${draft}`; draft = (await generateText({ prompt: 'a' })).text; const b = await generateText({ prompt: critique() }); return b;"),
    'a check between': ai + f("const a = await generateText({ prompt: 'a' }); if (a.text === 'no') return; const b = await generateText({ prompt: 'b' }); return b;"),
    'branches': ai + f("if (input) { const a = await generateText({ prompt: 'a' }); return a; } else { const b = await generateText({ prompt: 'b' }); return b; }"),
    'a try of its own': ai + f("const a = await generateText({ prompt: 'a' }); try { const b = await generateText({ prompt: 'b' }); return [a, b]; } catch { return a; }"),
    'a history that grows between': openai + f("const a = await openai.chat.completions.create({ model: 'm', messages: items }); items.push(a.choices[0].message); const b = await openai.chat.completions.create({ model: 'm', messages: items }); return b;"),
    'a session': agents + f("const session = input.session; const x = await run(a, 'remember this', { session }); const y = await run(b, 'what was it?', { session }); return [x, y];"),
    'a thread id in nested options': "import { ChatOpenAI } from '@langchain/openai';\nconst model = new ChatOpenAI({ model: 'm' });\n" + f("const x = await model.invoke('a', { configurable: { thread_id: '1' } }); const y = await model.invoke('b', { configurable: { thread_id: '1' } }); return [x, y];"),
    'options that may name a session': agents + f("const x = await run(a, 'q', input); const y = await run(b, 'r', input); return [x, y];"),
    'a response that continues another': openai + f("const x = await openai.responses.create({ model: 'm', input: 'a' }); const y = await openai.responses.create({ model: 'm', input: 'b', previous_response_id: x.id }); return y;"),
    'a chat': "import { GoogleGenAI } from '@google/genai';\nconst chat = new GoogleGenAI({}).chats.create({ model: 'm' });\n" + f("const x = await chat.sendMessage({ message: 'a' }); const y = await chat.sendMessage({ message: 'b' }); return [x, y];"),
    'an agent with a memory': "import { Agent } from '@mastra/core/agent';\nconst a = new Agent({ name: 'a', memory: store() });\n" + f("const x = await a.generate('a'); const y = await a.generate('b'); return [x, y];"),
    'runs of one thread': openai + f("const x = await openai.beta.threads.runs.createAndPoll(input.thread, { assistant_id: 'a' }); const y = await openai.beta.threads.runs.createAndPoll(input.thread, { assistant_id: 'b' }); return [x, y];"),
    'work whose results nobody takes': agents + f("await run(a, 'create the schema'); await run(b, 'write the tests');"),
    'a sleep between': ai + f("const a = await generateText({ prompt: 'a' }); await sleep(1000); const b = await generateText({ prompt: 'b' }); return [a, b];"),
    'output in between': ai + f("const a = await generateText({ prompt: 'a' }); console.log(a.text); const b = await generateText({ prompt: 'b' }); console.log(b.text);"),
    'a measurement': ai + f("const a = await generateText({ prompt: 'a' }); const end = Date.now(); const b = await generateText({ prompt: 'b' }); return [a, b, end];"),
    'callbacks that tell of progress': ai + f("const a = await generateText({ prompt: 'a', onStepFinish: (s) => input(s) }); const b = await generateText({ prompt: 'b', onStepFinish: (s) => input(s) }); return [a, b];"),
    'streams': openai + f("const a = await openai.chat.completions.create({ model: 'm', messages: items, stream: true }); const b = await openai.chat.completions.create({ model: 'm', messages: items, stream: true }); return [a, b];"),
    'streaming functions': "import { streamText } from 'ai';\n" + f("const a = await streamText({ prompt: 'a' }); const b = await streamText({ prompt: 'b' }); return [a, b];"),
    'a comment that says why': ai + f("// One at a time: the free tier allows no more.\nconst a = await generateText({ prompt: 'a' });\nconst b = await generateText({ prompt: 'b' });\nreturn [a, b];"),
    'functions of the same name from elsewhere': "import { generateText } from './text';\n" + f("const a = await generateText({ prompt: 'a' }); const b = await generateText({ prompt: 'b' }); return [a, b];"),
    'methods of the same name': f("const a = await input.chat.completions.create({ messages: [] }); const b = await input.chat.completions.create({ messages: [] }); return [a, b];") + "\nimport 'openai';",
    'embeddings, which take a list': "import { embed } from 'ai';\n" + f("const a = await embed({ value: 'a' }); const b = await embed({ value: 'b' }); return [a, b];"),
    'an agent of the settings made here': { code: 'import { Researcher } from "./r";\n' + f("const r = new Researcher(); const x = await r.research('a'); const y = await r.research('b'); return [x, y];"), settings: { agents: ['research'] } },
    'a wrapper that writes a history': openai + "const log = [];\nasync function ask(q) { log.push(q); const r = await openai.responses.create({ model: 'm', input: log }); return r; }\n" + f('const x = await ask(1); const y = await ask(2); return [x, y];'),
    'a wrapper that asks twice': openai + "async function ask(q) { const r = await openai.responses.create({ model: 'm', input: q }); return openai.responses.create({ model: 'm', input: r.output_text }); }\n" + f('const x = await ask(1); const y = await ask(2); return [x, y];'),
    'a wrapper that writes a stream': openai + "async function ask(q, res) { const r = await openai.responses.create({ model: 'm', input: q }); res.write(r.output_text); return r; }\n" + f('const x = await ask(1, res); const y = await ask(2, res); return [x, y];'),
    'a wrapper with its own session': agents + "const session = open();\nconst ask = (q) => run(a, q, { session });\n" + f('const x = await ask(1); const y = await ask(2); return [x, y];'),
    'imported functions that are no thin wrappers': { code: "import { chat, debate, notify } from './llm';\n" + f('const a = await chat(1); const b = await chat(2); const c = await debate(1); const d = await debate(2); const e = await notify(1); const g = await notify(2); return [a, b, c, d, e, g];'), filename: '/app/file.ts' },
    'imported wrappers with cross-file reading off': { code: "import { ask } from './llm';\n" + f("const a = await ask('a'); const b = await ask('b'); return [a, b];"), filename: '/app/file.ts', settings: { crossFile: false } },
    'other awaits': f('const a = await load(1); const b = await load(2); return [a, b];'),
    'reads, without the option': "import axios from 'axios';\n" + f("const a = await axios.get('/a'); const b = await axios.get('/b'); return [a, b];"),
    'writes, with the option': { code: "import axios from 'axios';\n" + f("const a = await axios.post('/a'); const b = await axios.post('/b'); return [a, b];"), options: { calls: 'external' } },
    'reads of one transaction': { code: "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n" + f('await prisma.$transaction(async (tx) => { const a = await tx.user.findMany(); const b = await tx.post.findMany(); return [a, b]; });'), options: { calls: 'external' } },
    'calls with side effects by their names, with the option': { code: f("const a = await save(1); const b = await save(2); const c = await sleep(1); return [a, b, c];"), options: { calls: 'all' } },
    'fewer than the option asks': { code: ai + f("const a = await generateText({ prompt: 'a' }); const b = await generateText({ prompt: 'b' }); return [a, b];"), options: { minCalls: 3 } },
    'a test file': { code: ai + f("const a = await generateText({ prompt: 'a' }); const b = await generateText({ prompt: 'b' }); return [a, b];"), filename: 'agents.test.ts' },

    // Found by random programs.
    'a list that one call is given and the next one\'s arguments change': ai + f("const messages = []; const a = await generateText({ messages }); const b = await generateText({ prompt: 'b', n: messages.push('c') }); return [a, b];"),
    'the same list by another name': ai + f("const messages = []; const box = { messages }; const a = await generateText({ messages: box.messages }); const b = await generateText({ prompt: [messages.pop()] }); return [a, b];"),
    'a list that a function of the file changes': ai + "const notes = [];\nfunction note(x) { notes.push(x); return x; }\n" + f("const a = await generateText({ messages: notes }); const b = await generateText({ prompt: note('b') }); return [a, b];"),
    'a list that a function of the file has put into another one': ai + "const notes = [];\nfunction note(x) { notes.push(x); }\n" + f("const list = []; note(list); const a = await generateText({ messages: notes }); const b = await generateText({ prompt: list.push('b') }); return [a, b];"),
    'a list that a wrapper reads and the next arguments change': ai + "const notes = [];\nconst ask = (q) => generateText({ prompt: [q, notes] });\n" + f("const a = await ask('a'); const b = await ask(notes.push('b')); return [a, b];"),
    'a default that reads what the next arguments change': ai + f("let n = 0; const { usage = n } = await generateText({ prompt: 'a' }); const b = await generateText({ prompt: n++ }); return [usage, b];"),
    'a default with an effect': ai + f("const { usage = input.count() } = await generateText({ prompt: 'a' }); const b = await generateText({ prompt: input.n }); return [usage, b];"),
    'a place that is found before the call': ai + f("let i = 0; items[i++] = await generateText({ prompt: i }); items[i++] = await generateText({ prompt: i }); return items;"),
    'a field read under another name': ai + f("const state = {}; const same = state; state.a = await generateText({ prompt: 'a' }); const b = await generateText({ prompt: same.a }); return [state, b];"),
    'a handler that adds to what the next call reads': ai + f("const log = []; const a = await generateText({ prompt: 'a' }).then((r) => { log.push(r.text); return r; }); const b = await generateText({ prompt: log }); return [a, b];"),
    'a handler that calls what changes': ai + f("const log = []; const keep = (r) => { log.push(r); return r; }; const a = await generateText({ prompt: 'a' }).then(keep); const b = await generateText({ prompt: 'b' }).then(keep); return [a, b, log];"),
    'a wrapper whose helper keeps a history': ai + "const log = [];\nfunction remember(q) { log.push(q); }\nasync function ask(q) { remember(q); return generateText({ prompt: log }); }\n" + f('const a = await ask(1); const b = await ask(2); return [a, b];'),
    'a wrapper that turns its argument round': ai + "const ask = (list) => { list.reverse(); return generateText({ prompt: list }); };\n" + f('const a = await ask(items); const b = await ask(items); return [a, b];'),
    'a function of the settings that keeps a history here': { code: 'const log = [];\nasync function runAgent(q) { log.push(q); return call(log); }\n' + f('const a = await runAgent(1); const b = await runAgent(2); return [a, b];'), settings: { agents: ['runAgent'] } },
    'a session by another name': agents + f("const session = input.session; const same = session; const x = await run(a, 'q', { session }); const y = await run(b, 'r', { session: same }); return [x, y];"),
    'a change among the arguments of what a session may hold': agents + f("const z = await run(a, input, { session: items.session }); if (!z) return; const x = await run(a, 'q', { session: items.session }); const y = await run(b, input.n++); return [x, y, z];"),
    'options spread that may name a session': agents + f("const x = await run(a, 'q', input); const y = await run(b, 'r', { ...input }); return [x, y];"),
    'a chat by another name': "import { GoogleGenAI } from '@google/genai';\nconst chat = new GoogleGenAI({}).chats.create({ model: 'm' });\nconst same = chat;\n" + f("const x = await chat.sendMessage({ message: 'a' }); const y = await same.sendMessage({ message: 'b' }); return [x, y];"),
    'a loop that moves its index on': ai + f("const out = []; for (let i = 0; i < items.length; i++) { const r = await generateText({ prompt: items[i] }); out.push(r); if (!items[i]) i++; } return out;"),
    'a loop that starts later': ai + f("const out = []; for (let i = 1; i < items.length; i++) { const r = await generateText({ prompt: items[i] }); out.push(r); } return out;"),
    'a loop with a second variable': ai + f("const out = []; for (let i = 0, j = 5; i < items.length; i++) { const r = await generateText({ prompt: items[i] + j }); out.push(r); } return out;"),
    'a loop that adds through another name to what it reads': ai + f("const log = input.log; for (const x of items) { const all = log; const r = await generateText({ prompt: [x, log] }); all.push(r); } return log;"),
    'a loop that calls what changes': ai + "const notes = [];\nconst note = (x) => { notes.push(x); };\n" + f("for (const x of items) { const r = await generateText({ prompt: x }); note(r); } return notes;"),
    'a loop whose place for results depends on how many there are': ai + f("let n = 0; for (const x of items) { const r = await generateText({ prompt: x }); input[n++] = r; } return input;"),
    'a loop whose arguments change something': ai + f("const out = []; for (const x of items) { const r = await generateText({ prompt: x, n: input.push(x) }); out.push(r); } return out;"),

    'a loop that carries its answer': ai + f("let text = ''; for (const x of items) { const r = await generateText({ prompt: `${text} ${x}` }); text = r.text; } return text;"),
    'a loop that keeps a history': openai + f("const messages = []; for (const x of items) { messages.push({ role: 'user', content: x }); const r = await openai.chat.completions.create({ model: 'm', messages }); messages.push(r.choices[0].message); } return messages;"),
    'a loop that stops at the first answer': ai + f("for (const x of items) { const r = await generateText({ prompt: x }); if (r.text) return r.text; }"),
    'attempts': ai + f("for (let i = 0; i < 3; i++) { try { return await generateText({ prompt: input }); } catch {} }"),
    'a loop with a pause': ai + f("const out = []; for (const x of items) { const r = await generateText({ prompt: x }); out.push(r); await new Promise((done) => setTimeout(done, 100)); } return out;"),
    'a loop that runs groups': ai + f("const out = []; for (let i = 0; i < items.length; i += 5) { out.push(...(await Promise.all(items.slice(i, i + 5).map((x) => generateText({ prompt: x }))))); } return out;"),
    'a loop that prints answers': ai + f("for (const x of items) { const r = await generateText({ prompt: x }); console.log(x, r.text); }"),
    'a loop that streams answers': ai + f("for (const x of items) { const r = await generateText({ prompt: x }); const line = `${r.text}\\n`; res.write(line); }"),
    'a loop that measures': ai + f("const out = []; for (const x of items) { const start = Date.now(); const r = await generateText({ prompt: x }); out.push([r, Date.now() - start]); } return out;"),
    'a loop of one session': agents + f("const session = input.session; const out = []; for (const x of items) { const r = await run(a, x, { session }); out.push(r); } return out;"),
    'a loop whose history an object keeps': openai + f("const out = []; for (const x of items) { input.add(x); const r = await openai.chat.completions.create({ model: 'm', messages: input.messages() }); out.push(r); } return out;"),
    'a loop that asks the same again': ai + f("const out = []; for (const x of items) { const r = await generateText({ prompt: input }); out.push(r); } return out;"),
    'a loop with a comment that says why': ai + f("const out = [];\n// sequential, to stay below the rate limit\nfor (const x of items) { const r = await generateText({ prompt: x }); out.push(r); }\nreturn out;"),
    'a loop of work whose results nobody takes': agents + f("for (const x of items) { await run(a, x); }"),
    'a conversation with a person': ai + f("while (true) { const q = await input.question(); const r = await generateText({ prompt: q }); res.write(r.text); }"),
  },

  invalid: {
    'two calls': {
      code: dedent`
        import { generateText } from 'ai';

        export async function report(topic: string) {
          const facts = await generateText({ model, prompt: \`Facts on \${topic}\` });
          const history = await generateText({ model, prompt: \`History of \${topic}\` });
          return facts.text + history.text;
        }
      `,
      errors: [{ messageId: 'sequential', data: { later: 'generateText()', earlier: 'generateText()', count: 2 }, line: 5, column: 25, endColumn: 37 }],
      output: dedent`
        import { generateText } from 'ai';

        export async function report(topic: string) {
          const [facts, history] = await Promise.all([
            generateText({ model, prompt: \`Facts on \${topic}\` }),
            generateText({ model, prompt: \`History of \${topic}\` }),
          ]);
          return facts.text + history.text;
        }
      `,
    },
    'CommonJS, patterns, comments and a call over lines': {
      code: dedent`
        const { generateObject, generateText: ask } = require('ai')

        exports.review = async (code) => {
          // what is wrong
          const { object } = await generateObject({
            prompt: code,
          })

          // what to say
          const { text } = await ask({ prompt: 'greet' })
          return { object, text }
        }
      `,
      ...cjs,
      errors: [{ messageId: 'sequential', data: { later: 'ask()', earlier: 'generateObject()', count: 2 } }],
      output: dedent`
        const { generateObject, generateText: ask } = require('ai')

        exports.review = async (code) => {
          const [{ object }, { text }] = await Promise.all([
            // what is wrong
            generateObject({
              prompt: code,
            }),
            // what to say
            ask({ prompt: 'greet' }),
          ])
          return { object, text }
        }
      `,
    },
    'types, let and assignments': {
      code: openai + f("let a: R = await openai.responses.create({ model: 'm', input });\nlet b: R = await openai.responses.create({ model: 'n', input });\nitems.a = await openai.responses.create({ model: 'm', input: '1' });\nitems.b = await openai.responses.create({ model: 'm', input: '2' });\nreturn [a, b];"),
      errors: ['sequential'],
    },
    'assignments': {
      code: openai + f("let a, b;\na = await openai.responses.create({ model: 'm' });\nb = await openai.responses.create({ model: 'n' });\nreturn [a, b];"),
      ...js,
      errors: ['sequential'],
      output: openai + f("let a, b;\n[a, b] = await Promise.all([\n  openai.responses.create({ model: 'm' }),\n  openai.responses.create({ model: 'n' }),\n]);\nreturn [a, b];"),
    },
    'type annotations': {
      code: openai + f("const a: R = await openai.responses.create({ input: 1 });\nconst b: S = await openai.responses.create({ input: 2 });\nreturn [a, b];"),
      errors: ['sequential'],
      output: openai + f("const [a, b]: [R, S] = await Promise.all([\n  openai.responses.create({ input: 1 }),\n  openai.responses.create({ input: 2 }),\n]);\nreturn [a, b];"),
    },
    'three calls, two of which need each other': {
      code: ai + f("const a = await generateText({ prompt: 'a' });\nconst b = await generateText({ prompt: a.text });\nconst c = await generateText({ prompt: 'c' });\nreturn [b, c];"),
      errors: [{ messageId: 'sequential', data: { later: 'generateText()', earlier: 'generateText()', count: 2 }, line: 5 }],
      output: ai + f("const a = await generateText({ prompt: 'a' });\nconst [b, c] = await Promise.all([\n  generateText({ prompt: a.text }),\n  generateText({ prompt: 'c' }),\n]);\nreturn [b, c];"),
    },
    'agents of the same SDK': {
      code: agents + f("const x = await run(a, input);\nconst y = await run(b, input);\nreturn [x, y];"),
      ...js,
      errors: ['sequential'],
      output: agents + f("const [x, y] = await Promise.all([run(a, input), run(b, input)]);\nreturn [x, y];"),
    },
    'agents with sessions of their own: a suggestion': {
      code: agents + f("const x = await run(a, 'q', { session: input.one });\nconst y = await run(b, 'r', { session: input.two });\nreturn [x, y];"),
      ...js,
      errors: [{ messageId: 'sequential', suggestions: together(agents + f("const [x, y] = await Promise.all([\n  run(a, 'q', { session: input.one }),\n  run(b, 'r', { session: input.two }),\n]);\nreturn [x, y];")) }],
    },
    'an agent with a session before one without': {
      code: agents + f("const x = await run(a, 'q', { session: input.one });\nconst y = await run(b, 'r');\nreturn [x, y];"),
      ...js,
      errors: ['sequential'],
      output: agents + f("const [x, y] = await Promise.all([\n  run(a, 'q', { session: input.one }),\n  run(b, 'r'),\n]);\nreturn [x, y];"),
    },
    'agents with tools: a suggestion': {
      code: "import { Agent, run } from '@openai/agents';\nconst a = new Agent({ tools: [write] });\n" + f("const x = await run(a, 'q');\nconst y = await run(a, 'r');\nreturn [x, y];"),
      ...js,
      errors: [{ messageId: 'sequential', suggestions: together("import { Agent, run } from '@openai/agents';\nconst a = new Agent({ tools: [write] });\n" + f("const [x, y] = await Promise.all([run(a, 'q'), run(a, 'r')]);\nreturn [x, y];")) }],
    },
    'a result nobody reads: a suggestion': {
      code: ai + f("const a = await generateText({ prompt: 'a' });\nconst b = await generateText({ prompt: 'b' });\nreturn a;"),
      errors: [{ messageId: 'sequential', suggestions: together(ai + f("const [a, b] = await Promise.all([\n  generateText({ prompt: 'a' }),\n  generateText({ prompt: 'b' }),\n]);\nreturn a;")) }],
    },
    'a change among the arguments of a later call: a suggestion': {
      code: ai + f("let n = 0;\nconst a = await generateText({ p: n++ });\nconst b = await generateText({ p: n++ });\nreturn [a, b];"),
      errors: [{ messageId: 'sequential', suggestions: together(ai + f("let n = 0;\nconst [a, b] = await Promise.all([\n  generateText({ p: n++ }),\n  generateText({ p: n++ }),\n]);\nreturn [a, b];")) }],
    },
    'a change among the arguments of the first call': {
      code: ai + f("let n = 0;\nconst a = await generateText({ p: n++ });\nconst b = await generateText({ p: n });\nreturn [a, b];"),
      errors: ['sequential'],
      output: ai + f("let n = 0;\nconst [a, b] = await Promise.all([\n  generateText({ p: n++ }),\n  generateText({ p: n }),\n]);\nreturn [a, b];"),
    },
    'assignments that a catch may see half done: a suggestion': {
      code: ai + f("let a, b;\ntry {\n  a = await generateText({ p: 1 });\n  b = await generateText({ p: 2 });\n} catch {}\nreturn [a, b];"),
      errors: [{ messageId: 'sequential', suggestions: together(ai + f("let a, b;\ntry {\n  [a, b] = await Promise.all([generateText({ p: 1 }), generateText({ p: 2 })]);\n} catch {}\nreturn [a, b];")) }],
    },
    'assignments to variables of the module: a suggestion': {
      code: `${ai}let a, b;\n${f("a = await generateText({ p: 1 });\nb = await generateText({ p: 2 });\nreturn [a, b];")}`,
      ...js,
      errors: [{ messageId: 'sequential', suggestions: together(`${ai}let a, b;\n${f("[a, b] = await Promise.all([generateText({ p: 1 }), generateText({ p: 2 })]);\nreturn [a, b];")}`) }],
    },
    'fields of different objects: a suggestion': {
      code: ai + f("input.a = await generateText({ p: 1 });\nitems.b = await generateText({ p: 2 });"),
      errors: [{ messageId: 'sequential', suggestions: together(ai + f("[input.a, items.b] = await Promise.all([\n  generateText({ p: 1 }),\n  generateText({ p: 2 }),\n]);")) }],
    },
    'assignments below a statement without a semicolon': {
      code: ai + f("let a, b\nif (!input) return [items]\na = await generateText({ p: 1 })\nb = await generateText({ p: 2 })\nreturn [a, b]"),
      ...js,
      errors: ['sequential'],
      output: ai + f("let a, b\nif (!input) return [items]\n;[a, b] = await Promise.all([generateText({ p: 1 }), generateText({ p: 2 })])\nreturn [a, b]"),
    },
    'assignments whose semicolon stands in front': {
      code: ai + f("let a, b = 1\n;({ text: a } = await generateText({ p: 1 }))\n// then\nitems.b = await generateText({ p: 2 })\nreturn [a, b]"),
      ...js,
      errors: [{ messageId: 'sequential', suggestions: together(ai + f("let a, b = 1\n;[{ text: a }, items.b] = await Promise.all([\n  generateText({ p: 1 }),\n  // then\n  generateText({ p: 2 }),\n])\nreturn [a, b]")) }],
    },
    'declarations in a try': {
      code: ai + f("try {\n  const a = await generateText({ p: 1 });\n  const b = await generateText({ p: 2 });\n  return [a, b];\n} catch {}"),
      errors: ['sequential'],
      output: ai + f("try {\n  const [a, b] = await Promise.all([\n    generateText({ p: 1 }),\n    generateText({ p: 2 }),\n  ]);\n  return [a, b];\n} catch {}"),
    },
    'constants and log lines between: a message only': {
      code: ai + f("const a = await generateText({ prompt: 'a' });\nconst text = a.text.trim();\nconsole.log('next');\nconst prompt = `b ${input}`;\nconst b = await generateText({ prompt });\nreturn [text, b];"),
      errors: ['sequential'],
    },
    'parts of the answers: a message only': {
      code: ai + f("const a = (await generateText({ prompt: 'a' })).text;\nconst b = (await generateText({ prompt: 'b' })).text;\nreturn [a, b];"),
      errors: ['sequential'],
    },
    'const beside let: a message only': {
      code: ai + f("const a = await generateText({ prompt: 'a' });\nlet b = await generateText({ prompt: 'b' });\nreturn [a, b];"),
      errors: ['sequential'],
    },
    'a client passed on, in a class and in a switch': {
      code: "import type OpenAI from 'openai';\nexport class A {\n  constructor(private readonly openai: OpenAI) {}\n  async f(x: string) {\n    switch (x) {\n      case 'a': {\n        const a = await this.openai.responses.create({ input: 1 });\n        const b = await this.openai.responses.create({ input: 2 });\n        return [a, b];\n      }\n    }\n  }\n}\n",
      errors: ['sequential'],
      output: "import type OpenAI from 'openai';\nexport class A {\n  constructor(private readonly openai: OpenAI) {}\n  async f(x: string) {\n    switch (x) {\n      case 'a': {\n        const [a, b] = await Promise.all([\n          this.openai.responses.create({ input: 1 }),\n          this.openai.responses.create({ input: 2 }),\n        ]);\n        return [a, b];\n      }\n    }\n  }\n}\n",
    },
    'a wrapper of the file': {
      code: openai + "async function ask(q) {\n  console.info(q);\n  const r = await openai.responses.create({ model: 'm', input: q });\n  return r.output_text;\n}\n" + f("const x = await ask('a');\nconst y = await ask('b').catch(() => null);\nreturn [x, y];"),
      ...js,
      errors: [{ messageId: 'sequential', data: { later: 'ask().catch()', earlier: 'ask()', count: 2 } }],
      output: openai + "async function ask(q) {\n  console.info(q);\n  const r = await openai.responses.create({ model: 'm', input: q });\n  return r.output_text;\n}\n" + f("const [x, y] = await Promise.all([ask('a'), ask('b').catch(() => null)]);\nreturn [x, y];"),
    },
    'a wrapper of another file': {
      code: "import { ask } from './llm';\n" + f("const x = await ask('a');\nconst y = await ask('b', 'small');\nreturn [x, y];"),
      filename: '/app/file.ts',
      errors: ['sequential'],
      output: "import { ask } from './llm';\n" + f("const [x, y] = await Promise.all([ask('a'), ask('b', 'small')]);\nreturn [x, y];"),
    },
    'a wrapper of another file through its namespace': {
      code: "import * as llm from './llm';\n" + f("const x = await llm.ask('a');\nconst y = await llm.ask('b');\nreturn [x, y];"),
      filename: '/app/file.ts',
      errors: ['sequential'],
      output: "import * as llm from './llm';\n" + f("const [x, y] = await Promise.all([llm.ask('a'), llm.ask('b')]);\nreturn [x, y];"),
    },
    'functions of the settings': {
      code: f("const x = await Task('a');\nconst y = await team.runAgent('b');\nreturn [x, y];"),
      settings: { agents: ['Task', '/\\.run\\w+$/'] },
      errors: ['sequential'],
      output: f("const [x, y] = await Promise.all([Task('a'), team.runAgent('b')]);\nreturn [x, y];"),
    },
    'functions of the settings whose results nobody takes: a suggestion': {
      code: f("await Task('search files');\nawait Task('analyze data');"),
      settings: { agents: ['Task'] },
      errors: [{ messageId: 'sequential', suggestions: together(f("await Promise.all([Task('search files'), Task('analyze data')]);")) }],
    },
    'module level': {
      code: `${ai}const a = await generateText({ prompt: 'a' });\nconst b = await generateText({ prompt: 'b' });\nexport { a, b };\n`,
      errors: ['sequential'],
      output: `${ai}const [a, b] = await Promise.all([\n  generateText({ prompt: 'a' }),\n  generateText({ prompt: 'b' }),\n]);\nexport { a, b };\n`,
    },
    'the option minCalls': {
      code: ai + f("const a = await generateText({ p: 1 });\nconst b = await generateText({ p: 2 });\nconst c = await generateText({ p: 3 });\nreturn [a, b, c];"),
      options: { minCalls: 3 },
      errors: [{ messageId: 'sequential', data: { later: 'generateText()', earlier: 'generateText()', count: 3 } }],
      output: ai + f("const [a, b, c] = await Promise.all([\n  generateText({ p: 1 }),\n  generateText({ p: 2 }),\n  generateText({ p: 3 }),\n]);\nreturn [a, b, c];"),
    },
    'the option calls: external': {
      code: "import axios from 'axios';\n" + f("const a = await axios.get('/a');\nconst b = await fetch('/b', { method: 'GET' });\nreturn [a, b];"),
      ...js,
      options: { calls: 'external' },
      errors: ['sequential'],
      output: "import axios from 'axios';\n" + f("const [a, b] = await Promise.all([\n  axios.get('/a'),\n  fetch('/b', { method: 'GET' }),\n]);\nreturn [a, b];"),
    },
    'the option calls: all': {
      code: f('const a = await load(1);\nconst b = await input.find(2);\nreturn [a, b];'),
      ...js,
      options: { calls: 'all' },
      errors: [{ messageId: 'sequential', suggestions: together(f('const [a, b] = await Promise.all([load(1), input.find(2)]);\nreturn [a, b];')) }],
    },

    'a loop that collects answers': {
      code: dedent`
        import { generateText } from 'ai';

        export async function summarize(articles: string[]) {
          const summaries: string[] = [];
          for (const article of articles) {
            const { text } = await generateText({ model, prompt: article });
            summaries.push(text);
          }
          return summaries;
        }
      `,
      errors: [{
        messageId: 'loop',
        data: { call: 'generateText()' },
        line: 6,
        suggestions: together(dedent`
          import { generateText } from 'ai';

          export async function summarize(articles: string[]) {
            const summaries: string[] = [];
            summaries.push(...(await Promise.all(articles.map(async (article) => {
              const { text } = await generateText({ model, prompt: article });
              return text;
            }))));
            return summaries;
          }
        `),
      }],
    },
    'a loop over something that may be no array, with continue': {
      code: ai + f('for (const [key, item] of items) {\n  if (!item) continue;\n  item.summary = (await generateText({ prompt: key })).text;\n}'),
      ...js,
      errors: [{ messageId: 'loop', suggestions: together(ai + f('await Promise.all([...items].map(async ([key, item]) => {\n  if (!item) return;\n  item.summary = (await generateText({ prompt: key })).text;\n}));')) }],
    },
    'a loop that fills a map': {
      code: ai + f('const found = new Map();\nfor (const x of items) {\n  const r = await generateText({ prompt: x });\n  found.set(x, r);\n}\nreturn found;'),
      errors: [{ messageId: 'loop', suggestions: together(ai + f('const found = new Map();\nfor (const [key, value] of await Promise.all([...items].map(async (x) => {\n  const r = await generateText({ prompt: x });\n  return [x, r] as const;\n}))) found.set(key, value);\nreturn found;')) }],
    },
    'a loop that fills a set, with counters': {
      code: ai + f('const found = new Set();\nlet n = 0;\nfor (const value of items) {\n  n++;\n  const r = await generateText({ prompt: value });\n  found.add(r);\n}\nreturn [n, found];'),
      ...js,
      errors: [{ messageId: 'loop', suggestions: together(ai + f('const found = new Set();\nlet n = 0;\nfor (const eachValue of await Promise.all([...items].map(async (value) => {\n  n++;\n  const r = await generateText({ prompt: value });\n  return r;\n}))) found.add(eachValue);\nreturn [n, found];')) }],
    },
    'a loop around another one with continue': {
      code: ai + f('for (const x of items) {\n  const parts = [];\n  for (const y of x) {\n    if (!y) continue;\n    parts.push(y);\n  }\n  if (!parts.length) continue;\n  x.text = await generateText({ prompt: [x.id, parts] });\n}'),
      ...js,
      errors: [{ messageId: 'loop', suggestions: together(ai + f('await Promise.all([...items].map(async (x) => {\n  const parts = [];\n  for (const y of x) {\n    if (!y) continue;\n    parts.push(y);\n  }\n  if (!parts.length) return;\n  x.text = await generateText({ prompt: [x.id, parts] });\n}));')) }],
    },
    'a loop whose list of results depends on the element: a message only': {
      code: ai + f('for (const x of items) {\n  const r = await generateText({ prompt: x });\n  input[x.kind].push(r);\n}'),
      errors: ['loop'],
    },
    'a loop with two lists of results: a message only': {
      code: ai + f('const out = [], found = new Map();\nfor (const x of items) {\n  const r = await generateText({ prompt: x });\n  out.push(r);\n  found.set(x, r);\n}'),
      errors: ['loop'],
    },
    'a loop that hands results to somebody: a message only': {
      code: ai + f('for (const x of items) {\n  const r = await generateText({ prompt: x });\n  input.accept(r);\n}'),
      errors: ['loop'],
    },
    'a loop by index': {
      code: ai + f('const out = {};\nfor (let i = 0; i < items.length; i++) {\n  out[i] = await generateText({ prompt: items[i] });\n}\nreturn out;'),
      ...js,
      errors: [{ messageId: 'loop', suggestions: together(ai + f('const out = {};\nawait Promise.all(Array.from(items, async (_, i) => {\n  out[i] = await generateText({ prompt: items[i] });\n}));\nreturn out;')) }],
    },
    'a loop whose results would change their order: a message only': {
      code: ai + f('const out = [];\nfor (const x of items) {\n  try {\n    const r = await generateText({ prompt: x });\n    out.push(r);\n  } catch (error) {\n    console.error(error);\n  }\n}\nreturn out;'),
      errors: ['loop'],
    },
    'a loop in a project with a limiter': {
      code: ai + f("const out = {};\n// each of them\nfor (const x of ['a', 'b']) {\n  out[x] = await generateText({ prompt: x });\n}\nreturn out;"),
      filename: '/app/limited.js',
      language: 'js',
      errors: [{
        messageId: 'loop',
        suggestions: [
          { messageId: 'limited', data: { atOnce: 5, limiter: 'p-limit' }, output: `import { generateText } from 'ai';\nimport pLimit from 'p-limit';\n${f("const out = {};\nconst limit = pLimit(5);\n// each of them\nfor (const [key, value] of await Promise.all(['a', 'b'].map((x) => limit(async () => {\n  return [x, await generateText({ prompt: x })];\n})))) out[key] = value;\nreturn out;")}` },
          { messageId: 'together', output: ai + f("const out = {};\n// each of them\nfor (const [key, value] of await Promise.all(['a', 'b'].map(async (x) => {\n  return [x, await generateText({ prompt: x })];\n}))) out[key] = value;\nreturn out;") },
        ],
      }],
    },
  },
});
