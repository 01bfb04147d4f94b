import { isPackageIndex } from './composition-root.js';
import { contextOf } from './context.js';
import { usesOfPackages } from './facts.js';
import { fileKind } from './files.js';
import { importSources } from './imports.js';
import { defineService, type SourceCode } from './service.js';

/**
 * Whether this file is a whole server: it starts one, or is named as the place where a program is put together,
 * and imports nothing of the project but what describes its data and settings, so that there are no layers to put code into.
 * Does not see: servers that a platform starts from other files, files of the project behind aliases that look like packages.
 */
export const isOneFileProgram = defineService((source: SourceCode): boolean => {
  const { catalog } = contextOf(source);
  for (const from of importSources(source)) if (/^[.#~]|^@\//u.test(from) && !catalog.find(from) && !isGround(from)) return false;
  return usesOfPackages(source, 'listen').length > 0 || fileKind(source).compositionRoot || isPackageIndex(source);
});

/** Data files, and the files and folders where small programs keep the client, the schema and the settings: no layers. */
function isGround(from: string): boolean {
  return /\.(?:json|css|env)$|[\/](?:db|database|drizzle|prisma|schemas?|models?|entities|config|env|types|generated)(?:\/.*|\.[cm]?[jt]s)?$/u.test(from);
}
