import { readsOneRow } from '../catalog/known-names.js';
import type { DataCall } from './data-calls.js';
import type { Handler } from './handlers.js';
import type { SourceCode } from './service.js';
import { walk } from './syntax.js';

/**
 * Whether a handler reads one row and then leaves the work to functions that it waits for.
 *
 * @param calls what the handler asks of the database.
 */
export function looksUpFirst(source: SourceCode, { node }: Handler, calls: readonly DataCall[]): boolean {
  const [call] = calls;
  if (!call || calls.length > 1 || call.kind !== 'read' || !readsOneRow.test(call.name)) return false;
  for (const at of walk(node.body, source.visitorKeys)) if (at.type === 'AwaitExpression' && at.range[0] > call.statement.range[1]) return true;
  return false;
}
