import { isVendored } from '../copies.js';
import { isGenerated } from '../../languages/yaml/documents.js';

/**
 * Whether a description of an API was written elsewhere: by a tool, from code or from other files that are the ones to mend, or
 * by the people whose API it is.
 * Does not see: a copy that neither its place nor its head gives away.
 */
export function isForeign(text: string, filename: string): boolean {
  return isVendored(filename) || elsewhere.test(filename) || isGenerated(text);
}

/** Folders and names of files for what is generated, bundled or copied, or will be; among them those that generators of clients keep their own form of a description in. */
const elsewhere = /(?:^|[/\\])(?:\.speakeasy|\.openapi-generator|third-?party|external|consumed|upstream|generated|gen|dist|build|target|out|clients?|sdks?|templates?|scaffolds?)[/\\]|[-_.](?:generated|gen|bundled?|dist)\.ya?ml$/iu;
