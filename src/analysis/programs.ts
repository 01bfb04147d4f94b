import type { TSESTree } from '@typescript-eslint/utils';
import type { Role } from '../catalog/schema.js';
import { resolveFunction } from './calls.js';
import { exportsOf } from './exports.js';
import { importedRoles, usesOfPackages } from './facts.js';
import { fileKind } from './files.js';
import { handlers } from './handlers.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, propertyName } from './syntax.js';

/**
 * Whether the file is a program that runs from top to bottom and ends: a script, a command-line program, a migration, or a file
 * that exports nothing, serves nothing and subscribes to nothing, as examples and experiments do. Below a folder of examples also
 * one that offers functions and nothing else: a runner imports the example that somebody chose, and examples their helpers.
 * Does not see: files that others import for their side effects only.
 */
export const runsOnce = defineService((source: SourceCode): boolean => {
  const { script, cli, migration } = fileKind(source);
  if (script || cli || migration) return true;
  if (offersSomething(source)) return fileKind(source).example && offersFunctions(source) && !isServing(source) && handlers(source).every(({ kind }) => kind === 'event');
  // The tools of an agent, and listeners of what the program itself started, serve nobody else.
  return !isServing(source) && handlers(source).every(({ kind }) => kind === 'tool' || kind === 'event');
});

const servingRoles: readonly Role[] = ['web-framework', 'queue-worker', 'subscribe', 'cron', 'serverless', 'websocket'];

function isServing(source: SourceCode): boolean {
  const roles = importedRoles(source);
  return servingRoles.some((role) => roles.has(role)) || usesOfPackages(source, 'listen').length > 0;
}

function offersSomething(source: SourceCode): boolean {
  return source.ast.body.some((statement) => /^(?:Export|TSExport)/u.test(statement.type)) || /\bexports\b/u.test(source.text);
}

/** What a runner or another program calls; an object with methods, an instance or a tool is for something that serves. */
function offersFunctions(source: SourceCode): boolean {
  const { named, whole, all } = exportsOf(source);
  const values = [...named.values(), ...(whole && named.size === 0 ? [whole] : [])];
  return all.length === 0 && values.every((value) => value.kind === 'local' && (/^TS(?:Interface|TypeAlias)Declaration$/u.test(value.node.type) || resolveFunction(source, value.node) !== undefined));
}

/**
 * Whether `node` runs in a function that ends the process when something is not as it should be, and the file serves nothing:
 * a step of a command-line program, which somebody looks at, in a file of its own.
 * Does not see: functions that leave this to their callers.
 */
export function endsProgram(source: SourceCode, node: TSESTree.Node): boolean {
  if (!/\bprocess\.exit\b/u.test(source.text)) return false;
  const exits = nodesOf(source, 'CallExpression').filter(({ callee }) => callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'process' && propertyName(callee) === 'exit');
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const { range } = fn;
    if (exits.some((exit) => range[0] <= exit.range[0] && exit.range[1] <= range[1])) return !isServing(source) && handlers(source).length === 0;
  }
  return false;
}
