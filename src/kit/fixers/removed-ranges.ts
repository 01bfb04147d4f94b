import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { endOfLine, wouldContinue } from './statements.js';

// A comment that says something to a tool about the next line and nothing else.
const aboutNextLine = /^\s*(?:eslint-disable-next-line|oxlint-disable-next-line|biome-ignore|prettier-ignore(?!-)|@ts-(?:expect-error|ignore))\b/u;

/** What to remove so that a list separated by commas loses one of its several items: its lines where it has them to itself. */
export function listItemRanges(source: SourceCode, items: readonly TSESTree.Node[], item: TSESTree.Node): TSESTree.Range[] {
  const after = source.getTokenAfter(item);
  const comma = after?.value === ',' ? after : undefined;
  const lineStart = startOfLine(source, item);
  const tail = /^[ \t]*(?:\/\/[^\r\n]*)?\r?\n/u.exec(source.text.slice((comma ?? item).range[1]));
  const previous = source.getTokenBefore(item)!;
  const next = items[items.indexOf(item) + 1];
  if (lineStart !== undefined && tail) {
    const lines: TSESTree.Range = [lineStart, (comma ?? item).range[1] + tail[0].length];
    return comma ? [lines] : [[previous.range[0], previous.range[1]], lines];
  }
  // With a comma behind the last item, that one stays: `{ a, b, }` becomes `{ a, }`.
  const between: TSESTree.Range = next ? [item.range[0], next.range[0]] : [previous.range[0], item.range[1]];
  const commented = source.getAllComments().some(({ range }) => between[0] <= range[0] && range[1] <= between[1]);
  if (!commented) return [between];
  const separator = next ? comma! : previous;
  return [[item.range[0], item.range[1]], [separator.range[0], separator.range[1]]];
}

/**
 * A statement with its lines, the comment that ends the last of them, and what the line above tells tools about it. Other
 * comments above stay: they may be about the file or a group of statements.
 *
 * @returns `null` where the statements before and after it would become one.
 */
export function statementRange(source: SourceCode, statement: TSESTree.ProgramStatement): TSESTree.Range | null {
  const end = endOfLine(source, statement);
  const keepsGuard = end !== undefined && end < statement.range[1];
  const next = source.getTokenAfter(statement);
  if (!keepsGuard && next && /^[([`+\-/]/u.test(next.value) && wouldContinue(source, statement)) return null;

  const lineStart = startOfLine(source, statement);
  if (lineStart === undefined) {
    const space = /(?<![ \t])[ \t]*$/u.exec(source.text.slice(0, statement.range[0]))![0];
    return [statement.range[0] - space.length, statement.range[1]];
  }
  if (end === undefined) {
    const space = /^[ \t]*/u.exec(source.text.slice(statement.range[1]))![0];
    return [statement.range[0], statement.range[1] + space.length];
  }
  const start = withDirectives(source, statement, lineStart);
  const opensParagraph = /(?:^|\n[ \t]*\r?\n)$/u.test(source.text.slice(0, start));
  const rest = source.text.slice(end);
  const lineBreaks = (opensParagraph ? /^(?:[ \t]*\r?\n)*/u : /^(?:[ \t]*\r?\n)?/u).exec(rest)![0];
  return [start, end + lineBreaks.length];
}

/** The index where the line of `node` starts; `undefined` when something stands before it there. */
function startOfLine(source: SourceCode, node: TSESTree.Node): number | undefined {
  const start = node.range[0] - node.loc.start.column;
  return source.text.slice(start, node.range[0]).trim() === '' ? start : undefined;
}

function withDirectives(source: SourceCode, statement: TSESTree.Node, lineStart: number): number {
  let start = lineStart;
  let line = statement.loc.start.line;
  for (const comment of [...source.getCommentsBefore(statement)].reverse()) {
    const from = comment.range[0] - comment.loc.start.column;
    const ownLine = source.text.slice(from, comment.range[0]).trim() === '';
    if (!ownLine || comment.loc.end.line !== line - 1 || !aboutNextLine.test(comment.value)) break;
    start = from;
    line = comment.loc.start.line;
  }
  return start;
}
