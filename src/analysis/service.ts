import type { TSESLint } from '@typescript-eslint/utils';

/** The source of one file, as ESLint hands it to rules. */
export type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Makes a service: one question about a file, computed once per SourceCode however many rules ask.
 *
 * @param compute answers the question for one file; must be pure, since the answer is kept as long as the SourceCode.
 * @returns the memoized question. Falsy answers are kept too.
 */
export function defineService<T>(compute: (source: SourceCode) => T): (source: SourceCode) => T {
  const memo = new WeakMap<SourceCode, { readonly value: T }>();
  return (source) => {
    let entry = memo.get(source);
    if (!entry) memo.set(source, (entry = { value: compute(source) }));
    return entry.value;
  };
}
