import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { unwrap } from '../../analysis/syntax.js';
import type { ModuleLink } from './module-links.js';
import { braced, eolOf, indentOf, indentUnit } from './style.js';

/**
 * Adds an export to a statement that imports its module already. `undefined` where that statement cannot take it:
 * namespace imports, side-effect imports, patterns with a rest element, plain `const x = require()`.
 */
export function mergeImport(fixer: TSESLint.RuleFixer, source: SourceCode, link: ModuleLink, name: string, local: string): TSESLint.RuleFix | undefined {
  if (name === '*') return undefined;
  if (link.node.type === 'VariableDeclarator') {
    const { id, init } = link.node;
    if (name === 'default' || id.type !== 'ObjectPattern' || id.typeAnnotation || unwrap(init!).type !== 'CallExpression') return undefined;
    if (id.properties.some((property) => property.type === 'RestElement')) return undefined;
    return intoBraces(fixer, source, source.getFirstToken(id)!, id.properties, name === local ? name : `${name}: ${local}`);
  }
  if (link.node.type !== 'ImportDeclaration') return undefined;
  const { specifiers } = link.node;
  const attributes: readonly unknown[] | undefined = link.node.attributes;
  if (attributes?.length || specifiers.some((specifier) => specifier.type === 'ImportNamespaceSpecifier')) return undefined;
  const open = source.getFirstToken(link.node, { filter: (token) => token.value === '{' && token.range[1] <= link.node.range[1] });
  const hasBraces = open && (link.node.attributes?.length ?? 0) === 0 && open.range[0] < sourceOfImport(link.node).range[0];
  const [first] = specifiers;
  if (name === 'default') {
    return hasBraces && first?.type === 'ImportSpecifier' ? fixer.insertTextBefore(open, `${local}, `) : undefined;
  }
  const specifier = name === local ? name : `${name} as ${local}`;
  if (hasBraces) return intoBraces(fixer, source, open, specifiers.filter((item) => item.type === 'ImportSpecifier'), specifier);
  return first ? fixer.insertTextAfter(first, `, ${braced(source, specifier)}`) : undefined;
}

function sourceOfImport(node: TSESTree.ImportDeclaration): TSESTree.StringLiteral {
  return node.source;
}

/** Adds an item at the end of a list in braces, on a line of its own where the list has lines. */
function intoBraces(fixer: TSESLint.RuleFixer, source: SourceCode, open: TSESTree.Token, items: readonly TSESTree.Node[], item: string): TSESLint.RuleFix {
  const last = items.at(-1);
  if (!last) return fixer.insertTextAfter(open, ` ${item}${source.text[open.range[1]] === ' ' ? '' : ' '}`);
  const ownLine = last.loc.start.line > open.loc.start.line;
  const separator = ownLine ? `,${eolOf(source)}${indentOf(source, last) || indentUnit(source)}` : ', ';
  // A comment behind the last item speaks of that item and stays behind it.
  const next = source.getTokenAfter(last)!;
  const commented = source.getCommentsAfter(last).length > 0 || (next.value === ',' && source.getCommentsAfter(next).length > 0);
  return commented ? fixer.insertTextBefore(last, item + separator) : fixer.insertTextAfter(last, separator + item);
}
