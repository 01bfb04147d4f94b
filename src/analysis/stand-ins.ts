import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { contextOf } from './context.js';
import { globalReferences } from './imports.js';
import { lookUp, type Known } from './known.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';
import { writesOf } from './writes.js';

/**
 * Whether what is known is a package in place of a function that Node has: `globalThis.fetch ?? require('node-fetch')` is the global.
 *
 * @param values all that the expression may give.
 */
export function isStandIn(source: SourceCode, known: Known, values: readonly (TSESTree.Node | null | undefined)[]): boolean {
  if (known.library.package === 'global' || values.length < 2) return false;
  const exports = contextOf(source).catalog.find('global')?.exports;
  return values.some((value) => {
    const name = value ? globalName(source, unwrap(value)) : undefined;
    return name !== undefined && lookUp(exports, name)?.call !== undefined;
  });
}

/** More values than this are asked of no variable: each write of it asks for all of them, and what stands in for a global has two or three. */
const mostValues = 5;

/** The same of what a variable may hold: `let send = globalThis.fetch; if (!send) send = require('node-fetch');`. */
export function isHeldStandIn(source: SourceCode, known: Known, variable: TSESLint.Scope.Variable): boolean {
  const writes = writesOf(variable);
  return writes.length <= mostValues && isStandIn(source, known, writes.map(({ writeExpr }) => writeExpr));
}

/** The global that an expression reads: `globalThis.fetch`, or `fetch` where the file declares none. */
function globalName(source: SourceCode, node: TSESTree.Node): string | undefined {
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier' && /^global(?:This)?$/u.test(node.object.name)) return propertyName(node);
  return node.type === 'Identifier' && (variableOf(source, node)?.defs.length ?? 0) === 0 ? node.name : undefined;
}

/** Where a global is read by its name, or as a member: `fetch`, `globalThis.fetch`. */
export function globalReads(source: SourceCode, name: string): readonly TSESTree.Node[] {
  if (!source.text.includes('global')) return globalReferences(source, name);
  const members = ['globalThis', 'global'].flatMap((object) => globalReferences(source, object).flatMap(({ parent }) => (parent?.type === 'MemberExpression' && propertyName(parent) === name ? [parent] : [])));
  return [...globalReferences(source, name), ...members];
}
