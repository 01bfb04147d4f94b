import dedent from 'dedent';
import rule from '../../src/rules/agent-roles/single-agent-role.js';
import { testRule } from '../helpers/rule-tester.js';

const names = (count: number, from = 1) => Array.from({ length: count }, (_, index) => `tool${index + from}`);
const list = (count: number) => `[${names(count).join(', ')}]`;
const agent = "import { Agent } from '@openai/agents';";
const operator = 'Parse the user intent. Create a plan. Check that it is safe. Execute the plan. Report the results.';

testRule(rule, {
  valid: {
    'a few tools': `${agent} export const a = new Agent({ name: 'a', instructions: 'Answer.', tools: ${list(12)} });`,
    'a list of tools that is made elsewhere': `${agent} import { load } from './tools'; export const a = new Agent({ name: 'a', tools: load() });`,
    'a spread of unknown length': `${agent} export const make = (more: any[]) => new Agent({ name: 'a', tools: [...more, ${names(3).join(', ')}] });`,
    'tools that may be there': `${agent} export const make = (on: boolean) => new Agent({ name: 'a', tools: [...(on ? ${list(14)} : []), tool15] });`,
    'names of tools that the program brings along': `import { query } from '@anthropic-ai/claude-agent-sdk'; export const run = () => query({ prompt: 'x', options: { allowedTools: [${names(16).map((name) => `'${name}'`).join(', ')}] } });`,
    'tools of which each step gets some': `import { streamText } from 'ai'; export const run = () => streamText({ model, prompt: 'x', tools: { ${names(14).join(', ')} }, activeTools: ['tool1'] });`,
    'tools that are found when needed': `${agent} export const a = new Agent({ name: 'a', tools: [toolSearchTool(), ${names(14).join(', ')}] });`,
    'an object of another class': `class Agent { constructor(options: object) {} } export const a = new Agent({ tools: ${list(20)} });`,
    'an agent of a network': `import { Agent } from 'node:http'; export const a = new Agent({ tools: ${list(20)} } as any);`,
    'more tools allowed': { code: `${agent} export const a = new Agent({ name: 'a', tools: ${list(14)} });`, options: { maxTools: 14 } },
    'one role': `${agent} export const a = new Agent({ name: 'planner', instructions: 'You are the planner. Create a plan for what the user wants.' });`,
    'the loop of an agent that works by itself': `${agent} export const a = new Agent({ name: 'coder', instructions: 'Understand the user request. Plan your steps. Execute the plan. Report the results.' });`,
    'an agent that leads others': `${agent} export const a = new Agent({ name: 'lead', instructions: 'Analyze the user request. Break it down into tasks. Delegate each task to a specialist. Summarize their findings.' });`,
    'roles of other agents': `${agent} export const a = new Agent({ name: 'executor', instructions: 'You execute the plan. The planner creates a plan, the safety checker checks that it is safe. Do not route requests to agents.' });`,
    'instructions from elsewhere': `${agent} import { text } from './prompt'; export const a = new Agent({ name: 'a', instructions: text });`,
    'a call that gives no tools': `import { generateText } from 'ai'; export const run = (prompt: string) => generateText({ model, system: '${operator}', prompt });`,
    'more roles allowed': { code: `${agent} export const a = new Agent({ name: 'a', instructions: '${operator}' });`, options: { maxRoles: 5 } },
  },
  invalid: {
    'many tools': { code: `${agent} export const a = new Agent({ name: 'a', tools: ${list(13)} });`, errors: [{ messageId: 'tools', data: { count: 13, max: 12 }, line: 1 }] },
    'a list with a name': { code: `${agent} const tools = ${list(14)}; export const a = new Agent({ name: 'a', tools }); export const b = new Agent({ name: 'b', tools: [] });`, errors: [{ messageId: 'tools', data: { count: 14, max: 12 } }] },
    'spreads that can be seen': { code: `${agent} const files = ${list(7)}; export const make = (more: any[]) => new Agent({ name: 'a', tools: [...files, ...more, ${names(6, 8).join(', ')}] });`, errors: [{ messageId: 'tools', data: { count: 13, max: 12 } }] },
    'an object of tools, in CommonJS': { code: `const { generateText: ask } = require('ai'); exports.run = (prompt) => ask({ model, prompt, tools: { ${names(13).join(', ')} } });`, language: 'js', sourceType: 'commonjs', errors: ['tools'] },
    'an agent that is made and run is one cause': { code: `import { createAgent } from 'langchain'; const a = createAgent({ model: 'm', tools: ${list(13)} }); export const run = async () => { await a.invoke({ messages: [] }); await a.invoke({ messages: [] }); };`, errors: ['tools'] },
    'fewer tools allowed': { code: `${agent} export const a = new Agent({ name: 'a', tools: ${list(3)} });`, options: { maxTools: 2 }, errors: ['tools'] },
    'several roles': {
      code: dedent`
        import { Agent as Worker } from '@openai/agents';

        export const operator = new Worker({
          name: 'operator',
          instructions: \`You run our servers.
            1. Parse the user's intent.
            2. Plan the steps.
            3. Check that no step is destructive.
            4. Execute the steps.
            5. Report the results.\`,
        });
      `,
      errors: [{ messageId: 'roles', data: { roles: 'parse intent, plan, check safety, execute and report' }, line: 5, column: 3 }],
    },
    'a text with a name and values in it': { code: `${agent} const text = \`You are the planner, the router and the executor of \${company}.\`; export const a = new Agent({ name: 'a', instructions: text });`, errors: [{ messageId: 'roles', data: { roles: 'plan, route and execute' } }] },
    'the system prompt of a call with tools': { code: `const { generateText } = require('ai'); exports.run = (prompt) => generateText({ model, system: '${operator}', prompt, tools: { search } });`, language: 'js', sourceType: 'commonjs', errors: ['roles'] },
    'both': { code: `import { createAgent } from '@inngest/agent-kit'; export const a = createAgent({ name: 'a', system: '${operator}', tools: ${list(13)} });`, errors: ['roles', 'tools'] },
  },
});
