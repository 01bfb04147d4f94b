import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../service.js';
import { isFunction, propertyName, unwrap, walk, type FunctionNode } from '../syntax.js';
import { expressionOf } from '../values.js';

/** What methods and functions do with content that goes through them: keep all of it, take a part, or give it back. */

/** Methods of texts and lists that keep all of the content. */
export const textMethods = /^(?:trim|trimEnd|trimStart|replace|replaceAll|toString|toLocaleString|toLowerCase|toUpperCase|normalize|concat|padStart|padEnd|repeat|split|join|flat|reverse|toReversed|sort|toSorted|values|entries|valueOf|filter)$/u;
/** Methods and properties that take a part of it, or only measure it. */
export const partMethods = /^(?:slice|substring|substr|match|matchAll|find|findLast|at|pop|shift|splice|charAt|indexOf|includes|some|every|startsWith|endsWith|test|exec|length)$/u;
/** Methods by which an HTTP answer gives its body. */
export const answerMethods = /^(?:text|json|arrayBuffer|blob|buffer|bytes)$/u;
/** Functions whose result holds what they are given. */
export const wrappers = /^(?:JSON\.(?:stringify|parse)|String|Buffer\.from|Object\.(?:values|entries|freeze)|Array\.from|structuredClone|decodeURIComponent|Promise\.(?:all|allSettled|resolve|race|any))$/u;

/** Lines and matches of a text: what goes through them one by one picks some. */
export function isPieces(source: SourceCode, list: TSESTree.Node): boolean {
  const at = expressionOf(source, list);
  const callee = at.type === 'CallExpression' ? unwrap(at.callee) : undefined;
  if (callee?.type !== 'MemberExpression') return false;
  const method = propertyName(callee) ?? '';
  return /^(?:split|match|matchAll)$/u.test(method) || (method === 'entries' && isPieces(source, callee.object));
}

/** What a function gives back: the values of its returns, or its expression. */
export function resultsOf(source: SourceCode, fn: FunctionNode): TSESTree.Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const nodes = walk(fn.body, source.visitorKeys, (node) => isFunction(node) || node.type === 'ClassBody');
  return [...nodes].flatMap((node) => (node.type === 'ReturnStatement' && node.argument ? [node.argument] : []));
}
