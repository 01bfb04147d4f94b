import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { actionOf, chainFrom } from '../../analysis/data-statements.js';
import { isOrderFree } from '../../analysis/order-free.js';
import type { QueryInLoop } from '../../analysis/queries-in-loops.js';
import type { SourceCode } from '../../analysis/service.js';
import { isFunction, unwrap, wrapped } from '../../analysis/syntax.js';

/**
 * `await Promise.all(ids.map((id) => query(id)))` as one query for the list, where nothing depends on the order of the rows, on their
 * number, or on the rows that are missing. `undefined` where that is not certain, or where the library has no such call.
 */
export function oneQuery(source: SourceCode, { loop, query, batch, path }: QueryInLoop): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const all = loop.node.type === 'CallExpression' ? wrapped(loop.node).parent : undefined;
  if (batch.rewrite === undefined || path.length > 0 || all?.type !== 'CallExpression' || all.arguments.length !== 1 || source.getText(all.callee) !== 'Promise.all') return undefined;
  const waiting = wrapped(all).parent;
  if (waiting?.type !== 'AwaitExpression' || !isOrderFree(source, waiting) || source.getCommentsInside(all).length > 0) return undefined;
  const keys = keysOf(source, loop.node as TSESTree.CallExpression, query.statement, query.node);
  const callee = query.node.type === 'CallExpression' ? unwrap(query.node.callee) : undefined;
  if (keys === undefined || callee?.type !== 'MemberExpression') return undefined;
  const text = `${source.getText(callee.object)}.${batch.rewrite.replace('{keys}', () => keys)}${source.text.slice(query.node.range[1], query.statement.range[1])}`;
  return (fixer) => [fixer.replaceText(all, text)];
}

/** The list of what the query takes as its key; `undefined` where the callback does more than the query, or the query more than ask by its key. */
function keysOf(source: SourceCode, map: TSESTree.CallExpression, statement: TSESTree.Node, operation: TSESTree.Node): string | undefined {
  const [callback, ...rest] = map.arguments;
  const callee = unwrap(map.callee);
  if (!isFunction(callback) || rest.length > 0 || callback.params.length !== 1 || unwrap(callback.body) !== unwrap(statement) || callee.type !== 'MemberExpression' || map.optional || callee.optional) return undefined;
  const [key, ...options] = operation.type === 'CallExpression' ? operation.arguments : [];
  // What is chained has to be something that the catalog knows of queries: `orFail()` minds a missing row.
  const isPlain = chainFrom(operation).every((call) => actionOf(source, call) !== undefined);
  if (!key || key.type === 'SpreadElement' || options.length > 0 || !isPlain) return undefined;
  const list = source.getText(callee.object);
  const param = source.getText(callback.params[0]);
  return source.getText(key) === param ? list : `${list}.map((${param.replace(/^\((.*)\)$/u, '$1')}) => ${source.getText(key)})`;
}
