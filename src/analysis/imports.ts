import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from './service.js';
import { variableOf } from './calls.js';
import { nodesOf } from './nodes.js';

/** A way a module enters a file. */
export type ModuleImport = {
  /** The import source as written. */
  readonly from: string;
  readonly node: TSESTree.Node;
} & (
  /** A binding of an import declaration; `name` is the export, `*` the namespace. */
  | { readonly kind: 'binding'; readonly name: string; readonly variable: TSESLint.Scope.Variable }
  /** An expression that gives the module (`require('x')`) or a promise of it (`import('x')`). */
  | { readonly kind: 'expression'; readonly promise: boolean }
);

/**
 * Every import of the file: declarations (also `import x = require()` and type-only ones), `require` with a literal, dynamic `import` with a literal.
 * Does not see: `createRequire`, a `require` that the file itself declares, sources that are computed.
 */
export const importsOf = defineService((source: SourceCode): readonly ModuleImport[] => {
  const found: ModuleImport[] = [];
  for (const statement of source.ast.body) {
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) {
        const variable = variableOf(source, specifier.local);
        if (!variable) continue;
        const name = specifier.type === 'ImportNamespaceSpecifier' ? '*' : specifier.type === 'ImportDefaultSpecifier' ? 'default' : importedName(specifier.imported);
        found.push({ kind: 'binding', from: statement.source.value, node: specifier, name, variable });
      }
    } else if (statement.type === 'TSImportEqualsDeclaration' && statement.moduleReference.type === 'TSExternalModuleReference') {
      const { expression } = statement.moduleReference;
      const variable = variableOf(source, statement.id);
      if (variable && expression.type === 'Literal' && typeof expression.value === 'string') {
        found.push({ kind: 'binding', from: expression.value, node: statement, name: '*', variable });
      }
    }
  }
  for (const reference of globalReferences(source, 'require')) {
    const call = reference.parent;
    if (call?.type !== 'CallExpression' || call.callee !== reference) continue;
    const from = literal(call.arguments[0]);
    if (from !== undefined) found.push({ kind: 'expression', from, node: call, promise: false });
  }
  if (/\bimport\s*\(/u.test(source.text)) {
    for (const node of nodesOf(source, 'ImportExpression')) {
      const from = literal(node.source);
      if (from !== undefined) found.push({ kind: 'expression', from, node, promise: true });
    }
  }
  return found;
});

/** Import sources without binding anything: `import 'x'`, and all others, each once. */
export const importSources = defineService((source: SourceCode): ReadonlySet<string> => {
  const sources = new Set(importsOf(source).map((entry) => entry.from));
  for (const statement of source.ast.body) if (statement.type === 'ImportDeclaration') sources.add(statement.source.value);
  return sources;
});

/** The identifiers that refer to the global `name`, declared by a configuration or by nobody. */
export function globalReferences(source: SourceCode, name: string): readonly TSESTree.Identifier[] {
  // The text tells most files apart without a look at their scopes.
  return source.text.includes(name) ? (globalsOf(source).get(name) ?? []) : [];
}

const globalsOf = defineService((source: SourceCode): ReadonlyMap<string, TSESTree.Identifier[]> => {
  const found = new Map<string, Set<TSESTree.Identifier>>();
  const add = (identifier: TSESTree.Identifier) => {
    const known = found.get(identifier.name);
    if (known) known.add(identifier);
    else found.set(identifier.name, new Set([identifier]));
  };
  const scope = source.scopeManager?.globalScope;
  for (const { identifier } of scope?.through ?? []) add(identifier as TSESTree.Identifier);
  // A global that a configuration declares is no longer unresolved; one that the file declares is no global.
  for (const variable of scope?.variables ?? []) {
    if (variable.defs.length > 0) found.delete(variable.name);
    else for (const { identifier } of variable.references) add(identifier as TSESTree.Identifier);
  }
  return new Map([...found].map(([name, identifiers]) => [name, [...identifiers]]));
});

function importedName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function literal(node: TSESTree.Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
}
