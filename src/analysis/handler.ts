import type { TSESTree } from '@typescript-eslint/utils';
import type { Convention, HandlerKind, Library, Registers } from '../catalog/schema.js';
import type { HandlerFunction } from './handler-functions.js';
import { rejectionsOf, type Rejections } from './handler-rejections.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, propertyName, type FunctionNode } from './syntax.js';

/** A function that a framework calls per request, message, job, event or tool call. */
export interface Handler {
  readonly node: FunctionNode;
  readonly kind: HandlerKind;
  /** What people call the framework; `HTTP` where only the function's shape tells. */
  readonly framework: string;
  readonly library?: Library;
  /** HTTP method in upper case, if visible. */
  readonly method?: string;
  /** Path, topic, queue or event name as written where it is registered, without what mounts add. */
  readonly path?: string;
  /** Set where the place or a directive of the file makes it a handler, not a call or a decorator. */
  readonly convention?: Convention;
  /** The call, decorator or export that registers it, or the function itself. */
  readonly registration: TSESTree.Node;
  /** What becomes of a promise of it that rejects. */
  readonly rejections: Rejections;
  /** The parameter that carries the request or message, and the one through which it answers. */
  readonly request?: TSESTree.Parameter;
  readonly response?: TSESTree.Parameter;
  /** A noun phrase for messages: "`login`", "`OrdersController.create`", "the POST /login handler", "this handler". */
  readonly name: string;
}

export interface Registration {
  readonly registers: Registers;
  readonly library?: Library;
  readonly node: TSESTree.Node;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly convention?: Convention;
}

const nouns: Partial<Record<HandlerKind, string>> = {
  middleware: 'middleware', graphql: 'resolver', queue: 'job processor', topic: 'consumer', event: 'listener', socket: 'socket listener', cron: 'cron job', tool: 'tool',
};

/** Makes the handler that a registration makes of a function. */
export function makeHandler(source: SourceCode, { fn, wrapper }: HandlerFunction, registration: Registration): Handler {
  const { registers, library, node, method, path, convention } = registration;
  // An error handler has one parameter more, in front.
  const shift = registers.response === 1 && fn.params.length === 4 ? 1 : 0;
  const parameter = (index: number | undefined) => (index === undefined ? undefined : fn.params[index + shift]);
  const request = parameter(registers.request);
  const response = parameter(registers.response);
  return {
    node: fn,
    kind: registers.kind,
    framework: library?.title ?? 'HTTP',
    ...(library && { library }),
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path }),
    ...(convention && { convention }),
    registration: node,
    rejections: afterWrapper(library ? rejectionsOf(source, library, registers) : 'unknown', wrapper),
    ...(request && { request }),
    ...(response && { response }),
    name: nameOf(fn, registers.kind, method, path, convention),
  };
}

/** Two registrations of one function: the first with a path stays, and a rejection is handled if either takes care of it. */
export function mergeHandlers(one: Handler, other: Handler): Handler {
  const base = one.path === undefined && other.path !== undefined ? other : one;
  const convention = one.convention ?? other.convention;
  return { ...base, ...(convention && { convention }), rejections: one.rejections === 'handled' || other.rejections === 'handled' ? 'handled' : base.rejections };
}

function afterWrapper(rejections: Rejections, wrapper: HandlerFunction['wrapper']): Rejections {
  if (wrapper === 'safe') return 'handled';
  return wrapper === 'opaque' && rejections === 'unhandled' ? 'unknown' : rejections;
}

function nameOf(fn: FunctionNode, kind: HandlerKind, method: string | undefined, path: string | undefined, convention: Convention | undefined): string {
  const noun = nouns[kind] ?? 'handler';
  const label = [method === 'ALL' || method === 'USE' ? undefined : method, path === '' ? undefined : path].filter(Boolean).join(' ');
  // What a directive marks is called by its own name: `save = client.action(fn)`.
  const name = qualifiedName(fn, kind === 'rpc' || convention?.directive !== undefined);
  // `handler` of a route object says less than the route.
  const isOption = fn.parent.type === 'Property' && !name?.includes('.') && !fn.id;
  if (name !== undefined && !(isOption && label)) return `\`${name}\``;
  return label ? `the \`${label}\` ${noun}` : `this ${noun}`;
}

/**
 * `create`, or `OrdersController.create` for a method; of a function in a wrapper (`asyncHandler(fn)`) the name of what it gives.
 *
 * @param chains also take the name of what a chain of method calls gives (`list: procedure.query(fn)`).
 */
export function qualifiedName(fn: FunctionNode, chains = false): string | undefined {
  if (fn.id) return fn.id.name;
  let at: TSESTree.Node = fn;
  while (at.parent?.type === 'CallExpression' && at.parent.callee !== at && (chains || at.parent.callee.type === 'Identifier')) at = at.parent;
  const parent = at.parent;
  switch (parent?.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return joined(parent.parent.parent.id?.name, propertyName(parent));
    case 'Property': {
      const owner = parent.parent.parent;
      return joined(owner?.type === 'VariableDeclarator' && owner.id.type === 'Identifier' ? owner.id.name : undefined, propertyName(parent));
    }
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'AssignmentExpression':
      if (parent.left.type === 'Identifier') return parent.left.name;
      // `module.exports = function () {}` names nothing.
      return parent.left.type === 'MemberExpression' && propertyName(parent.left) !== 'exports' ? propertyName(parent.left) : undefined;
    default:
      return undefined;
  }
}

function joined(owner: string | undefined, name: string | undefined): string | undefined {
  return owner === undefined || name === undefined ? name : `${owner}.${name}`;
}

/** Nothing but a context that is answered through says that it is a handler, and a factory makes it: a plug-in of another library looks so. */
export function isGuess({ node, registration, convention, response }: Handler): boolean {
  return registration === node && convention === undefined && response === undefined && enclosingFunction(node) !== undefined;
}
