import type { TSESTree } from '@typescript-eslint/utils';
import type { HandlerKind, Registers, Role } from '../catalog/schema.js';
import { variableOf } from './calls.js';
import { contextOf } from './context.js';
import { knownOf, knownVariables, registrationsOf, usesOf, type Use } from './facts.js';
import { functionsAt, placesAt, type HandlerFunction } from './handler-functions.js';
import { answersThroughContext, mayBeRegistered } from './handler-shapes.js';
import { makeHandler, type Handler, type Registration } from './handler.js';
import { importsOf } from './imports.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, type FunctionNode } from './syntax.js';
import { expressionOf, stringOf } from './values.js';

/** Every action that registers handlers has one of these roles, so that files without them need no look. */
export const handlerRoles: readonly Role[] = [
  'route', 'route-mount', 'middleware', 'graphql', 'websocket', 'serverless', 'cron', 'queue-worker', 'subscribe', 'llm-tool', 'cqrs', 'validation-attach',
];

const verbs = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ALL']);
const verbAlias: Record<string, string> = { DEL: 'DELETE', OPTS: 'OPTIONS' };
/** Methods by which a router, app, procedure, queue, socket or bus of another file may get handlers. */
const registering = /^(?:get|post|put|patch|del|delete|use|all|route|on|query|mutation|subscription|input|process|consume|subscribe|run|work|define|openapi|tool|registerTool|addHook|ws)$/u;

/** Whether the file calls such a method on something that it imports from the project. */
function registersOnImports(source: SourceCode): boolean {
  const { catalog } = contextOf(source);
  return importsOf(source).some((entry) => {
    if (catalog.find(entry.from)) return false;
    const variables = entry.kind === 'binding' ? [entry.variable] : source.getDeclaredVariables(declarationOf(entry.node));
    return variables.some(({ references }) => references.some(({ identifier }) => {
      const member = (identifier as TSESTree.Node).parent;
      return member?.type === 'MemberExpression' && member.object === identifier && registering.test(propertyName(member) ?? '');
    }));
  });
}

/** The declarator around a `require` or dynamic import: `const { a } = require('./b').c`. */
function declarationOf(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && (at.parent.type === 'MemberExpression' || at.parent.type === 'AwaitExpression')) at = at.parent;
  return at.parent?.type === 'VariableDeclarator' ? at.parent : at;
}

/** Handlers that the catalog's facts on calls, constructions and decorators lead to. */
export function* registeredHandlers(source: SourceCode): Generator<Handler> {
  // Routers, queues and buses of other project files are followed where handlers may be added to them here.
  if (registersOnImports(source)) usesOf(source, 'route', 'queue-worker', 'subscribe', 'websocket');
  for (const use of registrationsOf(source)) {
    const { registers } = use.action;
    if (!registers || use.args.length < (registers.minArgs ?? 0)) continue;
    for (const args of argumentLists(source, use)) {
      const path = firstString(source, args, registers.path);
      if (path !== undefined && registers.except?.includes(path)) continue;
      const registration: Registration = { registers, library: use.known.library, node: use.node, path, method: methodOf(source, use, args) };
      for (const found of handlersOf(source, use, args)) yield makeHandler(source, found, registration);
    }
  }
}

type Arguments = Use['args'];

/** The arguments; of a call with a list of route objects once per route, so that each keeps its own path. */
function argumentLists(source: SourceCode, { action, args }: Use): Arguments[] {
  const first = /^0\.[a-z]/u.test(action.registers?.handler ?? '') && args[0] ? expressionOf(source, args[0]) : undefined;
  if (first?.type !== 'ArrayExpression') return [args];
  return first.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? [[element, ...args.slice(1)]] : []));
}

function handlersOf(source: SourceCode, use: Use, args: Arguments): HandlerFunction[] {
  const handler = use.action.registers?.handler ?? '';
  if (use.node.type !== 'Decorator') return placesAt(source, args, handler).flatMap((node) => functionsAt(source, node));
  const target = use.node.parent;
  if (handler.startsWith('class.')) return target.type === 'ClassDeclaration' || target.type === 'ClassExpression' ? methodsNamed(source, target, handler) : [];
  return target.type === 'MethodDefinition' || target.type === 'PropertyDefinition' ? functionsAt(source, target.value ?? target.key) : [];
}

