import type { TSESTree } from '@typescript-eslint/utils';
import { callersOf, variableOf } from '../calls.js';
import { exitsIn, testsAround, waysAfter, waysFrom, type Loop } from '../loop-flow.js';
import { nodesOf, nodesWithin } from '../nodes.js';
import { countedIn, mentionsAny } from '../repetition-bounds.js';
import { repetitions } from '../retry-loops.js';
import { defineService, type SourceCode } from '../service.js';
import { contains, enclosingFunction, isFunction, unwrap, walk } from '../syntax.js';
import { valueOf } from '../values.js';
import { agentCallOf } from './agent-calls.js';
import { isBoundedByCompany } from './loop-company.js';
import { loopValues, type LoopValues } from './loop-values.js';
import { agentRequests, partOf } from './requests.js';

/**
 * Loops that ask a model or an agent again and again until its answer says that it is enough, and that nothing else ends:
 * hand-written loops of model and tools, and loops until the answer is good.
 * Does not see: loops by recursion, limits inside imported functions, what a caller of a generator does. A loop whose end may
 * depend on anything but the answers is none of these: a counter, the clock, a flag from outside, a person, a queue.
 */
export interface AgentLoop {
  readonly loop: EndlessLoop;
  /** The first agent call in it. */
  readonly call: TSESTree.CallExpression;
}

/** A loop whose head counts nothing. */
export type EndlessLoop = TSESTree.DoWhileStatement | TSESTree.ForStatement | TSESTree.WhileStatement;

/** The loops that await something in each round, can be left, and have no counter in their head. A look at the syntax before anything else. */
export const openLoops = defineService((source: SourceCode): readonly EndlessLoop[] => {
  if (!/\bwhile\b|\bfor\s*\([^;)]*;/u.test(source.text)) return [];
  const waits = nodesOf(source, 'AwaitExpression');
  return nodesOf(source, 'WhileStatement', 'DoWhileStatement', 'ForStatement').filter((loop) => {
    const isOpen = loop.type !== 'ForStatement' || !loop.test || valueOf(source, loop.test).known;
    return isOpen && nodesWithin(waits, loop).length > 0;
  });
});

/** The loops of the file that only the answers of their agent calls end, in source order. */
export const unboundedAgentLoops = defineService((source: SourceCode): readonly AgentLoop[] => {
  const found: AgentLoop[] = [];
  // From the inside out, so that an outer loop does not repeat what an inner one is blamed for.
  for (const loop of [...openLoops(source)].reverse()) {
    const call = found.some((inner) => contains(loop, inner.loop)) ? undefined : endlessCall(source, loop);
    if (call) found.push({ loop, call });
  }
  return found.reverse();
});

/** The first agent call of a loop that nothing but the calls' answers ends. */
function endlessCall(source: SourceCode, loop: EndlessLoop): TSESTree.CallExpression | undefined {
  const calls = agentCallsIn(source, loop).filter((call) => goesRound(source, call, loop));
  const [first] = calls;
  if (!first || repetitions(source).some(({ node, kind }) => node === loop && kind === 'retry')) return undefined;
  const asks = new Set<TSESTree.Node>(calls);
  if (!endsByAnswers(source, loop, asks) || calls.some((call) => hasSignal(source, call))) return undefined;
  return isBoundedByCompany(source, loop, asks) || isRacedAgainstTime(source, loop) ? undefined : first;
}

/** Agent calls that a round of the loop makes itself: in callbacks of other calls too, not in tools that it hands to an agent. */
function agentCallsIn(source: SourceCode, loop: Loop): TSESTree.CallExpression[] {
  const requests = new Set(agentRequests(source).map(({ node }) => node));
  const found: TSESTree.CallExpression[] = [];
  for (const node of walk(loop, source.visitorKeys)) {
    if (node.type !== 'CallExpression' || found.some((outer) => contains(outer, node)) || !runsEachRound(node, loop)) continue;
    if (requests.has(node) || (isAwaited(node) && agentCallOf(source, node))) found.push(node);
  }
  return found;
}

