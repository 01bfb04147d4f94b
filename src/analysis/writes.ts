import type { TSESLint } from '@typescript-eslint/utils';

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
