import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { contains, propertyName, walk, type FunctionNode } from './syntax.js';

/** A parameter that a value is computed from. */
export interface Input {
  readonly parameter: TSESLint.Scope.Variable;
  /** Properties read from it on the way. */
  readonly path: readonly string[];
}

/**
 * The parameters of `fn`, and of functions around it, that the values of `nodes` are computed from, through local variables.
 * Does not see: what a called function adds.
 */
export function parametersBehind(source: SourceCode, nodes: readonly TSESTree.Node[], fn: FunctionNode): Input[] {
  const inputs: Input[] = [];
  follow(source, nodes, fn, (variable, path) => inputs.push({ parameter: variable, path: [variable.name, ...path] }));
  return inputs;
}

/** The expressions that the values of `nodes` are computed from: they themselves and what local variables in them are set to. */
export function valuesBehind(source: SourceCode, nodes: readonly TSESTree.Node[], fn: FunctionNode): TSESTree.Node[] {
  return follow(source, nodes, fn, () => undefined);
}

function follow(source: SourceCode, nodes: readonly TSESTree.Node[], fn: FunctionNode, onParameter: (variable: TSESLint.Scope.Variable, path: readonly string[]) => void): TSESTree.Node[] {
  const values: { node: TSESTree.Node; path: readonly string[] }[] = nodes.map((node) => ({ node, path: [] }));
  const seen = new Set<TSESLint.Scope.Variable>();
  // Grows while it is walked: each local variable adds what it is set to.
  for (const value of values) {
    for (const node of walk(value.node, source.visitorKeys)) {
      if (node.type !== 'Identifier' || isPropertyKey(node)) continue;
      const variable = variableOf(source, node);
      const [definition] = variable?.defs ?? [];
      if (!variable || !definition || seen.has(variable)) continue;
      const declaration = definition.node as TSESTree.Node;
      const path = [...value.path, ...propertiesRead(node)];
      if (definition.type === 'Parameter') {
        // A callback among the values has parameters of its own.
        if (!contains(value.node, declaration)) onParameter(variable, path);
      } else if (contains(fn, declaration) && declaration.type === 'VariableDeclarator') {
        seen.add(variable);
        if (declaration.init) values.push({ node: declaration.init, path });
        // `let region; if (...) region = given.region;`
        for (const { writeExpr, init } of variable.references) if (writeExpr && !init) values.push({ node: writeExpr, path });
      }
    }
  }
  return values.map(({ node }) => node);
}

function propertiesRead(node: TSESTree.Node): string[] {
  const names: string[] = [];
  for (let at = node; at.parent?.type === 'MemberExpression' && at.parent.object === at; at = at.parent) {
    const name = propertyName(at.parent);
    if (name !== undefined) names.push(name);
  }
  return names;
}

function isPropertyKey(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  return (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) || (parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand);
}
