import type { TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from './service.js';

type NodeType = TSESTree.Node['type'];

/**
 * The nodes of a file by type: one walk for all questions that start from a kind of syntax.
 * Written without a generator, since it runs over every node of many files.
 */
const byType = defineService((source: SourceCode): ReadonlyMap<string, TSESTree.Node[]> => {
  const found = new Map<string, TSESTree.Node[]>();
  const stack: TSESTree.Node[] = [source.ast];
  for (let at = stack.pop(); at; at = stack.pop()) {
    const list = found.get(at.type);
    if (list) list.push(at);
    else found.set(at.type, [at]);
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
  return found;
});

/** All nodes of the given types, in source order, an outer one before those inside it. */
export function nodesOf<T extends `${NodeType}`>(source: SourceCode, ...types: readonly T[]): Extract<TSESTree.Node, { type: T }>[] {
  const lists = types.map((type) => byType(source).get(type) ?? []);
  const nodes = lists.length === 1 ? lists[0]! : lists.flat().sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
  return nodes as Extract<TSESTree.Node, { type: T }>[];
}