/** Only functions that are handed to a call on the spot stand between the loop and the node. */
function runsEachRound(node: TSESTree.Node, loop: Loop): boolean {
  for (let fn = enclosingFunction(node); fn && contains(loop, fn); fn = enclosingFunction(fn)) if (fn.parent.type !== 'CallExpression') return false;
  return true;
}

function isAwaited(call: TSESTree.CallExpression): boolean {
  const { parent } = call;
  return parent.type === 'AwaitExpression' || parent.type === 'ReturnStatement' || (parent.type === 'ArrowFunctionExpression' && parent.body === call);
}

/** When the call has answered, control can come to the loop's next round. */
function goesRound(source: SourceCode, call: TSESTree.Node, loop: Loop): boolean {
  const fn = enclosingFunction(loop);
  let statement: TSESTree.Node = call;
  for (let at: TSESTree.Node | undefined = call; at && at !== loop.body; at = at.parent) {
    if (enclosingFunction(at) !== fn) continue;
    statement = at;
    if (/Statement$|^VariableDeclaration$/u.test(at.type)) break;
  }
  // In the loop's head, where there is no statement.
  if (!contains(loop.body, statement)) return waysFrom(source, loop.body, loop).on || waysFrom(source, loop.body, loop).round;
  const own = waysFrom(source, statement, loop);
  const after = waysAfter(source, statement, loop);
  return own.on && (after.on || after.round);
}

/** Some test ends the loop by what the calls answer, and none by anything else. */
function endsByAnswers(source: SourceCode, loop: EndlessLoop, asks: ReadonlySet<TSESTree.Node>): boolean {
  const values = loopValues(source, loop, asks);
  const counted = new Set([...countedIn(source, partsOf(loop))].filter((name) => !isDeclaredIn(source, loop, name) && !getsAnswer(source, loop, name, asks)));
  const exits = exitsIn(source, loop.body, loop);
  const tests = [...(loop.test ? [loop.test] : []), ...exits.flatMap((exit) => exit.tests), ...continuesIn(source, loop).flatMap((at) => testsAround(at, loop.body))];
  // What throws when the answer is no good ends it no more than a test does.
  let byAnswers = exits.some((exit) => exit.tests.length === 0 && isTried(exit.statement, loop, values));
  for (const test of tests) {
    const about = subjectOf(source, loop, test, values, counted);
    if (about === 'other') return false;
    if (about === 'answers') byAnswers = true;
  }
  return byAnswers;
}

/** The statements that go round to the loop's next iteration. */
function continuesIn(source: SourceCode, loop: EndlessLoop): TSESTree.Node[] {
  return [...walk(loop.body, source.visitorKeys, isFunction)].filter((at) => at.type === 'ContinueStatement' && waysFrom(source, at, loop).round);
}

/** In the block of a `try` that works with the answers. */
function isTried(statement: TSESTree.Node, loop: Loop, values: LoopValues): boolean {
  for (let at = statement; at.parent && at !== loop.body; at = at.parent) {
    if (at.parent.type === 'TryStatement' && at.parent.block === at && at.parent.handler) return values.mentions(at);
  }
  return false;
}

function partsOf(loop: EndlessLoop): TSESTree.Node[] {
  return [loop.body, ...(loop.test ? [loop.test] : []), ...(loop.type === 'ForStatement' && loop.update ? [loop.update] : [])];
}

/** `answer = await ask(answer)` counts nothing. */
function getsAnswer(source: SourceCode, loop: Loop, name: string, asks: ReadonlySet<TSESTree.Node>): boolean {
  return [...asks].some((call) => {
    for (let at: TSESTree.Node | undefined = call; at && at !== loop; at = at.parent) if (at.type === 'AssignmentExpression' && at.operator === '=' && source.getText(at.left) === name) return true;
    return false;
  });
}

