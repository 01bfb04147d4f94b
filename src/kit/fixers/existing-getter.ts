import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { contains, isFunction, unwrap, walk, type FunctionNode } from '../../analysis/syntax.js';
import { madeBy, madeText } from './made-text.js';
import { isShadowed, moduleScope } from './scopes.js';

/**
 * The name of a module-level function without parameters that keeps what `expression` makes in a module-level variable
 * and returns it, if the file has one that can be called at `usedAt`. An async one only where its promise is awaited.
 */
export function existingGetter(source: SourceCode, expression: TSESTree.Node, usedAt: TSESTree.Node, isAwaited: boolean): string | undefined {
  const wanted = madeText(source, expression);
  for (const { name, fn } of gettersAt(source, usedAt, isAwaited)) {
    if (fn.params.length > 0) continue;
    for (const { left, right } of assignmentsIn(source, fn)) {
      if (isKept(source, left) && madeText(source, madeBy(source, right).node) === wanted) return name;
    }
  }
  return undefined;
}

/**
 * The same of a function with one parameter that keeps what it makes in a `Map` of the module, under that parameter.
 *
 * @param keys the parts of `expression` that the parameter stands for.
 * @param type the type of the key, as the parameter's annotation has it; absent in JavaScript.
 */
export function existingCache(source: SourceCode, expression: TSESTree.Node, keys: readonly TSESTree.Node[], type: string | undefined, usedAt: TSESTree.Node, isAwaited: boolean): string | undefined {
  const wanted = madeText(source, expression, keys);
  for (const { name, fn } of gettersAt(source, usedAt, isAwaited)) {
    const [parameter, ...more] = fn.params;
    if (parameter?.type !== 'Identifier' || more.length > 0) continue;
    const annotation = parameter.typeAnnotation?.typeAnnotation;
    if (type !== undefined && (!annotation || source.getText(annotation) !== type)) continue;
    for (const { left, right } of assignmentsIn(source, fn)) {
      const { node, parameter: inner } = madeBy(source, right);
      if (isCached(source, left, parameter) && madeText(source, node, usesOf(source, inner ?? parameter)) === wanted) return name;
    }
  }
  return undefined;
}

/** Functions of the module that can be called at `usedAt`. */
function* gettersAt(source: SourceCode, usedAt: TSESTree.Node, isAwaited: boolean): Generator<{ name: string; fn: FunctionNode }> {
  for (const statement of source.ast.body) {
    const getter = getterOf(statement);
    if (getter && !getter.fn.generator && (!getter.fn.async || isAwaited) && !contains(getter.fn, usedAt) && !isShadowed(source, getter.name, usedAt)) yield getter;
  }
}

function getterOf(statement: TSESTree.ProgramStatement): { name: string; fn: FunctionNode } | undefined {
  const node = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
  if (node.type === 'FunctionDeclaration') return node.id ? { name: node.id.name, fn: node } : undefined;
  const [declarator] = node.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : [];
  return declarator?.id.type === 'Identifier' && isFunction(declarator.init) ? { name: declarator.id.name, fn: declarator.init } : undefined;
}

function* assignmentsIn(source: SourceCode, fn: FunctionNode): Generator<{ left: TSESTree.Identifier; right: TSESTree.Expression }> {
  for (const node of walk(fn.body, source.visitorKeys)) {
    if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier') yield { left: node.left, right: node.right };
  }
}

/** True if the variable stands at module level and some function returns it. */
function isKept(source: SourceCode, identifier: TSESTree.Identifier): boolean {
  const variable = variableOf(source, identifier);
  return variable?.scope === moduleScope(source) && isReturned(variable);
}

/** True if the variable is returned, and put into a `Map` of the module under the parameter. */
function isCached(source: SourceCode, identifier: TSESTree.Identifier, parameter: TSESTree.Identifier): boolean {
  const variable = variableOf(source, identifier);
  return variable !== undefined && isReturned(variable) && variable.references.some(({ identifier: use }) => {
    const call = use.parent;
    if (call.type !== 'CallExpression' || call.arguments[1] !== use || call.callee.type !== 'MemberExpression') return false;
    const { object, property } = call.callee;
    const [key] = call.arguments;
    return property.type === 'Identifier' && property.name === 'set' && isMap(source, object) && key?.type === 'Identifier' && variableOf(source, key) === variableOf(source, parameter);
  });
}

function isMap(source: SourceCode, object: TSESTree.Expression): boolean {
  const variable = object.type === 'Identifier' ? variableOf(source, object) : undefined;
  const declarator = variable?.scope === moduleScope(source) ? (variable.defs[0]?.node as TSESTree.Node | undefined) : undefined;
  const init = declarator?.type === 'VariableDeclarator' && declarator.init ? unwrap(declarator.init) : undefined;
  return init?.type === 'NewExpression' && init.callee.type === 'Identifier' && init.callee.name === 'Map';
}

type Variable = NonNullable<ReturnType<typeof variableOf>>;

function isReturned(variable: Variable): boolean {
  return variable.references.some((reference) => {
    let at: TSESTree.Node | undefined = reference.identifier.parent;
    while (at?.type === 'AssignmentExpression' || (at && unwrap(at) !== at)) at = at.parent;
    return at?.type === 'ReturnStatement' || at?.type === 'ArrowFunctionExpression';
  });
}

function usesOf(source: SourceCode, parameter: TSESTree.Identifier): TSESTree.Node[] {
  return variableOf(source, parameter)?.references.map(({ identifier }) => identifier) ?? [];
}
