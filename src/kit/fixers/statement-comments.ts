import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { attachedStart } from './statements.js';

/** The comments that belong to consecutive statements, as texts, one list for each statement. */
export interface StatementComments {
  readonly leading: string[][];
  readonly trailing: string[][];
  /** Where the first statement starts with its comments, and where the last one ends with those behind it. */
  readonly start: number;
  readonly end: number;
}

/**
 * The comments above each statement and at the end of its line.
 *
 * @param parts siblings in a row, each with the nodes inside it whose text is kept, comments and all.
 * @returns `null` if a comment stands where it would be lost.
 */
export function commentsOf(source: SourceCode, parts: readonly { readonly statement: TSESTree.Node; readonly kept: readonly TSESTree.Node[] }[]): StatementComments | null {
  const leading: string[][] = [];
  const trailing: string[][] = [];
  const start = attachedStart(source, parts[0]!.statement);
  let end = 0;
  for (const [index, { statement, kept }] of parts.entries()) {
    const inside = source.getCommentsInside(statement);
    if (!inside.every((comment) => kept.some((node) => node.range[0] <= comment.range[0] && comment.range[1] <= node.range[1]))) return null;
    const previous = parts[index - 1]?.statement;
    const above = source.getCommentsBefore(statement).filter((comment) => (previous ? comment.loc.start.line !== previous.loc.end.line : comment.range[0] >= start));
    const behind = source.getCommentsAfter(statement).filter((comment) => comment.loc.start.line === statement.loc.end.line);
    // A block comment that goes on to the next line, or code behind the comment, is no end of a line.
    if (behind.some((comment) => comment.loc.end.line !== comment.loc.start.line)) return null;
    const next = source.getTokenAfter(statement);
    if (behind.length > 0 && next?.loc.start.line === statement.loc.end.line) return null;
    leading.push(above.map((comment) => source.text.slice(comment.range[0], comment.range[1])));
    trailing.push(behind.map((comment) => source.text.slice(comment.range[0], comment.range[1])));
    end = behind.at(-1)?.range[1] ?? statement.range[1];
  }
  return { leading, trailing, start, end };
}
