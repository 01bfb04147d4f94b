import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { PoolTwin, Resource } from '../catalog/schema.js';
import { usesOfPackages } from './facts.js';
import { contextOf } from './context.js';
import { handlerOf } from './handlers.js';
import { isMemoized } from './once.js';
import { lifetimeOf, type MethodCall } from './lifetime.js';
import { perCall } from './per-call.js';
import { constructionsOf } from './resources.js';
import { servesMany } from './server-code.js';
import { defineService, type SourceCode } from './service.js';
import { closes, sharingOf } from './sharing.js';
import { enclosingFunction, functionName, propertyName, walk, wrapped, type FunctionNode } from './syntax.js';
import type { Use } from './use.js';

/**
 * The single database connections that the requests of a server share, or that a factory opens anew for each of its callers,
 * where the package has pools.
 *
 * Left out: connections that a function makes for itself (`perCall` tells of those), such as belong to one user by what they do
 * (LISTEN, advisory locks, replication) or by what they are made from (parameters, fields, something fetched first), whose
 * names or those around them say that they are for something special, and files that make a pool too, whose authors know.
 * Does not see: what other files do with a connection that they import.
 */
export interface SingleConnection {
  readonly use: Use;
  readonly resource: Resource;
  readonly pool: PoolTwin;
  /** `shared`: one for all requests. `each`: a factory opens one for each caller. */
  readonly reach: 'shared' | 'each';
  /** The variable of the module that holds it. */
  readonly variable?: TSESLint.Scope.Variable;
  /** Methods called on it, as far as the file shows. */
  readonly calls: readonly MethodCall[];
}

export const singleConnections = defineService((source: SourceCode): readonly SingleConnection[] => {
  const found = constructionsOf(source, 'sql').flatMap(({ use, resource }) => (resource.pool ? [{ use, resource, pool: resource.pool }] : []));
  if (found.length === 0 || dedicated.test(source.text) || !servesMany(source)) return [];
  const makesPool = usesOfPackages(source, 'sql').some(({ known }) => found.some(({ pool }) => known.path.endsWith(`.${pool.name}`)));
  if (makesPool || special.test(fileName(source))) return [];
  return found.flatMap(({ use, resource, pool }) => {
    if (namesAround(use.node).some((name) => special.test(name)) || perCall(source, use.node)) return [];
    const { fate, variable, calls } = lifetimeOf(source, use.node);
    const connection = { use, resource, pool, calls };
    const fn = enclosingFunction(use.node);
    if (!fn) {
      const owned = isOfInstance(source, use);
      return owned || endsAtOnce(resource, calls) ? [] : [{ ...connection, reach: 'shared' as const, ...(variable && { variable }) }];
    }
    if (sharingOf(source, use, resource, calls) !== 'shared') return [];
    const reach = reachOf(source, use, fn, fate, variable);
    return reach ? [{ ...connection, reach }] : [];
  });
});

/** What only a connection of one's own can do. Source: the PostgreSQL and MySQL manuals. */
const dedicated = /\b(?:UN)?LISTEN\b|\bNOTIFY\b|\bpg_(?:notify|(?:try_)?advisory\w*)\b|\b(?:GET|RELEASE)_LOCK\b|['"`](?:\s*listen\s+(?:"\w+"|\w)[^'"`]*|notification|copyData|replicationStart)['"`]|\breplication\s*:/u;
/** Names of connections that are meant to stand alone or to live for a moment. */
const special = /listen|notif|subscri|pub_?sub|lock|migrat|replication|cdc|health|probe|monitor|admin|root|seed|test|backup|dump|leader/iu;

function fileName(source: SourceCode): string {
  return contextOf(source).filename.split(/[\\/]/u).at(-1) ?? '';
}

/** What the variable that takes the connection, and the functions and classes around it, are called. */
function namesAround(made: TSESTree.Node): string[] {
  const names: string[] = [];
  for (let at: TSESTree.Node | undefined = made; at; at = at.parent) {
    if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier') names.push(at.id.name);
    else if (at.type === 'AssignmentExpression') names.push(at.left.type === 'Identifier' ? at.left.name : at.left.type === 'MemberExpression' ? propertyName(at.left) ?? '' : '');
    else if (at.type === 'PropertyDefinition' || at.type === 'Property' || at.type === 'MethodDefinition') names.push(propertyName(at) ?? '');
    else if (at.type === 'FunctionDeclaration' || at.type === 'FunctionExpression' || at.type === 'ArrowFunctionExpression') names.push(functionName(at) ?? '');
    else if (at.type === 'ClassDeclaration' || at.type === 'ClassExpression') names.push(at.id?.name ?? '');
  }
  return names;
}

/** A field's initializer made from the instance: another connection for each. */
function isOfInstance(source: SourceCode, { args }: Use): boolean {
  return args.some((arg) => [...walk(arg, source.visitorKeys)].some((node) => node.type === 'ThisExpression'));
}

/** Code that closes what the module opened, at module level or in the function that connects it, is a program that ends. */
function endsAtOnce(resource: Resource, calls: readonly MethodCall[]): boolean {
  return calls.some(({ name, node }) => {
    const home = enclosingFunction(node);
    return closes(resource, name) && (!home || calls.some((other) => other.name === resource.connectCall && enclosingFunction(other.node) === home));
  });
}

function reachOf(source: SourceCode, use: Use, fn: FunctionNode, fate: ReturnType<typeof lifetimeOf>['fate'], variable: TSESLint.Scope.Variable | undefined): 'shared' | 'each' | undefined {
  if (fate === 'stored' || isMemoized(source, use.node)) return 'shared';
  if (fate === 'returned') {
    const outer = wrapped(fn).parent;
    if (outer?.type === 'Property' && propertyName(outer) === 'useFactory') return 'shared';
    // Whoever takes the function may call it once.
    return outer?.type === 'CallExpression' || outer?.type === 'NewExpression' ? undefined : 'each';
  }
  // Start-up code whose handlers use it.
  const isServed = variable?.references.some(({ identifier }) => enclosingFunction(identifier) !== fn && handlerOf(source, identifier) !== undefined);
  return isServed ? 'shared' : undefined;
}
