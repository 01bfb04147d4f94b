import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from '../context.js';
import { nodesOf } from '../nodes.js';
import { loopAround, mayHaveLoops } from '../repeats.js';
import { defineService, type SourceCode } from '../service.js';
import { enclosingFunction, propertyName, unwrap, walk } from '../syntax.js';
import { knownOf } from '../facts.js';
import { valueOf } from '../values.js';
import { agentCallOf } from './agent-calls.js';
import { agentRequests } from './requests.js';
import { listOrigin, type ListOrigin } from './list-origins.js';

/**
 * Which loops ask a model once per element of a list that nothing bounds, with nobody counting what that costs: no limit, page,
 * chunk or slice, no look at the length, no budget, estimate, quota or question to a person in the function around it.
 * Does not see: bounds in other functions, loops by index, `batch` methods of libraries.
 */
export interface AgentBatch {
  /** The call that asks. */
  readonly call: TSESTree.CallExpression;
  readonly list: TSESTree.Node;
  readonly origin: ListOrigin;
}

/** Every such loop over a list of one of `origins`, by its first call. */
export function agentBatches(source: SourceCode, origins: readonly ListOrigin[]): AgentBatch[] {
  if (!mayHaveLoops(source)) return [];
  const found = new Map<TSESTree.Node, AgentBatch>();
  for (const call of nodesOf(source, 'CallExpression')) {
    const loops = loopsAround(source, call);
    if (loops.length === 0 || loops.some(({ node }) => found.has(node))) continue;
    // Who is called is the dear question.
    const loop = loops.find(({ list }) => origins.includes(originOf(source, list)!));
    if (loop && !isWeighed(source, call) && asks(source, call)) found.set(loop.node, { call, list: loop.list, origin: originOf(source, loop.list)! });
  }
  return [...found.values()];
}

const requests = defineService((source: SourceCode): ReadonlySet<TSESTree.Node> => new Set(agentRequests(source).map(({ node }) => node)));

function asks(source: SourceCode, call: TSESTree.CallExpression): boolean {
  return requests(source).has(call) || agentCallOf(source, call) !== undefined;
}

const origins = new WeakMap<TSESTree.Node, { readonly value: ListOrigin | undefined }>();

function originOf(source: SourceCode, list: TSESTree.Node): ListOrigin | undefined {
  let entry = origins.get(list);
  if (!entry) origins.set(list, (entry = { value: listOrigin(source, list) }));
  return entry.value;
}

/** All loops over a list around a node, the innermost first. */
function loopsAround(source: SourceCode, node: TSESTree.Node): { node: TSESTree.Node; list: TSESTree.Node }[] {
  const found: { node: TSESTree.Node; list: TSESTree.Node }[] = [];
  for (let loop = loopAround(source, node); loop && found.length < 4; loop = loopAround(source, loop.node)) found.push(loop);
  return found;
}

/** Words of whoever thinks of the cost or the number. Limits of one answer, of tries or of what runs at once are none. */
const thought = /budget|cost|price|estimat|spend|spent|credit|quota|usage|billing|token_?count|count_?tokens|num_?tokens|limit|max|top_?[kn]$|batch|chunk|page|cursor|offset|take$|slice|splice|sample|confirm|approv|dry_?run|remaining/iu;
const other = /^(?:max_?(?:output_?|completion_?|new_?)?tokens\w*|max_?(?:retries|attempts|turns|steps|iterations|concurren\w*|parallel\w*|duration|length|listeners)|page_?(?:content|contents|text|title|url|html)|math|limiter)$/iu;

/** Somebody bounds the number or counts the cost, as far as the outermost function around the call tells. */
function isWeighed(source: SourceCode, call: TSESTree.Node): boolean {
  let outer = enclosingFunction(call);
  for (let up = outer; up; up = enclosingFunction(up)) outer = up;
  for (const node of walk(outer ?? source.ast, source.visitorKeys)) {
    if (node.type === 'Identifier' && thought.test(node.name) && !other.test(node.name) && !isLimiter(source, node)) return true;
    if (node.type === 'BinaryExpression' && /^[<>]=?$/u.test(node.operator) && [node.left, node.right].some(isLength) && !isSmall(source, node)) return true;
    if (node.type === 'BreakStatement') return true;
  }
  return false;
}

/** `pLimit(5)` and what it gives: so many at once, however many there are. */
function isLimiter(source: SourceCode, node: TSESTree.Identifier): boolean {
  const known = knownOf(source, node);
  if (known) return contextOf(source).catalog.rolesOf(known.library).has('limiter');
  return /^(?:p_?limit|limit)$/iu.test(node.name) && /\bp-?limit\b/iu.test(source.text);
}

function isLength(node: TSESTree.Node): boolean {
  const at = unwrap(node);
  return at.type === 'MemberExpression' && /^(?:length|size)$/u.test(propertyName(at) ?? '');
}

/** `items.length > 0` asks whether there is anything at all. */
function isSmall(source: SourceCode, { left, right }: TSESTree.BinaryExpression): boolean {
  return [left, right].some((side) => {
    const value = valueOf(source, side);
    return value.known && typeof value.value === 'number' && value.value <= 1;
  });
}
