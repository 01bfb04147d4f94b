/**
 * Whether a description of an API was written elsewhere: by a tool, from code or from other files that are the ones to mend, or
 * by the people whose API it is.
 * Does not see: a copy that neither its place nor its head gives away.
 */
export function isForeign(text: string, filename: string): boolean {
  if (elsewhere.test(filename)) return true;
  const head = /^(?:\uFEFF|---[^\n]*\n|[ \t]*(?:#[^\n]*)?\r?\n)*/u.exec(text)?.[0] ?? '';
  return generatedMark.test(head);
}

/** Folders and names of files for what is generated, bundled, installed or copied, or will be. */
const elsewhere = /(?:^|[/\\])(?:node_modules|vendor|vendored|third[-_]?party|external|consumed|upstream|generated|gen|dist|build|target|out|clients?|sdks?|templates?|scaffolds?)[/\\]|[-_.](?:generated|gen|bundled?|dist)\.ya?ml$/iu;
const generatedMark = /@generated\b|\bdo not (?:edit|modify)\b|\bauto[- ]?generated\b|\bgenerated (?:by|from|with|using)\b/iu;
