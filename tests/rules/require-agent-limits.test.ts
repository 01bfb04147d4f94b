import dedent from 'dedent';
import { setHost } from '../../src/kit/host-slot.js';
import rule from '../../src/rules/p066-agent-orchestration/require-agent-limits.js';
import { testRule, type ExpectedSuggestion } from '../helpers/rule-tester.js';

/** A project in memory: `/app`, and `/old` with an early version of a package. */
const files: Record<string, string> = {
  '/app/llm.ts': `import OpenAI from 'openai';
    const openai = new OpenAI();
    export async function ask(messages) { const r = await openai.chat.completions.create({ model: 'm', messages }); return r.choices[0].message; }`,
  '/app/db.ts': 'export async function page(cursor) { return { rows: [], next: cursor }; }',
};
setHost({
  resolve: (specifier, from) => (from.startsWith('/app/') && files[`/app/${specifier.slice(2)}.ts`] ? `/app/${specifier.slice(2)}.ts` : undefined),
  read: (file) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
  manifest: (file) => {
    const directory = /^\/(?:old|app)(?=\/)/u.exec(file)?.[0];
    return directory === undefined ? undefined : { directory, dependencies: { ai: directory === '/old' ? '^4.0.0' : '^6.0.0' } };
  },
});

const claude = "import { query } from '@anthropic-ai/claude-agent-sdk';\n";
const anthropic = "import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n";
const openai = "import OpenAI from 'openai';\nconst client = new OpenAI();\n";
const agents = "import { Agent, run } from '@openai/agents';\nconst agent = new Agent({ name: 'a', instructions: 'x' });\n";
const ai = "import { generateText, stepCountIs, isLoopFinished } from 'ai';\n";
const f = (body: string) => `export async function f(messages, tools, input) {\n${body}\n}`;
const cjs = { language: 'js', filename: 'file.js', sourceType: 'commonjs' } as const;
const limit = (output: string): ExpectedSuggestion[] => [{ messageId: 'limit', data: { steps: 20 }, output }];

/** A hand-written loop of model and tools; what the cases change is put in. */
const loop = (head: string, { before = '', inside = '', end = "if (r.stop_reason !== 'tool_use') break;", options = '', execute = 'messages.push(await execute(r));' } = {}) => anthropic
  + f(`${before}\n${head} {\n${inside}\nconst r = await client.messages.create({ model: 'm', max_tokens: 9, messages, tools }${options});\n${end}\n${execute}\n}`);

