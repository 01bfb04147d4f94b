import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from './service.js';

/** A variable that is used more often than this has its writes kept: whoever asks for one use asks for the others too. */
const manyUses = 16;
const keptWrites = new WeakMap<TSESLint.Scope.Variable, readonly TSESLint.Scope.Reference[]>();

/** Where the variable is given a value, its initializer included. */
export function writesOf(variable: TSESLint.Scope.Variable): readonly TSESLint.Scope.Reference[] {
  const { references } = variable;
  if (references.length <= manyUses) return references.filter((reference) => reference.isWrite());
  let writes = keptWrites.get(variable);
  if (!writes) keptWrites.set(variable, (writes = references.filter((reference) => reference.isWrite())));
  return writes;
}

const usesByVariable = defineService(() => new Map<TSESLint.Scope.Variable, readonly TSESTree.Identifier[]>());

/** Where the variable is named, but for its initializer, in source order: every edit of a file that touches one of these asks for all. */
export function usesInOrder(source: SourceCode, variable: TSESLint.Scope.Variable): readonly TSESTree.Identifier[] {
  let uses = usesByVariable(source).get(variable);
  if (!uses) {
    uses = variable.references.filter(({ init }) => !init).map(({ identifier }) => identifier as TSESTree.Identifier).sort((a, b) => a.range[0] - b.range[0]);
    usesByVariable(source).set(variable, uses);
  }
  return uses;
}
