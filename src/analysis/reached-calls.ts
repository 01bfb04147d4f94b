import type { TSESTree } from '@typescript-eslint/utils';
import { Explorer, type Found, type Search, type Step } from './call-paths.js';
import { contextOf } from './context.js';
import { handlers, reachedFromHandlers, type Handler, type Reach } from './handlers.js';
import { mayLeadTo, type TextTest } from './leads.js';
import { locate } from './load.js';
import { projectImports } from './project-imports.js';
import { defineService, type SourceCode } from './service.js';

export type { Search, Step } from './call-paths.js';

/**
 * Which calls in the handlers of a file (and in the functions of the file that they reach) lead to something in other files
 * of the project, and to what: through imported functions, members of imported objects, methods of imported instances,
 * static methods, and methods of classes found by the type of a constructor's parameter or of a field.
 *
 * At most three files deep, through the functions of each file on the way. What is looked for is the caller's business.
 * Respects what runs once (`isMemoized`); module level is never reached, nor are functions that are only passed on by name.
 * Does not see: interfaces, containers asked by a string, wrapped functions (`cached(load)`), computed names, values passed as arguments.
 */

/** Something that a call in the linted file leads to in another file. */
export interface Reached<T> extends Found<T> {
  /** The call in the linted file. */
  readonly call: Step['call'];
  /** The handler, and the functions of the linted file between it and the call. */
  readonly reach: Reach;
  /** The calls from the one in the linted file to the one of the function in which `found` stands; never empty. */
  readonly steps: readonly Step[];
}

type AnySearch = Search<{ readonly node: TSESTree.Node }>;
const answers = defineService(() => new Map<AnySearch, readonly Reached<{ readonly node: TSESTree.Node }>[]>());

/**
 * Everything that calls in the linted file's handlers lead to in other files, by the order of the calls, of each call the shortest
 * way first. Empty where other files may not be read, and at once where no import leads to a text that `search.mentions`.
 *
 * @param from which handlers to start from, when not from all: files that only others lead to are not opened then.
 */
export function reachedCalls<T extends { readonly node: TSESTree.Node }>(source: SourceCode, search: Search<T>, from?: (handler: Handler) => boolean): readonly Reached<T>[] {
  if (from) return collect(source, search, from);
  const known = answers(source);
  let found = known.get(search);
  if (!found) known.set(search, (found = collect(source, search)));
  return found as readonly Reached<T>[];
}

/**
 * One entry per call and per cause, for reports: of each call what it leads to first, of each thing found the first call that
 * leads to it with the number of other calls that do.
 */
export function oncePerCause<T extends { readonly node: TSESTree.Node }>(reached: Iterable<Reached<T>>): readonly (Reached<T> & { readonly others: number })[] {
  const calls = new Set<TSESTree.Node>();
  const causes = new Map<TSESTree.Node, Reached<T> & { others: number }>();
  for (const one of reached) {
    if (calls.has(one.call)) continue;
    calls.add(one.call);
    const earlier = causes.get(one.found.node);
    if (earlier) earlier.others += 1;
    else causes.set(one.found.node, { ...one, others: 0 });
  }
  return [...causes.values()];
}

function collect<T extends { readonly node: TSESTree.Node }>(source: SourceCode, search: Search<T>, from: (handler: Handler) => boolean = () => true): Reached<T>[] {
  // Most files have no handler, and most rules ask for handlers anyway; the texts behind the imports are read for this alone.
  if (projectImports(source).length === 0 || handlers(source).length === 0 || !importsLeadTo(source, search.mentions)) return [];
  const explorer = new Explorer(source, search);
  const roots = new Set(handlers(source).map(({ node }) => node));
  const reaches: Reach[] = [...handlers(source).map((handler): Reach => ({ handler, path: [] })), ...reachedFromHandlers(source).values()];
  const found: Reached<T>[] = [];
  for (const reach of reaches) {
    if (!from(reach.handler)) continue;
    for (const way of explorer.from(reach.path.at(-1) ?? reach.handler.node, roots)) found.push({ ...way, call: way.steps[0]!.call, reach });
  }
  return found.sort((a, b) => a.call.range[0] - b.call.range[0] || a.steps.length - b.steps.length);
}

/** Whether an import of the file leads, three files deep, to a text that passes: a look at texts. */
export function importsLeadTo(source: SourceCode, mentions: TextTest): boolean {
  if (contextOf(source).depth > 0) return false;
  return [...new Set(projectImports(source).map(({ from }) => from))].some((from) => {
    const file = locate(source, from);
    return file !== undefined && mayLeadTo(source, file, mentions, 2);
  });
}
