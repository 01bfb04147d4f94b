import type { TSESTree } from '@typescript-eslint/utils';
import { boundBy, mentions } from './bindings.js';
import { variableOf } from './calls.js';
import { isDeliberate } from './parallelism.js';
import { dataCalls } from './data-calls.js';
import type { ElementLoop } from './element-loops.js';
import { usesOf } from './facts.js';
import { nodesWithin } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { contains, enclosingFunction, functionName, isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';
import { wordsOf } from './write-purposes.js';

/**
 * Reasons for which the elements of a loop are worked on one by one, though one statement could do for all: the pace is meant, what an
 * iteration does depends on earlier ones, each element's failure is dealt with by itself, or writes note how far other work has come.
 */

const pausing = /\b(?:sleep|delay|setTimeout|throttle\w*|rateLimit\w*|limiter|backoff)\b\s*[(.]|\bwait(?:For|Ms)?\(/iu;
/** Functions that run once, or when somebody installs something. */
const oneOff = new Set(['seed', 'seeds', 'migrate', 'migration', 'backfill', 'bootstrap', 'setup', 'init', 'initialize', 'initialise', 'install', 'fixture', 'fixtures', 'demo']);

/** Comments that say why rows are worked on one by one. */
const explained = /\b(?:individually|one by one|one at a time|per[- ](?:row|record|item)|each (?:row|record|item|message) (?:is|must|has)|(?:does ?n[o']t|not|no) support(?:ed)?)\b/iu;

/** Whether the loop pauses, a comment says that it goes one by one, or it runs in what is done once. */
export function isPaced(source: SourceCode, { node, body }: ElementLoop): boolean {
  const around = enclosingFunction(node) ?? node;
  if (isDeliberate(source, node, node) || (source.ast.comments ?? []).some(({ value, range }) => range[0] >= around.range[0] && range[1] <= node.range[1] && explained.test(value))) return true;
  if (pausing.test(source.getText(body)) || (node.type === 'ForOfStatement' && node.await && !isPlainList(node.right))) return true;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const name = functionName(fn);
    if (name !== undefined && wordsOf(name).some((word) => oneOff.has(word))) return true;
  }
  return false;
}

/** What `for await` goes through is a list that is there already: `for await (const x of await find())`. */
function isPlainList(list: TSESTree.Node): boolean {
  const at = unwrap(list);
  return at.type === 'AwaitExpression' || at.type === 'ArrayExpression';
}

/**
 * Whether one iteration has to be done before the next: it hands something on to it, remembers what it has asked for, or a
 * write stands beside work that could fail by itself.
 *
 * @param node the query, or the call in the loop that leads to it.
 */
export function worksInSteps(source: SourceCode, loop: ElementLoop, node: TSESTree.Node, operation: TSESTree.Node, kind: 'read' | 'write'): boolean {
  if (handsOn(source, loop, node) || isRemembered(source, loop, node) || isBesideOtherWork(source, loop, node)) return true;
  return kind === 'write' && (isCaughtAlone(loop, node) || isCaughtAlone(loop, operation));
}

/** First words of functions that hand something on to others, awaited or not. */
const handingOn = new Set(['send', 'publish', 'notify', 'enqueue', 'dispatch', 'deliver', 'upload', 'trigger', 'schedule']);

/** Whether a function does nothing that takes time but the one call, and nothing else instead of it. */
export function doesOnly(source: SourceCode, fn: FunctionNode, call: TSESTree.Node, kind: 'read' | 'write'): boolean {
  if (dataCalls(source).some(({ node }) => contains(fn.body, node) && !contains(call, node)) || hasAlternative(fn, call) || isDefault(source, fn, call)) return false;
  for (const at of walk(fn.body, source.visitorKeys)) if (isHandedOn(at) || (at.type === 'AwaitExpression' && !contains(at, call)) || (kind === 'write' && at.type === 'CatchClause')) return false;
  return true;
}

function isHandedOn(node: TSESTree.Node): boolean {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  const name = callee?.type === 'Identifier' ? callee.name : callee?.type === 'MemberExpression' ? propertyName(callee) : undefined;
  return name !== undefined && handingOn.has(wordsOf(name)[0] ?? '');
}

/** `rows ??= await find(id)`: it is asked only where the caller has not done so. */
function isDefault(source: SourceCode, fn: FunctionNode, call: TSESTree.Node): boolean {
  for (let child = call, at = call.parent; at && child !== fn.body; child = at, at = at.parent) {
    if (at.type !== 'AssignmentExpression' || at.right !== child) continue;
    const params = fn.params.flatMap((param) => boundBy(source, param.type === 'TSParameterProperty' ? param.parameter : param));
    return boundBy(source, at.left).some((variable) => params.includes(variable));
  }
  return false;
}

/** `if (redis) await redis.del(key); else memory.delete(key);` */
function hasAlternative(fn: FunctionNode, call: TSESTree.Node): boolean {
  for (let child = call, at = call.parent; at && child !== fn.body; child = at, at = at.parent) {
    if ((at.type === 'IfStatement' || at.type === 'ConditionalExpression') && at.test !== child && at.alternate) return true;
  }
  return false;
}

/** What is read in the query is written in the loop and lives longer than an iteration: the number of the last row, ids by name. */
function handsOn(source: SourceCode, loop: ElementLoop, query: TSESTree.Node): boolean {
  const written = [...writtenIn(source, loop)];
  return written.some((variable) => variable.references.some(({ identifier }) => contains(query, identifier)));
}

/** Variables from outside the loop that its body assigns to, adds to or sets members of. */
function writtenIn(source: SourceCode, { node, body }: ElementLoop) {
  const found = new Set<ReturnType<typeof boundBy>[number]>();
  const add = (target: TSESTree.Node) => {
    let root = unwrap(target);
    while (root.type === 'MemberExpression') root = unwrap(root.object);
    for (const variable of root.type === 'Identifier' ? [variableOf(source, root)] : boundBy(source, root)) {
      const name = variable?.defs[0]?.name;
      if (variable && (!name || !contains(node, name))) found.add(variable);
    }
  };
  for (const at of walk(body, source.visitorKeys)) {
    if (at.type === 'AssignmentExpression') add(at.left);
    const callee = at.type === 'CallExpression' ? unwrap(at.callee) : undefined;
    if (callee?.type === 'MemberExpression' && /^(?:set|add|push|unshift)$/u.test(propertyName(callee) ?? '')) add(callee.object);
  }
  return found;
}

/** The query is asked only if the loop has not met its key: `if (!seen.has(id)) seen.set(id, await find(id))`. */
function isRemembered(source: SourceCode, loop: ElementLoop, query: TSESTree.Node): boolean {
  const { body } = loop;
  const written = writtenIn(source, loop);
  if (written.size === 0) return false;
  for (let child = query, at = query.parent; at && child !== body; child = at, at = at.parent) {
    const test = at.type === 'IfStatement' || at.type === 'ConditionalExpression' ? (at.test === child ? undefined : at.test) : at.type === 'LogicalExpression' && at.right === child ? at.left : undefined;
    if (test && mentions(test, written)) return true;
    // `if (seen.has(id)) continue;` before it.
    if (at.type === 'BlockStatement' && at.body.some((one) => one.range[1] <= child.range[0] && one.type === 'IfStatement' && mentions(one.test, written))) return true;
  }
  return false;
}

/** The failure of one row is caught in the loop, so that the others are done all the same. */
function isCaughtAlone({ body }: ElementLoop, node: TSESTree.Node): boolean {
  for (let child = node, at = node.parent; at && child !== body; child = at, at = at.parent) {
    if (at.type === 'TryStatement' && at.handler && at.block === child) return true;
    if (at.type === 'MemberExpression' && propertyName(at) === 'catch') return true;
    if (isFunction(at) && !contains(body, at)) return at.body.type === 'BlockStatement' && contains(body, at);
  }
  return false;
}

const ownWork = defineService((source: SourceCode): readonly TSESTree.Node[] =>
  [...dataCalls(source).map(({ statement }) => statement), ...usesOf(source, 'cache').map(({ node }) => node)].sort((a, b) => a.range[0] - b.range[0]));

/** Something else is awaited in the body: a call to another service, a file, a job. */
function isBesideOtherWork(source: SourceCode, { body }: ElementLoop, query: TSESTree.Node): boolean {
  const own = [...nodesWithin(ownWork(source), body), query];
  for (const at of walk(body, source.visitorKeys)) {
    if (at.type === 'AwaitExpression' && at.argument.type !== 'ImportExpression' && !own.some((one) => contains(at, one))) return true;
  }
  return false;
}
