import * as utils from '@eslint-community/eslint-utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';

/**
 * Whether `node` stands in parentheses of its own, those of a call, `if` or the like not counted.
 *
 * @param times in how many pairs of them.
 */
export function isParenthesized(source: SourceCode, node: TSESTree.Node, times = 1): boolean {
  // The library's types are ESTree's, which TypeScript's syntax tree extends.
  return utils.isParenthesized(times, node as never, source as never);
}
