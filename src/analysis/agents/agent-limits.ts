import type { TSESTree } from '@typescript-eslint/utils';
import { useOf } from '../facts.js';
import { nodesOf } from '../nodes.js';
import { defineService, type SourceCode } from '../service.js';
import { isFunction, unwrap } from '../syntax.js';
import { expressionOf, valueOf } from '../values.js';
import { agentDefinitions, agentRequests, behind, partOf, type AgentRequest, type RequestPlace } from './requests.js';

/**
 * Which agents and loops of model and tools the file starts without a limit of turns: their package has none by default and
 * the code gives none, or the code takes the limit away.
 * Does not see: options made elsewhere, limits that hooks or tools enforce, models whose answers call no tool.
 */
export type UnlimitedAgent = { readonly request: AgentRequest } & (
  /** Nothing says a limit, and the package has none. */
  | { readonly kind: 'missing' }
  /** What stands where the limit does says that there is none. */
  | { readonly kind: 'removed'; readonly node: TSESTree.Node }
  /** A number of turns. */
  | { readonly kind: 'given'; readonly node: TSESTree.Node; readonly turns: number }
);

/** The agents and loops of the file without a limit of turns, and those whose limit is a number, in source order. */
export const agentLimits = defineService((source: SourceCode): readonly UnlimitedAgent[] => {
  const found: UnlimitedAgent[] = [];
  const judged = new Set<TSESTree.Node>();
  for (const request of [...agentDefinitions(source), ...agentRequests(source)]) {
    const turns = partOf(request, 'maxTurns');
    if (turns === 'unknown') continue;
    if (turns === 'absent') {
      const isEndless = request.action.agent?.steps === 'unlimited' && !hasOtherLimit(source, request) && !isLimitedLater(source, request);
      if (isEndless) found.push({ request, kind: 'missing' });
      continue;
    }
    // What an agent says counts where it says it, not again for each run.
    if (turns.source !== source || judged.has(turns.found)) continue;
    judged.add(turns.found);
    const limit = limitOf(turns.source, turns.found, turns.request.action.agent?.unlimited ?? []);
    if (limit === 'unknown' || hasOtherLimit(source, request)) continue;
    found.push(limit === 'none' ? { request: turns.request, kind: 'removed', node: turns.found } : { request: turns.request, kind: 'given', node: turns.found, turns: limit });
  }
  return found;
});

/** It cannot go on for ever: it has a budget, a timer stops it, code looks at each turn, a person says what comes next, it has no tools to loop with. */
function hasOtherLimit(source: SourceCode, request: AgentRequest): boolean {
  const isBounded = isGiven(partOf(request, 'budget'), request) || isStopped(source, partOf(request, 'signal')) || isLooking(partOf(request, 'truncation'));
  const timeout = partOf(request, 'timeout');
  if (typeof timeout === 'object' && timeout.request === request) return true;
  return isBounded || isConversation(partOf(request, 'prompt')) || hasNoTools(partOf(request, 'tools'));
}

/** There is a budget, or may be. */
function isGiven(place: RequestPlace, request: AgentRequest): boolean {
  if (typeof place === 'object') {
    const value = valueOf(place.source, place.found);
    return !(value.known && (value.value === null || value.value === Number.POSITIVE_INFINITY));
  }
  return place === 'unknown' && [request, ...behind(request)].some((at) => at !== 'unknown' && at.action.args?.['budget'] !== undefined);
}

/** A function that sees every turn before it is taken may end the loop: it takes the tools away, it throws. */
function isLooking(place: RequestPlace): boolean {
  return typeof place === 'object' && !/^(?:Literal|ObjectExpression)$/u.test(expressionOf(place.source, place.found).type);
}

