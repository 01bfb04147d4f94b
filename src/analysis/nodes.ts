import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from './context.js';
import { defineService, type SourceCode } from './service.js';

type NodeType = TSESTree.Node['type'];

/** As far as ESLint's steps through a file matter here: it enters nodes in phase 1. */
interface Step { readonly kind?: number; readonly phase?: number; readonly target: unknown }

/** The nodes of a file by type: one walk for all questions that start from a kind of syntax. */
const byType = defineService((source: SourceCode): ReadonlyMap<string, TSESTree.Node[]> => {
  const found = new Map<string, TSESTree.Node[]>();
  const add = (node: TSESTree.Node) => {
    const list = found.get(node.type);
    if (list) list.push(node);
    else found.set(node.type, [node]);
  };
  const steps = contextOf(source).depth === 0 ? stepsOf(source) : undefined;
  if (steps) for (const step of steps) { if (step.kind === 1 && step.phase === 1) add(step.target as TSESTree.Node); }
  else visit(source, add);
  return found;
});

/** ESLint 9 and later has walked over the linted file already and kept its way. Other hosts may have a method of the same name that does nothing. */
function stepsOf(source: SourceCode): readonly Step[] | undefined {
  try {
    const steps = (source as { traverse?: () => unknown }).traverse?.();
    return Array.isArray(steps) && (steps as Step[]).find(({ kind }) => kind === 1)?.target === source.ast ? steps : undefined;
  } catch {
    return undefined;
  }
}

/** Written without a generator, since it runs over every node of many files. */
function visit(source: SourceCode, enter: (node: TSESTree.Node) => void): void {
  const stack: TSESTree.Node[] = [source.ast];
  for (let at = stack.pop(); at; at = stack.pop()) {
    enter(at);
    const keys = source.visitorKeys[at.type];
    if (!keys) continue;
    for (let index = keys.length - 1; index >= 0; index--) {
      const child = (at as unknown as Record<string, unknown>)[keys[index]!];
      if (Array.isArray(child)) {
        for (let item = child.length - 1; item >= 0; item--) if (child[item]) stack.push(child[item] as TSESTree.Node);
      } else if (child) {
        stack.push(child as TSESTree.Node);
      }
    }
  }
}

/** All nodes of the given types, in source order, an outer one before those inside it. */
export function nodesOf<T extends `${NodeType}`>(source: SourceCode, ...types: readonly T[]): Extract<TSESTree.Node, { type: T }>[] {
  const lists = types.map((type) => byType(source).get(type) ?? []);
  const nodes = lists.length === 1 ? lists[0]! : lists.flat().sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
  return nodes as Extract<TSESTree.Node, { type: T }>[];
}

/** Of nodes in source order, those inside `outer`. */
export function nodesWithin<T extends TSESTree.Node>(sorted: readonly T[], outer: TSESTree.Node): T[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.range[0] < outer.range[0]) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = sorted[low]; at && at.range[0] < outer.range[1]; at = sorted[++low]) if (at.range[1] <= outer.range[1]) found.push(at);
  return found;
}

/** All `catch` clauses in the order of their `try`. Each has a scope, of which a file has far fewer than nodes. */
export const catchClauses = defineService((source: SourceCode): readonly TSESTree.CatchClause[] => {
  const found: TSESTree.CatchClause[] = [];
  for (const { type, block } of source.scopeManager?.scopes ?? []) if (type === 'catch' && block.type === 'CatchClause') found.push(block);
  return found.sort((a, b) => a.parent.range[0] - b.parent.range[0]);
});
