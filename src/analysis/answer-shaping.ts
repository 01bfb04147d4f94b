import type { TSESTree } from '@typescript-eslint/utils';
import { isAnswerCall } from './answers.js';
import { variableOf } from './calls.js';
import { isLogging } from './effects.js';
import { knownVariables } from './facts.js';
import type { Handler } from './handlers.js';
import { isAnswer } from './handler-duties.js';
import type { Names } from './request-reads.js';
import type { SourceCode } from './service.js';
import { calledName, contains, enclosingFunction, unwrap, walk } from './syntax.js';
import { awaits } from './waiting.js';

/**
 * What a handler does to give its answer its form: headers, markup, members of an object. It can be long and full of
 * conditions, and yet decides nothing about the business.
 * Does not see: answers that helpers put together.
 */

/** A branch, loop or `each` that does nothing but set headers and the like, with whatever it computes for them. */
export function onlySetsHeaders(source: SourceCode, node: TSESTree.Node, response: TSESTree.Identifier): boolean {
  let sets = false;
  for (const at of walk(node, source.visitorKeys)) {
    switch (at.type) {
      case 'AwaitExpression':
      case 'ReturnStatement':
      case 'ThrowStatement':
        return false;
      case 'AssignmentExpression': {
        if (isOf(at.left, response)) sets = true;
        else if (at.left.type !== 'Identifier' || !isDeclaredIn(source, at.left, node)) return false;
        break;
      }
      case 'CallExpression':
        if (isOf(at.callee, response)) {
          if (!headers.test(calledName(at) ?? '')) return false;
          sets = true;
        } else if (at.parent.type === 'ExpressionStatement' && !isLogging(at) && calledName(at) !== 'forEach') return false;
        break;
      default:
    }
  }
  return sets;
}

const headers = /^(?:append|attachment|clearCookie|code|cookie|get|getHeader|hasHeader|header|removeHeader|set|setHeader|status|type|vary)$/u;

/** The parameter that the answer is told to: the second of Express, or, in a controller, the one of the framework's type. */
export function responseOf(source: SourceCode, { node, response }: Handler): TSESTree.Identifier | undefined {
  if (response?.type === 'Identifier') return response;
  for (const [variable, { library, path }] of knownVariables(source)) {
    const [definition] = variable.defs;
    const name = definition?.name as TSESTree.Node | undefined;
    if (definition?.type === 'Parameter' && definition.node === node && name?.type === 'Identifier' && library.roles?.includes('web-framework') && /(?:Response|Reply)$/u.test(path)) return name;
  }
  return undefined;
}

function isOf(node: TSESTree.Node, response: TSESTree.Identifier): boolean {
  let at = unwrap(node);
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') at = unwrap(at.type === 'MemberExpression' ? at.object : at.callee);
  return at.type === 'Identifier' && at.name === response.name;
}

function isDeclaredIn(source: SourceCode, name: TSESTree.Identifier, node: TSESTree.Node): boolean {
  const declared = variableOf(source, name)?.defs[0]?.node as TSESTree.Node | undefined;
  return declared !== undefined && contains(node, declared);
}

/** `answer.id = order.id`: one more member of an object that the handler began as a literal, or that it answers with. */
export function fillsObject(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  const at = node.type === 'ExpressionStatement' ? node.expression : undefined;
  if (at?.type !== 'AssignmentExpression' || at.operator !== '=' || at.left.type !== 'MemberExpression' || at.left.object.type !== 'Identifier') return false;
  const variable = variableOf(source, at.left.object);
  const declared = variable?.defs[0]?.node as TSESTree.Node | undefined;
  if (!variable || declared?.type !== 'VariableDeclarator' || !contains(handler.node, declared)) return false;
  if (variable.references.some(({ identifier }) => isAnsweredWith(identifier))) return !awaits(source, at.right);
  const right = unwrap(at.right);
  return declared.init?.type === 'ObjectExpression' && (right.type === 'Identifier' || right.type === 'Literal' || right.type === 'MemberExpression');
}

