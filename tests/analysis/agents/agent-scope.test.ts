import * as tsParser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { agentScopes } from '../../../src/analysis/agents/agent-scope.js';
import { sourceOf } from '../../helpers/source.js';

const files: Record<string, string> = { '/app/tools.ts': 'const more = [three]; export const tools = [one, two, ...more]; export const load = () => [one];' };
const host = {
  resolve: (specifier: string) => (specifier === './tools' ? '/app/tools.ts' : undefined),
  read: (file: string) => (files[file] === undefined ? undefined : { text: files[file], modified: 1 }),
  manifest: () => undefined,
};
const imports = "import { Agent } from '@openai/agents'; import { generateText } from 'ai'; import { tools, load } from './tools';";
const scopes = (code: string) => agentScopes(sourceOf(imports + code, { filename: '/app/file.ts', context: { host, parser: tsParser, cwd: '/app' } }));
const counts = (code: string) => scopes(code).flatMap((scope) => scope.tools?.count ?? []);

describe('agentScopes', () => {
  it.each([
    ['a list', 'new Agent({ tools: [a, b()] });', 2],
    ['an object', 'generateText({ model, prompt, tools: { a, b, c } });', 3],
    ['a list with a name', 'const list = [a, b]; new Agent({ tools: list });', 2],
    ['spreads in sight', 'const list = [a, b]; new Agent({ tools: [...list, c, ...unknown, ...(x ? [d] : [])] });', 3],
    ['a list of another file', 'new Agent({ tools });', 3],
    ['a spread of another file', 'new Agent({ tools: [...tools, a] });', 4],
    ['the result of a function', 'new Agent({ tools: load() });', 0],
    ['names of tools', "new Agent({ tools: ['a', 'b', c] });", 1],
    ['tools that are chosen for each step', "generateText({ model, prompt, tools: { a, b, c }, activeTools: ['a'] });", 0],
  ])('counts %s', (_, code, count) => {
    expect(counts(code)).toEqual([count]);
  });

  it('reads the instructions of agents and of calls with tools', () => {
    const roles = (code: string) => scopes(code).flatMap((scope) => scope.roles?.assigned ?? []);
    expect(roles("new Agent({ instructions: 'Create a plan. Check that it is safe.' });")).toEqual(['plan', 'check safety']);
    expect(roles("generateText({ model, prompt, system: 'Check that it is safe.', tools: { a } });")).toEqual(['check safety']);
    expect(roles("generateText({ model, prompt, system: 'Check that it is safe.' });")).toEqual([]);
    expect(roles('new Agent({ instructions: safe });')).toEqual([]);
  });
});
