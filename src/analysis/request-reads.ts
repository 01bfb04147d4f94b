import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { Handler } from './handlers.js';
import type { SourceCode } from './service.js';
import { calledName, isFunction, unwrap, walk } from './syntax.js';

/**
 * What in a handler reads the request, or a variable that was read out of it.
 * Does not see: values that other functions took out of the request.
 */
export type Names = Pick<Handler, 'node'>;

/** Takes values out of the request and turns them into the types they mean. */
export function isRead(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  return readsRequest(source, node, handler) && isSimple(source, node, handler);
}

/** Calls that only read, trim and convert. */
export const coercing = /^(?:Number|String|Boolean|BigInt|parseInt|parseFloat|decodeURIComponent|encodeURIComponent|URL|URLSearchParams|Date|json|text|formData|parse|safeParse|get|getAll|header|param|query|valid|trim|toLowerCase|toUpperCase|split|toString)$/u;

/** Calls nothing but what reads, trims and converts, and holds no function but a test of what the request holds (`req.cookies.find((one) => one.id)`). */
export function isSimple(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  for (const at of walk(node, source.visitorKeys)) {
    if (isFunction(at) && !(at.body.type !== 'BlockStatement' && at.parent.type === 'CallExpression' && isRooted(source, at.parent.callee, handler))) return false;
    if (at.type === 'TaggedTemplateExpression') return false;
    if ((at.type === 'CallExpression' || at.type === 'NewExpression') && !coercing.test(calledName(at)?.split('.').at(-1) ?? '') && !(at.type === 'CallExpression' && isRooted(source, at.callee, handler))) return false;
  }
  return true;
}

/** Whether an expression reads the request, or a variable that was read out of it. */
export function readsRequest(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  for (const at of walk(node, source.visitorKeys, isFunction)) {
    if (at.type === 'Identifier' && at.parent.type !== 'Property' && !(at.parent.type === 'MemberExpression' && at.parent.property === at && !at.parent.computed) && isFromRequest(source, at, handler)) return true;
  }
  return false;
}

function isFromRequest(source: SourceCode, name: TSESTree.Identifier, handler: Names, depth = 3): boolean {
  const definition = variableOf(source, name)?.defs[0];
  if (definition?.type === 'Parameter') return handler.node === definition.node;
  const declarator = definition?.node as TSESTree.Node | undefined;
  if (depth === 0 || declarator?.type !== 'VariableDeclarator' || !declarator.init) return false;
  const { init } = declarator;
  if (!isSimple(source, init, handler)) return false;
  for (const at of walk(init, source.visitorKeys, isFunction)) {
    if (at.type === 'Identifier' && at !== name && !(at.parent.type === 'MemberExpression' && at.parent.property === at && !at.parent.computed) && isFromRequest(source, at, handler, depth - 1)) return true;
  }
  return false;
}

/** Whether a chain of members and calls begins with a parameter of the handler. */
export function isRooted(source: SourceCode, node: TSESTree.Node, handler: Names): boolean {
  let at = unwrap(node);
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') at = unwrap(at.type === 'MemberExpression' ? at.object : at.callee);
  return at.type === 'Identifier' && isParameter(source, at, handler);
}

/** Whether a name is a parameter of the handler. */
export function isParameter(source: SourceCode, name: TSESTree.Identifier, handler: Names): boolean {
  const definition = variableOf(source, name)?.defs[0];
  return definition?.type === 'Parameter' && definition.node === handler.node;
}
