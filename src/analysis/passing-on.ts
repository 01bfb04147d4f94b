import type { TSESTree } from '@typescript-eslint/utils';
import { logicOf, type Logic } from './business-logic.js';
import type { DataCall } from './data-calls.js';
import { chainFrom } from './data-statements.js';
import type { Handler } from './handlers.js';
import type { SourceCode } from './service.js';
import { calledName, contains, isFunction, walk } from './syntax.js';

/**
 * Handlers that ask the database one thing and hand the answer on. A function between would hold the same call and nothing else,
 * so it pays only where several handlers write the same lookup.
 */

/** Statements of a handler that is nothing but one query, without guards, what they ask and names for values: get ready, ask, answer. */
const passingOn = 3;

/** So many handlers of a file with the same lookup are copies of what should have a name; three may still be reading, changing and removing by id. */
const copies = 4;

/**
 * Whether a handler asks once, decides nothing about what it gets and has no other work. What a callback of the query does
 * (`db.query(sql, (error, rows) => ...)`) is the handler's own work.
 *
 * @param calls what the handler asks of the database.
 */
export function passesOneQueryOn(source: SourceCode, handler: Handler, calls: readonly DataCall[]): boolean {
  const [call] = calls;
  if (!call || calls.length > 1) return false;
  const asked = chainFrom(call.node).filter((one) => one.type === 'CallExpression' && !/^(?:then|catch|finally)$/u.test(calledName(one) ?? ''));
  const { complexity, statements, parts } = logicOf(source, handler, new Set(asked));
  if (complexity > 0) return false;
  const prepared = parts.filter(({ node, statements: own }, index) => {
    if (own !== 1 || node.type !== 'VariableDeclaration') return false;
    const isBefore = node.range[1] < call.node.range[0];
    return isNaming(source, node, isBefore) || (isBefore && isAskedFor(source, node, parts[index + 1]));
  });
  return statements - prepared.length <= passingOn;
}

/** `const { userId } = session.auth`, and before the query what it is handed: `const row = { id: randomUUID(), ...body }`. */
function isNaming(source: SourceCode, node: TSESTree.VariableDeclaration, isBefore: boolean): boolean {
  for (const at of walk(node, source.visitorKeys)) if (at.type === 'AwaitExpression' || isFunction(at) || (!isBefore && /^(?:Call|New|TaggedTemplate|Import)Expression$/u.test(at.type))) return false;
  return true;
}

/** `const session = await sessionOf(request)` before the `if` that asks for it. */
function isAskedFor(source: SourceCode, node: TSESTree.VariableDeclaration, next: Logic['parts'][number] | undefined): boolean {
  if (next?.node.type !== 'IfStatement') return false;
  const { test } = next.node;
  return source.getDeclaredVariables(node).some(({ references }) => references.some(({ identifier }) => contains(test, identifier)));
}

/**
 * The lookups, by their text, that so many handlers have that one function should hold them.
 *
 * @param handlers what each handler of the file asks of the database.
 */
export function copiedLookups(source: SourceCode, handlers: Iterable<readonly DataCall[]>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const calls of handlers) {
    for (const text of new Set(calls.filter(({ kind }) => kind === 'read').map(({ statement }) => textOf(source, statement)))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= copies).map(([text]) => text));
}

/** Whether a handler has one of the lookups that `copiedLookups` gave. */
export function isCopied(source: SourceCode, copied: ReadonlySet<string>, { statement }: DataCall): boolean {
  return copied.size > 0 && copied.has(textOf(source, statement));
}

function textOf(source: SourceCode, node: TSESTree.Node): string {
  return source.getText(node).replaceAll(/\s+/gu, '');
}
