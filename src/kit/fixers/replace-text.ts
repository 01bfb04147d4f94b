import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** Puts another text into a string literal or a template without interpolations, in the quotes that are there; `null` for other expressions. */
export function replaceText(fixer: TSESLint.RuleFixer, node: TSESTree.Node, text: string): readonly TSESLint.RuleFix[] | null {
  const isText = (node.type === 'Literal' && typeof node.value === 'string') || (node.type === 'TemplateLiteral' && node.expressions.length === 0);
  if (!isText || /["'`\\$\n]/u.test(text)) return null;
  return [fixer.replaceTextRange([node.range[0] + 1, node.range[1] - 1], text)];
}
