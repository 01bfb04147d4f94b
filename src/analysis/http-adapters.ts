import type { TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import type { Handler } from './handler.js';
import { importOrigin } from './imported-value.js';
import type { SourceCode } from './service.js';
import { accessesOfThis, classAround } from './this-members.js';
import { enclosingFunction, propertyName, unwrap, walk, wrapped, type FunctionNode } from './syntax.js';

/**
 * Functions whose trade is the framework's request and response themselves: middleware, and what only puts a library that works
 * on both in between. Plain values could not take their place.
 */

/** Takes `next` right after the framework's parameters, is declared as middleware, or is returned by the function around it. */
export function isMiddleware(source: SourceCode, fn: FunctionNode, parameters: readonly TSESTree.Identifier[]): boolean {
  const last = parameters.at(-1);
  const next = last && fn.params[fn.params.indexOf(last) + 1];
  if (next?.type === 'Identifier' && /^_*next$/u.test(next.name)) return true;
  const { parent } = wrapped(fn);
  const typed = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'PropertyDefinition' ? parent : undefined;
  if (typed?.typeAnnotation && /\b\w*(?:Middleware\w*|RequestHandler)\b/u.test(source.getText(typed.typeAnnotation))) return true;
  const name = fn.type === 'FunctionDeclaration' ? fn.id : parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
  const outer = enclosingFunction(fn);
  return name != null && outer !== undefined && variableOf(source, name)?.references.some(({ identifier }) => identifier.parent?.type === 'ReturnStatement' && enclosingFunction(identifier) === outer) === true;
}

/** Hands all of its two or more framework parameters to one function of a library: `server.token()(req, res, done)`. */
export function handsToLibrary(source: SourceCode, parameters: readonly TSESTree.Identifier[]): boolean {
  const [first, ...others] = parameters.map((name) => variableOf(source, name));
  return others.length > 0 && first?.references.some(({ identifier }) => {
    const at = wrapped(identifier);
    const call = at.parent;
    if (call?.type !== 'CallExpression' || call.callee === at) return false;
    return others.every((other) => other?.references.some((one) => wrapped(one.identifier).parent === call)) && isOfLibrary(source, call.callee);
  }) === true;
}

/**
 * Makes one model of requests and answers out of another: builds a `Request` or `Response` of fetch beside a response that it
 * answers through, or answers through it with status and headers of what somebody else answered.
 */
export function translatesHttp(source: SourceCode, { node, request, response }: Handler): boolean {
  if (response?.type !== 'Identifier') return false;
  const own = [request, response].map((one) => (one?.type === 'Identifier' ? one.name : undefined));
  const passed = { status: new Set<string>(), headers: new Set<string>() };
  for (const at of walk(node.body, source.visitorKeys)) {
    if (at.type === 'NewExpression' && at.callee.type === 'Identifier' && /^(?:Request|Response)$/u.test(at.callee.name)) {
      if (at.parent.type !== 'CallExpression' && (variableOf(source, at.callee)?.defs.length ?? 0) === 0) return true;
    }
    if (at.type !== 'MemberExpression' || at.object.type !== 'Identifier' || own.includes(at.object.name)) continue;
    const name = propertyName(at);
    if (name === 'headers') passed.headers.add(at.object.name);
    if ((name === 'status' || name === 'statusCode') && isToldTo(at, response.name)) passed.status.add(at.object.name);
  }
  return [...passed.status].some((name) => passed.headers.has(name));
}

/** `res.status(other.status)`, `res.statusCode = other.status`, `res.writeHead(other.status, headers)`. */
function isToldTo(node: TSESTree.Node, response: string): boolean {
  const { parent } = wrapped(node);
  const told = parent?.type === 'CallExpression' ? parent.callee : parent?.type === 'AssignmentExpression' ? parent.left : undefined;
  const target = told && unwrap(told);
  return target?.type === 'MemberExpression' && target.object.type === 'Identifier' && target.object.name === response;
}

/** Paths and the aliases that projects give their own folders. */
const ownPath = /^(?:[./#~]|@\/|src\/)/u;

/** Whether an expression starts at the import of a package, through variables and fields, calls and members. */
function isOfLibrary(source: SourceCode, node: TSESTree.Node, steps = 6): boolean {
  let at = unwrap(node);
  for (;;) {
    if (at.type === 'CallExpression' || at.type === 'NewExpression') at = unwrap(at.callee);
    else if (at.type === 'MemberExpression' && at.object.type !== 'ThisExpression') at = unwrap(at.object);
    else break;
  }
  if (steps === 0) return false;
  if (at.type === 'MemberExpression') {
    const owner = classAround(at);
    const name = propertyName(at);
    return owner !== undefined && [...accessesOfThis(source, owner), ...owner.body].some((one) => {
      if (one.type !== 'MemberExpression' && one.type !== 'PropertyDefinition') return false;
      const value = one.type === 'PropertyDefinition' ? one.value : one.parent.type === 'AssignmentExpression' && one.parent.left === one ? one.parent.right : null;
      return value !== null && propertyName(one) === name && isOfLibrary(source, value, steps - 1);
    });
  }
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  const from = importOrigin(source, at)?.from;
  if (from !== undefined) return !ownPath.test(from);
  const value = variable && constantValue(variable);
  return value !== undefined && isOfLibrary(source, value, steps - 1);
}
