import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from './service.js';
import { nodesOf } from './nodes.js';
import { isTypePosition } from './type-annotations.js';

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
  const scope = moduleScope(source);
  for (const statement of source.ast.body) {
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) {
        const variable = scope?.set.get(specifier.local.name);
        if (!variable) continue;
        found.push({ kind: 'binding', from: statement.source.value, node: specifier, name: exportName(specifier), variable });
      }
    } else if (statement.type === 'TSImportEqualsDeclaration' && statement.moduleReference.type === 'TSExternalModuleReference') {
      const { expression } = statement.moduleReference;
      const variable = scope?.set.get(statement.id.name);
      if (variable && expression.type === 'Literal' && typeof expression.value === 'string') {
        found.push({ kind: 'binding', from: expression.value, node: statement, name: '*', variable });
      }
    }
  }
  if (!mayImportOtherwise(source)) return found;
  for (const reference of globalReferences(source, 'require')) {
    const call = reference.parent;
    if (call?.type !== 'CallExpression' || call.callee !== reference) continue;
    const from = literal(call.arguments[0]);
    if (from !== undefined) found.push({ kind: 'expression', from, node: call, promise: false });
  }
  if (dynamicImport.test(source.text)) {
    for (const node of nodesOf(source, 'ImportExpression')) {
      const from = literal(node.source);
      if (from !== undefined) found.push({ kind: 'expression', from, node, promise: true });
    }
  }
  return found;
});

type Binding = Extract<ModuleImport, { kind: 'binding' }>;
type Expression = Extract<ModuleImport, { kind: 'expression' }>;

const index = defineService((source: SourceCode) => {
  const bindings = new Map<TSESLint.Scope.Variable, Binding>();
  const expressions = new Map<TSESTree.Node, Expression>();
  for (const entry of importsOf(source)) {
    if (entry.kind === 'expression') expressions.set(entry.node, entry);
    else if (!bindings.has(entry.variable)) bindings.set(entry.variable, entry);
  }
  return { bindings, expressions };
});

/** The import that binds the variable. */
export function importOf(source: SourceCode, variable: TSESLint.Scope.Variable | undefined): Binding | undefined {
  return variable && index(source).bindings.get(variable);
}

/** The import that the expression is: `require('x')`, `import('x')`. */
export function importBy(source: SourceCode, node: TSESTree.Node): Expression | undefined {
  return index(source).expressions.get(node);
}

/** The scope that the statements of the file declare in. */
function moduleScope({ scopeManager }: SourceCode): TSESLint.Scope.Scope | undefined {
  const global = scopeManager?.globalScope ?? undefined;
  const [inner] = global?.childScopes ?? [];
  return inner?.block === global?.block ? inner : global;
}

/** Import sources without binding anything: `import 'x'`, and all others, each once. */
export const importSources = defineService((source: SourceCode): ReadonlySet<string> => {
  const sources = new Set<string>();
  for (const statement of source.ast.body) if (statement.type === 'ImportDeclaration') sources.add(statement.source.value);
  if (mayImportOtherwise(source)) for (const entry of importsOf(source)) sources.add(entry.from);
  return sources;
});

/**
 * The same without declarations that bring types alone, which no program loads: `import type`, or names that stand nowhere but in
 * type positions. A name that the file never uses counts: it may be there for what the module does.
 */
export const loadedSources = defineService((source: SourceCode): ReadonlySet<string> => {
  const scope = moduleScope(source);
  const isType = (specifier: TSESTree.ImportClause) => {
    if (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type') return true;
    const references = scope?.set.get(specifier.local.name)?.references ?? [];
    return references.length > 0 && references.every(({ identifier }) => isTypePosition(identifier as TSESTree.Node));
  };
  const sources = new Set<string>();
  for (const statement of source.ast.body) {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type' || sources.has(statement.source.value)) continue;
    if (statement.specifiers.length === 0 || !statement.specifiers.every(isType)) sources.add(statement.source.value);
  }
  if (mayImportOtherwise(source)) for (const entry of importsOf(source)) if (entry.node.type !== 'ImportSpecifier' && entry.node.type !== 'ImportDefaultSpecifier' && entry.node.type !== 'ImportNamespaceSpecifier') sources.add(entry.from);
  return sources;
});

/**
 * Whether the text can hold imports that are no declarations: `require('x')`, `import x = require('x')`, `import('x')`. Most files
 * begin with all that they import, so only the rest of the text is looked at.
 */
export const mayImportOtherwise = defineService(({ ast, text }: SourceCode): boolean => {
  let end = 0;
  for (const statement of ast.body) {
    if (statement.type !== 'ImportDeclaration') break;
    end = statement.range[1];
  }
  return text.indexOf('require', end) !== -1 || (text.indexOf('import', end) !== -1 && dynamicImport.test(text));
});

const dynamicImport = /\bimport\s*\(/u;

/** The identifiers that refer to the global `name`, declared by a configuration or by nobody. */
export function globalReferences(source: SourceCode, name: string): readonly TSESTree.Identifier[] {
  const declared = source.scopeManager?.globalScope?.set.get(name);
  // One that the file declares is no global; a global that a configuration declares is no longer unresolved.
  if (declared && declared.defs.length > 0) return [];
  const unresolved = unresolvedOf(source).get(name) ?? [];
  const resolved = declared?.references ?? [];
  return resolved.length === 0 ? unresolved : [...new Set([...unresolved, ...resolved.map(({ identifier }) => identifier as TSESTree.Identifier)])];
}

const unresolvedOf = defineService((source: SourceCode): ReadonlyMap<string, TSESTree.Identifier[]> => {
  const found = new Map<string, TSESTree.Identifier[]>();
  for (const { identifier } of source.scopeManager?.globalScope?.through ?? []) {
    const known = found.get(identifier.name);
    if (!known) found.set(identifier.name, [identifier as TSESTree.Identifier]);
    else if (known.at(-1) !== identifier) known.push(identifier as TSESTree.Identifier);
  }
  return found;
});

/** What a specifier imports: the name of an export, `*` for all. */
export function exportName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

function literal(node: TSESTree.Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
}
