import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { contains } from '../../analysis/syntax.js';

type Scope = TSESLint.Scope.Scope;

/** The scope of the file's own top level: the module's, or the global one of a script. */
export function moduleScope(source: SourceCode): Scope {
  return source.scopeManager!.acquire(source.ast, true) ?? source.scopeManager!.scopes[0]!;
}

/** The scopes from the innermost around `node` outwards, `limit` excluded. */
export function* scopesUpTo(source: SourceCode, node: TSESTree.Node, limit: Scope | null): Generator<Scope> {
  for (let scope: Scope | null = source.getScope(node); scope && scope !== limit; scope = scope.upper) yield scope;
}

/** True if something between `node` and the module's scope declares `name`, so that a module-level `name` is hidden at `node`. */
export function isShadowed(source: SourceCode, name: string, node: TSESTree.Node): boolean {
  for (const scope of scopesUpTo(source, node, moduleScope(source))) if (scope.set.has(name)) return true;
  return false;
}

/** All references to variables that stand inside `node`. */
export function referencesIn(source: SourceCode, node: TSESTree.Node): TSESLint.Scope.Reference[] {
  const found: TSESLint.Scope.Reference[] = [];
  const collect = (scope: Scope) => {
    for (const reference of scope.references) if (contains(node, reference.identifier)) found.push(reference);
    for (const child of scope.childScopes) if (contains(node, child.block) || contains(child.block, node)) collect(child);
  };
  collect(source.getScope(node));
  return found;
}

/** True if the identifier means the global of that name, not something the file declares. */
export function isGlobal(source: SourceCode, identifier: TSESTree.Identifier): boolean {
  for (const scope of scopesUpTo(source, identifier, null)) {
    const variable = scope.set.get(identifier.name);
    if (variable) return variable.defs.length === 0;
  }
  return true;
}

/** The top-level statement that `node` stands in; `undefined` for the program itself. */
export function topLevelStatement(node: TSESTree.Node): TSESTree.ProgramStatement | undefined {
  let at: TSESTree.Node = node;
  while (at.parent && at.parent.type !== 'Program') at = at.parent;
  return at.parent ? (at as TSESTree.ProgramStatement) : undefined;
}
