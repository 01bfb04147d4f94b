import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';

/**
 * Where a function answers its caller through a parameter: `res.json(x)`, `reply.code(200).send(x)`, `ctx.body = x`.
 * Does not see: a response under another name, one that is destructured.
 */

const carriers = /^_*(?:res|resp|response|reply|h|ctx|context|c|ack|callback|cb|done)$/u;
/** Of these the names of what is there for the answer only: a context or a callback may be handed on for anything. */
const responses = /^_*(?:res|resp|response|reply)$/u;
const sends = new Set(['json', 'jsonp', 'send', 'sendFile', 'sendfile', 'sendStatus', 'render', 'redirect', 'end', 'write', 'download', 'attachment', 'text', 'html', 'body', 'newResponse', 'view', 'respond']);

/** Whether a call answers through the caller's object: what is among its arguments is in the answer. */
export function isAnswerCall(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return /^(?:ack|callback|cb|done)$/u.test(callee.name);
  return callee.type === 'MemberExpression' && sends.has(propertyName(callee) ?? '') && carriers.test(rootName(callee) ?? '');
}

/** The name at the start of a chain of members and calls. */
export function rootName(node: TSESTree.Node): string | undefined {
  let at = unwrap(node);
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') at = unwrap(at.type === 'MemberExpression' ? at.object : at.callee);
  return at.type === 'Identifier' ? at.name : undefined;
}

/** Whether a node names a parameter of `fn` by which it answers. */
export function isCarrier(source: SourceCode, node: TSESTree.Node, fn: FunctionNode): boolean {
  const at = unwrap(node);
  if (at.type !== 'Identifier' || !carriers.test(at.name)) return false;
  const definition = variableOf(source, at)?.defs[0];
  return definition?.type === 'Parameter' && definition.node === fn;
}

/** Whether a call is given the response of `fn`: a function that gets it, and data beside it, is there to answer with the data. */
export function isGivenResponse(source: SourceCode, call: TSESTree.CallExpression, fn: FunctionNode): boolean {
  return call.arguments.some((argument) => argument.type === 'Identifier' && responses.test(argument.name) && isCarrier(source, argument, fn));
}

/**
 * Whether an earlier statement, one that surely ran, has sent the answer of `root` already: what follows holds up nobody.
 * Looks at the statements before `node` in each block around it, up to `root` or, in a function that `root` calls, up to that function.
 */
export function answeredBefore(node: TSESTree.Node, root: FunctionNode): boolean {
  for (let child = node, at = node.parent; at && child !== root; child = at, at = at.parent) {
    if (at.type === 'BlockStatement') {
      const before = at.body.slice(0, at.body.indexOf(child as TSESTree.Statement));
      if (before.some((statement) => isAnswer(statement))) return true;
      if (isFunction(at.parent) && at.parent === root) return false;
    }
  }
  return false;
}

function isAnswer(statement: TSESTree.Statement): boolean {
  if (statement.type !== 'ExpressionStatement') return false;
  const expression = unwrap(statement.expression);
  const call = expression.type === 'AwaitExpression' ? unwrap(expression.argument) : expression;
  return call.type === 'CallExpression' && isAnswerCall(call) && !['write', 'attachment'].includes(lastName(call) ?? '');
}

function lastName(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
}