function isDeclaredIn(source: SourceCode, loop: Loop, name: string): boolean {
  const root = /^[\w$]+/u.exec(name)?.[0];
  for (const at of walk(loop.body, source.visitorKeys)) {
    if (at.type !== 'Identifier' || at.name !== root) continue;
    const declared = variableOf(source, at)?.defs[0]?.name as TSESTree.Node | undefined;
    return declared !== undefined && contains(loop.body, declared);
  }
  return false;
}

/** What it costs or took so far, which an answer tells too, and the state of work that goes on elsewhere and is only asked for. */
const measures = /usage|cost|budget|elapsed|spent|duration|_?tokens?(?:used|count)?$|^status$/iu;

/** What a test is about: the answers, nothing that changes, or something that may end the loop whatever the answers are. */
function subjectOf(source: SourceCode, loop: Loop, test: TSESTree.Node, values: LoopValues, counted: ReadonlySet<string>): 'answers' | 'nothing' | 'other' {
  if (mentionsAny(source, test, counted) || /\b(?:Date\.now|performance\.now|hrtime)\b|\bnew Date\b/u.test(source.getText(test))) return 'other';
  let subject: 'answers' | 'nothing' = values.mentions(test) ? 'answers' : 'nothing';
  for (const at of walk(test, source.visitorKeys)) {
    if (at.type === 'ThisExpression' && !isDerivedMember(at, values)) return 'other';
    if (at.type !== 'Identifier') continue;
    const { parent } = at;
    if (parent.type === 'MemberExpression' && parent.property === at && !parent.computed) {
      if (measures.test(at.name) && values.mentions(parent.object)) return 'other';
      continue;
    }
    if (values.onlyFrom(at)) {
      subject = 'answers';
      continue;
    }
    if (isDerivedMember(at, values)) continue;
    if (!isFixed(source, loop, at)) return 'other';
  }
  return subject;
}

/** The object of a member that is derived from the answers, where the object itself is not: `state` of `state.done`. */
function isDerivedMember(node: TSESTree.Node, values: LoopValues): boolean {
  for (let at = node; at.parent?.type === 'MemberExpression' && at.parent.object === at; at = at.parent) if (values.onlyFrom(at.parent)) return true;
  return false;
}

/** It stays what it is while the loop runs: a global, an import, a function, a constant text or number, the error that was caught, a parameter of a callback in the test. */
function isFixed(source: SourceCode, loop: Loop, name: TSESTree.Identifier): boolean {
  const variable = variableOf(source, name);
  const definition = variable?.defs[0];
  if (!variable || !definition || definition.type === 'ImportBinding' || definition.type === 'CatchClause') return true;
  if (definition.type === 'FunctionName' || definition.type === 'ClassName' || definition.type === 'TSEnumName') return true;
  if (definition.type === 'Parameter') return contains(loop, definition.node);
  return valueOf(source, name).known || (isFunction(unwrap((definition.node as TSESTree.VariableDeclarator).init ?? name)) && variable.references.every((reference) => !reference.isWrite() || reference.init));
}

/** Somebody can stop the request, and with it the loop. */
function hasSignal(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const request = agentRequests(source).find(({ node }) => node === call);
  return request !== undefined && typeof partOf(request, 'signal') === 'object';
}

/** The function of the loop is called with a time limit: `Promise.race([...])`, `withTimeout(...)`. */
function isRacedAgainstTime(source: SourceCode, loop: Loop): boolean {
  const fn = enclosingFunction(loop);
  return fn !== undefined && callersOf(source, fn).some(({ call }) => {
    for (let at: TSESTree.Node | undefined = call.parent; at && !isFunction(at); at = at.parent) {
      if (at.type === 'CallExpression' && at !== call && /race$|time_?(?:out|limit)/iu.test(source.getText(at.callee))) return true;
    }
    return false;
  });
}
