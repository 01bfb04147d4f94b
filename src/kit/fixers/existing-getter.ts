import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { contains, isFunction, unwrap, walk, type FunctionNode } from '../../analysis/syntax.js';
import { isShadowed, moduleScope } from './scopes.js';

/**
 * The name of a module-level function without parameters that keeps what `expression` makes in a module-level variable
 * and returns it, if the file has one that can be called at `usedAt`. An async one only where its promise is awaited.
 */
export function existingGetter(source: SourceCode, expression: TSESTree.Node, usedAt: TSESTree.Node, isAwaited: boolean): string | undefined {
  const wanted = tokensOf(source, expression);
  for (const statement of source.ast.body) {
    const getter = getterOf(statement);
    if (!getter || getter.fn.params.length > 0 || getter.fn.generator || (getter.fn.async && !isAwaited) || contains(getter.fn, usedAt) || isShadowed(source, getter.name, usedAt)) continue;
    for (const node of walk(getter.fn.body, source.visitorKeys)) {
      if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier' && isKept(source, node.left) && tokensOf(source, madeBy(source, node.right)) === wanted) return getter.name;
    }
  }
  return undefined;
}

function getterOf(statement: TSESTree.ProgramStatement): { name: string; fn: FunctionNode } | undefined {
  const node = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
  if (node.type === 'FunctionDeclaration') return node.id ? { name: node.id.name, fn: node } : undefined;
  const [declarator] = node.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : [];
  return declarator?.id.type === 'Identifier' && isFunction(declarator.init) ? { name: declarator.id.name, fn: declarator.init } : undefined;
}

/** True if the variable stands at module level and some function returns it. */
function isKept(source: SourceCode, identifier: TSESTree.Identifier): boolean {
  const variable = variableOf(source, identifier);
  if (variable?.scope !== moduleScope(source)) return false;
  return variable.references.some((reference) => {
    let at: TSESTree.Node | undefined = reference.identifier.parent;
    while (at?.type === 'AssignmentExpression' || (at && unwrap(at) !== at)) at = at.parent;
    return at?.type === 'ReturnStatement' || at?.type === 'ArrowFunctionExpression';
  });
}

/**
 * The expression behind what resets a rejected promise, `E.catch(...)`, `Promise.resolve(E).catch(...)`, `(async () => E)()`, or
 * behind a function that makes it: `const open = () => E`.
 */
function madeBy(source: SourceCode, node: TSESTree.Node): TSESTree.Node {
  const at = unwrap(node);
  if (at.type !== 'CallExpression') return at;
  const definition = at.callee.type === 'Identifier' && at.arguments.length === 0 ? (variableOf(source, at.callee)?.defs[0]?.node as TSESTree.Node | undefined) : undefined;
  const callee = definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : unwrap(at.callee);
  if (callee.type === 'ArrowFunctionExpression' && callee.body.type !== 'BlockStatement') return callee.body;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return at;
  if (callee.property.name === 'catch') return madeBy(source, callee.object);
  const isResolve = callee.property.name === 'resolve' && callee.object.type === 'Identifier' && callee.object.name === 'Promise';
  return isResolve && at.arguments[0] ? madeBy(source, at.arguments[0]) : at;
}

function tokensOf(source: SourceCode, node: TSESTree.Node): string {
  const made = node.type === 'AwaitExpression' ? node.argument : node;
  const tokens = source.getTokens(made).map((token) => token.value);
  // Formatters add and drop the comma at the end of a list.
  return tokens.filter((token, index) => !(token === ',' && /^[)\]}]$/u.test(tokens[index + 1] ?? ''))).join(' ');
}
