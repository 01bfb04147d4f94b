import type { TSESTree } from '@typescript-eslint/utils';
import { Explorer, type Search, type Step } from './call-paths.js';
import { variableOf } from './calls.js';
import { contextOf } from './context.js';
import { waitingBodies, wayOut, type ElementLoop } from './element-loops.js';
import { knownOf } from './facts.js';
import { isInline } from './handlers.js';
import { nodesOf } from './nodes.js';
import { projectImports } from './project-imports.js';
import { importsLeadTo } from './reached-calls.js';
import { rowQueries, type RowQuery } from './row-queries.js';
import type { SourceCode } from './service.js';
import { contains, enclosingFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';

/**
 * Which calls in loops lead to a query in another file: to a method of a repository, a function of a data module?
 * At most two calls away, since longer ways do more than one query. See `reached-calls.ts` for what is followed.
 */
export interface CalledElsewhere {
  readonly loop: ElementLoop;
  /** The call in the loop. */
  readonly call: TSESTree.CallExpression;
  readonly steps: readonly Step[];
  readonly query: RowQuery;
}

const maxSteps = 2;

/**
 * Every such call, by the order of the text. No file is opened unless `wanted` picks a call first.
 *
 * @param wanted says which calls of which loops are worth it.
 */
export function storedQueries(source: SourceCode, wanted: (loop: ElementLoop, call: TSESTree.CallExpression) => boolean): CalledElsewhere[] {
  const { settings, depth, catalog } = contextOf(source);
  if (!settings.crossFile || depth > 0 || projectImports(source).length === 0) return [];
  const calls = new Map<TSESTree.Node, { readonly loop: ElementLoop; readonly call: TSESTree.CallExpression }>();
  const hosts = new Set<FunctionNode>();
  const bodies = waitingBodies(source);
  for (const call of nodesOf(source, 'CallExpression')) {
    if (!bodies.some((body) => contains(body, call))) continue;
    const host = mayLeadAway(source, call) ? hostOf(call) : undefined;
    const way = host && wayOut(source, call);
    if (!host || !way || !('loop' in way) || !wanted(way.loop, call)) continue;
    calls.set(call, { loop: way.loop, call });
    hosts.add(host);
  }
  const search = searchIn(catalog);
  if (calls.size === 0 || !importsLeadTo(source, search.mentions)) return [];
  const explorer = new Explorer(source, search);
  const found: CalledElsewhere[] = [];
  for (const host of hosts) {
    for (const { steps, found: query } of explorer.from(host, new Set(), (call) => calls.has(call))) {
      const from = calls.get(steps[0]!.call);
      if (from) found.push({ ...from, steps, query });
    }
  }
  return found;
}

/** A call of an imported function, of a member of an import, or of a member of a field: of those, one with arguments that no library answers. */
function mayLeadAway(source: SourceCode, call: TSESTree.CallExpression): boolean {
  if (call.arguments.length === 0) return false;
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return variableOf(source, callee)?.defs[0]?.type === 'ImportBinding' && !knownOf(source, callee);
  if (callee.type !== 'MemberExpression' || propertyName(callee) === undefined) return false;
  let root = unwrap(callee.object);
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  if (root.type === 'ThisExpression') return callee.object.type === 'MemberExpression' && !knownOf(source, callee);
  return root.type === 'Identifier' && variableOf(source, root)?.defs.some(({ type }) => type === 'ImportBinding' || type === 'Variable') === true && !knownOf(source, callee);
}

/** The function on whose calls `node` runs. */
function hostOf(node: TSESTree.Node): FunctionNode | undefined {
  let fn = enclosingFunction(node);
  while (fn && isInline(fn)) fn = enclosingFunction(fn);
  return fn;
}

/** How queries look in a text, for the choice of files to open. */
const mayAsk = /\b(?:find|get|select|count|exists?|load|fetch|where|first|query|execute|insert|create|update|delete|del|remove|destroy|save|upsert|put|send|add)\w*\s*[(`<]/iu;

type Catalog = ReturnType<typeof contextOf>['catalog'];
const searches = new WeakMap<Catalog, Search<RowQuery>>();

function searchIn(catalog: Catalog): Search<RowQuery> {
  let search = searches.get(catalog);
  if (!search) {
    const mentions = { test: (text: string) => catalog.mentionedIn(text).has('orm') || catalog.mentionedIn(text).has('sql'), testPart: (part: string) => mayAsk.test(part), values: true };
    searches.set(catalog, (search = { mentions, find: (source) => rowQueries(source), everywhere: true, maxSteps }));
  }
  return search;
}
