import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isLogging } from './effects.js';
import type { Loop } from './loop-flow.js';
import type { SourceCode } from './service.js';
import { contains, isFunction, unwrap, walk } from './syntax.js';
import { variableOf } from './calls.js';
import { changing, calledNames } from './retry-purpose.js';

/**
 * Whether a loop tries something else each time: the next page, the next of some alternatives, a path one level up.
 * Does not see: state behind the calls.
 */
export function triesSomethingElse(source: SourceCode, loop: Loop, statement: TSESTree.TryStatement): boolean {
  const { block, handler } = statement;
  if (handler && calledNames(source, handler.body).some((name) => changing.test(name))) return true;
  if (loop.type === 'ForOfStatement' && elementUsed(source, loop, block)) return true;
  for (const node of walk(block, source.visitorKeys)) {
    if (node.type !== 'Identifier' || isLogged(node, block)) continue;
    const variable = variableOf(source, node);
    const [definition] = variable?.defs ?? [];
    if (!variable || !definition || contains(block, definition.name)) continue;
    if (definition.type === 'Variable' && contains(loop, definition.name) && !isHead(loop, definition.name) && isPicked(source, loop, definition)) return true;
    if (variable.references.some((reference) => reference.isWrite() && !reference.init && carriesOver(loop, block, reference, node))) return true;
    if (isIndex(loop, node)) return true;
  }
  return false;
}

function isHead(loop: Loop, name: TSESTree.Node): boolean {
  return loop.type === 'ForStatement' && loop.init !== null && contains(loop.init, name);
}

function elementUsed(source: SourceCode, loop: TSESTree.ForOfStatement, block: TSESTree.BlockStatement): boolean {
  const declared = loop.left.type === 'VariableDeclaration' ? source.getDeclaredVariables?.(loop.left) ?? [] : [];
  return declared.some((variable) => variable.references.some((reference) => contains(block, reference.identifier) && !isLogged(reference.identifier, block)));
}

/** Part of a line of a log, which is not what is tried. */
function isLogged(node: TSESTree.Node, within: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at && at !== within; at = at.parent) if (at.type === 'CallExpression' && isLogging(at)) return true;
  return false;
}

/** `const candidate = candidates[index]`, `const chunk = rows.slice(i, i + size)`: declared in the loop by the loop's own counter. */
function isPicked(source: SourceCode, loop: Loop, definition: TSESLint.Scope.Definition): boolean {
  const init = definition.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
  if (!init) return false;
  return [...walk(init, source.visitorKeys)].some((node) => (node.type === 'Identifier' && isIndex(loop, node)) || (node.type === 'CallExpression' && /\.(?:shift|pop|next)$/u.test(source.getText(node.callee))));
}

/** `items[i]`, `rows.slice(i, i + 10)` with the counter of a `for`. */
function isIndex(loop: Loop, node: TSESTree.Identifier): boolean {
  if (loop.type !== 'ForStatement' || loop.init?.type !== 'VariableDeclaration') return false;
  if (!loop.init.declarations.some(({ id }) => id.type === 'Identifier' && id.name === node.name)) return false;
  let at: TSESTree.Node = node;
  for (let parent: TSESTree.Node | undefined = at.parent; parent && at !== loop.body; at = parent, parent = at.parent) {
    if (parent.type === 'MemberExpression' && parent.computed && parent.property === at) return true;
    if (parent.type === 'CallExpression' && parent.arguments.includes(at as TSESTree.Expression)) return parent.callee.type === 'MemberExpression' && /^(?:slice|at|substring|subarray)$/u.test((parent.callee.property as TSESTree.Identifier).name ?? '');
    if (isFunction(parent) || parent.type === 'BlockStatement') return false;
  }
  return false;
}

/** A write that reaches the next try's read: outside the block, or in the block after the read. Counting tries is none. */
function carriesOver(loop: Loop, block: TSESTree.BlockStatement, reference: TSESLint.Scope.Reference, read: TSESTree.Identifier): boolean {
  const write = reference.identifier as TSESTree.Node;
  if (!contains(loop, write) || write === read || isHead(loop, write)) return false;
  const statement = write.parent;
  if (contains(block, write)) return statement?.type !== 'UpdateExpression' && read.range[1] <= write.range[0] && isRead(read);
  if (loop.type === 'ForStatement' && loop.update && contains(loop.update, write)) return false;
  if (statement?.type === 'UpdateExpression') return false;
  if (statement?.type === 'AssignmentExpression' && /^[-+*]=$/u.test(statement.operator)) return !isNumberStep(statement.right) && isRead(read);
  const written = reference.writeExpr ? unwrap(reference.writeExpr) : undefined;
  // Set anew before each try, or cleared after a failure, it carries nothing over.
  if (written && (written.type === 'Literal' || (written.type === 'Identifier' && written.name === 'undefined') || write.range[1] <= block.range[0])) return false;
  return isRead(read);
}

function isNumberStep(node: TSESTree.Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'number';
}

/** Whether the identifier is read, not only written: `token` in `fetch(token)`, not in `token = await get()`. */
function isRead(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  return !(parent.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=');
}
