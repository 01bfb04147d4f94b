import { usesOf } from './facts.js';
import { fileKind } from './files.js';
import { handlers } from './handlers.js';
import { dependencyRoles } from './package-roles.js';
import { defineService, type SourceCode } from './service.js';

/**
 * Does importing this file start a program? Then what it opens is meant to be opened at once: a file where a program is put
 * together, one that makes a server listen or waits for signals, a script or a command-line program, and code of functions
 * as a service, whose platforms advise module-level clients since an instance lives through many invocations.
 * Does not see: entry points named in a package.json or a deployment only.
 */
export const startsProgram = defineService((source: SourceCode): boolean => {
  const kind = fileKind(source);
  return kind.compositionRoot || kind.script || kind.migration || kind.cli || waitsForSignals.test(source.text) || usesOf(source, 'listen').length > 0 || isServerless(source);
});

const waitsForSignals = /\bprocess\s*\.\s*(?:on|once)\(\s*['"]SIG/u;

/** Whether the file has a handler of a platform that runs functions as a service, or its package depends on a library for one. */
export function isServerless(source: SourceCode): boolean {
  return dependencyRoles(source).has('serverless') || handlers(source).some(({ kind }) => kind === 'serverless');
}
