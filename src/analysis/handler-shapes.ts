import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Library, Registers } from '../catalog/schema.js';
import { contextOf } from './context.js';
import { functionsAt, type HandlerFunction } from './handler-functions.js';
import { dependencies } from './handler-rejections.js';
import { makeHandler, type Handler, type Registration } from './handler.js';
import { importSources } from './imports.js';
import { callersOf, variableOf } from './calls.js';
import { defineService, type SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';
import { stringOf } from './values.js';

/**
 * Handlers without any type or import to tell: functions that take `(req, res)` and answer through `res`, `ctx` functions that
 * set `ctx.body`, routes on an `app` that comes in as a parameter, and maps of GraphQL resolvers.
 * Does not see: handlers with other names for these parameters, that pass the response on without a registration in the file.
 */

const requestName = /^_*(?:req|request)$/iu;
const responseName = /^_*(?:res|response|reply|h)$/u;
const errorName = /^_*(?:e|err|error|ex)$/u;
const contextName = /^_?(?:ctx|context|c)$/u;
const answers = new Set([
  'json', 'jsonp', 'send', 'sendFile', 'sendfile', 'sendStatus', 'status', 'render', 'redirect', 'end', 'write', 'writeHead', 'setHeader', 'set', 'header', 'type',
  'cookie', 'clearCookie', 'attachment', 'download', 'format', 'code', 'response', 'view', 'statusCode', 'statusMessage', 'locals', 'headersSent',
]);
const contextAnswers = /^(?:json|text|html|redirect|body|newResponse|notFound|render|throw)$/u;
const verbs = /^(?:get|post|put|patch|del|delete|head|options|all|use)$/u;

/** Handlers by their shape; see above. */
export function* shapedHandlers(source: SourceCode): Generator<Handler> {
  let isNamed: boolean | undefined;
  for (const scope of source.scopeManager?.scopes ?? []) {
    const block = scope.block as TSESTree.Node;
    if (scope.type !== 'function' || !isFunction(block) || !block.params.slice(0, 3).some(isTelling)) continue;
    // Where no request or context is named at all, `({ id }, response)` is a helper.
    isNamed ??= /\b_*(?:req|request|ctx|context|c)\b/iu.test(source.text);
    if (!isNamed) break;
    const found = shapeOf(source, block, scope);
    if (found) yield found;
  }
  yield* resolverMaps(source);
}

/** Whether one of the first parameters is called as those of handlers are: most functions have none. */
function isTelling(parameter: TSESTree.Parameter): boolean {
  return parameter.type === 'Identifier' && /^_*(?:req|request|res|response|reply|h|ctx|context|c)$/iu.test(parameter.name);
}

function shapeOf(source: SourceCode, fn: FunctionNode, scope: TSESLint.Scope.Scope): Handler | undefined {
  const style = styleOf(fn, scope);
  if (!style) return undefined;
  const route = routeCall(source, fn);
  if (!route && (style.evidence === 'names' || !mayBeRegistered(source, fn))) return undefined;
  const framework = frameworkOf(source, style.style);
  const registers: Registers = framework?.registers ?? { kind: 'http', handler: '0', request: 0, ...(style.style === 'response' && { response: 1 }) };
  const kind = style.isMiddleware || route?.method === 'USE' ? 'middleware' : 'http';
  const registration: Registration = {
    registers: { ...registers, kind },
    ...(framework && { library: framework.library }),
    node: route?.node ?? fn,
    method: route?.method,
    path: route?.path,
  };
  const { wrapper } = route ?? wrapping(source, fn) ?? {};
  return makeHandler(source, { fn, ...(wrapper && { wrapper }) }, registration);
}

interface Style {
  readonly style: 'response' | 'context';
  /** It answers, or only its parameters' names say so. */
  readonly evidence: 'use' | 'names';
  readonly isMiddleware: boolean;
}

function styleOf(fn: FunctionNode, scope: TSESLint.Scope.Scope): Style | undefined {
  const names = fn.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : parameter.type === 'ObjectPattern' ? '{}' : ''));
  const first = errorName.test(names[0] ?? '') && names.length >= 3 ? 1 : 0;
  const [request = '', response = '', next] = names.slice(first);
  // No framework leaves a third argument out: `(req, res, data = {})` is called by the project itself.
  if (fn.params[2]?.type === 'AssignmentPattern') return undefined;
  const isNext = next !== undefined && /^_*(?:next|done|cb)$/u.test(next);
  if ((requestName.test(request) || request === '{}' || request === '_') && responseName.test(response)) {
    const used = scope.set.get(response)?.references.some(({ identifier }) => isMemberOf(identifier, answers)) ?? false;
    const goesOn = isNext && (scope.set.get(next)?.references.some(({ identifier }) => identifier.parent?.type === 'CallExpression') ?? false);
    return { style: 'response', evidence: used || (goesOn && requestName.test(request)) ? 'use' : 'names', isMiddleware: goesOn };
  }
  if (contextName.test(request) && first === 0 && names.length <= 2 && !errorName.test(response)) {
    const used = usesContext(scope.set.get(request));
    return { style: 'context', evidence: used ? 'use' : 'names', isMiddleware: response === 'next' };
  }
  // A lone `(req) => ...` counts only where it is registered as a route.
  return requestName.test(request) && names.length === 1 ? { style: 'response', evidence: 'names', isMiddleware: false } : undefined;
}

