import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { boundBy } from './bindings.js';
import { contextOf } from './context.js';
import { relativePath } from './files.js';
import { qualifiedName, type Handler } from './handler.js';
import type { SourceCode } from './service.js';
import { calledName, contains, enclosingFunction, endsFunction, isFunction, lastStatement, unwrap, walk, wrapped, type FunctionNode } from './syntax.js';

/**
 * Does the caller of a handler want to know what came of a message that the handler sends? Then it waits for a good reason: the
 * handler is there to send that one message, as its name or path says, or what came of it decides how the handler goes on.
 * Does not see: handlers that send nothing else under a name that does not say so; failures that are told by an exception.
 */

/** `email-preview`: the caller wants to see the message, or all of them. */
const tries = /(?:^|-)preview(?:-|$)/u;
/** `resend-invite`, `send-otp`, `forward-instructions`, `make-call`. */
const sends = /^(?:re-?)?send(?:-|$)|-resend(?:-|$)|^forward(?:-|$)|^make-call$/u;
/** `request-verification-email`, `sign-in-magic-link`, `login-otp`, `forgot-password`. */
const asks = /(?:^|-)forgot(?:ten)?(?:-|$)|^(?:recover|unlock)-(?:password|account|username)(?:-|$)|^(?:request|start)-password-reset(?:-|$)|password-reset-request|^request(?:-\w+)*-(?:e-?mail|mail|sms|code|link|verification)(?:-|$)|(?:^|-)(?:magic-link|otp)(?:-|$)/u;

/** Whether the name of a handler, or the last part of its path, says that it is there to send a message. */
export function isThereToSend(source: SourceCode, handler: Handler): boolean {
  return namesOf(source, handler).some((words) => sends.test(words) || asks.test(words));
}

/** `sendMagicLink`, `resendInvite`, `sendLoginCode`: without the message, whoever asked cannot go on. */
const needed = /^re-?send-|(?:^|-)(?:magic|otp|passwordless|password-?less)(?:-|$)|(?:login|sign-in|one-time|verification|security|access|auth)-(?:link|code|otp|pin|password|e-?mail|mail|sms)(?:-|$)|^(?:send-)?(?:e-?mail-)?verif(?:y|ication)(?:-|$)|(?:^|-)(?:password-reset|reset-password|forgot)(?:-|$)/u;

/** Whether the name of a function says that its message is what somebody waits for: a link or code to sign in with, one that is sent again. */
export function isAwaitedMessage(fn: FunctionNode): boolean {
  return needed.test(inWords(qualifiedName(fn, true)?.split('.').at(-1) ?? ''));
}

/** The same for messages that somebody wants to see before they go out to others. */
export function isThereToPreview(source: SourceCode, handler: Handler): boolean {
  return namesOf(source, handler).some((words) => tries.test(words));
}

/** The name of a handler and the last part of its path, in small words with hyphens. */
function namesOf(source: SourceCode, handler: Handler): string[] {
  const name = qualifiedName(handler.node, true)?.split('.').at(-1) ?? '';
  return [name, lastPart(handler.path ?? ''), lastPart(fileUrl(source, handler))].map((one) => inWords(one).replace(/-(?:action|handler|controller|route|mutation|procedure)$/u, ''));
}

/** The path of a file that a framework serves by its place, without `route` and `index`. */
function fileUrl(source: SourceCode, { convention }: Handler): string {
  if (convention?.urlsBelow === undefined) return '';
  const { filename, cwd } = contextOf(source);
  return relativePath(filename, cwd).replace(/\.[cm]?[jt]sx?$/u, '').replace(/\/(?:route|index)$/u, '');
}

/** The last part of a path that is no parameter: `resend` of `/invites/:id/resend`. */
function lastPart(path: string): string {
  return path.split('/').filter((part) => /^\w/u.test(part)).at(-1) ?? '';
}

function inWords(name: string): string {
  return name.replace(/([a-z\d])(?=[A-Z])/gu, '$1-').replace(/[_.]/gu, '-').toLowerCase();
}

/**
 * Whether the function around `call`, which sends a message, ends early when that did not work: by a test of what the call gives
 * (`if (error) return`, `assertSent(result)`) or by a `try` that holds nothing else.
 */
export function tellsOutcome(source: SourceCode, call: TSESTree.Node): boolean {
  const fn = enclosingFunction(call);
  if (!fn) return false;
  const result = awaited(call);
  return isTested(result) || resultsIn(source, result).some((name) => isTested(name)) || catchesAlone(call, fn) !== undefined;
}

/** Whether something that is waited for comes after `call` only when the message went out: a `try` that holds nothing else ends the function. */
export function goesOnIfSent(source: SourceCode, call: TSESTree.Node): boolean {
  const fn = enclosingFunction(call);
  const own = fn && catchesAlone(call, fn);
  if (!fn || !own) return false;
  for (const node of walk(fn.body, source.visitorKeys, isFunction)) if (node.type === 'AwaitExpression' && node.range[0] > own.range[1]) return true;
  return false;
}

/** Whether the function around `call` gives its caller what the call gives. */
export function isGivenBack(source: SourceCode, call: TSESTree.Node): boolean {
  const result = awaited(call);
  return [result, ...resultsIn(source, result)].some((node) => {
    const { parent } = wrapped(node);
    return parent?.type === 'ReturnStatement' || (parent?.type === 'ArrowFunctionExpression' && unwrap(parent.body) === unwrap(node));
  });
}

function awaited(call: TSESTree.Node): TSESTree.Node {
  const { parent } = wrapped(call);
  return parent?.type === 'AwaitExpression' ? parent : call;
}

/** Where variables are read that hold what the expression gives, or parts of it. */
function resultsIn(source: SourceCode, result: TSESTree.Node): TSESTree.Node[] {
  const { parent } = wrapped(result);
  if (parent?.type !== 'VariableDeclarator') return [];
  return boundBy(source, parent.id).flatMap((variable: TSESLint.Scope.Variable) => variable.references.filter((one) => one.isRead()).map(({ identifier }) => identifier as TSESTree.Node));
}

const asserts = /^(?:assert|ensure|invariant|throwIf|check|must)/u;

/** Whether a value is in a condition that ends the function, or handed to a function that asserts something. */
function isTested(node: TSESTree.Node): boolean {
  for (let at = wrapped(node); at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'IfStatement') return parent.test === at && (endsFunction(lastStatement(parent.consequent)) || endsFunction(lastStatement(parent.alternate)));
    if (parent.type === 'CallExpression' && parent.callee !== at && asserts.test(calledName(parent) ?? '')) return true;
    if (!/^(?:Unary|Logical|Binary|Member|Call|Chain)Expression$/u.test(parent.type)) return false;
  }
  return false;
}

/** The `try` of a function that holds only the statement with `call` and whose `catch` ends the function. */
function catchesAlone(call: TSESTree.Node, fn: FunctionNode): TSESTree.TryStatement | undefined {
  for (let at: TSESTree.Node | undefined = call; at && at !== fn; at = at.parent) {
    if (at.type !== 'TryStatement') continue;
    return contains(at.block, call) && at.block.body.length === 1 && endsFunction(lastStatement(at.handler?.body)) ? at : undefined;
  }
  return undefined;
}
