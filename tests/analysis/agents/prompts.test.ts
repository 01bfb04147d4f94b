import { describe, expect, it } from 'vitest';
import { estimatedTokens, fixedText, promptOf } from '../../../src/analysis/agents/prompts.js';
import { agentRequests } from '../../../src/analysis/agents/requests.js';
import { sourceOf } from '../../helpers/source.js';

/** The only request's prompt in short: `speaker: text` with `{code}` for computed parts, `<kind>` for what is no text. */
function told(code: string): string[] {
  const [request, ...more] = agentRequests(sourceOf(code));
  expect(more).toEqual([]);
  const { pieces, complete } = promptOf(request!);
  const lines = pieces.map(({ speaker, kind, parts, source }) =>
    `${speaker}: ${kind === 'text' ? parts.map((part) => (part.kind === 'static' ? part.text : `{${source.getText(part.node)}}`)).join('') : `<${kind}>`}`);
  return complete ? lines : [...lines, '...'];
}

const ai = "import { generateText } from 'ai';\n";
const openai = "import OpenAI from 'openai';\nconst client = new OpenAI();\n";
const anthropic = "import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n";
const lang = "import { ChatOpenAI } from '@langchain/openai';\nimport { HumanMessage, SystemMessage } from '@langchain/core/messages';\nconst model = new ChatOpenAI({});\n";

describe('promptOf', () => {
  it.each<[string, string, string[]]>([
    ['a text', `${ai}generateText({ prompt: 'Say hi.' });`, ['user: Say hi.']],
    ['a constant with computed parts', `${ai}const intro = 'Find ';\ngenerateText({ prompt: \`\${intro}\${topic} now\` });`, ['user: Find {topic} now']],
    ['a system prompt, first', `${ai}generateText({ prompt: 'Say hi.', system: 'Be kind.' });`, ['system: Be kind.', 'user: Say hi.']],
    ['a prompt from a variable', `${ai}export const f = (text) => generateText({ prompt: text });`, ['user: {text}']],
    ['messages', `${openai}client.chat.completions.create({ messages: [{ role: 'user', content: 'A' }, { role: 'developer', content: 'B' }] });`, ['system: B', 'user: A']],
    ['messages from a variable', `${openai}export const f = (m) => client.chat.completions.create({ messages: m });`, ['unknown: <messages>', '...']],
    ['a history that is spread', `${openai}client.chat.completions.create({ messages: [{ role: 'system', content: 'A' }, ...history] });`, ['system: A', 'unknown: <messages>', '...']],
    ['a message from a variable', `${openai}client.chat.completions.create({ messages: [first, { role: 'user', content: text }] });`, ['unknown: <messages>', 'user: {text}', '...']],
    ['a list that grows later', `${openai}const m = [{ role: 'system', content: 'A' }];\nm.push(next);\nclient.chat.completions.create({ messages: m });`, ['system: A', 'unknown: <messages>', '...']],
    ['blocks of content', `${anthropic}client.messages.create({ system: [{ type: 'text', text: 'S' }], messages: [{ role: 'user', content: [{ type: 'text', text: 'A' }, { type: 'image', source: image }] }] });`, ['system: S', 'user: A', 'user: <media>']],
    ['message classes', `${lang}model.invoke([new SystemMessage('S'), new HumanMessage({ content: 'A' })]);`, ['system: S', 'user: A']],
    ['pairs of role and text', `${lang}model.invoke([['system', 'S'], ['human', 'A']]);`, ['system: S', 'user: A']],
    ['a prompt that is a list', `${openai}client.responses.create({ input: [{ role: 'user', content: 'A' }], instructions: 'S' });`, ['system: S', 'user: A']],
    ['a prompt that is called a history', `${openai}export const f = (history) => client.responses.create({ input: history });`, ['unknown: <messages>', '...']],
    ["an agent's instructions", "import { Agent, run } from '@openai/agents';\nconst a = new Agent({ name: 'a', instructions: 'S' });\nrun(a, 'A');", ['system: S', 'user: A']],
    ['options that cannot be seen', `${ai}export const f = (o) => generateText({ ...o });`, ['...']],
  ])('reads %s', (_, code, expected) => {
    expect(told(code)).toEqual(expected);
  });

  it('gives the fixed text of pieces', () => {
    const [request] = agentRequests(sourceOf(`${ai}generateText({ system: 'Be kind.', prompt: \`Find \${x} now\` });`));
    expect(fixedText(promptOf(request!).pieces)).toBe('Be kind.Find  now');
  });
});

describe('estimatedTokens', () => {
  it('counts one for four characters', () => {
    expect([estimatedTokens(''), estimatedTokens('abcd'), estimatedTokens('abcde')]).toEqual([0, 1, 2]);
  });
});
