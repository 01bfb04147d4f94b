import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionOf } from './call-paths.js';
import { handlers, type Handler, type Reach } from './handlers.js';
import { isHandful } from './list-sizes.js';
import { servesOneUser } from './one-client.js';
import type { Reached } from './reached-calls.js';
import { holdsSame } from './same-parts.js';
import type { SourceCode } from './service.js';
import { isFunction, lastStatement, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';
import type { Use } from './use.js';

/**
 * Which blocking calls weigh? Those that take microseconds do where a list decides how often they are made, and where the same function
 * also makes a longer call on the same path, so that both are mended together: one that blocks, or that is awaited already.
 * What is done with files does not where no request waits: in a scheduled job, and on the machine of the one user.
 * Paths are compared as they are written. Does not see: loops around the call of the function, `while` loops, longer work in other functions.
 */
export interface BlockingCall {
  readonly use: Use;
  readonly reach: Reach;
}

/** The blocking calls that weigh, in their order. */
export function weighty<T extends BlockingCall>(source: SourceCode, all: readonly T[]): T[] {
  const calls = all.filter(({ use, reach }) => !isOfFiles(use) || filesWeigh(source, reach.handler));
  const longer = calls.filter(({ use }) => !isBrief(use));
  return calls.filter(({ use, reach }) => {
    if (!isBrief(use) || isRepeated(source, use.node)) return true;
    const fn = functionOf(reach);
    return longer.some((one) => functionOf(one.reach) === fn && sharePath(source, use, one.use.args)) || isBesideAwaited(source, use, fn);
  });
}

/** How many functions away, in other files, what is done with files counts: further on it is often a branch that few requests take. */
const filesAway = 1;

/** Whether something that a handler comes to through other files weighs: what computes does however far away it is. */
export function weighsElsewhere(source: SourceCode, { found, steps, reach }: Reached<Use>): boolean {
  if (!isOfFiles(found)) return true;
  return steps.length <= filesAway && filesWeigh(source, reach.handler) && !steps.some(({ target }) => isScheduled(target));
}

/** Whether work on files in a handler takes time from others: a scheduled job has none, nor has a server for the one user of its machine. */
function filesWeigh(source: SourceCode, { kind }: Handler): boolean {
  return kind !== 'cron' && !servesOneUser(source);
}

/** A scheduled job that a request starts as well, by hand. */
function isScheduled({ source, node }: FunctionOf): boolean {
  return handlers(source).some((handler) => handler.node === node && handler.kind === 'cron');
}

/** The function that runs, as often as the handler does, with the call in it. */
export function functionOf({ handler, path }: Reach): FunctionNode {
  return path.at(-1) ?? handler.node;
}

const isOfFiles = ({ action }: Use) => action.blocking?.files === true;
const isBrief = ({ action }: Use) => action.blocking?.brief === true;

const iterates = /^(?:map|flatMap|forEach|filter|reduce|sort|toSorted)$/u;

/** Whether it runs once for each element of a list that somebody else fills, and not only until the first that is there. */
function isRepeated(source: SourceCode, node: TSESTree.Node): boolean {
  let isSearch = false;
  for (let child = node, at = node.parent; at; child = at, at = at.parent) {
    if (at.type === 'IfStatement' && at.test === child) isSearch = child.type !== 'UnaryExpression' && isLeaving(at.consequent);
    if ((at.type === 'ForOfStatement' || at.type === 'ForInStatement') && at.body === child && !isSearch && !isHandful(source, at.right)) return true;
    if (at.type === 'ForStatement' && at.body === child && !isSearch && isOverIndices(source, at)) return true;
    if (!isFunction(at)) continue;
    const call: TSESTree.Node = at.parent;
    const callee = call.type === 'CallExpression' && call.callee !== at ? unwrap(call.callee) : undefined;
    if (callee?.type !== 'MemberExpression') return false;
    if (iterates.test(propertyName(callee) ?? '') && !isHandful(source, callee.object)) return true;
  }
  return false;
}

/** `if (existsSync(path)) return path;` */
function isLeaving(statement: TSESTree.Statement): boolean {
  const last = lastStatement(statement);
  return last?.type === 'ReturnStatement' || last?.type === 'BreakStatement';
}

/** `for (let i = 0; i < items.length; i++)`. */
function isOverIndices(source: SourceCode, { test }: TSESTree.ForStatement): boolean {
  const limit = test?.type === 'BinaryExpression' ? unwrap(test.right) : undefined;
  return limit?.type === 'MemberExpression' && propertyName(limit) === 'length' && !isHandful(source, limit.object);
}

const awaitedFileCall = /^(?:appendFile|copy|copyFile|cp|move|outputFile|readFile|readJson|readdir|remove|rm|truncate|unlink|writeFile|writeJson)$/iu;

/** Whether the function awaits longer work on the same path, as it does once that work is mended: `statSync(file)` beside `await readFile(file)`. */
function isBesideAwaited(source: SourceCode, use: Use, fn: FunctionNode): boolean {
  if (!use.action.blocking?.twin) return false;
  for (const at of walk(fn.body, source.visitorKeys)) {
    if (at.type !== 'AwaitExpression' || at.argument.type !== 'CallExpression') continue;
    const callee = unwrap(at.argument.callee);
    const name = callee.type === 'MemberExpression' ? propertyName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
    if (name !== undefined && awaitedFileCall.test(name) && sharePath(source, use, at.argument.arguments)) return true;
  }
  return false;
}

/** Whether the path of a call is, is part of or has a part that is, an argument of another call. */
function sharePath(source: SourceCode, { args: [path] }: Use, others: readonly TSESTree.Node[]): boolean {
  return path !== undefined && others.some((other) => mentions(source, other, path) || mentions(source, path, other));
}

function mentions(source: SourceCode, whole: TSESTree.Node, part: TSESTree.Node): boolean {
  return (part.type !== 'Literal' || whole.type === 'Literal') && holdsSame(source, whole, part);
}
