import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { contains, isFunction, walk } from './syntax.js';

/** The variables that a pattern, name or assignment target binds or writes; members (`a.b`) are none. */
export function boundBy(source: SourceCode, target: TSESTree.Node): TSESLint.Scope.Variable[] {
  switch (target.type) {
    case 'Identifier': {
      const variable = variableOf(source, target);
      return variable ? [variable] : [];
    }
    case 'ObjectPattern':
      return target.properties.flatMap((property) => boundBy(source, property.type === 'Property' ? property.value : property.argument));
    case 'ArrayPattern':
      return target.elements.flatMap((element) => (element ? boundBy(source, element) : []));
    case 'AssignmentPattern':
      return boundBy(source, target.left);
    case 'RestElement':
      return boundBy(source, target.argument);
    default:
      return [];
  }
}

/** True if `node` refers to one of the variables. */
export function mentions(node: TSESTree.Node, variables: Iterable<TSESLint.Scope.Variable>): boolean {
  for (const variable of variables) if (variable.references.some((reference) => contains(node, reference.identifier))) return true;
  return false;
}

/** The variables declared below `node` whose values are computed from `seeds`, those among them. */
export function derivedFrom(source: SourceCode, node: TSESTree.Node, seeds: Iterable<TSESLint.Scope.Variable>): Set<TSESLint.Scope.Variable> {
  const derived = new Set(seeds);
  for (const at of walk(node, source.visitorKeys)) {
    if (at.type === 'VariableDeclarator' && at.init && mentions(at.init, derived)) for (const variable of boundBy(source, at.id)) derived.add(variable);
  }
  return derived;
}

/**
 * True if a function outside `statement`, and not around it, reads the variable and could have been called by then: one
 * declared with `function`, or one made before.
 */
export function readByFunction(variable: TSESLint.Scope.Variable, statement: TSESTree.Node): boolean {
  return variable.references.some((reference) => {
    const node = reference.identifier as TSESTree.Node;
    if (!reference.isRead() || contains(statement, node)) return false;
    for (let at: TSESTree.Node | undefined = node; at && at !== variable.scope.block; at = at.parent) {
      if (isFunction(at) && (at.type === 'FunctionDeclaration' || at.range[0] < statement.range[0]) && !contains(at, statement)) return true;
    }
    return false;
  });
}
