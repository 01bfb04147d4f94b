import type { TSESTree } from '@typescript-eslint/utils';
import { argument } from './arguments.js';
import { useOf } from './facts.js';
import type { SourceCode } from './service.js';
import type { SingleConnection } from './single-connections.js';
import { readSql } from './sql-text.js';
import { enclosingFunction, propertyName, unwrap, wrapped } from './syntax.js';
import { stringOf, templateParts } from './values.js';

/**
 * Whether a pool can do what the file does with a single connection that it keeps in a constant: every use is in sight, no
 * statement needs what an earlier one left in the session, and no two run in an order that only the one connection gave them.
 * Does not see: functions and triggers of the database that change the session.
 *
 * @returns the calls that only connect, which a pool does by itself; `undefined` where it cannot, or nobody can tell.
 */
export function poolableUse(source: SourceCode, { resource, pool, variable }: SingleConnection): { connects: readonly TSESTree.CallExpression[] } | undefined {
  if (!variable || variable.defs.length !== 1) return undefined;
  const connects: TSESTree.CallExpression[] = [];
  const queries: TSESTree.CallExpression[] = [];
  for (const { identifier, init, writeExpr } of variable.references) {
    if (init || writeExpr) {
      if (init) continue;
      return undefined;
    }
    const call = callOn(identifier);
    if (!call) return undefined;
    const { name, node } = call;
    if (name === resource.connectCall) {
      if (!isBareStatement(node)) return undefined;
      connects.push(node);
    } else if (name === 'on') {
      const event = node.arguments[0] && stringOf(source, node.arguments[0]);
      if (event === undefined || !pool.events?.includes(event)) return undefined;
    } else if (!pool.methods.includes(name)) {
      return undefined;
    } else if (!resource.close?.includes(name)) {
      if (!needsNoSession(source, node)) return undefined;
      queries.push(node);
    }
  }
  return dependOnOrder(queries) ? undefined : { connects };
}

function callOn(identifier: TSESTree.Node): { name: string; node: TSESTree.CallExpression } | undefined {
  const member = wrapped(identifier).parent;
  if (member?.type !== 'MemberExpression' || unwrap(member.object) !== identifier) return undefined;
  const call = wrapped(member).parent;
  const name = propertyName(member);
  return name !== undefined && call?.type === 'CallExpression' && call.callee === wrapped(member) ? { name, node: call } : undefined;
}

/** `await db.connect();` or `db.connect();`, outside a `try` that would answer for it. */
function isBareStatement(call: TSESTree.CallExpression): boolean {
  if (call.arguments.length > 0) return false;
  let statement = wrapped(call).parent;
  if (statement?.type === 'AwaitExpression') statement = wrapped(statement).parent;
  if (statement?.type !== 'ExpressionStatement') return false;
  for (let at: TSESTree.Node | undefined = statement.parent; at && !/Function/u.test(at.type); at = at.parent) if (at.type === 'TryStatement') return false;
  return statement.parent.type === 'Program' || statement.parent.type === 'BlockStatement';
}

/** What one statement leaves in the session, or reads of it. Source: the PostgreSQL and MySQL manuals. */
const session = /\b(?:temp|temporary|last_insert_id|found_rows|row_count|currval|lastval|set_config|current_setting|advisory\w*|get_lock|release_lock|connection_id|pg_backend_pid)\b|@\w|:=|;\s*\S/iu;

/** The statement's text is known from its beginning on, and it is one that any connection may run. */
function needsNoSession(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const place = useOf(source, call)?.action.args?.['sql'] ?? '0';
  const sql = argument(source, call.arguments, place);
  const parts = sql ? templateParts(source, sql) : [];
  if (parts[0]?.kind !== 'static') return false;
  const text = parts.map((part) => (part.kind === 'static' ? part.text : '?')).join('');
  const { kind } = readSql(text);
  return (kind === 'read' || kind === 'write' || kind === 'schema') && !session.test(text);
}

/** A query that nobody waits for beside another of the same function: on one connection they ran one after the other. */
function dependOnOrder(queries: readonly TSESTree.CallExpression[]): boolean {
  const loose = queries.filter((query) => !/^(?:Await|Return|ArrowFunction)/u.test(wrapped(query).parent?.type ?? ''));
  return loose.some((query) => isRepeated(query) || queries.some((other) => other !== query && enclosingFunction(other) === enclosingFunction(query)));
}

function isRepeated(query: TSESTree.Node): boolean {
  for (let at = query.parent; at && !/Function/u.test(at.type); at = at.parent) if (/^(?:For|While|DoWhile)/u.test(at.type)) return true;
  return false;
}
