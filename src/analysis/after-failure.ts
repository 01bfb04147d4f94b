import type { TSESTree } from '@typescript-eslint/utils';
import { isInline } from './handlers.js';
import { refuses } from './refusals.js';
import type { SourceCode } from './service.js';
import { functionName, isFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';

/**
 * Does code run only after something failed: in a `catch` clause, in the callback of `.catch()`, in the second one of `.then()`, in a listener of
 * `error`, in a branch that refuses, in a function that is there to log or report errors, or in the error handler of a framework?
 * Heuristic: such functions are known by their names, error handlers by four parameters, the first of them an error.
 * Does not see: functions handed on by name (`.catch(tidy)`), tests of what a promise gave.
 */
export function isAfterFailure(source: SourceCode, node: TSESTree.Node): boolean {
  for (let child = node, at = node.parent; at; child = at, at = at.parent) {
    if (at.type === 'CatchClause') return true;
    if (at.type === 'IfStatement' && at.test !== child && refuses(source, child)) return true;
    if (!isFunction(at)) continue;
    if (takesFailure(at) || reportsErrors(at)) return true;
    if (!isInline(at)) return false;
  }
  return false;
}

/** Whether a function is there for failures by its name: `error`, `logError`, `handleUploadError`, `captureException`. */
export function reportsErrors(fn: FunctionNode): boolean {
  return failureName.test(functionName(fn) ?? '');
}

const failureName = /^(?:error|fatal|exception|(?:log|report|handle|capture|record|write|on)(?:[A-Z]\w*)?(?:Error|Exception|Failure|Crash)s?)$/u;
const error = /^_?(?:e|ex|err|error|exception)$/u;

function takesFailure(fn: FunctionNode): boolean {
  const [first] = fn.params;
  if (fn.params.length === 4 && first?.type === 'Identifier' && error.test(first.name)) return true;
  const call = fn.parent;
  const callee = call.type === 'CallExpression' && call.callee !== fn ? unwrap(call.callee) : undefined;
  if (call.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return false;
  const name = propertyName(callee);
  const [event] = call.arguments;
  if (name === 'catch') return true;
  if (name === 'then') return call.arguments[1] === fn;
  return /^(?:on|once|addListener)$/u.test(name ?? '') && event?.type === 'Literal' && event.value === 'error';
}
