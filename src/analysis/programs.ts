import { importedRoles, usesOfPackages } from './facts.js';
import { fileKind } from './files.js';
import { handlers } from './handlers.js';
import { defineService, type SourceCode } from './service.js';
import type { Role } from '../catalog/schema.js';

/**
 * Whether the file is a program that runs from top to bottom and ends: a script, a command-line program, a migration, or a file
 * that exports nothing, serves nothing and subscribes to nothing, as examples and experiments do.
 * Does not see: files that others import for their side effects only.
 */
export const runsOnce = defineService((source: SourceCode): boolean => {
  const { script, cli, migration } = fileKind(source);
  if (script || cli || migration) return true;
  if (source.ast.body.some((statement) => /^(?:Export|TSExport)/u.test(statement.type)) || /\bexports\b/u.test(source.text)) return false;
  const roles = importedRoles(source);
  // The tools of an agent, and listeners of what the program itself started, serve nobody else.
  return !servingRoles.some((role) => roles.has(role)) && usesOfPackages(source, 'listen').length === 0 && handlers(source).every(({ kind }) => kind === 'tool' || kind === 'event');
});

const servingRoles: readonly Role[] = ['web-framework', 'queue-worker', 'subscribe', 'cron', 'serverless', 'websocket'];
