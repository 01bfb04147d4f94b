import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { isDispatch } from './dispatch.js';
import { coercing, isParameter, isRead, isRooted, isSimple, readsRequest, type Names } from './request-reads.js';
import type { SourceCode } from './service.js';
import { calledName, endsFunction, isFunction, propertyName, unwrap, walk, withoutAwait } from './syntax.js';
import { droppedCall, isTelemetry } from './telemetry.js';

/**
 * What a handler is there for, as opposed to business logic: to read the request, to refuse early, to answer, to log.
 * Does not see: answers through helpers (`ok(res, data)`) unless they are handed the response or returned.
 */

const asserting = /^(?:assert|invariant|ensure|validate|check|expect|verify|authori[sz]e|guard|can)(?=$|[A-Z_.])/u;

/** Statements that neither decide nor do: logging and counting, assertions, reading the request into variables, directives. */
export function isNoise(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  switch (node.type) {
    case 'ExpressionStatement': {
      const at = withoutAwait(node.expression);
      return node.directive != null || isTelemetry(source, node) || (at.type === 'CallExpression' && asserting.test(calledName(at) ?? ''));
    }
    case 'VariableDeclaration':
      return node.declarations.every(({ init }) => init !== null && isRead(source, init, handler));
    case 'IfStatement':
      // With an `else`, it chooses a value as `a ? b : c` does.
      return isNoiseArm(source, node.consequent, node, handler) && (!node.alternate || (readsRequest(source, node.test, handler) && isNoiseArm(source, node.alternate, node, handler)));
    default:
      return false;
  }
}

function isNoiseArm(source: SourceCode, arm: TSESTree.Statement, condition: TSESTree.IfStatement, handler: Names): boolean {
  return statementsOf(arm).every((one) => isNoise(source, one, handler) || isDefault(source, one, condition, handler) || isComplaint(one));
}

/** An `if` that refuses, answers or asserts and leaves, with nothing but that in it; branches of answers. */
export function isGuard(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  if (isChoiceOfAnswers(source, node, handler) || isDispatch(source, node)) return true;
  if (isLoop(node)) return areChecks(source, node.body, handler);
  if (node.type !== 'IfStatement') return false;
  if (isChoiceOfCalls(source, node, handler)) return true;
  const leaves = leavesAfterAnswer(source, node.consequent, handler);
  return (leaves || areChecks(source, node.consequent, handler)) && (!node.alternate || isGuard(source, node.alternate, handler));
}

/** An `if` that answers for itself and leaves; in a callback only that ends the request, a mere `return` does not. */
export function isAnsweringGuard(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  return node.type === 'IfStatement' && !node.alternate && leavesAfterAnswer(source, node.consequent, handler) && statementsOf(node.consequent).some((one) => answers(source, one, handler));
}

/** Nothing but guards: the checks of each item, or of what was sent under a condition. */
function areChecks(source: SourceCode, body: TSESTree.Node, handler: Names): boolean {
  const statements = statementsOf(body);
  return statements.some((one) => isCheck(source, one, handler)) && statements.every((one) => isCheck(source, one, handler) || isNoise(source, one, handler));
}

/** A guard, or a `try` around one call whose failure refuses: `try { new RegExp(pattern) } catch { return res.sendStatus(400) }`. */
function isCheck(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  if (node.type !== 'TryStatement') return (node.type === 'IfStatement' || isLoop(node)) && isGuard(source, node, handler);
  return node.handler !== null && !node.finalizer && node.block.body.length === 1 && node.block.body[0]?.type === 'ExpressionStatement' && leavesAfterAnswer(source, node.handler.body, handler);
}

/** `if (query.id) user = await users.byId(query.id); else if (query.mail) user = await users.byMail(query.mail); else throw ...`: what was sent says whom to ask. */
function isChoiceOfCalls(source: SourceCode, node: TSESTree.IfStatement, handler: Names): boolean {
  if (!node.alternate || !readsRequest(source, node.test, handler)) return false;
  return [node.consequent, node.alternate].every((arm) => {
    const statements = statementsOf(arm);
    const last = statements.at(-1);
    if (!last || !statements.slice(0, -1).every((one) => isNoise(source, one, handler) || isCheck(source, one, handler))) return false;
    if (last.type === 'IfStatement') return isChoiceOfCalls(source, last, handler) || (!last.alternate && isGuard(source, last, handler));
    return endsFunction(last) || isAsking(last);
  });
}

