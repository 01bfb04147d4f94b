import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';

// A comment that speaks of the whole file, whatever statement happens to follow it.
const aboutFile = /copyright|licen[cs]e|@file\b|@fileoverview|@overview|@packageDocumentation|@module\b|@flow|@jsx|@jest-environment|@vitest-environment|@ts-(?:no)?check|<reference|^\s*(?:eslint-(?:disable|enable)(?!-)|eslint\s|globals?\s|prettier-ignore-start)/iu;

/** Decorators of an exported class may stand before `export`, outside the statement's own range. */
function startOf(source: SourceCode, node: TSESTree.Node): TSESTree.Token {
  const declaration = 'declaration' in node && node.declaration && typeof node.declaration === 'object' ? (node.declaration as TSESTree.Node) : node;
  const decorator = 'decorators' in declaration ? (declaration.decorators as TSESTree.Decorator[] | undefined)?.[0] : undefined;
  const first = source.getFirstToken(decorator && decorator.range[0] < node.range[0] ? decorator : node)!;
  return guardBefore(source, first) ?? first;
}

/** The `;` that code without semicolons writes at the start of a line that begins with `(` or `[`. */
function guardBefore(source: SourceCode, first: TSESTree.Token): TSESTree.Token | undefined {
  const guard = source.getTokenBefore(first);
  if (guard?.value !== ';' || guard.loc.end.line !== first.loc.start.line) return undefined;
  const before = source.getTokenBefore(guard);
  return !before || before.loc.end.line < guard.loc.start.line ? guard : undefined;
}

/**
 * Where a statement begins when the comments that belong to it are counted in: those directly above, without a blank
 * line between. Comments about the whole file, and those at the end of the line of the statement before, belong elsewhere.
 */
export function attachedStart(source: SourceCode, node: TSESTree.Node): number {
  const first = startOf(source, node);
  let start = first.range[0];
  let line = first.loc.start.line;
  for (const comment of [...source.getCommentsBefore(first)].reverse()) {
    const before = source.getTokenBefore(comment);
    const trailing = before?.loc.end.line === comment.loc.start.line;
    // ESLint gives a shebang the type `Shebang`, which the types do not know.
    const shebang = (comment.type as string) === 'Shebang';
    if (shebang || trailing || aboutFile.test(comment.value) || comment.loc.end.line < line - 1) break;
    start = comment.range[0];
    line = comment.loc.start.line;
  }
  return start;
}

/** The index after `node` and a comment that ends its line; `undefined` when more code follows on that line. */
export function endOfLine(source: SourceCode, node: TSESTree.Node): number | undefined {
  const last = source.getLastToken(node)!;
  const before = source.getTokenBefore(last);
  const guards = last.value === ';' && before !== null && before.loc.end.line < last.loc.start.line;
  const end = guards ? before.range[1] : node.range[1];
  const rest = /^[^\r\n]*/u.exec(source.text.slice(end))![0];
  const onlyComments = /^[ \t]*(?:\/\*(?:(?!\*\/).)*\*\/[ \t]*)*(?:\/\/.*)?$/u.test(rest);
  return onlyComments ? end + rest.trimEnd().length : undefined;
}

/** The directives at the head of the file: `'use strict'`, `"use server"`. */
export function prologueOf(source: SourceCode): TSESTree.ProgramStatement[] {
  const end = source.ast.body.findIndex((node) => node.type !== 'ExpressionStatement' || typeof node.directive !== 'string');
  return source.ast.body.slice(0, end < 0 ? undefined : end);
}

const needsTerminator = new Set(['ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ThrowStatement', 'BreakStatement', 'ContinueStatement', 'DoWhileStatement',
  'ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ExportDefaultDeclaration', 'TSTypeAliasDeclaration', 'TSImportEqualsDeclaration', 'TSExportAssignment', 'PropertyDefinition']);

/**
 * Whether text that starts with `(`, `[` or a template needs a `;` before it when it is to stand at the start of
 * `statement`: the statement before ends without one and would swallow it.
 */
export function wouldContinue(source: SourceCode, statement: TSESTree.Node): boolean {
  const parent = statement.parent;
  const siblings: readonly TSESTree.Node[] | undefined = parent && 'body' in parent && Array.isArray(parent.body) ? parent.body : parent?.type === 'SwitchCase' ? parent.consequent : undefined;
  const previous = siblings?.[siblings.indexOf(statement) - 1];
  return previous !== undefined && needsTerminator.has(lastPartOf(previous).type) && source.getLastToken(previous)?.value !== ';';
}

/** The statement that `if (a) return [b]` ends with. */
function lastPartOf(statement: TSESTree.Node): TSESTree.Node {
  let at = statement;
  for (;;) {
    if (at.type === 'IfStatement') at = at.alternate ?? at.consequent;
    else if (/^(?:For|ForIn|ForOf|While|With|Labeled)Statement$/u.test(at.type) && 'body' in at) at = at.body as TSESTree.Node;
    else return at;
  }
}
