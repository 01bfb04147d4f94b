import { describe, expect, it } from 'vitest';
import { independentRuns, stepOf } from '../../src/analysis/awaits.js';
import { sourceOf } from '../helpers/source.js';

/** The runs in the body of a function, each as the names of its calls; `~` in front when other statements stand between. */
function runs(body: string, head = ''): string[] {
  const source = sourceOf(`${head}async function main(input, state) {\n${body}\n}`);
  const isAgent = (step: { call: { callee: unknown } }) => /^(?:this\.)?agent/u.test(source.getText(step.call.callee as never));
  return independentRuns(source, isAgent, () => false).map((run) => (run.adjacent ? '' : '~') + run.steps.map((step) => source.getText(step.call)).join(' '));
}

describe('independentRuns', () => {
  it.each([
    ['declarations', 'const a = await agent(1); const b = await agent(2);', ['agent(1) agent(2)']],
    ['patterns, parts and casts', 'const { a } = await agent(1); const b = (await agent(2)).text; const c = (await agent(3)) as C; const [d] = (await agent(4))!;', ['agent(1) agent(2) agent(3) agent(4)']],
    ['dropped results', 'await agent(1); await agent(2);', ['agent(1) agent(2)']],
    ['assignments', 'let a, b; a = await agent(1); b = await agent(2);', ['agent(1) agent(2)']],
    ['fields of different objects', 'state.a = await agent(1); input.b = await agent(2);', ['agent(1) agent(2)']],
    ['handlers of a promise', 'const a = await agent(1).catch(() => null); const b = await agent(2);', ['agent(1).catch(() => null) agent(2)']],
    ['constants between', 'const a = await agent(1); const prompt = `x ${input.trim()}`; const b = await agent(prompt);', ['~agent(1) agent(prompt)']],
    ['parts of results between', 'const a = await agent(1); const text = a.text; const b = await agent(2);', ['~agent(1) agent(2)']],
    ['functions between', 'const a = await agent(1); function g() {} const h = () => start(); const b = await agent(2);', ['~agent(1) agent(2)']],
    ['log lines between', "const a = await agent(1); console.log('next', input); this.logger.info('x'); const b = await agent(2);", ['~agent(1) agent(2)']],
    ['lists of results between', 'const list = []; const a = await agent(1); list.push({ a }); const b = await agent(2);', ['~agent(1) agent(2)']],
    ['a second pair', 'const a = await agent(1); const b = await agent(a); const c = await agent(3);', ['agent(a) agent(3)']],
    ['inside try and switch', 'try { const a = await agent(1); const b = await agent(2); } finally {} switch (input) { case 1: await agent(3); await agent(4); }', ['agent(1) agent(2)', 'agent(3) agent(4)']],
    ['a name that only looks like a result', 'const a = await agent(1); const b = await agent({ a: 1 }, (a) => a, other.a);', ['agent(1) agent({ a: 1 }, (a) => a, other.a)']],
    ['a closure that comes later', 'const a = await agent(1); const b = await agent(2); return [b].map(() => a);', ['agent(1) agent(2)']],
  ])('sees %s', (_, body, expected) => {
    expect(runs(body)).toEqual(expected);
  });

  it.each([
    ['results', 'const a = await agent(1); const b = await agent(a);'],
    ['parts of results', 'const { a } = await agent(1); const b = await agent(`x ${a}`);'],
    ['results in callbacks', 'const a = await agent(1); const b = await agent(() => a.text);'],
    ['what is computed from results', 'const a = await agent(1); const text = a.text.trim(); const prompt = `x ${text}`; const b = await agent(prompt);'],
    ['shorthand properties', 'const a = await agent(1); const b = await agent({ a });'],
    ['a function that reads the result', 'let a; const prompt = () => a.text; a = await agent(1); const b = await agent(prompt());'],
    ['a hoisted function that reads the result', 'const a = await agent(1); const b = await agent(prompt()); function prompt() { return a.text; }'],
    ['fields of the same object', 'state.a = await agent(1); const b = await agent(state);'],
    ['fields that a function reads', 'const prompt = () => state.a; state.a = await agent(1); const b = await agent(prompt());'],
    ['fields of this', 'this.a = await agent(1); const b = await this.agent(2);'],
    ['fields of what nobody knows', 'get().a = await agent(1); const b = await agent(2);'],
    ['the same variable', 'let a; a = await agent(1); a = await agent(2);'],
    ['conditions', 'const a = await agent(1); if (!a) return; const b = await agent(2);'],
    ['early ends', 'const a = await agent(1); throw a; const b = await agent(2);'],
    ['blocks', 'const a = await agent(1); { const b = await agent(2); }'],
    ['try', 'const a = await agent(1); try { const b = await agent(2); } catch {}'],
    ['other awaits', 'const a = await agent(1); await sleep(1); const b = await agent(2);'],
    ['calls', 'const a = await agent(1); messages.push(a); const b = await agent(2);'],
    ['logs of results', 'const a = await agent(1); console.log(a.text); const b = await agent(2);'],
    ['a list that the next call gets', 'const list = []; const a = await agent(1); list.push(a); const b = await agent(list);'],
    ['a list of somebody else', 'const a = await agent(1); input.list.push(a); const b = await agent(2);'],
    ['time', 'const a = await agent(1); const end = Date.now(); const b = await agent(2);'],
    ['writes', 'const a = await agent(1); input.x = 1; const b = await agent(2);'],
    ['for await', 'for await (const a of agent(1)) {} for await (const b of agent(2)) {}'],
    ['two functions', 'const a = async () => { await agent(1); }; const b = async () => { await agent(2); };'],
    ['resources', 'const a = await agent(1); await using x = open(); const b = await agent(2);'],
    ['one call', 'const a = await agent(1);'],
    ['calls that are not awaited', 'const a = agent(1); const b = agent(2);'],
  ])('is silent on %s', (_, body) => {
    expect(runs(body)).toEqual([]);
  });

  it('sees module level', () => {
    const source = sourceOf('const a = await agent(1);\nexport const b = 1;\nconst c = await agent(2);\nconst d = await agent(3);');
    expect(independentRuns(source, () => true, () => false).map((run) => run.steps.length)).toEqual([2]);
  });

  it('knows a variable of the module that another function reads', () => {
    expect(runs('a = await agent(1); const b = await agent(2);', 'let a; const agent = () => call(a);\n')).toEqual([]);
  });

  it('asks for relations that variables do not show', () => {
    const source = sourceOf('async function f() { const a = await agent(1); const b = await agent(2); const c = await agent(3); }');
    const pairs: string[] = [];
    const found = independentRuns(source, () => true, (earlier, later) => {
      pairs.push(`${source.getText(earlier.call)} ${source.getText(later.call)}`);
      return source.getText(later.call) === 'agent(2)';
    });
    expect(found.map((run) => run.steps.map((step) => source.getText(step.call)))).toEqual([['agent(2)', 'agent(3)']]);
    expect(pairs).toEqual(['agent(1) agent(2)', 'agent(2) agent(3)']);
  });
});

describe('stepOf', () => {
  it('tells plain steps from those that take a part of the result', () => {
    const steps = sourceOf('const a = await f(); const b = (await f()).x; c = await f(); await f(); d += await f(); const e = await f; const g = await f(), h = 1;').ast.body.map(stepOf);
    expect(steps.map((step) => step?.plain)).toEqual([true, false, true, true, undefined, undefined, undefined]);
    expect(steps.map((step) => step && 'target' in step && step.target !== undefined)).toEqual([true, true, true, false, undefined, undefined, undefined]);
  });
});
