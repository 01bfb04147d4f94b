import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { walk } from '../../analysis/syntax.js';
import { indentOf } from './style.js';

/**
 * Removes calls that stand as statements of their own, awaited or not, with the `if` or `finally` that held nothing else;
 * of a `try` that is left with neither `catch` nor `finally` the body stays. Comments stay.
 *
 * @returns the edits, or `null` when a call's result is used or the code around it would be left without a body.
 */
export function removeCalls(fixer: TSESLint.RuleFixer, source: SourceCode, calls: readonly TSESTree.Node[]): TSESLint.RuleFix[] | null {
  const statements = new Set<TSESTree.Node>();
  for (const call of calls) {
    const statement = statementOf(call);
    if (!statement) return null;
    statements.add(statement);
  }
  const removed = new Map<number, TSESLint.RuleFix>();
  for (const statement of statements) {
    const owner = emptiedTry(statement, statements);
    const ranges = owner ? unwrapped(source, owner) : [removable(source, statement, statements)];
    if (!ranges || ranges.includes(null)) return null;
    for (const range of ranges) if (range) removed.set(range[0], fixer.removeRange(range));
  }
  return [...removed.values()];
}

/** The `try` without `catch` whose `finally` would be left empty. */
function emptiedTry(statement: TSESTree.Node, all: ReadonlySet<TSESTree.Node>): TSESTree.TryStatement | undefined {
  const block = statement.parent?.type === 'BlockStatement' ? statement.parent : undefined;
  const owner = block?.parent;
  return owner?.type === 'TryStatement' && owner.finalizer === block && !owner.handler && block.body.every((sibling) => all.has(sibling)) ? owner : undefined;
}

/** What to remove so that only the body of the `try` stays, one level further out; `null` where names would clash or a comment be lost. */
function unwrapped(source: SourceCode, owner: TSESTree.TryStatement): TSESTree.Range[] | null {
  const outer = owner.parent;
  const lost = source.getAllComments().some((comment) => comment.range[0] >= owner.block.range[1] && comment.range[1] <= owner.range[1]);
  if ((outer.type !== 'BlockStatement' && outer.type !== 'Program') || lost || owner.block.body.length === 0) return null;
  const scope = source.getScope(owner);
  const inner = source.scopeManager!.acquire(owner.block);
  if (inner && inner !== scope && inner.variables.some(({ name }) => scope.set.has(name) || scope.through.some((reference) => reference.identifier.name === name))) return null;

  const tokens = source.getTokens(owner.block, { includeComments: true }).slice(1, -1);
  const [first, last] = [tokens[0]!, tokens.at(-1)!];
  const step = indentOf(source, first).slice(indentOf(source, owner).length);
  const ranges: TSESTree.Range[] = [[owner.range[0], first.range[0]], [last.range[1], owner.range[1]]];
  for (const token of tokens.slice(1)) {
    const start = token.range[0] - token.loc.start.column;
    const opensLine = source.text.slice(start, token.range[0]).trim() === '';
    if (opensLine && step && source.text.startsWith(step, start)) ranges.push([start, start + step.length]);
  }
  return ranges;
}

/** The statement that consists of the call: `await x.quit();`, `x?.quit().catch(() => {});`. */
function statementOf(call: TSESTree.Node): TSESTree.ExpressionStatement | undefined {
  let at = call;
  for (;;) {
    const { parent } = at;
    if (parent?.type === 'ExpressionStatement') return parent;
    const caught = parent?.type === 'MemberExpression' && parent.object === at && parent.property.type === 'Identifier' && parent.property.name === 'catch';
    if (caught && parent.parent.type === 'CallExpression' && parent.parent.callee === parent) at = parent.parent;
    else if (parent?.type === 'AwaitExpression' || parent?.type === 'ChainExpression' || parent?.type === 'TSNonNullExpression') at = parent;
    else return undefined;
  }
}

function removable(source: SourceCode, statement: TSESTree.Node, all: ReadonlySet<TSESTree.Node>): TSESTree.Range | null {
  const parent = statement.parent!;
  if (parent.type === 'IfStatement') return parent.consequent === statement ? removableIf(source, parent, all) : null;
  if (parent.type !== 'BlockStatement' && parent.type !== 'Program') return null;
  const leavesNothing = parent.type === 'BlockStatement' && parent.body.every((sibling) => all.has(sibling));
  if (!leavesNothing || isFunctionBody(parent)) return wholeLines(source, statement);
  if (source.getCommentsInside(parent).length > 0) return null;
  const owner = parent.parent;
  if (owner.type === 'IfStatement' && owner.consequent === parent) return removableIf(source, owner, all);
  if (owner.type === 'TryStatement' && owner.finalizer === parent && owner.handler) {
    const between: TSESTree.Range = [owner.handler.range[1], parent.range[1]];
    return source.getAllComments().some((comment) => comment.range[0] >= between[0] && comment.range[1] <= between[1]) ? null : between;
  }
  return null;
}

function removableIf(source: SourceCode, node: TSESTree.IfStatement, all: ReadonlySet<TSESTree.Node>): TSESTree.Range | null {
  for (const part of walk(node.test, source.visitorKeys)) if (/Call|New|Await|Yield|Assignment|Update|Tagged|Import/u.test(part.type)) return null;
  if (node.alternate || source.getCommentsInside(node).length > 0) return null;
  return removable(source, node, new Set([...all, node]));
}

function isFunctionBody(node: TSESTree.BlockStatement): boolean {
  const type = node.parent.type;
  return type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}

/** The statement with its indentation and line break if it has its lines to itself. */
function wholeLines(source: SourceCode, statement: TSESTree.Node): TSESTree.Range | null {
  const before = source.getTokenBefore(statement);
  const after = source.getTokenAfter(statement);
  const unguarded = source.getLastToken(statement)?.value !== ';' || (before && !/^[;{}]$/u.test(before.value));
  if (unguarded && after && /^[([`+\-/]/u.test(after.value) && before && before.value !== ';' && before.value !== '{') return null;
  const head = /(?<![ \t])[ \t]*$/u.exec(source.text.slice(0, statement.range[0]))![0];
  const tail = /^[ \t]*(?:\r?\n|$)/u.exec(source.text.slice(statement.range[1]));
  const start = statement.range[0] - head.length;
  const alone = tail && (start === 0 || source.text[start - 1] === '\n');
  return alone ? [start, statement.range[1] + tail[0].length] : [statement.range[0], statement.range[1]];
}