/** As above, but an arm may take several steps, one call that is waited for after the other, with refusals between them. */
export function isChoiceOfSteps(source: SourceCode, node: TSESTree.IfStatement, handler: Names): boolean {
  if (!node.alternate || !readsRequest(source, node.test, handler)) return false;
  return [node.consequent, node.alternate].every((arm) => {
    if (arm.type === 'IfStatement') return isChoiceOfSteps(source, arm, handler) || (!arm.alternate && isGuard(source, arm, handler));
    return statementsOf(arm).every((one) => endsFunction(one) || isStep(one) || isNoise(source, one, handler) || isCheck(source, one, handler) || answers(source, one, handler));
  });
}

/** `await codes.spend(code)`, `const team = await teamOf(ctx)`. */
function isStep(node: TSESTree.Node): boolean {
  if (isAsking(node)) return true;
  const at = node.type === 'ExpressionStatement' ? node.expression : node.type === 'VariableDeclaration' && node.declarations.length === 1 ? node.declarations[0]?.init : undefined;
  return at?.type === 'AwaitExpression' && withoutAwait(at).type === 'CallExpression';
}

/** `user = await users.byId(id)`. */
function isAsking(node: TSESTree.Node): boolean {
  const at = node.type === 'ExpressionStatement' ? node.expression : undefined;
  return at?.type === 'AssignmentExpression' && at.left.type === 'Identifier' && withoutAwait(at.right).type === 'CallExpression';
}

/**
 * A statement, or a block of some, that does nothing but log and answer.
 *
 * @param itself only if it answers there: a `return` in a callback may give a value to somebody else.
 */
export function isAnswer(source: SourceCode, node: TSESTree.Node, handler: Names, itself = false): boolean {
  const statements = statementsOf(node);
  const goesOn = statements.some((one) => answers(source, one, handler));
  return statements.length > 0 && (goesOn || !itself) && statements.every((one) => isNoise(source, one, handler) || endsFunction(one) || one.type === 'BreakStatement' || (goesOn && one.type === 'ContinueStatement') || answers(source, one, handler) || isChoiceOfAnswers(source, one, handler));
}

/** Branches of which each only answers or hands on to the function that does: which answer it is depends on the request. */
function isChoiceOfAnswers(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  switch (node.type) {
    case 'IfStatement':
      return isAnswer(source, node.consequent, handler) && (!node.alternate || isAnswer(source, node.alternate, handler));
    case 'SwitchStatement':
      return node.cases.every(({ consequent }) => consequent.length === 0 || consequent.every((one) => isAnswer(source, one, handler)));
    case 'TryStatement':
      return isAnswer(source, node.block, handler);
    default:
      return false;
  }
}

/** `req.method === 'PUT' && url.startsWith('/orders')`, as servers without a router choose what to do. */
export function isRouting(source: SourceCode, test: TSESTree.Node, handler: Names): boolean {
  const at = unwrap(test);
  if (at.type === 'LogicalExpression') return isRouting(source, at.left, handler) && isRouting(source, at.right, handler);
  const declared = at.type === 'Identifier' ? (variableOf(source, at)?.defs[0]?.node as TSESTree.Node | undefined) : undefined;
  const init = declared?.type === 'VariableDeclarator' ? declared.init : undefined;
  return /\b(?:method|url|path|pathname)\b/u.test(source.getText(init ?? at)) && readsRequest(source, at, handler);
}

/** As `isAnswer`, for an arm that answers, undoes and says what went wrong before it leaves. */
export function isRefusing(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  return leavesAfterAnswer(source, node, handler) && statementsOf(node).some((one) => answers(source, one, handler));
}

function leavesAfterAnswer(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  const statements = statementsOf(node);
  const last = statements.at(-1);
  if (!last || !endsFunction(last)) return false;
  const refuses = last.type === 'ThrowStatement' || statements.some((one) => answers(source, one, handler));
  return statements.slice(0, -1).every((one) => isNoise(source, one, handler) || answers(source, one, handler) || isCleanup(one) || (one.type === 'VariableDeclaration' && (handsOver(source, last, handler) || (refuses && isWording(source, one)))));
}

