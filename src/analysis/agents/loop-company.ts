import type { TSESTree } from '@typescript-eslint/utils';
import { resolveFunction } from '../calls.js';
import { useOf } from '../facts.js';
import { propertyName, unwrap, walk, type FunctionNode } from '../syntax.js';
import type { Loop } from '../loop-flow.js';
import type { SourceCode } from '../service.js';

/**
 * What else a loop around agent calls does that bounds it or says what it is for: it waits for a person, an event or the next
 * job, it pauses between rounds, it knows a limit. Judged by names, also those in functions of the file that it calls.
 * Does not see: what imported functions do whose names tell nothing.
 */

/** Calls that wait for a person, an event or the next piece of work. */
const waits = /^questions?$|ask_?(?:user|human|question)|^ask$|^prompts?$|^prompt_?(?:user|for)|^input$|(?:get|read|await|wait|collect|request)\w*input|confirm|elicit|(?:get|read|next|await|wait\w*)_?user|user_?(?:reply|turn|answer|choice|decision)|readline|^wait|wait_?for|receive|^listen|subscribe|^poll|dequeue|^(?:shift|pop|take|next)$|b[lr]pop/iu;
/** The same by what they are methods of. */
const waiters = /(?:^|\.)(?:wait|stdin|rl|readline|terminal|inquirer)\./u;
/** Names of what waits for a person who decides on what the agent wants to do. */
const people = /interrupt|approv|human(?!_?message)|consent/iu;
const pauses = /^(?:sleep|delay|wait|pause|setTimeout|setInterval|backoff)$/iu;
/** Names of limits: of steps, time or money, and of what stops the work from outside. */
const limits = /deadline|budget|abort|signal|cancel|quota|expired|elapsed|(?:max|limit)_?\w*(?:turn|step|iter|loop|round|depth|call|cycle|hop|cost)|(?:turn|step|iteration|loop|round|call)s?_?(?:limit|left|remaining|count)|shouldStop|checkLimit|tooMany|exceed/iu;

/**
 * @param asks the agent calls of the loop: their names and options say nothing of it.
 */
export function isBoundedByCompany(source: SourceCode, loop: Loop, asks: ReadonlySet<TSESTree.Node>): boolean {
  return waitsOrKnowsLimits(source, loop, asks, new Set()) || pausesEachRound(source, loop);
}

function waitsOrKnowsLimits(source: SourceCode, node: TSESTree.Node, asks: ReadonlySet<TSESTree.Node>, seen: Set<FunctionNode>): boolean {
  for (const at of walk(node, source.visitorKeys)) {
    if (at.type === 'YieldExpression') return true; // who takes what it gives may stop at any time
    if (at.type === 'Identifier' && (limits.test(at.name) || people.test(at.name)) && !isOptionName(at) && !isCondition(source, at)) return true;
    if ((at.type !== 'CallExpression' && at.type !== 'NewExpression') || asks.has(at)) continue;
    const callee = unwrap(at.callee);
    const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
    if ((name !== undefined && waits.test(name)) || waiters.test(source.getText(callee))) return true;
    const target = seen.size < 12 ? resolveFunction(source, at.callee) : undefined;
    if (!target || seen.has(target)) continue;
    seen.add(target);
    if (waitsOrKnowsLimits(source, target.body, asks, seen)) return true;
  }
  return false;
}

/** The key of an option (`maxCalls: 3` of a retry) limits that call, not the loop. */
function isOptionName(name: TSESTree.Identifier): boolean {
  const { parent } = name;
  return parent.type === 'Property' && parent.key === name && !parent.shorthand && !parent.computed;
}

/** A condition that a library makes (`stepCountIs`) bounds one call, not the loop. */
function isCondition(source: SourceCode, { parent }: TSESTree.Identifier): boolean {
  return parent.type === 'CallExpression' && useOf(source, parent)?.action.roles?.includes('pure') === true;
}

/** A pause that every round makes, not one in an inner loop, in a callback or after a failure. */
function pausesEachRound(source: SourceCode, loop: Loop): boolean {
  const isElsewhere = (node: TSESTree.Node) => node !== loop && (node.type === 'CatchClause' || /^(?:For|While|DoWhile)/u.test(node.type));
  for (const at of walk(loop, source.visitorKeys, isElsewhere)) {
    if (at.type !== 'CallExpression') continue;
    const callee = unwrap(at.callee);
    const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
    if (name !== undefined && pauses.test(name)) return true;
  }
  return false;
}
