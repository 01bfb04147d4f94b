import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from '../../analysis/context.js';
import { defineService, type SourceCode } from '../../analysis/service.js';
import { walk } from '../../analysis/syntax.js';

/**
 * How the file is written, so that inserted code looks like its neighbours. Each answer is the habit of the majority;
 * a file too small to have habits gets those of most Node code: two spaces, single quotes, semicolons.
 */

/** The file's line break. */
export const eolOf = defineService((source: SourceCode): '\n' | '\r\n' => (/\r?\n/u.exec(source.text)?.[0] === '\r\n' ? '\r\n' : '\n'));

/** The quote of the file's string literals. */
export const quoteOf = defineService((source: SourceCode): "'" | '"' => {
  let balance = 0;
  for (const token of source.ast.tokens ?? []) if (token.type === 'String') balance += token.value.startsWith('"') ? 1 : -1;
  return balance > 0 ? '"' : "'";
});

/** `value` as a string literal in the file's quotes. */
export function quoted(source: SourceCode, value: string): string {
  const quote = quoteOf(source);
  return quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}

const terminated = new Set(['ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ThrowStatement', 'ImportDeclaration', 'ExportAllDeclaration']);

/** `;` where the file ends its statements so, else nothing. */
export const semicolonOf = defineService((source: SourceCode): ';' | '' => {
  let balance = 0;
  let seen = 0;
  for (const node of walk(source.ast, source.visitorKeys)) {
    if (!terminated.has(node.type) || node.parent?.type.startsWith('For')) continue;
    balance += source.text[node.range[1] - 1] === ';' ? 1 : -1;
    // Enough to know a habit: large files need no full walk.
    if ((seen += 1) >= 200) break;
  }
  return balance >= 0 ? ';' : '';
});

/** One level of indentation: the step by which lines most often go deeper than the line before. */
export const indentUnit = defineService((source: SourceCode): string => {
  const votes = new Map<string, number>();
  let previous = '';
  for (const line of source.lines) {
    const indent = /^[ \t]*(?=[^ \t*])/u.exec(line)?.[0];
    if (indent === undefined) continue;
    if (indent.length > previous.length && indent.startsWith(previous)) {
      const step = indent.slice(previous.length);
      if (step === '\t' || /^ {2,8}$/u.test(step)) votes.set(step, (votes.get(step) ?? 0) + 1);
    }
    previous = indent;
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '  ';
});

/** True when literals that end on a line of their own end in a comma. */
export const trailingCommas = defineService((source: SourceCode): boolean => {
  let balance = 0;
  for (const node of walk(source.ast, source.visitorKeys)) {
    if (node.type !== 'ArrayExpression' && node.type !== 'ObjectExpression') continue;
    const close = source.getLastToken(node)!;
    const last = source.getTokenBefore(close)!;
    if (last.loc.end.line < close.loc.start.line && last.range[0] > node.range[0]) balance += last.value === ',' ? 1 : -1;
  }
  return balance >= 0;
});

/** True when literals and imports have spaces inside their braces: `{ a }`, not `{a}`. */
export const spacedBraces = defineService((source: SourceCode): boolean => {
  const spaced = source.text.match(/\{(?<=(?:[(=,:]\s*|import )\{) (?=\S)/gu)?.length ?? 0;
  const tight = source.text.match(/\{(?<=(?:[(=,:]\s*|import )\{)(?=[\w'"])/gu)?.length ?? 0;
  return spaced >= tight;
});

/** `inner` in braces, spaced as the file does it. */
export function braced(source: SourceCode, inner: string): string {
  return spacedBraces(source) ? `{ ${inner} }` : `{${inner}}`;
}

/** The white space at the start of the line on which `at` starts. */
export function indentOf(source: SourceCode, at: TSESTree.Node | TSESTree.Token): string {
  return /^[ \t]*/u.exec(source.lines[at.loc.start.line - 1] ?? '')?.[0] ?? '';
}

/** True where type annotations may be written. Judged by the file's name; by its syntax where the name does not tell. */
export const isTypeScript = defineService((source: SourceCode): boolean => {
  const extension = /\.([cm]?[jt]sx?)$/u.exec(contextOf(source).filename)?.[1];
  if (extension) return extension.includes('t');
  for (const node of walk(source.ast, source.visitorKeys)) if (node.type.startsWith('TS')) return true;
  return false;
});

/** Whether the file's syntax may have what ECMAScript brought in `year`. TypeScript translates, so it may have all. */
export function supports(source: SourceCode, year: number): boolean {
  const { ecmaVersion } = contextOf(source).languageOptions;
  // Configurations write years or editions: 12 is 2021.
  return isTypeScript(source) || typeof ecmaVersion !== 'number' || (ecmaVersion < 1000 ? ecmaVersion + 2009 : ecmaVersion) >= year;
}
