import type { TSESTree } from '@typescript-eslint/utils';
import type { HandlerKind, Role } from '../catalog/schema.js';
import { knownOf, knownVariables, registrationsOf, usesOf, type Use } from './facts.js';
import { functionsAt, placesAt, type HandlerFunction } from './handler-functions.js';
import { answersThroughContext, mayBeRegistered } from './handler-shapes.js';
import { makeHandler, type Handler, type Registration } from './handler.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName } from './syntax.js';
import { expressionOf, stringOf } from './values.js';

/** Every action that registers handlers has one of these roles, so that files without them need no look. */
export const handlerRoles: readonly Role[] = [
  'route', 'route-mount', 'middleware', 'graphql', 'websocket', 'serverless', 'cron', 'queue-worker', 'subscribe', 'llm-tool', 'cqrs', 'validation-attach',
];

const verbs = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ALL']);
const verbAlias: Record<string, string> = { DEL: 'DELETE', OPTS: 'OPTIONS' };
/** A call that could register something on a value of another file. */
const mayRegister = /\.(?:get|post|put|patch|del|delete|use|all|route|on|query|mutation|subscription|process|consume|subscribe|run|work|define|openapi|tool|registerTool|addHook|ws)\s*[(<]/u;

/** Handlers that the catalog's facts on calls, constructions and decorators lead to. */
export function* registeredHandlers(source: SourceCode): Generator<Handler> {
  // Routers, queues and buses of other project files are followed where something is done with them.
  if (mayRegister.test(source.text)) usesOf(source, 'route', 'queue-worker', 'subscribe', 'websocket');
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
      const index = node.params.findIndex((parameter) => parameter === definition.name);
      const expected = registers.response ?? registers.request ?? 0;
      const isErrorHandler = registers.response !== undefined && node.params.length === 4 && index === expected + 1;
      if ((index !== expected && !isErrorHandler) || !mayBeRegistered(source, node)) continue;
      if (registers.response === undefined && !(isContext(registers.kind) ? answersThroughContext(source, node) : node.async)) continue;
      yield makeHandler(source, { fn: node }, { registers, library, node });
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