/** What a refusal says, put together: `const [code] = result.error.split(':')` before `throw new HttpException(code)`, `const error = errors.unknown(id)`. */
function isWording(source: SourceCode, node: TSESTree.VariableDeclaration): boolean {
  const isNamed = node.declarations.every(({ id }) => id.type === 'Identifier' && /err|exception|message|msg|reason|problem/iu.test(id.name));
  for (const at of walk(node, source.visitorKeys)) {
    if (at.type === 'AwaitExpression' || isFunction(at)) return false;
    if (at.type === 'CallExpression' && !isNamed && !coercing.test(calledName(at) ?? '') && !wording.test(calledName(at) ?? '')) return false;
  }
  return true;
}

const wording = /^(?:at|endsWith|includes|indexOf|join|match|replace|replaceAll|slice|startsWith|substring|test)$/u;

/** `return handle(req, res)`: the function that answers takes over. */
function handsOver(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  const at = node.type === 'ReturnStatement' && node.argument ? withoutAwait(node.argument) : undefined;
  return at?.type === 'CallExpression' && at.arguments.length > 1 && at.arguments.every((one) => one.type === 'Identifier' && isParameter(source, one, handler));
}

/** `res.status(404).json(...)`, `ctx.body = ...`, `next(error)`, `sendError(res, ...)`. */
function answers(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  if (node.type !== 'ExpressionStatement') return false;
  const at = withoutAwait(node.expression);
  if (at.type === 'AssignmentExpression') return at.left.type === 'MemberExpression' && isRooted(source, at.left, handler);
  if (at.type !== 'CallExpression') return false;
  const callee = unwrap(at.callee);
  if (callee.type === 'Identifier' && handler.node.params.some((one) => one.type === 'Identifier' && one.name === callee.name)) return true;
  return (callee.type === 'MemberExpression' && isRooted(source, callee, handler)) || at.arguments.some((one) => (one.type === 'Identifier' && isParameter(source, one, handler)) || givesResponse(source, one, handler));
}

/** `refuse({ res, error })`. */
function givesResponse(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  return node.type === 'ObjectExpression' && node.properties.some((one) => one.type === 'Property' && one.value.type === 'Identifier' && /^_*(?:res|response|reply)$/u.test(one.value.name) && isParameter(source, one.value, handler));
}

/** A call for its effect, or a flag that is set back, just before leaving: undoing, releasing. One of them is no logic. */
function isCleanup(node: TSESTree.Node): boolean {
  const at = node.type === 'ExpressionStatement' ? unwrap(node.expression) : undefined;
  return (node.type === 'ExpressionStatement' && droppedCall(node) !== undefined) || (at?.type === 'AssignmentExpression' && at.right.type === 'Literal');
}

function isLoop(node: TSESTree.Node): node is TSESTree.ForStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement {
  return node.type === 'ForStatement' || node.type === 'ForInStatement' || node.type === 'ForOfStatement';
}

/** `errors.push('Name is missing')`: a refusal that is told with others. */
function isComplaint(node: TSESTree.Node): boolean {
  const at = node.type === 'ExpressionStatement' ? node.expression : undefined;
  const callee = at?.type === 'CallExpression' ? unwrap(at.callee) : undefined;
  return callee?.type === 'MemberExpression' && callee.object.type === 'Identifier' && /(?:error|issue|problem|violation)s?$/iu.test(callee.object.name);
}

/** `if (page < 1) page = 1;`, `if (req.query.status) filter.status = req.query.status;` and `if (from) params.push(from);` make the request usable. */
function isDefault(source: SourceCode, node: TSESTree.Node, condition: TSESTree.IfStatement, handler: Names): boolean {
  const at = node.type === 'ExpressionStatement' ? unwrap(node.expression) : undefined;
  if (!at || !readsRequest(source, condition.test, handler)) return false;
  if (at.type === 'AssignmentExpression') return isSimple(source, at.right, handler);
  return at.type === 'UpdateExpression' || isCriterion(source, at, handler);
}

/** ``where.push(`created_at > $${n++}`)``: one more condition of a query. */
function isCriterion(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || propertyName(callee) !== 'push') return false;
  return node.arguments.every((one) => isSimple(source, one, handler));
}

function statementsOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  return node.type === 'BlockStatement' ? node.body : [node];
}
