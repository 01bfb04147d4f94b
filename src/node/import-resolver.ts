import { isBuiltin } from 'node:module';
import { Resolver } from './resolve.js';

/**
 * The plugin's own way of finding the file that an import means, in the form eslint-plugin-import gave resolvers (version 2),
 * which eslint-plugin-boundaries uses too: so that aliases of tsconfig.json are seen through without a further package.
 */

const resolver = new Resolver();

/**
 * @param source what the code imports.
 * @param file absolute path of the importing file.
 * @returns the file; `found: false` leaves the import to the next resolver.
 */
function resolve(source: string, file: string): { found: true; path: string | null } | { found: false } {
  if (isBuiltin(source)) return { found: true, path: null };
  const path = resolver.resolve(source, file);
  return path === undefined ? { found: false } : { found: true, path };
}

export default { interfaceVersion: 2, resolve };
