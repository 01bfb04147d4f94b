import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';

/**
 * The text of `node` moved from lines indented by `from` to lines indented by `to`. Only white space between tokens is
 * touched: template literals and comments stay as they are.
 *
 * @param instead texts for some of the nodes inside.
 */
export function reindented(source: SourceCode, node: TSESTree.Node, from: string, to: string, instead: ReadonlyMap<TSESTree.Node, string> = new Map()): string {
  const tokens = source.getTokens(node, { includeComments: true });
  let text = '';
  let end = node.range[0];
  for (const token of tokens) {
    if (token.range[0] < end) continue;
    const gap = source.text.slice(end, token.range[0]);
    text += gap.replace(/(\n)([ \t]*)$/u, (_, newline: string, indent: string) => newline + (indent.startsWith(from) ? to + indent.slice(from.length) : indent));
    const [replaced, replacement] = [...instead].find(([inner]) => inner.range[0] === token.range[0]) ?? [token, source.text.slice(token.range[0], token.range[1])];
    text += replacement;
    end = replaced.range[1];
  }
  return text + source.text.slice(end, node.range[1]);
}
