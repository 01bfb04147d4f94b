import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { unwrap } from '../../analysis/syntax.js';

/**
 * The code of an expression, whatever its layout: the same text for the same tokens.
 *
 * @param keys parts that stand for a parameter, whatever they are.
 */
export function madeText(source: SourceCode, node: TSESTree.Node, keys: readonly TSESTree.Node[] = []): string {
  const made = node.type === 'AwaitExpression' ? node.argument : node;
  const tokens = source.getTokens(made).flatMap((token) => {
    const key = keys.find(({ range }) => range[0] <= token.range[0] && token.range[1] <= range[1]);
    return key ? (key.range[0] === token.range[0] ? ['{key}'] : []) : [token.value];
  });
  // Formatters add and drop the comma at the end of a list.
  return tokens.filter((token, index) => !(token === ',' && /^[)\]}]$/u.test(tokens[index + 1] ?? ''))).join(' ');
}

/** What a getter makes, with the parameter of the function that makes it, if it has one. */
export interface Making { readonly node: TSESTree.Node; readonly parameter?: TSESTree.Identifier | undefined }

/**
 * The expression behind what resets a rejected promise, `E.catch(...)`, `Promise.resolve(E).catch(...)`, `(async () => E)()`, or
 * behind a function that makes it: `const open = () => E`, `const open = (url) => E` with a name as its argument.
 */
export function madeBy(source: SourceCode, node: TSESTree.Node): Making {
  const at = unwrap(node);
  if (at.type !== 'CallExpression') return { node: at };
  const [argument, ...more] = at.arguments;
  const isPlain = more.length === 0 && (!argument || argument.type === 'Identifier');
  const definition = at.callee.type === 'Identifier' && isPlain ? (variableOf(source, at.callee)?.defs[0]?.node as TSESTree.Node | undefined) : undefined;
  const callee = definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : unwrap(at.callee);
  if (callee.type === 'ArrowFunctionExpression' && callee.body.type !== 'BlockStatement') {
    const [parameter] = callee.params;
    return callee.params.length === at.arguments.length ? { node: callee.body, parameter: parameter?.type === 'Identifier' ? parameter : undefined } : { node: at };
  }
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return { node: at };
  if (callee.property.name === 'catch') return madeBy(source, callee.object);
  const isResolve = callee.property.name === 'resolve' && callee.object.type === 'Identifier' && callee.object.name === 'Promise';
  return isResolve && argument ? madeBy(source, argument) : { node: at };
}