testRule(rule, {
  valid: {
    // agents with a limit
    'turns': claude + "query({ prompt: 'x', options: { maxTurns: 30 } });",
    'turns in options of the file': claude + "const options = { cwd: '.', maxTurns: 30 };\nquery({ prompt: 'x', options });",
    'turns from the environment': claude + "query({ prompt: 'x', options: { maxTurns: Number(process.env.TURNS) } });",
    'options that may hold turns': claude + "export const f = (options) => query({ prompt: 'x', options: { cwd: '.', ...options } });",
    'a budget': claude + "query({ prompt: 'x', options: { maxBudgetUsd: 2 } });",
    'a signal from elsewhere': claude + "export const f = (abortController) => query({ prompt: 'x', options: { abortController } });",
    'a timer that aborts': claude + "const abortController = new AbortController();\nsetTimeout(() => abortController.abort(), 60_000);\nquery({ prompt: 'x', options: { abortController } });",
    'messages that come in meanwhile': claude + "export class Chat { constructor(queue) { this.out = query({ prompt: this.queue, options: {} }); } }",
    'a generator of messages from people': claude + "async function* messageStream() { for (;;) yield await next(); }\nquery({ prompt: messageStream() });",
    'a package with a default limit': agents + "await run(agent, 'x');",
    'a number of turns at the limit of the option': { code: agents + "await run(agent, 'x', { maxTurns: 100 });", options: { maxSteps: 100 } },
    'a large number that somebody chose': agents + "await run(agent, 'x', { maxTurns: 120 });",
    'an early version, with a large number that somebody chose': { code: "import { generateText } from 'ai';\nawait generateText({ model, prompt, tools, maxSteps: 1000 });", filename: '/old/a.ts' },
    'a higher limit by option': { code: agents + "await run(agent, 'x', { maxTurns: 3000 });", options: { maxSteps: 3000 } },
    'one of several conditions counts': ai + "await generateText({ model, prompt, tools, stopWhen: [stepCountIs(5), () => false] });",
    'a condition that decides': ai + "await generateText({ model, prompt, tools, stopWhen: ({ steps }) => steps.length > 5 });",
    'no condition but code before each step': ai + "await generateText({ model, prompt, tools, stopWhen: () => false, prepareStep: ({ stepNumber }) => (stepNumber > 9 ? { toolChoice: 'none' } : undefined) });",
    'no condition but a time limit': ai + "await generateText({ model, prompt, tools, stopWhen: () => false, timeout: 60_000 });",
    'no tools to loop with': ai + "await generateText({ model, prompt, tools: {}, stopWhen: () => false });",
    'a function of the same name from elsewhere': "import { query } from './db.js';\nquery({ prompt: 'x' });",
    // loops with an end
    'a counter in the head': loop('while (turn < 10)', { before: 'let turn = 0;', inside: 'turn += 1;' }),
    'a for loop': loop('for (let turn = 0; turn < 10; turn += 1)'),
    'a counter in a test': loop('while (true)', { before: 'let turn = 0;', inside: 'if (++turn > 10) throw new Error();' }),
    'a counter of a for without a test': loop('for (let turn = 0; ; turn += 1)', { end: "if (r.stop_reason !== 'tool_use' || turn > 10) break;" }),
    'the length of the history': loop('while (true)', { end: "messages.push(r);\nif (r.stop_reason !== 'tool_use' || messages.length > 40) break;" }),
    'tokens that add up': loop('while (true)', { before: 'let spent = 0;', end: "spent += r.usage.output_tokens;\nif (spent > 50_000 || r.stop_reason !== 'tool_use') break;" }),
    'tokens of one answer': loop('while (true)', { end: "if (r.stop_reason !== 'tool_use') break;\nif (r.usage.input_tokens > 100_000) throw new Error();" }),
    'a deadline': loop('while (Date.now() < end)', { before: 'const end = Date.now() + 60_000;' }),
    'a signal on each call': loop('while (true)', { options: ', { signal: input.signal }' }),
    'a stop flag of the class': anthropic + "export class A { async f(messages) { while (true) { const r = await client.messages.create({ model: 'm', max_tokens: 9, messages }); if (this.stopped || r.stop_reason !== 'tool_use') return r; messages.push(r); } } }",
    'a flag set by somebody else': loop('while (!done)', { before: "let done = false;\nprocess.on('SIGINT', () => { done = true; });", end: "if (r.stop_reason !== 'tool_use') done = true;" }),
    'a limit that a helper checks': loop('while (true)', { before: 'const check = () => { if (budget.left() < 0) throw new Error(); };', inside: 'check();' }),
    'a parameter of the function': loop('while (true)', { end: "if (!input.loop || r.stop_reason !== 'tool_use') break;" }),
    'raced against a clock': anthropic + "async function work(messages) { while (true) { const r = await client.messages.create({ model: 'm', max_tokens: 9, messages }); if (r.stop_reason !== 'tool_use') return r; messages.push(r); } }\nexport const f = (messages) => Promise.race([work(messages), expire()]);",
    // loops of another kind
    'a chat with a person': "import * as readline from 'node:readline/promises';\n" + agents + "const rl = readline.createInterface({ input: process.stdin });\nwhile (true) { const line = await rl.question('> '); const r = await run(agent, line); if (r.finalOutput === 'bye') break; }",
    'a person who approves tools': agents + f("let r = await run(agent, input); while (r.interruptions?.length) { for (const one of r.interruptions) { if (await confirm(one)) r.state.approve(one); else r.state.reject(one); } r = await run(agent, r.state); } return r;"),
    'a person behind a helper': agents + "const next = async (text) => (await prompts({ type: 'text' })).value ?? text;\n" + f("let r = await run(agent, input); while (r.finalOutput !== 'done') { r = await run(agent, await next(r.finalOutput)); } return r;"),
    'a queue worker': ai + f("while (true) { const job = await input.receive(); const r = await generateText({ model, prompt: job.text }); if (r.text === 'stop') break; }"),
    'a list that is worked off': ai + f("while (input.length > 0) { const r = await generateText({ model, prompt: input.shift() }); if (r.text === 'stop') break; }"),
    'pages': "import { page } from './db';\n" + ai + f("let cursor; while (true) { const { rows, next } = await page(cursor); const r = await generateText({ model, prompt: String(rows) }); input(r); if (!next) break; cursor = next; }"),
    'a poller': openai + f("let r = await client.responses.create({ model: 'm', input }); while (r.status !== 'completed') { await sleep(1000); r = await client.responses.create({ model: 'm', input, previous_response_id: r.id }); } return r;"),
    'a service without an end': ai + f("while (true) { const r = await generateText({ model, prompt: input }); await publish(r.text); }"),
    'a retry, which is another rule\'s matter': ai + f("while (true) { try { return await generateText({ model, prompt: input }); } catch (error) { log(error); } }"),
    'a generator, whose reader may stop': anthropic + "export async function* f(messages) { while (true) { const r = await client.messages.create({ model: 'm', max_tokens: 9, messages }); yield r; if (r.stop_reason !== 'tool_use') return; messages.push(r); } }",
    'an answer read piece by piece': ai + f("const r = await generateText({ model, prompt: input }); const reader = r.body.getReader(); while (true) { const { done, value } = await reader.read(); if (done) break; input(value); }"),
    'an agent inside a tool': ai + f("while (input.next()) { const tool = { execute: async () => { const r = await generateText({ model, prompt: 'x' }); return r.text; } }; await input.use(tool); }"),
    'a loop without agents': "import OpenAI from 'openai';\n" + f("while (true) { const r = await fetch(input); if (r.ok) break; }"),
    'a function of a project file that asks nobody': { code: "import { page } from './db';\n" + f('while (true) { const r = await page(input); if (r.next) break; }'), filename: '/app/a.ts' },
    'cross-file reading off': { code: "import { ask } from './llm';\n" + f('while (true) { const r = await ask(messages); if (!r.tool_calls) return r; messages.push(r); }'), filename: '/app/a.ts', settings: { crossFile: false } },
  },

  invalid: {
    // agents
    'an agent without a limit': {
      code: claude + "for await (const message of query({ prompt: 'x' })) console.log(message);",
      errors: [{ messageId: 'missing', data: { call: 'query()', option: ' (`options.maxTurns`)' }, line: 2, column: 29, endColumn: 34, suggestions: limit(claude + "for await (const message of query({ prompt: 'x', options: { maxTurns: 20 } })) console.log(message);") }],
    },
    'options without a limit': {
      code: dedent`
        import { query as ask } from '@anthropic-ai/claude-agent-sdk';

        const result = ask({
          prompt,
          options: {
            cwd: '.',
          },
        });
      `,
      errors: [{
        messageId: 'missing',
        data: { call: 'ask()', option: ' (`options.maxTurns`)' },
        suggestions: limit(dedent`
          import { query as ask } from '@anthropic-ai/claude-agent-sdk';

          const result = ask({
            prompt,
            options: {
              cwd: '.',
              maxTurns: 20,
            },
          });
        `),
      }],
    },
    'options in a constant, CommonJS': {
      code: "const { query } = require('@anthropic-ai/claude-agent-sdk');\nconst options = { cwd: '.' };\nexports.f = (prompt) => query({ prompt, options });",
      ...cjs,
      errors: [{ messageId: 'missing', suggestions: limit("const { query } = require('@anthropic-ai/claude-agent-sdk');\nconst options = { cwd: '.', maxTurns: 20 };\nexports.f = (prompt) => query({ prompt, options });") }],
    },
    'the number that suggestions write': {
      code: claude + "query({ prompt: 'x', options: {} });",
      options: { steps: 7 },
      errors: [{ messageId: 'missing', suggestions: [{ messageId: 'limit', data: { steps: 7 }, output: claude + "query({ prompt: 'x', options: { maxTurns: 7 } });" }] }],
    },
    'a stop button that somebody has to press': { code: claude + "const abortController = new AbortController();\nexport const stop = () => abortController.abort();\nquery({ prompt: 'x', options: { abortController } });", errors: [{ messageId: 'missing', suggestions: 1 }] },
    'a prompt that is handed over at once': { code: claude + "async function* promptGenerator() { yield { type: 'user' }; }\nquery({ prompt: promptGenerator(), options: {} });", errors: [{ messageId: 'missing', suggestions: 1 }] },
    'a runner of tools': {
      code: anthropic + "const r = await client.beta.messages.toolRunner({ model: 'm', max_tokens: 9, messages, tools });",
      errors: [{ messageId: 'missing', data: { call: 'client.beta.messages.toolRunner()', option: ' (`max_iterations`)' }, suggestions: limit(anthropic + "const r = await client.beta.messages.toolRunner({ model: 'm', max_tokens: 9, messages, tools, max_iterations: 20 });") }],
    },
    'null': {
      code: agents + "await run(agent, 'x', { maxTurns: null });",
      errors: [{ messageId: 'removed', data: { value: 'null' }, suggestions: limit(agents + "await run(agent, 'x', { maxTurns: 20 });") }],
    },
    'Infinity': { code: claude + "query({ prompt: 'x', options: { maxTurns: Infinity } });", errors: [{ messageId: 'removed', data: { value: 'Infinity' }, suggestions: limit(claude + "query({ prompt: 'x', options: { maxTurns: 20 } });") }] },
    'a condition that never holds': {
      code: "import { generateText } from 'ai';\nawait generateText({ model, prompt, tools, stopWhen: () => false });",
      filename: '/app/a.ts',
      errors: [{ messageId: 'removed', data: { value: '() => false' }, suggestions: limit("import { generateText, stepCountIs } from 'ai';\nawait generateText({ model, prompt, tools, stopWhen: stepCountIs(20) });") }],
    },
    'conditions that never hold': { code: ai + "await generateText({ model, prompt, tools, stopWhen: [isLoopFinished(), () => { return false; }] });", errors: [{ messageId: 'removed', suggestions: 1 }] },
    'a number of an early version': {
      code: "import { generateText } from 'ai';\nawait generateText({ model, prompt, tools, maxSteps: 5000 });",
      filename: '/old/a.ts',
      errors: [{ messageId: 'high', data: { turns: 5000 }, suggestions: limit("import { generateText } from 'ai';\nawait generateText({ model, prompt, tools, maxSteps: 20 });") }],
    },
    'many steps': { code: ai + 'await generateText({ model, prompt, tools, stopWhen: stepCountIs(1001) });', errors: [{ messageId: 'high', data: { turns: 1001 }, suggestions: limit(ai + 'await generateText({ model, prompt, tools, stopWhen: stepCountIs(20) });') }] },
    'a lower limit by option': { code: agents + "await run(agent, 'x', { maxTurns: 50 });", options: { maxSteps: 40 }, errors: [{ messageId: 'high', data: { turns: 50 }, suggestions: 1 }] },
    'a large number, for the strict': { code: agents + "await run(agent, 'x', { maxTurns: 120 });", options: rule.definition.strict ?? {}, errors: [{ messageId: 'high', data: { turns: 120 }, suggestions: 1 }] },

    // loops
    'a loop of model and tools': {
      code: dedent`
        import Anthropic from '@anthropic-ai/sdk';

        const client = new Anthropic();

        export async function answer(messages) {
          while (true) {
            const response = await client.messages.create({ model: 'm', max_tokens: 900, messages, tools });
            if (response.stop_reason !== 'tool_use') return response;
            messages.push({ role: 'assistant', content: response.content }, await callTools(response));
          }
        }
      `,
      errors: [{
        messageId: 'loop',
        data: { call: 'client.messages.create()' },
        line: 6,
        column: 3,
        endColumn: 15,
        suggestions: [{
          messageId: 'count',
          data: { steps: 20 },
          output: dedent`
            import Anthropic from '@anthropic-ai/sdk';

            const client = new Anthropic();

            export async function answer(messages) {
              for (let step = 1;; step += 1) {
                if (step > 20) throw new Error('No end after 20 steps.');
                const response = await client.messages.create({ model: 'm', max_tokens: 900, messages, tools });
                if (response.stop_reason !== 'tool_use') return response;
                messages.push({ role: 'assistant', content: response.content }, await callTools(response));
              }
            }
          `,
        }],
      }],
    },
    'a test in the head': {
      code: openai + f("let r = await client.responses.create({ model: 'm', input });\nwhile (r.output.some((o) => o.type === 'function_call')) {\n  r = await client.responses.create({ model: 'm', input: await execute(r) });\n}\nreturn r;"),
      errors: [{
        messageId: 'loop',
        suggestions: [{ messageId: 'count', output: openai + f("let r = await client.responses.create({ model: 'm', input });\nfor (let step = 1; r.output.some((o) => o.type === 'function_call'); step += 1) {\n  if (step > 20) throw new Error('No end after 20 steps.');\n  r = await client.responses.create({ model: 'm', input: await execute(r) });\n}\nreturn r;") }],
      }],
    },
    'a test at the end, CommonJS, a name that is taken': {
      code: "const { generateText } = require('ai')\n\nexports.f = async (messages, step) => {\n  let r\n  do {\n    r = await generateText({ model, messages, tools })\n    messages.push(...r.response.messages)\n  } while (r.finishReason === 'tool-calls')\n  return step(r)\n}",
      ...cjs,
      errors: [{
        messageId: 'loop',
        data: { call: 'generateText()' },
        suggestions: [{ messageId: 'count', output: "const { generateText } = require('ai')\n\nexports.f = async (messages, step) => {\n  let r\n  let round = 0\n  do {\n    if (++round > 20) throw new Error('No end after 20 steps.')\n    r = await generateText({ model, messages, tools })\n    messages.push(...r.response.messages)\n  } while (r.finishReason === 'tool-calls')\n  return step(r)\n}" }],
      }],
    },
    'a for without a head': { code: loop('for (;;)'), errors: [{ messageId: 'loop', suggestions: 1 }] },
    'a flag that the answer sets': { code: loop('while (!done)', { before: 'let done = false;', end: "if (r.stop_reason !== 'tool_use') { done = true; continue; }" }), errors: [{ messageId: 'loop', suggestions: 1 }] },
    'a chat that keeps the history': {
      code: "import { GoogleGenAI } from '@google/genai';\nconst chat = new GoogleGenAI({}).chats.create({ model: 'm' });\n" + f("let r = await chat.sendMessage({ message: input });\nwhile (true) {\n  const calls = r.candidates[0].content.parts.filter((part) => part.functionCall);\n  if (calls.length === 0) return r.text;\n  const results = [];\n  for (const call of calls) { const fn = tools[call.name]; if (!fn) throw new Error(call.name); results.push(fn(call.args)); }\n  r = await chat.sendMessage({ message: results });\n}"),
      errors: [{ messageId: 'loop', data: { call: 'chat.sendMessage()' }, suggestions: 1 }],
    },
    'an answer that is read piece by piece': {
      code: openai + f("while (true) {\n  const stream = await client.chat.completions.create({ model: 'm', messages, tools, stream: true });\n  let message = {};\n  for await (const chunk of stream) { message = merge(message, chunk); await new Promise((resolve) => setTimeout(resolve, 50)); }\n  messages.push(message);\n  if (!message.tool_calls) return;\n  for (const call of message.tool_calls) messages.push(await execute(call));\n}"),
      errors: [{ messageId: 'loop', suggestions: 1 }],
    },
    'until the judge is pleased': {
      code: agents + f("let score; let text = input;\ndo {\n  text = (await run(agent, text)).finalOutput;\n  const judged = await run(agent, `judge ${text}`);\n  score = judged.finalOutput;\n} while (score !== 'pass');\nreturn text;"),
      errors: [{ messageId: 'loop', data: { call: 'run()' }, suggestions: 1 }],
    },
    'a call inside a durable step': {
      code: ai + f("while (true) {\n  const { text, calls } = await input.run('model', async () => generateText({ model, messages, tools }), { maxRetryAttempts: 3 });\n  if (calls.length === 0) return text;\n  messages.push(await execute(calls));\n}"),
      errors: [{ messageId: 'loop', suggestions: 1 }],
    },
    'a wrapper of a project file': {
      code: "import { ask } from './llm';\n" + f('while (true) {\n  const message = await ask(messages);\n  if (!message.tool_calls) return message;\n  messages.push(message, ...(await execute(message.tool_calls)));\n}'),
      filename: '/app/a.ts',
      errors: [{ messageId: 'loop', data: { call: 'ask()' }, suggestions: 1 }],
    },
    'a function that the settings name': {
      code: "import { runAgent } from './agents.js';\n" + f("let answer = input;\nwhile (answer !== 'done') {\n  answer = await runAgent(answer);\n}"),
      settings: { agents: ['runAgent'] },
      errors: [{ messageId: 'loop', data: { call: 'runAgent()' }, suggestions: 1 }],
    },
    'a pause after failures only': { code: loop('while (true)', { execute: 'try { messages.push(await execute(r)); } catch (error) { messages.push(error); await sleep(100); }' }), errors: [{ messageId: 'loop', suggestions: 1 }] },
    'a body without a block': { code: ai + f("let r; while (!r?.text) r = await generateText({ model, messages });\nreturn r;"), errors: ['loop'] },
    'the inner one of two loops': { code: ai + f("while (true) {\n  let r = {};\n  while (r.finishReason !== 'stop') {\n    r = await generateText({ model, messages });\n  }\n  if (r.text === 'bye') break;\n}"), errors: [{ messageId: 'loop', line: 5, suggestions: 1 }] },
  },
});
