import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { isFunction, walk } from '../../analysis/syntax.js';
import { reindented } from './reindent.js';
import { commentsOf } from './statement-comments.js';
import { wouldContinue } from './statements.js';
import { eolOf, indentOf, indentUnit, isTypeScript, semicolonOf, trailingCommas } from './style.js';

/** A statement that awaits one expression and does nothing else. */
export type AwaitingStatement = TSESTree.VariableDeclaration | TSESTree.ExpressionStatement;

interface Step {
  readonly statement: AwaitingStatement;
  readonly awaited: TSESTree.Expression;
  /** What the result is bound or assigned to; absent when nobody takes it. */
  readonly target?: TSESTree.Node;
}

/** Longest line that stays on one line; what Prettier's default allows. */
const lineWidth = 80;

/**
 * Joins consecutive statements that each await one expression: `const a = await f(); const b = await g();` becomes
 * `const [a, b] = await Promise.all([f(), g()]);`, assignments `[a, b] = await ...`. Each comment goes with its expression.
 *
 * @param statements two or more siblings in a row.
 * @returns the edit, or `null` where one statement cannot stand for all: `const` beside `let` or an assignment, only some of them with
 * type annotations, parts or casts of the results, comments in places that are lost, a later expression that awaits something itself
 * (the first promise would be left alone meanwhile).
 */
export function promiseAll(fixer: TSESLint.RuleFixer, source: SourceCode, statements: readonly AwaitingStatement[]): TSESLint.RuleFix[] | null {
  const steps = statements.map(stepOf);
  if (steps.length < 2 || !steps.every((step) => step !== null) || steps.slice(1).some(({ awaited }) => waits(source, awaited))) return null;
  const [first, last] = [steps[0]!.statement, steps.at(-1)!.statement];
  const kinds = new Set(steps.flatMap(({ statement, target }) => (statement.type === 'VariableDeclaration' ? [`${statement.kind} `] : target ? [''] : [])));
  const declaration = kinds.size === 0 ? '' : headOf(source, steps, kinds);
  if (declaration === null) return null;
  const comments = commentsOf(source, steps.map(({ statement, awaited, target }) => ({ statement, kept: [awaited, target].filter((node) => node !== undefined) })));
  if (!comments) return null;
  const start = comments.leading.slice(1).some((list) => list.length > 0) ? comments.start : first.range[0];
  if (start === first.range[0]) comments.leading[0] = [];
  // A `;` that keeps the first statement apart goes with what is replaced.
  const losesGuard = (source.getTokenBefore(first)?.range[0] ?? -1) >= start;
  const head = declaration.startsWith('[') && (losesGuard || wouldContinue(source, first)) ? `;${declaration}` : declaration;

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
    const { expression } = statement;
    if (expression.type === 'AwaitExpression') return { statement, awaited: expression.argument };
    if (expression.type !== 'AssignmentExpression' || expression.operator !== '=' || expression.right.type !== 'AwaitExpression') return null;
    return { statement, awaited: expression.right.argument, target: expression.left };
  }
  const [declarator] = statement.declarations;
  if (!declarator || statement.declarations.length > 1 || statement.declare || statement.kind === 'using' || statement.kind === 'await using') return null;
  return declarator.init?.type === 'AwaitExpression' ? { statement, awaited: declarator.init.argument, target: declarator.id } : null;
}

/** True if evaluating the expression awaits or yields. */
function waits(source: SourceCode, node: TSESTree.Node): boolean {
  for (const at of walk(node, source.visitorKeys, isFunction)) if (at.type === 'AwaitExpression' || at.type === 'YieldExpression') return true;
  return false;
}

/** `const [a, , { b }]: [A, B] = `, or `null` where the statements do not go together. */
function headOf(source: SourceCode, steps: readonly Step[], kinds: ReadonlySet<string>): string | null {
  if (kinds.size > 1) return null;
  const types = steps.map(({ target }) => (target && 'typeAnnotation' in target ? (target.typeAnnotation as TSESTree.TSTypeAnnotation | null | undefined) ?? undefined : undefined));
  const annotated = types.filter((type) => type !== undefined).length;
  if (annotated > 0 && annotated < steps.length) return null;
  const names = steps.map(({ target }, index) => (target ? source.text.slice(target.range[0], types[index]?.range[0] ?? target.range[1]).trimEnd() : ''));
  // Trailing holes say nothing; a hole before them keeps the place of a result nobody takes.
  while (names.at(-1) === '') names.pop();
  if (isTypeScript(source) && annotated > 0) return `${[...kinds][0]}[${names.join(', ')}]: [${types.map((type) => source.getText(type!.typeAnnotation)).join(', ')}] = `;
  return annotated > 0 ? null : `${[...kinds][0]}[${names.join(', ')}] = `;
}

/** The awaited expression as an element of an array, moved to another indentation. */
function elementText(source: SourceCode, node: TSESTree.Expression, from: string, to: string): string {
  const text = reindented(source, node, from, to);
  return node.type === 'SequenceExpression' ? `(${text})` : text;
}
