import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import type { FunctionNode } from '../../analysis/syntax.js';
import { eolOf, indentOf } from './style.js';

/** Adds `text` as the last parameter of `fn`; on a line of its own where the last one stands on one. */
export function addParameter(fixer: TSESLint.RuleFixer, source: SourceCode, fn: FunctionNode, text: string): TSESLint.RuleFix {
  const last = fn.params.at(-1);
  if (!last) return fixer.insertTextAfter(openingParenthesis(source, fn)!, text);
  const before = source.getTokenBefore(last);
  if (fn.type === 'ArrowFunctionExpression' && before?.value !== '(' && before?.value !== ',') return fixer.replaceText(last, `(${source.getText(last)}, ${text})`);
  const start = startOf(last);
  const ownLine = before !== null && before.loc.end.line < start.loc.start.line;
  return fixer.insertTextAfter(last, ownLine ? `,${eolOf(source)}${indentOf(source, start)}${text}` : `, ${text}`);
}

function startOf(parameter: TSESTree.Parameter): TSESTree.Node {
  return parameter.decorators?.[0] ?? parameter;
}

/** The `(` of the parameter list. */
function openingParenthesis(source: SourceCode, fn: FunctionNode): TSESTree.Token | null {
  const start = fn.typeParameters?.range[1] ?? fn.id?.range[1] ?? fn.range[0];
  return source.getFirstToken(fn, { filter: (token) => token.range[0] >= start && token.value === '(' });
}
