import { describe, expect, it } from 'vitest';
import { agentLimits } from '../../../src/analysis/agents/agent-limits.js';
import { limitWriting } from '../../../src/analysis/agents/limit-writing.js';
import type { FileContext } from '../../../src/analysis/context.js';
import { sourceOf } from '../../helpers/source.js';

const withVersions = (dependencies: Record<string, string>): Partial<FileContext> => ({
  host: { resolve: () => undefined, read: () => undefined, manifest: () => ({ directory: '/app', dependencies }) },
});
const linted = (code: string, dependencies: Record<string, string> = {}) => sourceOf(code, { filename: '/app/file.ts', context: withVersions(dependencies) });
/** What each agent of the text is limited to. */
const limits = (code: string) => agentLimits(linted(code)).map((found) => (found.kind === 'given' ? found.turns : found.kind));

const claude = "import { query } from '@anthropic-ai/claude-agent-sdk';\n";
const agents = "import { Agent, run } from '@openai/agents';\nconst agent = new Agent({ name: 'a' });\n";
const ai = "import { generateText, ToolLoopAgent, stepCountIs as steps, hasToolCall, isLoopFinished } from 'ai';\n";

describe('agentLimits', () => {
  it.each<[string, string, (number | string)[]]>([
    ['a package without a default', `${claude}query({ prompt: 'x' });`, ['missing']],
    ['a package with a default', `${agents}run(agent, 'x');`, []],
    ['a number', `${agents}run(agent, 'x', { maxTurns: 2 * 40 });`, [80]],
    ['a constant', `${agents}const most = 7;\nrun(agent, 'x', { maxTurns: most });`, [7]],
    ['null, Infinity', `${agents}run(agent, 'x', { maxTurns: null }); run(agent, 'x', { maxTurns: Number.POSITIVE_INFINITY });`, ['removed', 'removed']],
    ['undefined, which says nothing', `${claude}query({ prompt: 'x', options: { maxTurns: undefined } });`, ['missing']],
    ['a condition with a number, renamed', `${ai}generateText({ model, stopWhen: steps(30) });`, [30]],
    ['the least of several', `${ai}generateText({ model, stopWhen: [steps(30), steps(9)] });`, [9]],
    ['a condition that nobody can read', `${ai}generateText({ model, stopWhen: [steps(300), hasToolCall('done')] });`, []],
    ['a condition that never holds', `${ai}generateText({ model, stopWhen: isLoopFinished() });`, ['removed']],
    ['an agent, once for all its runs', `${ai}const a = new ToolLoopAgent({ model, stopWhen: () => false });\na.generate({ prompt: 'x' }); a.generate({ prompt: 'y' });`, ['removed']],
    ['a budget beside', `${claude}query({ prompt: 'x', options: { maxTurns: null, maxBudgetUsd: 1 } });`, []],
    ['a budget that is none', `${claude}query({ prompt: 'x', options: { maxBudgetUsd: null } });`, ['missing']],
    ['options that cannot be seen', `${claude}export const f = (options) => query({ prompt: 'x', options });`, []],
  ])('%s', (_, code, expected) => {
    expect(limits(code)).toEqual(expected);
  });
});

describe('limitWriting', () => {
  const writing = (version: string) => {
    const [found] = agentLimits(linted(`${ai}generateText({ model, stopWhen: () => false });`, { ai: version }));
    return found && limitWriting(found.request, 'maxTurns')?.at;
  };

  it('is that of the version that the project declares', () => {
    expect(['^4.0.0', '^5.0.0', '^6.0.0', 'workspace:*'].map(writing)).toEqual(['0.maxSteps', '0.stopWhen', '0.stopWhen', '0.stopWhen']);
  });

  it('is the first place of the part where the catalog says nothing else', () => {
    const [found] = agentLimits(linted(`${claude}query({ prompt: 'x' });`));
    expect(limitWriting(found!.request, 'maxTurns')).toEqual({ at: '0.options.maxTurns' });
    expect(limitWriting(found!.request, 'maxTokens')).toBeUndefined();
  });
});