/** A signal from elsewhere, or one that a timer of this file fires. A stop button alone needs somebody who watches. */
function isStopped(source: SourceCode, place: RequestPlace): boolean {
  if (typeof place === 'string') return false;
  const at = expressionOf(place.source, place.found);
  const owner = at.type === 'MemberExpression' ? expressionOf(place.source, at.object) : at;
  const isOwn = owner.type === 'NewExpression' && owner.callee.type === 'Identifier' && owner.callee.name === 'AbortController';
  return !isOwn || nodesOf(source, 'CallExpression').some(({ callee, arguments: args }) => /(?:^|\.)setTimeout$/u.test(source.getText(callee)) && args[0] !== undefined && /abort|stop|cancel/iu.test(source.getText(args[0])));
}

/** The prompt is no text but messages that come in while the agent runs: a person, or another program, says when it is over. */
function isConversation(place: RequestPlace): boolean {
  if (typeof place === 'string') return false;
  const at = expressionOf(place.source, place.found);
  if (/(?:queue|stream|iterator|iterable|channel|inbox|generator)\w*$/iu.test(place.source.getText(place.found).split('(', 1)[0]!)) {
    const target = at.type === 'CallExpression' ? expressionOf(place.source, at.callee) : undefined;
    // A generator without a loop hands over what it has and ends.
    return !(target && isFunction(target) && target.generator) || /\b(?:while|for)\b/u.test(place.source.getText(target.body));
  }
  return at.type === 'NewExpression';
}

function hasNoTools(place: RequestPlace): boolean {
  if (typeof place === 'string') return false;
  const at = expressionOf(place.source, place.found);
  return (at.type === 'ArrayExpression' && at.elements.length === 0) || (at.type === 'ObjectExpression' && at.properties.length === 0);
}

/** A definition whose runs in this file say how long each may go on. */
function isLimitedLater(source: SourceCode, definition: AgentRequest): boolean {
  if (definition.kind !== 'definition') return false;
  return agentRequests(source).some((request) => typeof partOf(request, 'maxTurns') === 'object' && behind(request).some((at) => at !== 'unknown' && at.node === definition.node));
}

/** The number of turns that an expression allows: `20`, `stepCountIs(20)`, a list of conditions one of which is enough. */
function limitOf(source: SourceCode, node: TSESTree.Node, unlimited: readonly string[]): number | 'none' | 'unknown' {
  const at = expressionOf(source, node);
  const value = valueOf(source, at);
  if (value.known) {
    if (value.value === null || value.value === undefined) return 'none';
    if (unlimited.includes(String(value.value)) || value.value === Number.POSITIVE_INFINITY) return 'none';
    return typeof value.value === 'number' && value.value > 0 ? value.value : 'unknown';
  }
  if (isFunction(at)) return isNever(source, at) ? 'none' : 'unknown';
  if (at.type === 'ArrayExpression') {
    const limits = at.elements.map((element) => (!element || element.type === 'SpreadElement' ? 'unknown' : limitOf(source, element, unlimited)));
    const numbers = limits.filter((limit) => typeof limit === 'number');
    if (limits.includes('unknown')) return 'unknown';
    return numbers.length > 0 ? Math.min(...numbers) : 'none';
  }
  if (at.type !== 'CallExpression') return 'unknown';
  const name = useOf(source, at)?.known.path.split('.').at(-1) ?? '';
  const [first] = at.arguments;
  if (name === '') return 'unknown';
  if (unlimited.includes(`${name}()`)) return 'none';
  return first && at.arguments.length === 1 && first.type !== 'SpreadElement' && valueOf(source, first).known ? limitOf(source, first, []) : 'unknown';
}

/** `() => false`. */
function isNever(source: SourceCode, fn: TSESTree.Node): boolean {
  if (!isFunction(fn)) return false;
  const [only, ...more] = fn.body.type === 'BlockStatement' ? fn.body.body : [];
  const result = fn.body.type === 'BlockStatement' ? (only?.type === 'ReturnStatement' && more.length === 0 ? only.argument : undefined) : fn.body;
  const value = result && valueOf(source, unwrap(result));
  return value?.known === true && value.value === false;
}
