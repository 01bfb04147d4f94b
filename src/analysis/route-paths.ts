import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { unwrap } from './syntax.js';
import { expressionOf, templateParts } from './values.js';

/** A URL path as far as the text fixes it. */
export interface RoutePath {
  /** The known text; `…` stands for each part that is only known at run time. Joined paths start with `/` and have no doubled slashes. */
  readonly text: string;
  /** Nothing of it is unknown. */
  readonly complete: boolean;
}

export const emptyPath: RoutePath = { text: '', complete: true };
const unknownPath: RoutePath = { text: '…', complete: false };
/** More combinations than this are no table of routes that people wrote. */
const maxPaths = 64;

/** The paths that an expression names: one, or each of a list. Regular expressions and what is computed are incomplete. */
export function pathsAt(source: SourceCode, node: TSESTree.Node): readonly RoutePath[] {
  const at = expressionOf(source, node);
  if (at.type === 'ArrayExpression') return at.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? pathsAt(source, element) : [unknownPath]));
  if (at.type === 'Literal' && 'regex' in at) return [{ text: `…${at.regex.pattern.replaceAll('\\', '')}`, complete: false }];
  const parts = templateParts(source, at);
  return [{ text: parts.map((part) => (part.kind === 'static' ? part.text : '…')).join(''), complete: parts.every((part) => part.kind === 'static') }];
}

/** Every path of `base` with every path of `more` behind it. */
export function joinPaths(base: readonly RoutePath[], more: readonly RoutePath[]): readonly RoutePath[] {
  return base.flatMap((first) => more.map((second) => joined(first, second))).slice(0, maxPaths);
}

function joined(first: RoutePath, second: RoutePath): RoutePath {
  const text = `${first.text}${first.text === '' || second.text === '' || second.text.startsWith('/') ? '' : '/'}${second.text}`;
  return { text: text.replaceAll(/\/{2,}/gu, '/'), complete: first.complete && second.complete };
}

/**
 * Whether an argument stands where a path stands, not a middleware: a text, a regular expression, a list of them, or a name
 * that says so (`API_PREFIX`, `config.basePath`).
 */
export function isPathLike(source: SourceCode, node: TSESTree.Node): boolean {
  const at = expressionOf(source, node);
  switch (at.type) {
    case 'Literal':
      return typeof at.value === 'string' || 'regex' in at;
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return true;
    case 'ArrayExpression':
      return at.elements.length > 0 && at.elements.every((element) => element && element.type !== 'SpreadElement' && isPathLike(source, element));
    case 'Identifier':
    case 'MemberExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'CallExpression':
      return /(?:path|prefix|base|url|uri|mountpoint)\)*$/iu.test(source.getText(unwrap(at)).replace(/(?<!['"`\])}])['"`\])}]+$/u, ''));
    default:
      return false;
  }
}
