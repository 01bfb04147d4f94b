import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Batch } from '../catalog/schema.js';
import { boundBy, mentions } from './bindings.js';
import { callersOf } from './calls.js';
import { dataCalls } from './data-calls.js';
import { endsEarly, isUsed, waitingBodies, wayOut, type ElementLoop } from './element-loops.js';
import { useOf } from './facts.js';
import { isHandful, isOfConfiguration } from './list-sizes.js';
import { doesOnly, isPaced, worksInSteps } from './loop-manners.js';
import { runsOnce } from './programs.js';
import { batchOf } from './query-batches.js';
import { rowQueries, type RowQuery } from './row-queries.js';
import { defineService, type SourceCode } from './service.js';
import { storedQueries, type CalledElsewhere } from './stored-queries.js';
import { contains, enclosingFunction, functionName, isFunction, propertyName, walk, type FunctionNode } from './syntax.js';

/**
 * Which loops over a list send one database query per element, where one statement could do for all?
 * The query stands in the loop, in functions of the file that it calls, or in a function or method of another file that does nothing
 * else. See `element-loops.ts` for the loops and `query-batches.ts` for what one statement can do; where neither is certain nothing is
 * said, nor of programs that run once: there nobody waits for the database.
 */
export interface QueryInLoop {
  readonly loop: ElementLoop;
  /** The query, or the call in the loop that leads to it. */
  readonly node: TSESTree.Node;
  readonly query: RowQuery;
  readonly batch: Batch;
  /** Functions between the loop and the query. */
  readonly path: readonly string[];
}

/** A call on the way from the loop to the query, with the function that it calls. */
interface Hop {
  readonly source: SourceCode;
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly target: { readonly source: SourceCode; readonly node: FunctionNode };
  readonly name: string;
}

const maxHops = 3;

/** Every such loop, by its first query. `otherFiles`: also where the query is sent by a function of another file that does nothing else. */
export function queriesInLoops(source: SourceCode, otherFiles: boolean): readonly QueryInLoop[] {
  return otherFiles ? throughFiles(source) : inFile(source);
}

const inFile = defineService((source: SourceCode): readonly QueryInLoop[] =>
  waitingBodies(source).length === 0 ? [] : firsts(source, rowQueries(source).flatMap((query) => loopsAround(source, query, query.sent, []))));

const throughFiles = defineService((source: SourceCode): readonly QueryInLoop[] => {
  if (waitingBodies(source).length === 0) return [];
  const stored = storedQueries(source, (loop, call) => isCandidate(source, loop, call)).flatMap((called) => behind(source, called) ?? []);
  return firsts(source, [...inFile(source), ...stored]);
});

