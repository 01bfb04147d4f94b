import { contextOf } from './context.js';
import { usesOfPackages } from './facts.js';
import { importSources } from './imports.js';
import { defineService, type SourceCode } from './service.js';

/**
 * Whether this file is a whole server: it starts one and imports nothing of the project, so that there are no layers to put code into.
 * Does not see: servers that a platform starts, files of the project behind aliases that look like packages.
 */
export const isOneFileProgram = defineService((source: SourceCode): boolean => {
  const { catalog } = contextOf(source);
  for (const from of importSources(source)) if (/^[.#~]|^@\//u.test(from) && !catalog.find(from) && !/\.(?:json|css|env)$/u.test(from)) return false;
  return usesOfPackages(source, 'listen').length > 0;
});
