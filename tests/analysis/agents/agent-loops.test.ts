import { describe, expect, it } from 'vitest';
import { openLoops, unboundedAgentLoops } from '../../../src/analysis/agents/agent-loops.js';
import { sourceOf } from '../../helpers/source.js';

const ai = "import { generateText, stepCountIs } from 'ai';\n";
const linted = (body: string, head = ai) => sourceOf(`${head}export async function f(messages, input) {\n${body}\n}`, { filename: 'file.ts' });
/** The loops that only answers end, by their first lines. */
const loops = (body: string, head = ai) => {
  const source = linted(body, head);
  return unboundedAgentLoops(source).map(({ loop }) => source.getText(loop).split('\n')[0]);
};
const ask = 'const r = await generateText({ model, messages });';

describe('openLoops', () => {
  it('are those that await something and have no counter in their head', () => {
    const source = linted('while (input.x) { await a(); }\nfor (;;) { await b(); break; }\nfor (let i = 0; i < 3; i += 1) { await c(); }\nwhile (input.y) { d(); }\nfor (const e of input) await e();');
    expect(openLoops(source).map((loop) => source.getText(loop))).toEqual(['while (input.x) { await a(); }', 'for (;;) { await b(); break; }']);
  });
});

describe('unboundedAgentLoops', () => {
  it.each<[string, string, boolean]>([
    ['a test of the answer', `while (true) { ${ask} if (!r.toolCalls.length) break; messages.push(r); }`, true],
    ['a test of what is computed from the answer', `while (true) { ${ask} const calls = r.toolCalls.filter((call) => call.name); if (calls.length === 0) return; }`, true],
    ['a list collected from the answer inside the loop', `while (true) { ${ask} const calls = []; for (const call of r.toolCalls) calls.push(call); if (!calls.length) return; }`, true],
    ['a member that gets the answer', `const state = { text: '' }; while (state.text !== 'done') { ${ask} state.text = r.text; }`, true],
    ['a member of the same object that does not', `const state = input; while (!state.stopped) { ${ask} state.text = r.text; }`, false],
    ['a switch on the answer', `while (true) { ${ask} switch (r.finishReason) { case 'stop': return r; default: messages.push(r); } }`, true],
    ['what a tool says', `while (true) { ${ask} const result = await execute(r.toolCalls); if (result.final) return result; messages.push(result); }`, true],
    ['an error that goes on', `while (true) { try { ${ask} if (!r.toolCalls.length) return r; } catch (error) { if (error.status !== 429) throw error; } }`, true],
    ['a helper that looks at the answer', `while (true) { ${ask} if (isDone(r)) return r; }`, true],
    ['a test that goes on', `while (true) { ${ask} if (r.toolCalls.length) { messages.push(r); continue; } return r.text; }`, true],
    ['a test that goes on and is about something else', `while (true) { ${ask} if (await more()) continue; return r.text; }`, false],
    ['an answer that cannot be parsed', `while (true) { ${ask} try { return JSON.parse(r.text); } catch (error) { messages.push(String(error)); } }`, true],
    ['names of messages that people would send', `while (true) { ${ask} if (!r.toolCalls.length) return r; messages.push(new HumanMessage(buildPrompt(r.text))); }`, true],
    ['a limit of each call', `while (true) { const r = await generateText({ model, messages, stopWhen: stepCountIs(5) }); if (!r.toolCalls.length) return r; }`, true],
    ['a state that is asked for', `let r = { status: 'queued' }; while (r.status !== 'done') { r = await generateText({ model, messages }); }`, false],
    ['a token that somebody gives back', `while (true) { ${ask} const answer = await wait.forToken(r.text); if (answer === r.text) return; }`, false],
    ['a value of the loop that comes from elsewhere', `while (true) { ${ask} const state = await load(); if (state.closed || !r.toolCalls.length) return r; }`, false],
    ['a variable that also gets something else', `let done = false; while (!done) { ${ask} done = !r.toolCalls.length; if (input()) done = true; }`, false],
    ['a collection that grows', `const seen = new Set(); while (seen.size < 5) { ${ask} seen.add(r.text); }`, false],
    ['a number that goes down', `let left = 5; while (left) { ${ask} left -= 1; if (!r.toolCalls.length) break; }`, false],
    ['a call that is not repeated', `while (true) { ${ask} return r; }`, false],
    ['a call whose only repetition is a failure', `while (true) { try { ${ask} return r; } catch { log(); } }`, false],
    ['no way out', `while (true) { ${ask} publish(r); }`, false],
    ['a person in a function that is called', `const hear = () => terminal.question('?'); while (true) { ${ask} messages.push(await hear()); if (!r.text) return; }`, false],
    ['a limit in a function that is called', `const guard = () => { if (spent > budget) throw new Error(); }; while (true) { ${ask} guard(); if (!r.text) return; }`, false],
    ['an option of another call that limits only that', `while (true) { const r = await step(() => generateText({ model, messages }), { maxCalls: 3 }); if (!r.text) return; }`, true],
    ['a call in a function that is only made here', `while (input.x) { const again = async () => generateText({ model, messages }); await input.run(again); }`, false],
  ])('%s', (_, body, expected) => {
    expect(loops(body)).toHaveLength(expected ? 1 : 0);
  });

  it('blames the inner of two loops', () => {
    expect(loops(`while (input.again) {\nlet r = {};\nwhile (!r.text) {\nr = await generateText({ model, messages });\n}\nif (r.text === 'bye') break;\n}`)).toEqual(['while (!r.text) {']);
  });

  it('does not throw on odd syntax', () => {
    expect(loops("for (;;) { } while (await generateText({ model })) ; do await generateText({}); while (0); a: while (1) { await generateText({}); continue a; }")).toEqual(['while (await generateText({ model })) ;']);
  });

  it('needs an agent', () => {
    expect(loops(`while (true) { ${ask} if (!r.text) break; }`, "import { generateText } from './text.js';\n")).toEqual([]);
  });
});
