import type { TSESTree } from '@typescript-eslint/utils';
import { argument } from './arguments.js';
import { variableOf } from './calls.js';
import { isCompositionRoot } from './composition-root.js';
import { isRegisteredWithLibrary } from './constructed-by.js';
import { knownOf, registrationsOf, usesOf, type Use } from './facts.js';
import { handlerOf } from './handlers.js';
import { lifetimeOf } from './lifetime.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { contains, enclosingFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';
import { accessesOfThis, classAround } from './this-members.js';

/**
 * Where does business code fetch from a DI container what it could have been given: `container.resolve(MailService)` in a method?
 *
 * None are: module-level code and files that put a program together, functions that get the container as a parameter, that
 * register routes or are written where they are registered, functions that return or keep what they fetch (factories, and
 * methods that a framework calls once to set an instance up), controllers and the like, which somebody has to fetch first,
 * tokens that are only known at run time, and classes that a library other than the container constructs (`@EventSubscriber()`), and classes that build the container themselves.
 * Does not see: containers under names that do not say so, those handed on under another type, and those of a framework's
 * request or application object.
 */
export interface Lookup {
  readonly node: TSESTree.CallExpression | TSESTree.MemberExpression;
  /** The token as written, `MailService`, `'mailer'`. */
  readonly token: string;
}

/** What may ask a container, by the text alone, since `.get(` stands in most files: they end here before an import is followed. */
const asks = /(?:[Cc]ontainer|[Ii]njector|\b[Ii]oc|\bIOC|[Kk]ernel|[Mm]oduleRef|\bdi|\bDI)\w*[!?]?\s*\.\s*(?:get|resolve|cradle)|\bcradle\b/u;
/** Where a request or the program begins: nobody could have been given these. */
const beginning = /(?:Controller|Router|Routes|App|Application|Server|Handler)$/u;

export const serviceLookups = defineService((source: SourceCode): readonly Lookup[] => {
  if (!asks.test(source.text)) return [];
  const calls = usesOf(source, 'di-container').flatMap((use) => fromCall(source, use));
  const reads = source.text.includes('cradle') ? nodesOf(source, 'MemberExpression').flatMap((node) => fromCradle(source, node)) : [];
  const found = [...calls, ...reads];
  return found.length === 0 || isCompositionRoot(source) ? [] : found.filter(({ node }) => isBusiness(source, node));
});

function fromCall(source: SourceCode, { kind, action, args, node }: Use): Lookup[] {
  const path = action.args?.['token'];
  if (kind !== 'call' || path === undefined || node.type !== 'CallExpression' || args.length > 1 + Number(args[1]?.type === 'ObjectExpression')) return [];
  const token = argument(source, args, path);
  const text = token && isConstant(source, token) ? source.getText(token) : undefined;
  return text !== undefined && !beginning.test(text.replace(/['"`]$/u, '')) ? [{ node, token: text }] : [];
}

/** `container.cradle.mailer` looks `mailer` up as it is read. */
function fromCradle(source: SourceCode, node: TSESTree.MemberExpression): Lookup[] {
  const name = propertyName(node);
  const read = knownOf(source, node)?.entity.read;
  return name !== undefined && read?.roles?.includes('di-container') ? [{ node, token: name }] : [];
}

/** A class, a symbol or a name that stands in the code: a literal, something imported or a name of module level, a member of one. */
function isConstant(source: SourceCode, node: TSESTree.Node): boolean {
  const at = unwrap(node);
  switch (at.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return at.expressions.length === 0;
    case 'MemberExpression':
      return propertyName(at) !== undefined && isConstant(source, at.object);
    case 'CallExpression':
      return at.callee.type === 'MemberExpression' && source.getText(at.callee) === 'Symbol.for' && at.arguments.every((one) => isConstant(source, one));
    case 'Identifier': {
      const definition = variableOf(source, at)?.defs[0];
      if (!definition) return false;
      if (definition.type === 'ImportBinding' || definition.type === 'ClassName' || definition.type === 'TSEnumName') return true;
      return definition.type === 'Variable' && definition.parent.kind === 'const' && !enclosingFunction(definition.node);
    }
    default:
      return false;
  }
}

/** In a function or method that does its work with what it fetches. */
function isBusiness(source: SourceCode, node: Lookup['node']): boolean {
  const fn = enclosingFunction(node);
  if (!fn || isGiven(source, node)) return false;
  const body = classAround(node);
  if (body && (isRegisteredWithLibrary(source, body.parent) || buildsContainer(source, node, body))) return false;
  const { fate, calls } = lifetimeOf(source, node);
  if ((fate === 'returned' && calls.length === 0) || (fate === 'stored' && !isConstructor(fn))) return false;
  if (handlerOf(source, fn.body) && !isMethod(fn)) return false;
  return !registrationsOf(source).some((use) => enclosingFunction(use.node) === fn);
}

/** The class puts the container together itself, after it is constructed: `this.container = await load()`. */
function buildsContainer(source: SourceCode, node: Lookup['node'], body: TSESTree.ClassBody): boolean {
  const accesses = accessesOfThis(source, body);
  const asked = accesses.find((access) => contains(node, access) && access.range[0] === node.range[0]);
  const name = asked && propertyName(asked);
  return name !== undefined && accesses.some((access) => propertyName(access) === name && access.parent.type === 'AssignmentExpression'
    && access.parent.left === access && /^(?:Await|Call|New)Expression$/u.test(unwrap(access.parent.right).type));
}

/** A callback in a method belongs to it. */
function isMethod(fn: FunctionNode): boolean {
  for (let at: FunctionNode | undefined = fn; at; at = enclosingFunction(at)) if (at.parent.type === 'MethodDefinition' || at.parent.type === 'PropertyDefinition') return true;
  return false;
}

function isConstructor({ parent }: FunctionNode): boolean {
  return parent.type === 'MethodDefinition' && parent.kind === 'constructor';
}

/** The container is a parameter of a function (not of a class's constructor): then the function is told where to look. */
function isGiven(source: SourceCode, node: Lookup['node']): boolean {
  let root: TSESTree.Node = node;
  while (root.type === 'CallExpression' || root.type === 'MemberExpression') root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
  const definition = root.type === 'Identifier' ? variableOf(source, root)?.defs[0] : undefined;
  return definition?.type === 'Parameter' && !isConstructor(definition.node as FunctionNode);
}
