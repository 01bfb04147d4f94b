import type { TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from '../../analysis/service.js';
import { propertyName, unwrap } from '../../analysis/syntax.js';
import { isGlobal } from './scopes.js';

/**
 * The statements that connect a file with a module, whatever the module system, as the import fixer sees them.
 */

/** A name that the file has for an export of a module. */
export interface Binding {
  /** Export name, `default`, or `*` for the module itself. */
  readonly exported: string;
  readonly local: string;
}

/** A top-level statement that imports a module. */
export interface ModuleLink {
  readonly module: string;
  readonly kind: 'import' | 'require';
  readonly statement: TSESTree.ProgramStatement;
  readonly node: TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration | TSESTree.VariableDeclarator;
  readonly bindings: readonly Binding[];
}

/** Every top-level import and require of the file that loads something at run time, in order. */
export const moduleLinks = defineService((source: SourceCode): readonly ModuleLink[] =>
  source.ast.body.flatMap((statement): ModuleLink[] => {
    if (statement.type === 'ImportDeclaration') {
      return statement.importKind === 'type' ? [] : [{ module: statement.source.value, kind: 'import', statement, node: statement, bindings: statement.specifiers.flatMap(importBinding) }];
    }
    if (statement.type === 'TSImportEqualsDeclaration') {
      const reference = statement.moduleReference;
      if (statement.importKind === 'type' || reference.type !== 'TSExternalModuleReference' || reference.expression.type !== 'Literal') return [];
      return [{ module: String(reference.expression.value), kind: 'import', statement, node: statement, bindings: [{ exported: '*', local: statement.id.name }] }];
    }
    if (statement.type !== 'VariableDeclaration') return [];
    return statement.declarations.flatMap((node): ModuleLink[] => {
      const module = node.init ? requiredModule(source, node.init) : undefined;
      return module === undefined ? [] : [{ module, kind: 'require', statement, node, bindings: requireBindings(node) }];
    });
  }));

/** The module that `require('module')` loads; `undefined` for any other expression. */
export function requiredModule(source: SourceCode, node: TSESTree.Node): string | undefined {
  const call = unwrap(node);
  if (call.type === 'MemberExpression') return requiredModule(source, call.object);
  const [argument] = call.type === 'CallExpression' ? call.arguments : [];
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'require' || argument?.type !== 'Literal') return undefined;
  return typeof argument.value === 'string' && isGlobal(source, call.callee) ? argument.value : undefined;
}

function importBinding(specifier: TSESTree.ImportClause): Binding[] {
  const local = specifier.local.name;
  if (specifier.type === 'ImportNamespaceSpecifier') return [{ exported: '*', local }];
  if (specifier.type === 'ImportDefaultSpecifier') return [{ exported: 'default', local }];
  if (specifier.importKind === 'type') return [];
  return [{ exported: specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value, local }];
}

function requireBindings({ id, init }: TSESTree.VariableDeclarator): Binding[] {
  const value = unwrap(init!);
  if (id.type === 'Identifier') {
    if (value.type !== 'MemberExpression') return [{ exported: '*', local: id.name }];
    const name = propertyName(value);
    return name !== undefined && unwrap(value.object).type === 'CallExpression' ? [{ exported: name, local: id.name }] : [];
  }
  if (id.type !== 'ObjectPattern' || value.type !== 'CallExpression') return [];
  return id.properties.flatMap((property) => {
    const exported = property.type === 'Property' ? propertyName(property) : undefined;
    return exported !== undefined && property.value?.type === 'Identifier' ? [{ exported, local: property.value.name }] : [];
  });
}

const bareBuiltins = /^(?:assert|async_hooks|buffer|child_process|cluster|crypto|dgram|dns|events|fs|http|http2|https|net|os|path|perf_hooks|process|querystring|readline|stream|timers|tls|tty|url|util|v8|vm|worker_threads|zlib)(?:\/|$)/u;

/** True for modules of Node itself, with or without the prefix. */
export function isBuiltin(module: string): boolean {
  return module.startsWith('node:') || bareBuiltins.test(module);
}

/** True if both import sources lead to the same module: the prefix `node:` makes no difference. */
export function sameModule(a: string, b: string): boolean {
  return a === b || (isBuiltin(a) && isBuiltin(b) && a.replace(/^node:/u, '') === b.replace(/^node:/u, ''));
}

/** The import source for `module` as this file would write it: Node's own without prefix if its neighbours have none. */
export function specifierFor(module: string, links: readonly ModuleLink[]): string {
  if (!isBuiltin(module)) return module;
  const bare = module.replace(/^node:/u, '');
  const root = bare.split('/')[0]!;
  const builtins = links.filter((link) => isBuiltin(link.module)).map((link) => link.module);
  const model = builtins.find((name) => name.replace(/^node:/u, '').split('/')[0] === root) ?? builtins[0];
  return model === undefined || model.startsWith('node:') ? `node:${bare}` : bare;
}
