import type { SourceCode } from '../analysis/service.js';

/** The file looked at last: nearly always the one the next rule looks at. */
let last: { readonly given: SourceCode; readonly ast: object | undefined; readonly own: SourceCode } | undefined;

/**
 * One object per file, by which what is known of the file can be kept.
 *
 * ESLint makes a SourceCode for each file. oxlint has one for all files, whose getters tell of the current one; every file but
 * the first gets an object of its own here, which inherits from it.
 *
 * @param given what the tool gives as `context.sourceCode`.
 * @returns the same object for all rules of a file, and another one for the next file.
 */
export function ownSource(given: SourceCode): SourceCode {
  const ast = given.ast as object | undefined;
  const again = last?.given === given ? last : undefined;
  if (again && again.ast === ast) return again.own;
  const own = again ? Object.create(given) as SourceCode : given;
  last = { given, ast, own };
  return own;
}