function isMemberOf(identifier: TSESTree.Node, members: ReadonlySet<string>): boolean {
  const parent = identifier.parent;
  return parent?.type === 'MemberExpression' && parent.object === identifier && members.has(propertyName(parent) ?? '');
}

/** Whether a function typed with a context answers through its first parameter, or has a `next`: helpers that only read it do not. */
export function answersThroughContext(source: SourceCode, fn: FunctionNode): boolean {
  const [first, second] = fn.params;
  if (second?.type === 'Identifier' && second.name === 'next') return true;
  return first?.type === 'Identifier' && usesContext(variableOf(source, first), true);
}

/** `ctx.body = `, `ctx.status = `, `ctx.response.body = `, or `return c.json(...)` beside `c.req`. */
function usesContext(variable: TSESLint.Scope.Variable | undefined, typed = false): boolean {
  let returns = false;
  let reads = typed;
  for (const { identifier } of variable?.references ?? []) {
    const member = (identifier as TSESTree.Node).parent;
    if (member?.type !== 'MemberExpression' || member.object !== identifier) continue;
    const name = propertyName(member) ?? '';
    if (name === 'req') reads = true;
    const outer = name === 'response' && member.parent.type === 'MemberExpression' ? member.parent : member;
    if (outer.parent.type === 'AssignmentExpression' && outer.parent.left === outer && /^(?:body|status|type)$/u.test(propertyName(outer) ?? '')) return true;
    if (contextAnswers.test(name) && member.parent.type === 'CallExpression' && member.parent.callee === member) returns = true;
  }
  return returns && reads;
}

/** A helper that the file itself calls is no handler, nor is a private method or an accessor. */
export function mayBeRegistered(source: SourceCode, fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type === 'MethodDefinition' && (parent.kind !== 'method' || parent.accessibility === 'private' || parent.key.type === 'PrivateIdentifier')) return false;
  return callersOf(source, fn).length === 0;
}