/** `res.render('unread', data)`. */
function isAnsweredWith(name: TSESTree.Node): boolean {
  return name.parent?.type === 'CallExpression' && name.parent.callee !== name && isAnswerCall(name.parent);
}

/**
 * A condition that only says which members or elements the answer has: `res.json({ ...(email ? { email } : {}), state: late ? 'LATE' : 'OPEN' })`.
 * One that calls others for a member's value is not: it may compute it.
 */
export function shapesAnswer(source: SourceCode, node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression, handler: Names): boolean {
  const isSpread = node.parent.type === 'SpreadElement';
  if (!isSpread) {
    for (const at of walk(node, source.visitorKeys)) if (at.type === 'CallExpression' || at.type === 'NewExpression' || at.type === 'TaggedTemplateExpression') return false;
  }
  for (let at: TSESTree.Node = node; ;) {
    const parent: TSESTree.Node | undefined = at.parent;
    switch (parent?.type) {
      case 'Property':
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'SpreadElement':
      case 'CallExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
        at = parent;
        continue;
      case 'ReturnStatement':
      case 'ExpressionStatement':
        return isAnswer(source, parent, handler) && enclosingFunction(parent) === handler.node;
      case 'AssignmentExpression':
        at = parent;
        continue;
      default:
        return false;
    }
  }
}

/**
 * A choice among constants that stands in an object, a list or among arguments: `{ state: late ? 'LATE' : 'OPEN' }`, `audit(paid ? Outcome.PAID : Outcome.OPEN)`.
 * It gives what is told its form. One that something is computed with is not (`price * (member ? 0.9 : 1)`).
 */
export function choosesConstant(node: TSESTree.ConditionalExpression): boolean {
  if (!isConstant(node)) return false;
  let at: TSESTree.Node = node;
  let { parent }: { parent?: TSESTree.Node } = at;
  while (parent && (unwrap(parent) !== parent || (parent.type === 'ConditionalExpression' && parent.test !== at))) [at, parent] = [parent, parent.parent];
  return (parent?.type === 'Property' && parent.value === at) || parent?.type === 'ArrayExpression' || ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee !== at);
}

/** A literal, `undefined`, `Status.OPEN`, or a choice among such. */
function isConstant(node: TSESTree.Node): boolean {
  const at = unwrap(node);
  switch (at.type) {
    case 'ConditionalExpression':
      return isConstant(at.consequent) && isConstant(at.alternate);
    case 'UnaryExpression':
      return at.argument.type === 'Literal';
    case 'TemplateLiteral':
      return at.expressions.length === 0;
    case 'Identifier':
      return at.name === 'undefined' || /^[A-Z][A-Z0-9_]+$/u.test(at.name);
    case 'MemberExpression':
      return at.object.type === 'Identifier' && !at.computed && /^[A-Z]/u.test(at.property.type === 'Identifier' ? at.property.name : '');
    default:
      return at.type === 'Literal';
  }
}

const markup = /<\/?(?:html|head|body|table|tr|td|div|p|h[1-6]|ul|ol|li|span|form|section)\b/u;

/** Whether a handler writes markup itself. */
export function writesMarkup(source: SourceCode, { node }: Names): boolean {
  if (!markup.test(source.getText(node))) return false;
  for (const at of walk(node, source.visitorKeys)) if (at.type === 'TemplateElement' && markup.test(at.value.raw)) return true;
  return false;
}

/** A condition that chooses among texts, or stands in one: `${late ? 'red' : 'green'}`. */
export function choosesText(node: TSESTree.ConditionalExpression): boolean {
  if (isText(node)) return true;
  for (let at: TSESTree.Node | undefined = node.parent; at && !at.type.endsWith('Statement') && at.type !== 'VariableDeclaration'; at = at.parent) if (at.type === 'TemplateLiteral') return true;
  return false;
}

function isText(node: TSESTree.Node): boolean {
  const at = unwrap(node);
  if (at.type === 'ConditionalExpression') return isText(at.consequent) && isText(at.alternate);
  return at.type === 'TemplateLiteral' || (at.type === 'Literal' && typeof at.value === 'string');
}
