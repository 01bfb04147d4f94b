import type { TSESTree } from '@typescript-eslint/utils';
import { isAnswerCall } from './answers.js';
import { boundBy } from './bindings.js';
import { isLogging } from './effects.js';
import type { SourceCode } from './service.js';
import { calledName, contains, isFunction, propertyName, unwrap, walk, wrapped, type FunctionNode } from './syntax.js';

/**
 * What becomes of a failure in a function: does a `catch` swallow it and let the function go on as if nothing had been, or does
 * somebody hear of it? Only reports are swallowing: whoever does anything else in a `catch` cares.
 * Does not see: errors kept in fields and objects, events, a `catch` that reports under a name of its own.
 */

/**
 * Where a failure at `from` ends: thrown out of the function, swallowed, part of what the function returns or leaves behind, part
 * of what the promise gives, or in what is done next.
 */
export function failureOf(source: SourceCode, from: TSESTree.Node, fn: FunctionNode): 'thrown' | 'swallowed' | 'returned' | 'given' | 'used' {
  let awaited = from.type === 'ThrowStatement';
  for (let child = from, at = from.parent; at && child !== fn; child = at, at = at.parent) {
    if (at.type === 'AwaitExpression') awaited = true;
    if (isFunction(at)) awaited = false;
    if (at.type === 'CallExpression' && calledName(at) === 'allSettled' && at.callee !== child) return 'given';
    if (at.type === 'MemberExpression' && at.object === child && propertyName(at) === 'catch') {
      const callback = caughtBy(at);
      if (!callback) return 'used';
      if (!isFunction(callback)) return isReporter(callback) ? 'swallowed' : 'used';
      const body = callback.body;
      if (body.type !== 'BlockStatement') return body.type === 'CallExpression' ? (reports(body) ? 'swallowed' : 'used') : 'given';
      const end = endOf(source, body);
      if (end !== 'thrown') return end === 'returned' ? 'given' : end;
    }
    if (at.type === 'TryStatement' && at.block === child && at.handler && awaited) {
      const end = endOf(source, at.handler.body);
      if (end === 'used' || end === 'returned') return end;
      if (end === 'swallowed') return afterIn(source, at.block, from);
    }
  }
  return 'thrown';
}

function caughtBy(member: TSESTree.MemberExpression): TSESTree.Node | undefined {
  const call = wrapped(member).parent;
  return call?.type === 'CallExpression' ? call.arguments[0] : undefined;
}

/** What a `try` leaves out when the message fails: work that is waited for, or something that whoever comes next looks at. */
function afterIn(source: SourceCode, block: TSESTree.BlockStatement, from: TSESTree.Node): 'swallowed' | 'returned' | 'used' {
  let end: 'swallowed' | 'returned' = 'swallowed';
  for (const node of walk(block, source.visitorKeys, isFunction)) {
    if (node.range[0] < from.range[1]) continue;
    if (node.type === 'AwaitExpression' && !isMessage(node.argument)) return 'used';
    if (node.type === 'CallExpression' && answers(node)) return 'used';
    if (node.type === 'ReturnStatement' || keepsIn(source, node, block)) end = 'returned';
  }
  return end;
}

/** How a block that runs when something happened ends. */
export function endOf(source: SourceCode, block: TSESTree.Node): 'thrown' | 'swallowed' | 'returned' | 'used' {
  let end: 'swallowed' | 'returned' = 'swallowed';
  for (const node of walk(block, source.visitorKeys, isFunction)) {
    if (node.type === 'ThrowStatement' || (node.type === 'CallExpression' && /^throw/u.test(calledName(node) ?? ''))) return 'thrown';
    if (node.type === 'ReturnStatement' || keepsIn(source, node, block)) end = 'returned';
    else if (node.type === 'CallExpression' && !isReport(node, block) && !isReturned(node, block)) return 'used';
  }
  return end;
}

const answering = /^(?:next|reject|redirect|notFound|unauthorized|forbidden|abort|fail|exit|rollback|throw\w*|resolve|done|cb|callback)$/u;

/** `res.status(500).json(...)`, `next(error)`, `reject(error)`, `redirect('/')`. */
function answers(call: TSESTree.CallExpression): boolean {
  return isAnswerCall(call) || answering.test(calledName(call) ?? '');
}

const reporting = /^(?:log|capture|report|track|audit|record|debug|info|warn|error|trace)(?:$|[A-Z])|(?:Log|Logger|Exception)$/u;

/** A line of a log, also of one in a database (`emailLog.update()`), or a report of an error or of what happened. */
export function reports(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const table = object?.type === 'MemberExpression' ? propertyName(object) : undefined;
  return isLogging(call) || reporting.test(calledName(call) ?? '') || /Logs?$|^logs?$/u.test(table ?? '');
}

/** `console.error`, `reportError`. */
function isReporter(node: TSESTree.Node): boolean {
  const at = unwrap(node);
  return reporting.test(at.type === 'Identifier' ? at.name : at.type === 'MemberExpression' ? propertyName(at) ?? '' : '');
}

function isMessage(node: TSESTree.Node): boolean {
  const call = unwrap(node);
  return call.type === 'CallExpression' && (reports(call) || /^(?:send|notify|mail|email)/iu.test(calledName(call) ?? ''));
}

/** Whether a call is part of what is returned: `return fail(error)`. Whoever comes next decides. */
function isReturned(node: TSESTree.Node, block: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at && at !== block; at = at.parent) if (at.type === 'ReturnStatement') return true;
  return false;
}

/** Whether a call is a report, or is among what one is given: `log(describe(error))`. */
function isReport(call: TSESTree.CallExpression, block: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = call; at && at !== block.parent; at = at.parent) if (at.type === 'CallExpression' && reports(at)) return true;
  return false;
}

/** `sent = false`, `failed.push(address)`: something that outlives the block. */
function keepsIn(source: SourceCode, node: TSESTree.Node, block: TSESTree.Node): boolean {
  if (node.type === 'UpdateExpression') return true;
  if (node.type === 'AssignmentExpression') return node.left.type === 'MemberExpression' || boundBy(source, node.left).some((one) => one.defs.every(({ name }) => !contains(block, name)));
  return node.type === 'CallExpression' && /^(?:push|unshift|add|set)$/u.test(calledName(node) ?? '');
}
