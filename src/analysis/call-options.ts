import type { TSESTree } from '@typescript-eslint/utils';
import { argumentAt, type Place } from './arguments.js';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap } from './syntax.js';
import type { Use } from './use.js';
import { expressionOf, templateParts } from './values.js';

/**
 * What an outbound call is given for an option that the catalog names (`timeout`, `signal`, `options` itself), where the same
 * argument may be a URL or the options: `axios(url)` and `axios(options)`, `http.get(url, callback)`.
 */
export function optionOf(source: SourceCode, use: Use, name: string): Place {
  const path = use.action.args?.[name];
  if (path === undefined) return 'absent';
  let hidden = false;
  for (const alternative of path.split('|')) {
    const index = Number.parseInt(alternative, 10);
    const at = use.args[index];
    // Behind an object with the options there is only a callback.
    if (at && (isFunction(expressionOf(source, at)) || (index === 1 && takesUrl(use, 0) && use.args[0]?.type === 'ObjectExpression') || (takesUrl(use, index) && isUrl(source, at, use.args[index + 1])))) continue;
    const place = argumentAt(source, use.args, alternative);
    if (typeof place !== 'string') return place;
    if (place === 'unknown') hidden = true;
  }
  return hidden ? 'unknown' : 'absent';
}

/** Whether the argument may be the URL itself. */
function takesUrl({ action }: Use, index: number): boolean {
  return action.args?.['url']?.split('|').includes(String(index)) === true;
}

/** A URL rather than options: a text, a `URL`, something typed or called so, or followed by options. */
function isUrl(source: SourceCode, node: TSESTree.Node, next: TSESTree.Node | undefined): boolean {
  const at = expressionOf(source, node);
  if (at.type === 'ObjectExpression' || at.type === 'SpreadElement') return false;
  if (next && !isFunction(unwrap(next)) && next.type !== 'SpreadElement') return true;
  if (at.type === 'NewExpression') return at.callee.type === 'Identifier' && at.callee.name === 'URL';
  if (templateParts(source, at).some((part) => part.kind === 'static')) return true;
  if (at.type === 'LogicalExpression') return isUrl(source, at.left, undefined) || isUrl(source, at.right, undefined);
  if (at.type === 'Identifier') return isTypedAsText(source, at) || isNamedLikeUrl(at.name);
  if (at.type === 'MemberExpression') return isNamedLikeUrl(propertyName(at) ?? '');
  return at.type === 'CallExpression' && isNamedLikeUrl(source.getText(at.callee));
}

function isNamedLikeUrl(name: string): boolean {
  return /(?:ur[il]|href|endpoint|address|link|path|webhook|src)(?:s?(?:_?\d)?|tostring)$/iu.test(name.replaceAll(/[^\w]/gu, ''));
}

function isTypedAsText(source: SourceCode, at: TSESTree.Identifier): boolean {
  const name = variableOf(source, at)?.defs[0]?.name as TSESTree.Node | undefined;
  const type = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === 'TSStringKeyword' || (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'URL');
}
