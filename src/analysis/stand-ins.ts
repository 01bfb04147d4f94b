import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { contextOf } from './context.js';
import { globalReferences } from './imports.js';
import { lookUp, type Known } from './known.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';

/**
 * Whether what is known is a package in place of a function that Node has: `globalThis.fetch ?? require('node-fetch')` is the global.
 *
 * @param values all that the variable or expression may hold.
 */
export function isStandIn(source: SourceCode, known: Known, values: readonly (TSESTree.Node | null | undefined)[]): boolean {
  if (known.library.package === 'global' || values.length < 2) return false;
  const exports = contextOf(source).catalog.find('global')?.exports;
  return values.some((value) => {
    const name = value ? globalName(source, unwrap(value)) : undefined;
    return name !== undefined && lookUp(exports, name)?.call !== undefined;
  });
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
