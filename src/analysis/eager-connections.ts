import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Resource, Role } from '../catalog/schema.js';
import { argumentAt } from './arguments.js';
import { callersOf } from './calls.js';
import { usesOfPackages } from './facts.js';
import { lifetimeOf, type MethodCall } from './lifetime.js';
import { defineService, type SourceCode } from './service.js';
import { contains, isFunction, wrapped, type FunctionNode } from './syntax.js';
import type { Use } from './use.js';

/**
 * Which clients of this file connect to a server while the file is imported: by their construction, or by a call of their
 * connect method. Importing runs statements outside functions, functions called where they stand, and functions of the file
 * that such code calls.
 *
 * What a condition decides (`if (env.REDIS_ENABLED)`, `globalThis.redis ?? new Redis()`) is left out: somebody thought about it.
 * Does not see: a client that a class of the file keeps, clients of other files.
 */
export interface EagerConnection {
  /** The construction, or the call of a process-wide connection (`mongoose.connect`). */
  readonly use: Use;
  readonly resource: Resource;
  /** What opens the connection: the construction itself, or the call of the connect method. */
  readonly opens: TSESTree.CallExpression | TSESTree.NewExpression;
  /** The variable that holds the client. */
  readonly variable?: TSESLint.Scope.Variable;
}

/** What watches a program starts with it: it talks to its server whenever it likes. */
const watching: readonly Role[] = ['logger', 'metrics', 'tracing'];

/** See above; in source order. What is made of another such client (a channel, a queue on a connection) is left out: one cause. */
export const eagerConnections = defineService((source: SourceCode): readonly EagerConnection[] => {
  const found = usesOfPackages(source, 'expensive-client').flatMap((use) => connectionOf(source, use) ?? []);
  const isMadeOf = ({ use }: EagerConnection, { variable }: EagerConnection) =>
    use.args.some((arg) => variable?.references.some(({ identifier }) => contains(arg, identifier)));
  return found.filter((connection) => !found.some((other) => other !== connection && isMadeOf(connection, other)));
});

function connectionOf(source: SourceCode, use: Use): EagerConnection | undefined {
  const { resource, roles } = use.action;
  const { node, known } = use;
  if (!resource || resource.singleton !== 'yes' || resource.local || watching.some((role) => roles?.includes(role) || known.library.roles?.includes(role))) return undefined;
  if ((node.type !== 'CallExpression' && node.type !== 'NewExpression') || known.path.includes('()')) return undefined;
  const opensAtOnce = resource.connects === 'construct';
  if ((!opensAtOnce && resource.connectCall === undefined) || isPutOff(source, use, resource) || !runsOnImport(source, node)) return undefined;
  const { variable, calls } = lifetimeOf(source, node);
  const opens = opensAtOnce ? node : connecting(source, calls, resource.connectCall);
  return opens && { use, resource, opens, ...(variable && { variable }) };
}

function connecting(source: SourceCode, calls: readonly MethodCall[], method: string | undefined): TSESTree.CallExpression | undefined {
  return calls.find((call) => call.name === method && runsOnImport(source, call.node))?.node;
}

/** An option that is there, whatever it says, was thought about; one in an object that cannot be seen may be there. */
function isPutOff(source: SourceCode, use: Use, { lazyOption }: Resource): boolean {
  return lazyOption !== undefined && typeof argumentAt(source, use.args, lazyOption) !== 'string';
}

/** Whether importing the file surely runs `node`; see above. */
export function runsOnImport(source: SourceCode, node: TSESTree.Node, seen: Set<FunctionNode> = new Set()): boolean {
  let at = node;
  for (let parent = at.parent; parent; at = parent, parent = at.parent) {
    if (isDecided(parent, at)) return false;
    if (parent.type === 'PropertyDefinition' && parent.value === at && !parent.static) return false;
    if (!isFunction(parent)) continue;
    if (seen.has(parent)) return false;
    seen.add(parent);
    const outer = wrapped(parent);
    if (outer.parent?.type === 'CallExpression' && outer.parent.callee === outer) return runsOnImport(source, outer.parent, seen);
    return callersOf(source, parent).some(({ call }) => runsOnImport(source, call, seen));
  }
  return true;
}

/** Whether `parent` lets something decide if `child` runs: a condition, a loop, or a statement before it that may leave the function. */
function isDecided(parent: TSESTree.Node, child: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test !== child;
    case 'LogicalExpression':
      return parent.right === child;
    case 'SwitchCase':
    case 'CatchClause':
      return true;
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
      return parent.body === child;
    case 'BlockStatement':
      return parent.body.slice(0, parent.body.indexOf(child as TSESTree.Statement)).some((statement) => statement.type === 'IfStatement');
    default:
      return false;
  }
}
