import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { reindented } from './reindent.js';
import { attachedStart } from './statements.js';
import { eolOf, indentOf, indentUnit, isTypeScript, semicolonOf, trailingCommas } from './style.js';

/** A statement that awaits one expression and does nothing else. */
export type AwaitingStatement = TSESTree.VariableDeclaration | TSESTree.ExpressionStatement;

interface Step {
  readonly statement: AwaitingStatement;
  readonly awaited: TSESTree.Expression;
  /** What the result is bound to; absent when nobody takes it. */
  readonly target?: TSESTree.BindingName;
}

/** Longest line that stays on one line; what Prettier's default allows. */
const lineWidth = 80;

/**
 * Joins consecutive statements that each await one expression: `const a = await f(); const b = await g();` becomes
 * `const [a, b] = await Promise.all([f(), g()]);`. Each comment goes with its expression.
 *
 * @param statements two or more siblings in a row.
 * @returns the edit, or `null` where one declaration cannot stand for all: `const` beside `let`, only some of them with type annotations,
 * casts of the results, comments in places that are lost.
 */
export function promiseAll(fixer: TSESLint.RuleFixer, source: SourceCode, statements: readonly AwaitingStatement[]): TSESLint.RuleFix[] | null {
  const steps = statements.map(stepOf);
  if (steps.length < 2 || !steps.every((step) => step !== null)) return null;
  const [first, last] = [steps[0]!.statement, steps.at(-1)!.statement];
  const kinds = new Set(steps.flatMap(({ statement }) => (statement.type === 'VariableDeclaration' ? [statement.kind] : [])));
  const head = kinds.size === 0 ? '' : declarationHead(source, steps, kinds);
  if (head === null) return null;

  const comments = commentsOf(source, steps);
  if (!comments) return null;
  const start = comments.leading.slice(1).some((list) => list.length > 0) ? comments.start : first.range[0];
  if (start === first.range[0]) comments.leading[0] = [];

  const indent = indentOf(source, first);
  const plain = steps.map(({ awaited }) => elementText(source, awaited, indent, indent));
  const hasComments = [...comments.leading, ...comments.trailing].some((list) => list.length > 0);
  const end = semicolonOf(source) || (source.getLastToken(last)?.value === ';' ? ';' : '');
  const oneLine = `${head}await Promise.all([${plain.join(', ')}])${end}`;
  if (!hasComments && plain.every((text) => !text.includes('\n')) && indent.length + oneLine.length <= lineWidth) return [fixer.replaceTextRange([start, last.range[1]], oneLine)];

  const inner = indent + indentUnit(source);
  const lines = steps.flatMap(({ awaited }, index) => {
    const comma = index < steps.length - 1 || trailingCommas(source) ? ',' : '';
    const trailing = comments.trailing[index]!.map((text) => ` ${text}`).join('');
    return [...comments.leading[index]!.map((text) => inner + text), `${inner}${elementText(source, awaited, indent, inner)}${comma}${trailing}`];
  });
  return [fixer.replaceTextRange([start, comments.end], [`${head}await Promise.all([`, ...lines, `${indent}])${end}`].join(eolOf(source)))];
}

function stepOf(statement: AwaitingStatement): Step | null {
  if (statement.type === 'ExpressionStatement') {
    return statement.expression.type === 'AwaitExpression' ? { statement, awaited: statement.expression.argument } : null;
  }
  const [declarator] = statement.declarations;
  if (!declarator || statement.declarations.length > 1 || statement.declare || statement.kind === 'using' || statement.kind === 'await using') return null;
  return declarator.init?.type === 'AwaitExpression' ? { statement, awaited: declarator.init.argument, target: declarator.id } : null;
}

/** `const [a, , { b }]: [A, B] = `, or `null` where the declarations do not go together. */
function declarationHead(source: SourceCode, steps: readonly Step[], kinds: ReadonlySet<string>): string | null {
  if (kinds.size > 1) return null;
  const types = steps.map(({ target }) => target?.typeAnnotation);
  const annotated = types.filter((type) => type !== undefined).length;
  if (annotated > 0 && annotated < steps.length) return null;
  const names = steps.map(({ target }) => (target ? source.text.slice(target.range[0], target.typeAnnotation?.range[0] ?? target.range[1]).trimEnd() : ''));
  // Trailing holes say nothing; a hole before them keeps the place of a result nobody takes.
  while (names.at(-1) === '') names.pop();
  if (isTypeScript(source) && annotated > 0) return `${[...kinds][0]} [${names.join(', ')}]: [${types.map((type) => source.getText(type!.typeAnnotation)).join(', ')}] = `;
  return annotated > 0 ? null : `${[...kinds][0]} [${names.join(', ')}] = `;
}

/** The awaited expression as an element of an array, moved to another indentation. */
function elementText(source: SourceCode, node: TSESTree.Expression, from: string, to: string): string {
  const text = reindented(source, node, from, to);
  return node.type === 'SequenceExpression' ? `(${text})` : text;
}

interface Comments {
  readonly leading: string[][];
  readonly trailing: string[][];
  /** Where the first statement starts with its comments, and where the last one ends with those behind it. */
  readonly start: number;
  readonly end: number;
}

/** The comments above each statement and at the end of its line; `null` if one stands where it would be lost. */
function commentsOf(source: SourceCode, steps: readonly Step[]): Comments | null {
  const leading: string[][] = [];
  const trailing: string[][] = [];
  const start = attachedStart(source, steps[0]!.statement);
  let end = 0;
  for (const [index, { statement, awaited, target }] of steps.entries()) {
    const kept = [awaited, target].filter((node) => node !== undefined);
    const inside = source.getCommentsInside(statement);
    if (!inside.every((comment) => kept.some((node) => node.range[0] <= comment.range[0] && comment.range[1] <= node.range[1]))) return null;
    const previous = steps[index - 1]?.statement;
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
