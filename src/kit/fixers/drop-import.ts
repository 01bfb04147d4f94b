import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../analysis/calls.js';
import type { SourceCode } from '../../analysis/service.js';
import { usesInOrder } from '../../analysis/writes.js';
import { requiredModule } from './module-links.js';
import { listItemRanges, statementRange } from './removed-ranges.js';

type Variable = TSESLint.Scope.Variable;
type Item = TSESTree.ImportClause | TSESTree.Property | TSESTree.TSImportEqualsDeclaration | TSESTree.VariableDeclarator;

/**
 * Removes the import or require of a name together with its last use, so that a fix leaves no unused name behind.
 *
 * ESLint applies many fixes to one file in a pass, each made as if it were alone. So that one of them always sees the name
 * used by nothing else, the fix of the last call covers the call before too: ESLint then applies only one of these two.
 *
 * @param gone the use of the name that the fix makes disappear.
 * @param added the edits by which the same fix imports something.
 * @returns `added`, with the removal worked in where nothing else refers to the name.
 */
export function dropImport(fixer: TSESLint.RuleFixer, source: SourceCode, gone: TSESTree.Identifier, added: readonly TSESLint.RuleFix[]): TSESLint.RuleFix[] {
  const variable = variableOf(source, gone);
  const item = variable && importItem(source, variable);
  if (!item) return [...added];
  const uses = usesInOrder(source, variable);
  const others = uses.at(-1) === gone ? uses.slice(0, -1) : uses;
  const before = others.at(-1);
  if (!before) return without(fixer, source, item, added);
  if (before.range[0] > gone.range[0] || !others.every(isCalled)) return [...added];
  return [...added, fixer.insertTextBefore(before, '')];
}

/** The part of an import or require that declares the variable; `undefined` where it could not go without changing more. */
function importItem(source: SourceCode, { defs: [definition, ...more], name }: Variable): Item | undefined {
  const node = definition?.node as TSESTree.Node | undefined;
  if (!node || more.length > 0) return undefined;
  if (node.type === 'TSImportEqualsDeclaration') return node.parent.type === 'Program' ? node : undefined;
  if (node.type !== 'VariableDeclarator') return node.type.startsWith('Import') ? (node as TSESTree.ImportClause) : undefined;
  const holder = node.parent.parent;
  if ((holder.type !== 'Program' && holder.type !== 'BlockStatement') || !node.init || requiredModule(source, node.init) === undefined) return undefined;
  if (node.id.type !== 'ObjectPattern') return node.id.type === 'Identifier' ? node : undefined;
  // A rest element holds what the other properties do not take.
  const properties = node.id.properties.filter((property) => property.type === 'Property');
  return properties.length < node.id.properties.length ? undefined : properties.find(({ computed, value }) => !computed && value.type === 'Identifier' && value.name === name);
}

/** `name()`, `name.member()`. */
function isCalled(identifier: TSESTree.Node): boolean {
  let at = identifier;
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = at.parent;
  return at.parent?.type === 'CallExpression' && at.parent.callee === at;
}

function without(fixer: TSESLint.RuleFixer, source: SourceCode, item: Item, added: readonly TSESLint.RuleFix[]): TSESLint.RuleFix[] {
  const merged = added.find(({ range }) => isListed(source, item, range));
  if (merged) {
    const text = merged.text.replaceAll(/^[\s,]+|(?<![\s,])[\s,]+$/gu, '');
    return [...added.filter((edit) => edit !== merged), fixer.replaceText(item, text)];
  }
  const ranges = rangesOf(source, item);
  if (Array.isArray(ranges)) return [...added, ...ranges.map((range) => fixer.removeRange(range))];
  // The new import may stand on the line below the one that goes, and then it takes its place.
  const range = statementRange(source, ranges);
  if (!range) return [...added];
  const inside = added.filter((edit) => edit.range[0] > ranges.range[0] && edit.range[0] <= range[1]);
  const last = inside.at(-1);
  if (!last) return [...added, fixer.removeRange(range)];
  const start = range[0] + /^\s*/u.exec(source.text.slice(range[0]))![0].length;
  const text = inside.map((edit) => edit.text).join('').trimStart();
  return [...added.filter((edit) => !inside.includes(edit)), fixer.replaceTextRange([start, last.range[1]], text)];
}

/** Whether an edit at `range` adds to the list of names in braces that `item` is one of. */
function isListed(source: SourceCode, item: Item, range: Readonly<TSESTree.Range>): boolean {
  if (item.type !== 'ImportSpecifier' && item.type !== 'Property') return false;
  const siblings = listOf(item);
  const open = source.getTokenBefore(siblings[0]!)!;
  const close = source.getTokenAfter(siblings.at(-1)!, (token) => token.value === '}')!;
  return open.range[1] <= range[0] && range[1] <= close.range[0];
}

function listOf(item: TSESTree.ImportSpecifier | TSESTree.Property): readonly TSESTree.Node[] {
  const { parent } = item as TSESTree.Node;
  if (parent?.type === 'ObjectPattern') return parent.properties;
  return parent?.type === 'ImportDeclaration' ? parent.specifiers.filter(({ type }) => type === 'ImportSpecifier') : [item];
}

/** What goes with the item: parts of its statement, or the whole of it. */
function rangesOf(source: SourceCode, item: Item): TSESTree.Range[] | TSESTree.ProgramStatement {
  switch (item.type) {
    case 'TSImportEqualsDeclaration':
      return item;
    case 'VariableDeclarator':
      return item.parent.declarations.length > 1 ? listItemRanges(source, item.parent.declarations, item) : item.parent;
    case 'Property': {
      const siblings = listOf(item);
      return siblings.length > 1 ? listItemRanges(source, siblings, item) : rangesOf(source, item.parent.parent as TSESTree.VariableDeclarator);
    }
    default: {
      const statement = item.parent as TSESTree.ImportDeclaration;
      if (statement.specifiers.length === 1) return statement;
      if (item.type === 'ImportDefaultSpecifier') return [[item.range[0], source.getTokenAfter(item, { skip: 1 })!.range[0]]];
      const siblings = item.type === 'ImportSpecifier' ? listOf(item) : [item];
      if (siblings.length > 1) return listItemRanges(source, siblings, item);
      const end = item.type === 'ImportSpecifier' ? source.getTokenAfter(item, (token) => token.value === '}')! : item;
      return [[statement.specifiers[0]!.range[1], end.range[1]]];
    }
  }
}
