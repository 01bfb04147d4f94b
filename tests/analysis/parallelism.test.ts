import { describe, expect, it } from 'vitest';
import { awaitedCallOf, type CallScope } from '../../src/analysis/awaited-calls.js';
import { independentRuns } from '../../src/analysis/awaits.js';
import { independentLoops, type AwaitLoop } from '../../src/analysis/independent-loops.js';
import { allResultsUsed, isDeliberate, isTimed, outputsInOrder, sharesState, sharesStateAcross, usesElement } from '../../src/analysis/parallelism.js';
import type { SourceCode } from '../../src/analysis/service.js';
import { nodesOf } from '../kit/fixers/apply.js';
import { sourceOf } from '../helpers/source.js';

const loopOf = (body: string, head = 'for (const item of items)'): { source: SourceCode; loop: AwaitLoop } => {
  const source = sourceOf(`async function f(items, input) {\n${head} {\n${body}\n}\n}`);
  return { source, loop: independentLoops(source, () => true)[0]! };
};
const call = (...state: string[]) => ({ origin: 'library', tools: false, reports: false, state: new Set(state) }) as const;

describe('state that calls share', () => {
  it('is the same entry', () => {
    expect(sharesState(call('session a', 'context c'), call('context c'))).toBe(true);
    expect(sharesState(call('session a'), call('session b'))).toBe(false);
    expect(sharesState(call(), call())).toBe(false);
  });

  it('changes with the element of a loop, or not', () => {
    const { source, loop } = loopOf('await ask(item);', 'for (const { id, $item } of items)');
    expect(sharesStateAcross(source, loop, call('session input.session'))).toBe(true);
    expect(sharesStateAcross(source, loop, call('thread_id id'))).toBe(false);
    expect(sharesStateAcross(source, loop, call('thread_id $item.id'))).toBe(false);
    expect(sharesStateAcross(source, loop, call('thread_id valid'))).toBe(true);
    expect(sharesStateAcross(source, loop, call())).toBe(false);
  });
});

describe('what a loop does beside the calls', () => {
  const judged = (body: string) => {
    const { source, loop } = loopOf(body);
    return { element: usesElement(source, loop, loop.steps.at(-1)!), output: outputsInOrder(source, loop), timed: isTimed(source, loop) };
  };

  it('sees whether the call is about the element', () => {
    expect(judged('await ask(item.text);').element).toBe(true);
    expect(judged('const prompt = `x ${item}`; const more = { prompt }; await ask(more);').element).toBe(true);
    expect(judged('const prompt = `x ${input}`; await ask(prompt, { item: 1 }, input.item);').element).toBe(false);
  });

  it('sees output that shows what the calls give', () => {
    expect(judged('const r = await ask(item); console.log(r);').output).toBe(true);
    expect(judged('const { text } = await ask(item); const line = `- ${text}`; process.stdout.write(line);').output).toBe(true);
    expect(judged('const r = await ask(item); printAnswer(item, r.text);').output).toBe(true);
    expect(judged('const r = await ask(item); input.socket.emit(r);').output).toBe(true);
    expect(judged('console.log(item); const r = await ask(item); input.set(r);').output).toBe(false);
    expect(judged('const r = await ask(item); input.logger.save(r);').output).toBe(false);
  });

  it('sees that time is taken', () => {
    expect(judged('const start = Date.now(); await ask(item);').timed).toBe(true);
    expect(judged('await ask(item, new Date());').timed).toBe(false);
  });
});

describe('isDeliberate', () => {
  const judged = (comment: string, at: 'above' | 'far' | 'inside' = 'above') => {
    const source = sourceOf(`async function f() {\n${at === 'far' ? `// ${comment}\nstart();\n` : ''}${at === 'above' ? `// ${comment}\n` : ''}const a = await ask(1);\n${at === 'inside' ? `// ${comment}\n` : ''}const b = await ask(2);\n}`);
    const statements = nodesOf(source, 'VariableDeclaration');
    return isDeliberate(source, statements[0]!, statements.at(-1)!);
  };

  it.each(['one at a time', 'stay under the rate limit', 'RateLimited: 3 per second', 'sequentially', 'must not run in parallel', "don't start these at once", 'avoid concurrent calls', 'in order', 'throttled'])('%s', (comment) => {
    expect(judged(comment)).toBe(true);
    expect(judged(comment, 'inside')).toBe(true);
    expect(judged(comment, 'far')).toBe(false);
  });

  it.each(['ask both', 'TODO: run these in parallel', 'ordinary notes', 'in borderline cases'])('not %s', (comment) => {
    expect(judged(comment)).toBe(false);
  });
});

describe('allResultsUsed', () => {
  const used = (body: string) => {
    const source = sourceOf(`async function f(x, y) { ${body} }`);
    return allResultsUsed(source, independentRuns(source, () => true, () => false)[0]!);
  };

  it('asks for a read of each', () => {
    expect(used('const a = await ask(1); const { b } = await ask(2); return a + b;')).toBe(true);
    expect(used('const a = await ask(1); const b = await ask(2); return b;')).toBe(false);
    expect(used('const a = await ask(1); await ask(2); return a;')).toBe(false);
    expect(used('x.a = await ask(1); y.b = await ask(2);')).toBe(true);
  });
});

describe('awaitedCallOf', () => {
  const kinds = (code: string, scope: CallScope) => {
    const source = sourceOf(code);
    return nodesOf(source, 'AwaitExpression').map((node) => (node.argument.type === 'CallExpression' ? awaitedCallOf(source, node.argument, scope)?.origin : undefined));
  };
  const http = "import axios from 'axios';\nasync function f(method) {\n";

  it('takes GET requests and reads as external calls', () => {
    const code = `${http}await axios.get('/'); await axios.post('/'); await axios({ url: '/', method: 'HEAD' }); await axios({ url: '/', method }); await fetch('/'); await fetch('/', { method: 'POST' }); await load(); }`;
    expect(kinds(code, 'external')).toEqual(['read', undefined, 'read', undefined, 'read', undefined, undefined]);
    expect(kinds(code, 'agents')).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  it('takes database reads, but not on one connection', () => {
    const code = "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nasync function f() { await db.user.findMany(); await db.user.create({}); await db.$transaction(async (tx) => { await tx.user.findMany(); await db.user.count(); }); }";
    expect(kinds(code, 'external')).toEqual(['read', undefined, undefined, undefined, undefined]);
  });

  it('takes every other call when asked for all, but those whose place in the order matters', () => {
    expect(kinds('async function f() { await load(1); await a.find(2); await sleep(1); await db.save(x); await make()(); await tx.find(1); await Promise.all([]); }', 'all')).toEqual(['unknown', 'unknown', undefined, undefined, undefined, undefined, undefined]);
  });
});