/** One for each loop, in source order; none in a program that runs once. */
function firsts(source: SourceCode, all: readonly QueryInLoop[]): readonly QueryInLoop[] {
  if (all.length === 0 || runsOnce(source)) return [];
  const found = new Map<TSESTree.Node, QueryInLoop>();
  for (const one of all) {
    const earlier = found.get(one.loop.node);
    if (!earlier || one.node.range[0] < earlier.node.range[0]) found.set(one.loop.node, one);
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** The loops around a query, through the functions of the file that send it. */
function loopsAround(source: SourceCode, query: RowQuery, at: TSESTree.Node, hops: readonly Hop[]): QueryInLoop[] {
  const way = wayOut(source, at);
  if (!way) return [];
  if ('loop' in way) {
    const found = judge(source, query, way.loop, at, hops);
    return found ? [found] : [];
  }
  if (hops.length >= maxHops) return [];
  const target = { source, node: way.fn };
  const name = functionName(way.fn) ?? 'a function';
  // A function that calls itself walks a tree.
  return callersOf(source, way.fn).flatMap(({ call }) => (contains(way.fn, call) ? [] : loopsAround(source, query, call, [{ source, call, target, name }, ...hops])));
}

/** The same for a call that leads to a query in another file. */
function behind(source: SourceCode, { loop, call, query, steps }: CalledElsewhere): QueryInLoop | undefined {
  return judge(source, query, loop, call, steps);
}

/** What can be said of a loop before anybody opens another file. */
function isCandidate(source: SourceCode, loop: ElementLoop, call: TSESTree.CallExpression): boolean {
  return call.arguments.some((arg) => mentions(arg, computedFrom(source, loop.body, loop.element))) && !keepsToElements(source, loop);
}

function judge(source: SourceCode, query: RowQuery, loop: ElementLoop, node: TSESTree.Node, hops: readonly Hop[]): QueryInLoop | undefined {
  const last = hops.at(-1);
  if (hops.some(({ target }, index) => !doesOnly(target.source, target.node, hops[index + 1]?.call ?? query.statement, query.kind))) return undefined;
  let rows = computedFrom(source, loop.body, loop.element);
  for (const { call, target } of hops) {
    rows = computedFrom(target.source, target.node.body, target.node.params.flatMap((param, index) => receiving(target.source, param.type === 'TSParameterProperty' ? param.parameter : param, call.arguments[index], rows)));
  }
  const batch = rows.size === 0 ? undefined : batchOf(last?.target.source ?? source, query.use, query.statement, rows);
  if (!batch || (loop.order === 'together' && batch.sameTick) || keepsToElements(source, loop)) return undefined;
  const isGiven = query.kind === 'write' && (isUsed(query.sent) || hops.some(({ call }) => isUsed(call)) || loop.gives);
  if ((isGiven && !batch.returns) || worksInSteps(source, loop, node, query.use.node, query.kind)) return undefined;
  if (query.kind === 'write' && isBesideOwnQueries(source, loop, node)) return undefined;
  return { loop, node: last ? node : query.use.node, query, batch, path: hops.map(({ name }) => name) };
}

/** Whether each element needs queries of its own that no one statement can do: then a write beside them changes little, and may depend on what they gave. */
function isBesideOwnQueries(source: SourceCode, { body, element }: ElementLoop, node: TSESTree.Node): boolean {
  const others = dataCalls(source).filter((other) => contains(body, other.node) && !contains(other.statement, node) && !contains(node, other.node));
  if (others.length === 0) return false;
  const rows = computedFrom(source, body, element);
  return others.some(({ node: operation, statement }) => {
    const use = useOf(source, operation);
    return use && mentions(statement, rows) && !batchOf(source, use, statement, rows);
  });
}

/** The variables of a parameter that get something of `rows`; of an object that is taken apart only those whose property does. */
function receiving(source: SourceCode, param: TSESTree.Node, given: TSESTree.Node | undefined, rows: ReadonlySet<TSESLint.Scope.Variable>): TSESLint.Scope.Variable[] {
  if (!given || !mentions(given, rows)) return [];
  const pattern = param.type === 'AssignmentPattern' ? param.left : param;
  if (pattern.type !== 'ObjectPattern' || given.type !== 'ObjectExpression') return boundBy(source, pattern);
  const named = given.properties.filter((property) => property.type === 'Property');
  const spread = given.properties.some((property) => property.type === 'SpreadElement' && mentions(property, rows));
  return pattern.properties.flatMap((property) => {
    const own = property.type === 'Property' ? named.find((one) => propertyName(one) === propertyName(property)) : undefined;
    return (own ? mentions(own.value, rows) : spread || property.type === 'RestElement') ? boundBy(source, property.type === 'Property' ? property.value : property.argument) : [];
  });
}

/** Few elements, an end before the last one, a pace that is meant; at module level the loop runs once, as in a script. */
function keepsToElements(source: SourceCode, loop: ElementLoop): boolean {
  return !enclosingFunction(loop.node) || isHandful(source, loop.list) || isOfConfiguration(source, loop.body, loop.element) || endsEarly(source, loop) || isPaced(source, loop);
}

/** The variables below `node` that are computed from `seeds` without waiting for anything. */
function computedFrom(source: SourceCode, node: TSESTree.Node, seeds: Iterable<TSESLint.Scope.Variable>): Set<TSESLint.Scope.Variable> {
  const found = new Set(seeds);
  if (found.size === 0) return found;
  for (const at of walk(node, source.visitorKeys)) {
    if (at.type === 'VariableDeclarator' && at.init && mentions(at.init, found) && !waits(source, at.init)) for (const variable of boundBy(source, at.id)) found.add(variable);
  }
  return found;
}

function waits(source: SourceCode, node: TSESTree.Node): boolean {
  for (const at of walk(node, source.visitorKeys, isFunction)) if (at.type === 'AwaitExpression') return true;
  return false;
}
