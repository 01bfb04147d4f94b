import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from './context.js';
import { cqrsHandlerOf } from './cqrs.js';
import { dataCalls, type DataCall } from './data-calls.js';
import { usesOfReached } from './facts.js';
import { reachOf } from './handlers.js';
import { queries, type Query } from './queries.js';
import { reachedCalls, type Search } from './reached-calls.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, functionName } from './syntax.js';
import { actsByDesign, isBookkeeping, isIdempotent, notesPresence } from './write-purposes.js';
import { argument } from './arguments.js';
import { stringOf } from './values.js';

/**
 * Which queries (see `queries.ts`) write to a database or publish an event, in their own file or behind calls into other files, and are
 * not meant to? See `write-purposes.ts` for the writes that belong to a query.
 * Does not see: what `dataCalls` and `reachedCalls` do not see, raw procedures.
 */
export interface QueryWrite {
  readonly query: Query;
  /** What to report in this file: the write, or the call that leads to it. */
  readonly node: TSESTree.Node;
  /** What writes, without arguments: `prisma.user.create`. */
  readonly name: string;
  readonly verb: 'writes' | 'publishes';
  /** Table, model or event, where known. */
  readonly target?: string;
  /** Functions between the query and the write. */
  readonly path: readonly string[];
}

/** Longer ways say more about helpers that everybody uses than about the query. */
const maxPath = 3;

/** A write or a publication, wherever it stands. */
interface Write {
  readonly node: TSESTree.Node;
  readonly name: string;
  readonly verb: 'writes' | 'publishes';
  readonly target?: string;
}

/**
 * Every such write, in source order of what is reported.
 *
 * @param otherFiles also what calls into other files lead to; those files are read then.
 */
export function queryWrites(source: SourceCode, otherFiles: boolean): readonly QueryWrite[] {
  return otherFiles ? [...inFile(source), ...inOtherFiles(source)] : inFile(source);
}

/** The queries to look at, by the function that answers them. */
const questions = defineService((source: SourceCode): ReadonlyMap<TSESTree.Node, Query> =>
  new Map(queries(source).filter((query) => !actsByDesign(labelOf(source, query)) && !isScheduled(source, query)).map((query) => [query.node, query])));

function inFile(source: SourceCode): QueryWrite[] {
  const byNode = questions(source);
  if (byNode.size === 0) return [];
  const found: QueryWrite[] = [];
  for (const write of writesIn(source)) {
    const reach = reachOf(source, write.node);
    const inClass = cqrsHandlerOf(source, write.node);
    const query = (reach && byNode.get(reach.handler.node)) ?? (inClass?.side === 'query' && inClass.method ? byNode.get(inClass.method) : undefined);
    const path = reach?.path.map((fn) => functionName(fn) ?? 'a callback') ?? [];
    if (query && !path.some(actsByDesign)) found.push({ query, ...write, path });
  }
  return found;
}

function inOtherFiles(source: SourceCode): QueryWrite[] {
  const byNode = questions(source);
  if (byNode.size === 0) return [];
  const found: QueryWrite[] = [];
  for (const { call, reach, steps, found: write } of reachedCalls(source, searchIn(contextOf(source).catalog), ({ node }) => byNode.has(node))) {
    const query = byNode.get(reach.handler.node);
    const path = [...reach.path.map((fn) => functionName(fn) ?? 'a callback'), ...steps.map(({ name }) => name)];
    if (query && path.length <= maxPath && !path.some((name) => actsByDesign(name) || isBookkeeping(name))) found.push({ query, ...write, node: call, path });
  }
  return found;
}

function labelOf(source: SourceCode, { handler, name }: Query): string {
  const { filename } = contextOf(source);
  // Of a route's file the folders below the one that holds routes count, too: `app/api/cron/route.ts`.
  return `${handler?.path ?? ''} ${name} ${filename.replaceAll('\\', '/').split('/').slice(-5).join('/')}`;
}

/** Platforms call scheduled routes with GET; such a route checks their secret. */
function isScheduled(source: SourceCode, { kind }: Query): boolean {
  return kind === 'http' && /cron/iu.test(source.text);
}

/** Writes of business data and publications of events in a file. */
const writesIn = defineService((source: SourceCode): readonly Write[] => {
  const all = dataCalls(source);
  const writes = all
    .filter((call) => call.kind === 'write' && !(call.target !== undefined && isBookkeeping(call.target)) && !isIncidental(source.getText(call.statement)) && !fillsGap(call, all))
    .map(({ node, name, target }): Write => ({ node, name, verb: 'writes', ...(target !== undefined && { target }) }));
  const events = usesOfReached(source, 'publish')
    .filter(({ known, node }) => known.library.roles?.includes('cqrs') && node.type === 'CallExpression')
    .map(({ node, action, args, known }): Write => {
      const given = argument(source, args, action.args?.['event'] ?? '0');
      const target = given && (stringOf(source, given) ?? (given.type === 'NewExpression' && given.callee.type === 'Identifier' ? given.callee.name : undefined));
      return { node, name: known.path.split('.').at(-1) ?? 'publish', verb: 'publishes', ...(target !== undefined && { target }) };
    })
    .filter(({ target }) => target === undefined || !isBookkeeping(target));
  return [...writes, ...events];
});

function isIncidental(text: string): boolean {
  return notesPresence(text) || isIdempotent(text);
}

/** `find` and, if there is none, `create` of the same model in one function: a default or a copy made on first reading. */
function fillsGap({ name, node, target }: DataCall, all: readonly DataCall[]): boolean {
  if (target === undefined || !/(?:^|\.)(?:create|insert|insertOne|save|add)$/u.test(name)) return false;
  const fn = enclosingFunction(node);
  return all.some((other) => other.kind === 'read' && other.target?.toLowerCase() === target.toLowerCase() && other.node.range[0] < node.range[0] && enclosingFunction(other.node) === fn);
}

type Catalog = ReturnType<typeof contextOf>['catalog'];

/** How writes look in a text, for the choice of files to open. */
const mayWrite = /\b(?:create|insert|update|delete|del|remove|save|destroy|replace|bulk|flush|execute|query|run|raw|publish|increment|decrement|truncate|soft|restore|merge|put|set|batch|add|patch)\w*\s*[(`<]|\b(?:insert into|update|delete from|merge into)\b/iu;

const searches = new WeakMap<Catalog, Search<Write>>();

function searchIn(catalog: Catalog): Search<Write> {
  let search = searches.get(catalog);
  if (!search) {
    const mentions = { test: (text: string) => catalog.mentionedIn(text).has('orm') || catalog.mentionedIn(text).has('sql') || catalog.mentionedIn(text).has('cqrs'), testPart: (part: string) => mayWrite.test(part), values: true };
    searches.set(catalog, (search = { mentions, find: writesIn, everywhere: true }));
  }
  return search;
}
