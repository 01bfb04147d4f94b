import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import type { ClientFacts } from './construction.js';
import { memoizedGetter } from './memoized-getter.js';
import { removeCalls } from './remove-statement.js';

/**
 * Shares a client that its function closes again: the construction moves into a memoized getter, and the calls that close
 * it go, since they would close it for everybody.
 *
 * @param node the construction, as for `memoizedGetter`.
 * @param closing the calls that close the client: `client.quit()`.
 * @returns the edits, or `null` when one of both cannot be done.
 */
export function removeClose(fixer: TSESLint.RuleFixer, source: SourceCode, node: TSESTree.Node, closing: readonly TSESTree.Node[], client: ClientFacts = {}): TSESLint.RuleFix[] | null {
  const shared = memoizedGetter(fixer, source, node, client);
  const removed = shared && removeCalls(fixer, source, closing);
  if (!removed) return null;
  // White space inside what moves away needs no edit of its own.
  const moved = shared.map((edit) => edit.range);
  return [...shared, ...removed.filter(({ range }) => !moved.some(([start, end]) => start < range[0] && range[1] < end))];
}
