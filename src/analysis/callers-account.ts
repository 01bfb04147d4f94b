import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { contains, isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/**
 * Does a call work with the account of whoever calls the handler: is the client it is made on, or handed, built in the handler from
 * credentials that the request brought with it? Such a handler is a step of somebody else's program, which goes on with what came of it.
 * Does not see: credentials that are looked up by who is logged in (those are the program's own), clients made in other functions.
 */
export function usesCallersAccount(source: SourceCode, call: TSESTree.CallExpression, handler: FunctionNode): boolean {
  return [rootOf(call.callee), ...call.arguments].some((node) => node?.type === 'Identifier' && madeOf(source, node, handler).some((value) => value.type !== 'Identifier' && bringsCredentials(source, value, handler)));
}

const credential = /(?:key|secret|password|pass|token|credentials?)$/iu;
/** Where requests carry what the caller gives. */
const given = /^(?:body|query|params|input|json|form|formData|data|payload|args)$/u;
const reads = /pars|valid|body|json|input|form|payload/iu;

/** Whether one of the credentials among the arguments of a construction comes from the request. */
function bringsCredentials(source: SourceCode, made: TSESTree.Node, handler: FunctionNode): boolean {
  if (made.type !== 'CallExpression' && made.type !== 'NewExpression') return false;
  return made.arguments.some((argument) => [...walk(argument, source.visitorKeys, isFunction)].some((node) => {
    if (node.type === 'Property') return node.key.type === 'Identifier' && credential.test(node.key.name) && isFromRequest(source, node.value, handler);
    return node.type === 'MemberExpression' && credential.test(propertyName(node) ?? '') && isFromRequest(source, node, handler);
  }));
}

/** Whether a value is read from what the request carries: `req.body.apiKey`, `(await parse(request)).apiKey`. */
function isFromRequest(source: SourceCode, node: TSESTree.Node, handler: FunctionNode, seen = new Set<TSESTree.Node>()): boolean {
  let isGiven = false;
  let at = unwrap(node);
  while (at.type === 'MemberExpression' || at.type === 'AwaitExpression') {
    if (at.type === 'MemberExpression') isGiven ||= given.test(propertyName(at) ?? '');
    at = unwrap(at.type === 'MemberExpression' ? at.object : at.argument);
  }
  if (seen.has(at)) return false;
  seen.add(at);
  if (at.type === 'CallExpression') {
    const isRead = reads.test(source.getText(at.callee));
    return isRead && [rootOf(at.callee), ...at.arguments].some((one) => one?.type === 'Identifier' && isParameter(source, one, handler));
  }
  if (at.type !== 'Identifier') return false;
  if (isParameter(source, at, handler)) return isGiven || given.test(at.name);
  return madeOf(source, at, handler).some((value) => isFromRequest(source, value, handler, seen));
}

function isParameter(source: SourceCode, name: TSESTree.Identifier, handler: FunctionNode): boolean {
  const definition = variableOf(source, name)?.defs[0];
  return definition?.type === 'Parameter' && contains(handler, definition.name);
}

/** What a variable of the handler is set to where it is declared. */
function madeOf(source: SourceCode, name: TSESTree.Identifier, handler: FunctionNode): TSESTree.Node[] {
  const declaration = variableOf(source, name)?.defs[0]?.node as TSESTree.Node | undefined;
  if (declaration?.type !== 'VariableDeclarator' || !declaration.init || !contains(handler, declaration)) return [];
  const init = unwrap(declaration.init);
  return [init.type === 'AwaitExpression' ? unwrap(init.argument) : init];
}

function rootOf(callee: TSESTree.Node): TSESTree.Node | undefined {
  let at = unwrap(callee);
  if (at.type !== 'MemberExpression') return undefined;
  while (at.type === 'MemberExpression') at = unwrap(at.object);
  return at;
}