/** `app.get('/path', fn)` around a function, maybe wrapped once: on a parameter, a local value or one of another project file. */
function routeCall(source: SourceCode, fn: FunctionNode): { node: TSESTree.Node; method: string; path: string; wrapper?: HandlerFunction['wrapper'] } | undefined {
  let call: TSESTree.Node | undefined = fn.parent.type === 'ArrayExpression' ? fn.parent.parent : fn.parent;
  if (call.type === 'CallExpression' && call.arguments[0] === fn && call.parent.type === 'CallExpression' && call.parent.callee !== call) call = call.parent;
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.computed || call.arguments.length < 2) return undefined;
  const method = propertyName(call.callee) ?? '';
  const path = call.arguments[0] && stringOf(source, call.arguments[0]);
  if (!verbs.test(method) || path === undefined || !/^[/*]/u.test(path) || !isOwnValue(source, call.callee.object)) return undefined;
  const found = call.arguments.slice(1).flatMap((argument) => functionsAt(source, argument)).find((one) => one.fn === fn);
  return found && { node: call, method: method.toUpperCase() === 'DEL' ? 'DELETE' : method.toUpperCase(), path, wrapper: found.wrapper };
}

/** The call that `fn` is an argument of, as a wrapper around it. */
function wrapping(source: SourceCode, fn: FunctionNode): HandlerFunction | undefined {
  return fn.parent.type === 'CallExpression' && fn.parent.callee !== fn ? functionsAt(source, fn.parent).find((found) => found.fn === fn) : undefined;
}

/** Not a package's export: mock servers and HTTP clients have the same methods. */
function isOwnValue(source: SourceCode, node: TSESTree.Node): boolean {
  let at = unwrap(node);
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') at = unwrap(at.type === 'MemberExpression' ? at.object : at.callee);
  if (at.type === 'ThisExpression') return true;
  const definition = at.type === 'Identifier' ? variableOf(source, at)?.defs[0] : undefined;
  if (!definition) return false;
  if (definition.type === 'Parameter') return true;
  const parent = definition.parent as TSESTree.Node | null;
  const from = parent?.type === 'ImportDeclaration' ? parent.source.value : requiredBy(definition.node);
  return from === undefined || /^[.#~]|^@\//u.test(from);
}

function requiredBy(node: TSESTree.Node): string | undefined {
  const init = node.type === 'VariableDeclarator' ? node.init : undefined;
  const call = init?.type === 'MemberExpression' ? init.object : init;
  const from = call?.type === 'CallExpression' && call.callee.type === 'Identifier' && call.callee.name === 'require' ? call.arguments[0] : undefined;
  return from?.type === 'Literal' && typeof from.value === 'string' ? from.value : undefined;
}

/** The one framework of this style that the file imports or, failing that, the nearest package.json lists. */
function frameworkOf(source: SourceCode, style: Style['style']): { library: Library; registers: Registers } | undefined {
  const found = frameworks(source).filter(({ registers }) => (registers.response === undefined) === (style === 'context'));
  return found.length === 1 ? found[0] : undefined;
}

const frameworks = defineService((source: SourceCode): { library: Library; registers: Registers }[] => {
  const { catalog } = contextOf(source);
  const imported = [...importSources(source)];
  const listed = Object.keys(dependencies(source));
  const among = (names: readonly string[]) => [...new Set(names.map((name) => catalog.find(name)))].flatMap((library) => {
    const registers = Object.values(library?.types ?? {}).map((type) => type.annotate?.registers).find((one) => one?.handler === 'parameter');
    return library?.roles?.includes('web-framework') && registers ? [{ library, registers }] : [];
  });
  const direct = among(imported);
  return direct.length > 0 ? direct : among(listed);
});

/** `{ Query: { users: () => ... }, User: { posts: () => ... } }` at module level. */
function* resolverMaps(source: SourceCode): Generator<Handler> {
  for (const statement of source.ast.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const values = declared?.type === 'VariableDeclaration'
      ? declared.declarations.map(({ init }) => init)
      : statement.type === 'ExportDefaultDeclaration'
        ? [statement.declaration]
        : statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' ? [statement.expression.right] : [];
    for (const value of values) {
      const at = value && unwrap(value);
      if (at?.type === 'ObjectExpression' && isResolverMap(at)) yield* resolversIn(source, at);
    }
  }
}

function isResolverMap(node: TSESTree.ObjectExpression): boolean {
  return node.properties.some((property) => property.type === 'Property' && /^(?:Query|Mutation|Subscription)$/u.test(propertyName(property) ?? '') && property.value.type === 'ObjectExpression');
}

function* resolversIn(source: SourceCode, map: TSESTree.ObjectExpression): Generator<Handler> {
  for (const type of map.properties) {
    if (type.type !== 'Property' || type.value.type !== 'ObjectExpression') continue;
    for (const field of type.value.properties) {
      if (field.type !== 'Property') continue;
      for (const found of functionsAt(source, field.value)) {
        const path = `${propertyName(type) ?? ''}.${propertyName(field) ?? ''}`;
        const handler = makeHandler(source, found, { registers: { kind: 'graphql', handler: '0', rejections: 'handled', request: 1 }, node: field, path });
        yield { ...handler, framework: 'GraphQL', rejections: 'handled' };
      }
    }
  }
}
