import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { isFunction, unwrap, walk, withoutAwait } from './syntax.js';
import { droppedCall, isTelemetry } from './telemetry.js';

/**
 * Choices that only say who works on what came: each branch makes one call, whose result nobody uses or which is the answer. The
 * work is already somewhere else.
 */

/** `switch (event.type) { case 'paid': await onPaid(event); break; ... }`, or a chain of `if`s that compares one value with others. */
export function isDispatch(source: SourceCode, node: TSESTree.Node): boolean {
  if (node.type === 'SwitchStatement') return node.cases.every(({ consequent }) => isHandingOn(source, consequent));
  if (node.type !== 'IfStatement' || !node.alternate) return false;
  const subject = comparedIn(source, node.test);
  for (let at: TSESTree.Statement | null = node; at; at = at.type === 'IfStatement' ? at.alternate : null) {
    if (at.type === 'IfStatement' && (subject === undefined || comparedIn(source, at.test) !== subject)) return false;
    if (!isHandingOn(source, [at.type === 'IfStatement' ? at.consequent : at])) return false;
  }
  return true;
}

/** One call at most, or a refusal, with lines of a log around it. */
function isHandingOn(source: SourceCode, branch: readonly TSESTree.Statement[]): boolean {
  const statements = branch.flatMap((one): TSESTree.Statement[] => (one.type === 'BlockStatement' ? one.body : [one])).filter((one) => !isEnd(one) && !(one.type === 'ExpressionStatement' && isTelemetry(source, one)));
  if (isAskingAndAnswering(source, statements)) return true;
  return statements.length <= 1 && statements.every((one) => {
    if (one.type === 'ThrowStatement') return true;
    const call = one.type === 'ExpressionStatement' ? droppedCall(one) : undefined;
    return call !== undefined && isPlain(source, call);
  });
}

/** `const events = await calendar.events(id); return reply.ok(events);`, in one statement or two. */
function isAskingAndAnswering(source: SourceCode, statements: readonly TSESTree.Statement[]): boolean {
  const last = statements.at(-1);
  if (last?.type !== 'ReturnStatement' || !last.argument || statements.length > 2 || !statements.every((one) => isPlain(source, one))) return false;
  if (withoutAwait(last.argument).type !== 'CallExpression') return false;
  const [asked] = statements;
  if (asked === last) return true;
  const [declared] = asked?.type === 'VariableDeclaration' && asked.declarations.length === 1 ? asked.declarations : [];
  return declared?.init?.type === 'AwaitExpression' && withoutAwait(declared.init).type === 'CallExpression';
}

/** Decides nothing and does nothing in a function of its own. */
function isPlain(source: SourceCode, node: TSESTree.Node): boolean {
  for (const at of walk(node, source.visitorKeys)) if (isFunction(at) || at.type === 'ConditionalExpression') return false;
  return true;
}

/** `break`, or a `return` that gives nothing. */
function isEnd(node: TSESTree.Node): boolean {
  return node.type === 'BreakStatement' || (node.type === 'ReturnStatement' && !node.argument);
}

/** The text of what a test compares, if that is one thing: `kind` of `kind === 'a' || kind === 'b'`. */
function comparedIn(source: SourceCode, test: TSESTree.Node): string | undefined {
  const at = unwrap(test);
  if (at.type === 'BinaryExpression') return /^===?$/u.test(at.operator) ? source.getText(at.left) : undefined;
  if (at.type !== 'LogicalExpression' || at.operator !== '||') return undefined;
  const left = comparedIn(source, at.left);
  return left !== undefined && left === comparedIn(source, at.right) ? left : undefined;
}
