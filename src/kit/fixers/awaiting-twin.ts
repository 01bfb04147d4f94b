import { callersOf } from '../../analysis/calls.js';
import { everyCallOf, hasCallback } from '../../analysis/continuations.js';
import type { Handler } from '../../analysis/handlers.js';
import type { SourceCode } from '../../analysis/service.js';
import { enclosingFunction } from '../../analysis/syntax.js';
import type { Fix } from '../create-rule.js';
import { awaitTwin, type AsyncTwin } from './async-twin.js';
import { awaitCall, canAwait } from './await-call.js';
import { makeAsync } from './make-async.js';

/** How a blocking call can be awaited by its asynchronous form, if it can: as it stands, by making the helper around it async together with all its calls, or by making the handler so. */
export function awaitingTwin(source: SourceCode, twin: AsyncTwin, handler: Handler): Fix | undefined {
  if (canAwait(twin.call)) return (fixer) => awaitTwin(fixer, source, twin);
  const fn = enclosingFunction(twin.call);
  if (!fn || !canAwait(twin.call, fn) || hasCallback(fn)) return undefined;
  const calls = fn !== handler.node ? everyCallOf(source, fn) : callersOf(source, fn).length === 0 ? [] : undefined;
  if (!calls?.every((one) => canAwait(one, fn))) return undefined;
  return (fixer) => {
    const edits = [makeAsync(fixer, source, fn), ...calls.map((one) => awaitCall(fixer, source, one, undefined, fn)), awaitTwin(fixer, source, twin, fn)];
    return edits.includes(null) ? null : edits.flatMap((edit) => edit ?? []);
  };
}
