import { describe, expect, it } from 'vitest';
import { agentRequests } from '../../../src/analysis/agents/requests.js';
import { toolTokens } from '../../../src/analysis/agents/tool-tokens.js';
import { sourceOf } from '../../helpers/source.js';

const tokens = (tools: string, before = '') => {
  const [request] = agentRequests(sourceOf(`import { generateText, tool } from 'ai';\n${before}\nexport const f = (given) => generateText({ model: 'm', prompt: 'p', ${tools} });`));
  return toolTokens(request!);
};
/** A hundred tokens. */
const long = 'x'.repeat(400);

describe('toolTokens', () => {
  it.each([
    ['none', '', '', 0, 0],
    ['tools by name', `tools: { a: tool({ description: '${long}' }), b: tool({ description: '${long}' }) }`, '', 200, 220],
    ['a list', `tools: [{ name: 'a', description: '${long}' }]`, '', 100, 120],
    ['constants', 'tools: { search }', `const search = tool({ description: '${long}' });`, 100, 110],
    ['spread', 'tools: { ...all }', `const all = { search: tool({ description: '${long}' }) };`, 100, 110],
    ['no functions', `tools: { a: tool({ description: '${long}', execute: async (x) => { return '${long}'; } }) }`, '', 100, 115],
    ['no layout', `tools: { a: tool({ description: '${long}',${' '.repeat(400)} }) }`, '', 100, 110],
    ['what comes in', 'tools: given', '', 0, 0],
    ['what a function gives', 'tools: { a: makeTool() }', '', 0, 0],
  ])('counts %s', (_, tools, before, least, most) => {
    const found = tokens(tools, before);
    expect(found >= least && found <= most, String(found)).toBe(true);
  });
});
