import type { TSESTree } from '@typescript-eslint/utils';
import { callersOf } from './calls.js';
import type { Step } from './call-paths.js';
import { isInline, type Reach } from './handlers.js';
import type { SourceCode } from './service.js';
import { contains, functionName, isFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';

/**
 * Does code run only after something failed: in a `catch` clause, in the callback of `.catch()`, in the second one of `.then()`, in a listener of
 * `error`, in a function that is there to log or report errors, or in the error handler of a framework?
 * Heuristic: such functions are known by their names, error handlers by four parameters, the first of them an error.
 * Does not see: branches (`if (error)`), functions handed on by name (`.catch(tidy)`), tests of what a promise gave.
 */
export function isAfterFailure(node: TSESTree.Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'CatchClause') return true;
    if (!isFunction(at)) continue;
    if (takesFailure(at) || reportsErrors.test(functionName(at) ?? '')) return true;
    if (!isInline(at)) return false;
  }
  return false;
}

/** Whether a handler comes to what it reaches in its file, by the shortest way, only after a failure. */
export function isReachedAfterFailure(source: SourceCode, { handler, path }: Reach): boolean {
  const way = [handler.node, ...path];
  return path.some((target, index) => {
    const calls = callersOf(source, target).filter(({ call }) => contains(way[index]!, call));
    return reportsErrors.test(functionName(target) ?? '') || (calls.length > 0 && calls.every(({ call }) => isAfterFailure(call)));
  });
}

/** Whether a call on the way through other files is made only after a failure, or is one to a function that reports failures. */
export function isStepAfterFailure({ call, target }: Step): boolean {
  return reportsErrors.test(functionName(target.node) ?? '') || isAfterFailure(call);
}

/** `error`, `logError`, `handleUploadError`, `captureException`. */
const reportsErrors = /^(?:error|fatal|exception|(?:log|report|handle|capture|record|write|on)(?:[A-Z]\w*)?(?:Error|Exception|Failure|Crash)s?)$/u;
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
