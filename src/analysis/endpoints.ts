import type { TSESTree } from '@typescript-eslint/utils';
import type { Convention } from '../catalog/schema.js';
import { variableOf } from './calls.js';
import { contextOf } from './context.js';
import { relativePath } from './files.js';
import { handlers, type Handler } from './handlers.js';
import { isProbe } from './probes.js';
import { defineService, type SourceCode } from './service.js';
import { contains, enclosingFunction, propertyName, type FunctionNode } from './syntax.js';

/**
 * Which handlers of this file are endpoints of an API: HTTP handlers, resolvers and remote procedures, where requests enter the system
 * and layers begin. Not among them: middleware, jobs and listeners, server actions and the loaders of pages, which
 * their frameworks make part of a page and mean to read its data.
 */
export interface Endpoint {
  readonly handler: Handler;
  /** As `handler.name`, but "this handler" also where the parameter `next` alone makes it look like middleware. */
  readonly name: string;
  /** The framework gives it a file of its own, so that the number of handlers in a file says nothing about the size of the program. */
  readonly fileRouted: boolean;
}

const kinds = new Set<Handler['kind']>(['http', 'graphql', 'rpc']);

/** The endpoints of a file, in source order. */
export const endpoints = defineService((source: SourceCode): readonly Endpoint[] => handlers(source)
  .filter((handler) => isEndpoint(source, handler))
  .map((handler) => ({ handler, name: handler.name.replace(/ middleware$/u, ' handler'), fileRouted: handler.convention !== undefined })));

function isEndpoint(source: SourceCode, handler: Handler): boolean {
  const { kind, convention, registration, node, response } = handler;
  if (isProbe(source, handler) || (registration === node && !convention && isMiddlewareFile(source))) return false;
  if (convention && (isPartOfPage(convention) || isHandedArguments(handler))) return false;
  // `(error, req, res, next)` answers what went wrong elsewhere.
  if (response !== undefined && node.params.indexOf(response) === 2) return false;
  // Told by its shape alone, it must answer: a hook of another library may have the same parameters.
  if (registration === node && !convention && ((response !== undefined && !isUsed(source, response)) || isAdapter(source, handler))) return false;
  if (kinds.has(kind)) return response === undefined || !passesOn(source, handler);
  // By its shape alone a function with a `next` counts as middleware; one that only hands on errors answers itself.
  return kind === 'middleware' && registration === node && response !== undefined && !passesOn(source, handler);
}

/** `middleware/validate.ts`, `orders.middleware.ts`: what stands there is put before handlers, where nothing in the file says otherwise. */
function isMiddlewareFile(source: SourceCode): boolean {
  const { filename, cwd } = contextOf(source);
  return /(?:^|\/)middlewares?\/|\.middleware\.[cm]?[jt]s$/u.test(relativePath(filename, cwd));
}

/** A named function that a maker of routes calls with plain arguments: `export const GET = makeRoute(loadStats)` over `loadStats({ from, to })`. */
function isHandedArguments({ node }: Handler): boolean {
  const [first] = node.params;
  if (node.type !== 'FunctionDeclaration' || first?.type !== 'ObjectPattern') return false;
  return !first.properties.some((property) => property.type === 'Property' && /^(?:req|request|params|ctx|context|body|query|searchParams|session|url|event|headers)$/u.test(propertyName(property) ?? ''));
}

/** Made around the real handler, which it calls with the request: `const adapt = (run) => (req, res) => run(req).then(...)`. */
function isAdapter(source: SourceCode, { node, request }: Handler): boolean {
  const outer = enclosingFunction(node);
  return outer?.params.some((parameter) => {
    const variable = parameter.type === 'Identifier' ? variableOf(source, parameter) : undefined;
    return variable?.references.some(({ identifier }) => {
      const { parent } = identifier as TSESTree.Node;
      if (parent?.type !== 'CallExpression' || parent.callee !== identifier || !contains(node, parent)) return false;
      return parent.arguments.some((one) => one.type === 'Identifier' && request?.type === 'Identifier' && one.name === request.name);
    });
  }) === true;
}

function isUsed(source: SourceCode, parameter: TSESTree.Parameter): boolean {
  return parameter.type !== 'Identifier' || variableOf(source, parameter)?.references.length !== 0;
}

/** Calls its `next` without an error: what answers comes after it. */
function passesOn(source: SourceCode, { node, response }: Handler): boolean {
  const next = response && node.params[node.params.indexOf(response) + 1];
  const variable = next?.type === 'Identifier' ? variableOf(source, next) : undefined;
  return variable?.references.some(({ identifier }) => {
    const { parent } = identifier as TSESTree.Node;
    return parent?.type === 'CallExpression' && (parent.callee === identifier ? parent.arguments.length === 0 : true);
  }) === true;
}

/** Named after what it does for a page (`load`, `getServerSideProps`, a server action), not after an HTTP method or the file. */
function isPartOfPage({ directive, exports }: Convention): boolean {
  return directive !== undefined || !exports.some((name) => name === 'default' || /^[A-Z]+$/u.test(name));
}

/**
 * Where a report about a whole function stands: its name, of a function without one its list of parameters.
 *
 * @param fn a function that somebody wrote as a handler.
 */
export function headOf(source: SourceCode, fn: FunctionNode): TSESTree.SourceLocation {
  if (fn.id) return fn.id.loc;
  const { parent } = fn;
  if ((parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition' || parent.type === 'Property') && parent.value === fn) return parent.key.loc;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
    const { name, loc } = parent.id;
    return { start: loc.start, end: { line: loc.start.line, column: loc.start.column + name.length } };
  }
  return parametersOf(source, fn);
}

function parametersOf(source: SourceCode, fn: FunctionNode): TSESTree.SourceLocation {
  const body = fn.body.range[0];
  const first = source.getFirstToken(fn, (token) => token.value === '(') ?? source.getFirstToken(fn);
  const [opening] = fn.params;
  // A single parameter without parentheses: the first `(` of the function stands in its body.
  if (!first || first.range[0] >= body || (opening && first.range[0] > opening.range[0])) return opening?.loc ?? first?.loc ?? fn.loc;
  const close = source.getTokenBefore(fn.returnType ?? fn.body, (token) => token.value === ')');
  return { start: first.loc.start, end: close && close.range[0] > first.range[0] ? close.loc.end : first.loc.end };
}

