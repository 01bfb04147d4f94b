import type { TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import { dataCalls, type DataCall } from './data-calls.js';
import { importedRoles } from './facts.js';
import { outboundCalls } from './outbound-calls.js';
import { loopAround, mayHaveLoops, type Loop } from './repeats.js';
import { defineService, type SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';

/**
 * Which loops write to a database or call another service once per row of a result that nothing bounds?
 * A list counts when the file shows the query that reads it and the query has no limit; a loop of writes only when the query reads a
 * whole table, since what belongs to one user is mostly little.
 * Does not see: lists from a request or from another file, limits that the caller of a function knows of.
 */
export interface BulkLoop extends Loop {
  /** The call that is done once per row. */
  readonly call: TSESTree.CallExpression;
  readonly does: 'calls' | 'writes';
}

/** Every such loop of the file, by its first call. */
export const bulkLoops = defineService((source: SourceCode): readonly BulkLoop[] => {
  if (!mayHoldBulkLoops(source)) return [];
  const reads = dataCalls(source).filter(({ kind, statement, probe }) => kind === 'read' && !probe && listing.test(source.getText(statement)));
  if (reads.length === 0) return [];
  const calls = [
    ...outboundCalls(source).map(({ node }) => ({ node, does: 'calls' as const })),
    ...dataCalls(source).filter(({ kind }) => kind === 'write').map(({ node }) => ({ node, does: 'writes' as const })),
  ];
  const found = new Map<TSESTree.Node, BulkLoop>();
  for (const { node, does } of calls) {
    const loop = node.type === 'CallExpression' ? loopAround(source, node) : undefined;
    if (!loop || node.type !== 'CallExpression' || found.has(loop.node)) continue;
    const read = readBehind(source, loop.list, reads);
    if (read && !limited.test(source.getText(read.statement)) && (does === 'calls' || readsAll(source, read))) found.set(loop.node, { ...loop, call: node, does });
  }
  return [...found.values()];
});

/** Whether the file has loops that could be such: a look at its text. */
export function mayHoldBulkLoops(source: SourceCode): boolean {
  return mayHaveLoops(source) && mayBeBulk(source);
}

/** A look at the text, before anybody asks what its calls are: something that calls out, or a query without a condition. */
function mayBeBulk(source: SourceCode): boolean {
  if (/\bfetch\(/u.test(source.text) || /\.(?:find\w*|all|getMany|scan|select\w*)\(\s*(?:\)|\{\s*(?:\}|select|include|relations))/u.test(source.text)) return true;
  return importedRoles(source).has('http-call') || importedRoles(source).has('rpc-call');
}

/** Methods that give a list. */
const listing = /\b(?:findMany|findAll|find|findBy|list|select|selectFrom|getMany|getRawMany|all|toArray|scan|query)\b/u;
/** Whatever bounds a result, or shows that somebody thought of it. */
const limited = /\b(?:take|limit|first|top|skip|offset|page|pageSize|perPage|cursor|findOne|findById|findFirst|findUnique|LIMIT|TOP|FETCH)\b/u;

/** The query whose rows a list holds, through names and methods that keep or map its elements. */
function readBehind(source: SourceCode, list: TSESTree.Node, reads: readonly DataCall[], depth = 0): DataCall | undefined {
  const at = unwrap(list);
  if (depth > 8) return undefined;
  const own = reads.find(({ statement, node }) => unwrap(statement) === at || node === at);
  if (own) return own;
  const next = (node: TSESTree.Node | undefined) => node && readBehind(source, node, reads, depth + 1);
  switch (at.type) {
    case 'AwaitExpression':
      return next(at.argument);
    case 'Identifier': {
      const variable = variableOf(source, at);
      return next(variable && constantValue(variable));
    }
    case 'CallExpression': {
      const callee = unwrap(at.callee);
      return callee.type === 'MemberExpression' && /^(?:filter|map|sort|reverse|flatMap|concat)$/u.test(propertyName(callee) ?? '') ? next(callee.object) : undefined;
    }
    default:
      return undefined;
  }
}

/** A query without a condition. */
function readsAll(source: SourceCode, { node, statement }: DataCall): boolean {
  const text = source.getText(statement);
  if (node.type !== 'CallExpression' || /\bwhere\b|\$match\b/iu.test(text)) return false;
  const [first] = node.arguments;
  return !first || (first.type === 'ObjectExpression' && (first.properties.length === 0 || /\bselect\b|\binclude\b|\brelations\b/u.test(text)));
}