/** Whether the typed parameter stands where the framework hands it over, beside a request, so that `fn` is more than a helper. */
function takes(source: SourceCode, fn: FunctionNode, { kind, request, response }: Registers, typed: TSESTree.Node): boolean {
  const index = fn.params.findIndex((parameter) => parameter === typed);
  if (response === undefined) return index === (request ?? 0) && (isContext(kind) ? answersThroughContext(source, fn) : fn.async);
  const isErrorHandler = fn.params.length === 4 && index === response + 1;
  const before = fn.params[index - 1];
  return (index === response || isErrorHandler) && (before?.type === 'ObjectPattern' || (before?.type === 'Identifier' && isRequest(source, before)));
}

function isRequest(source: SourceCode, parameter: TSESTree.Identifier): boolean {
  const { name, typeAnnotation } = parameter;
  if (name === 'this' || /^_*(?:e|err|error|ex)$/u.test(name)) return false;
  if (/^_|req/iu.test(name) || /Request\b/u.test(typeAnnotation ? source.getText(typeAnnotation) : '')) return true;
  const variable = variableOf(source, parameter);
  return variable !== undefined && knownVariables(source).has(variable);
}

/** Whether it hands on to what follows: `(req, res, next)`. */
function goesOn(fn: FunctionNode): boolean {
  const last = fn.params.at(-1);
  return fn.params.length >= 3 && last?.type === 'Identifier' && last.name === 'next';
}

/** Requests come with a context that answers; events and messages are only taken. */
function isContext(kind: HandlerKind): boolean {
  return kind === 'http' || kind === 'middleware';
}

/** The methods of a class that `class.a|b` names. */
function methodsNamed(source: SourceCode, owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression, handler: string): HandlerFunction[] {
  const names = handler.slice('class.'.length).split('|');
  return owner.body.body.flatMap((member) => {
    if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return [];
    return member.value && names.includes(propertyName(member) ?? '') ? functionsAt(source, member.value) : [];
  });
}

function methodOf(source: SourceCode, use: Use, args: Arguments): string | undefined {
  const { registers } = use.action;
  if (registers?.method !== undefined) return registers.method;
  if (registers?.kind !== 'http') return undefined;
  const name = (firstString(source, args, use.action.args?.['method']) ?? use.known.path.split('.').at(-1) ?? '').toUpperCase();
  const verb = verbAlias[name] ?? name;
  return verbs.has(verb) ? verb : undefined;
}

function firstString(source: SourceCode, args: Arguments, path: string | undefined): string | undefined {
  const [found] = path === undefined ? [] : placesAt(source, args, path);
  const at = found?.type === 'ArrayExpression' ? found.elements[0] : found;
  return at ? stringOf(source, at) : undefined;
}

/** Handlers that a type annotation makes so: `const f: RequestHandler = ...`, `(req: Request, res: Response) => ...`, `implements NestMiddleware`. */
export function* annotatedHandlers(source: SourceCode): Generator<Handler> {
  for (const [variable, { entity, library }] of knownVariables(source)) {
    const registers = entity.annotate?.registers;
    const [definition] = variable.defs;
    if (!registers || !definition) continue;
    const node = definition.node as TSESTree.Node;
    if (registers.handler === 'typed' && node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.typeAnnotation && node.init) {
      for (const found of functionsAt(source, node.init)) yield makeHandler(source, found, { registers, library, node });
    }
    if (registers.handler === 'parameter' && definition.type === 'Parameter' && isFunction(node)) {
      if (!takes(source, node, registers, definition.name) || !mayBeRegistered(source, node)) continue;
      const kind = registers.kind === 'http' && goesOn(node) ? 'middleware' : registers.kind;
      yield makeHandler(source, { fn: node }, { registers: { ...registers, kind }, library, node });
    }
  }
  for (const scope of source.scopeManager?.scopes ?? []) {
    const block = scope.block as TSESTree.Node;
    if (scope.type !== 'class' || (block.type !== 'ClassDeclaration' && block.type !== 'ClassExpression')) continue;
    for (const { expression } of block.implements ?? []) {
      const known = knownOf(source, expression);
      const registers = known?.entity.annotate?.registers;
      if (!known || !registers?.handler.startsWith('class.')) continue;
      for (const found of methodsNamed(source, block, registers.handler)) yield makeHandler(source, found, { registers, library: known.library, node: found.fn });
    }
  }
}
