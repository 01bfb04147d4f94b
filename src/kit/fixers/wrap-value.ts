import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';

/**
 * Puts a property's value into other code: `text` with `{text}` for the value as it stands.
 *
 * @returns the edits, or `null` when `node` is no value of an object's property.
 */
export function wrapValue(fixer: TSESLint.RuleFixer, source: SourceCode, node: TSESTree.Node, text: string): TSESLint.RuleFix[] | null {
  const { parent } = node;
  if (parent?.type !== 'Property' || parent.value !== node || parent.computed || parent.method) return null;
  const value = text.split('{text}').join(source.getText(node));
  return [parent.shorthand ? fixer.replaceText(parent, `${source.getText(parent.key)}: ${value}`) : fixer.replaceText(node, value)];
}
