import type { HandlerKind, Role } from '../catalog/schema.js';
import { contextOf } from './context.js';
import { usesOf } from './facts.js';
import { fileKind } from './files.js';
import { handlers } from './handlers.js';
import { isServerless } from './program-start.js';
import { runsOnce } from './programs.js';
import { defineService, type SourceCode } from './service.js';

/**
 * Does the code of this file run in a process that answers many requests or jobs at a time? So it is when the file makes a
 * server listen or has handlers itself, or when it offers something to other files of a package that depends on a framework
 * for servers or queue workers. Scripts, tests, command-line programs and functions as a service, of which an instance works
 * on one event at a time, do not.
 * Does not see: libraries that a server of another package uses; which files of a package only its scripts use.
 */
export const servesMany = defineService((source: SourceCode): boolean => {
  const { test, script, migration, cli } = fileKind(source);
  if (test || script || migration || cli || isServerless(source)) return false;
  if (handlers(source).some(({ kind }) => serving.includes(kind)) || usesOf(source, 'listen').length > 0) return true;
  return !runsOnce(source) && belongsToServer(source);
});

const serving: readonly HandlerKind[] = ['http', 'middleware', 'graphql', 'rpc', 'queue', 'topic', 'socket'];
const frameworks: readonly Role[] = ['web-framework', 'queue-worker'];

function belongsToServer(source: SourceCode): boolean {
  const { catalog, host, filename } = contextOf(source);
  return Object.keys(host?.manifest(filename)?.dependencies ?? {}).some((name) => {
    const library = catalog.find(name);
    return library?.roles?.some((role) => frameworks.includes(role)) === true;
  });
}
