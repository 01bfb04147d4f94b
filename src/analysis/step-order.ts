import type { TSESTree } from '@typescript-eslint/utils';
import type { AwaitStep, Run } from './awaits.js';
import { changesIn as computeChanges } from './changes.js';
import { hasEffect } from './effects.js';
import { heldBy, namedIn, overlap, reachedFrom, type References } from './references.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction } from './syntax.js';
import { boundBy } from './bindings.js';

/**
 * What changes when awaited calls start together, apart from who needs whose result: the arguments of a later call are
 * evaluated while an earlier call is under way and before its result is bound, and what is bound is bound after all have ended.
 */

const changesByCall = defineService(() => new Map<TSESTree.Node, References>());

/** Each call is compared with all before it. */
function changesIn(source: SourceCode, call: TSESTree.Node): References {
  let changes = changesByCall(source).get(call);
  if (!changes) changesByCall(source).set(call, (changes = computeChanges(source, call)));
  return changes;
}

/** True if evaluating the later call changes something that the earlier one, or binding its result, still uses. */
export function disturbs(source: SourceCode, earlier: AwaitStep, later: AwaitStep): boolean {
  if (earlier.target && hasEffect(source, earlier.target)) return true;
  const changes = changesIn(source, later.call);
  if (changes.size === 0) return false;
  return overlap(changes, reachedFrom(source, heldBy(source, earlier.call))) || (earlier.target !== undefined && overlap(changes, readByTarget(source, earlier.target)));
}

/** True if it matters that the place for the result is found before the call is made: `list[i++] = await f(i)`. */
export function placesItselfFirst(source: SourceCode, { call, target }: AwaitStep): boolean {
  return target?.type === 'MemberExpression' && (hasEffect(source, target) || overlap(changesIn(source, call), readByTarget(source, target)));
}

/** True if evaluating the call's arguments changes something: what an earlier call's session was once given may be among it. */
export function changesSomething(source: SourceCode, { call }: AwaitStep): boolean {
  return changesIn(source, call).size > 0;
}

/** True if evaluating a call after the first changes something: it would also where an earlier call fails. */
export function changesBeforeFailure(source: SourceCode, { steps }: Run): boolean {
  return steps.slice(1).some((step) => changesSomething(source, step));
}

/**
 * True if somebody can see that a result has not been stored because another call failed: one that is assigned to a field,
 * or to a variable that a `catch`, a closure or other functions know.
 */
export function showsLostResult(source: SourceCode, { steps }: Run): boolean {
  return steps.some(({ statement, target }) => {
    if (!target || (statement.type === 'VariableDeclaration' && statement.kind !== 'var')) return false;
    const variables = boundBy(source, target);
    if (target.type === 'MemberExpression' || variables.length === 0) return true;
    const home = enclosingFunction(statement);
    return variables.some((variable) => {
      const { block } = variable.scope;
      for (let at: TSESTree.Node | undefined = statement; at && at !== block; at = at.parent) if (at.type === 'TryStatement') return true;
      const uses = [...variable.defs.map((definition) => definition.name), ...variable.references.map((reference) => reference.identifier)];
      return uses.some((use) => enclosingFunction(use) !== home);
    });
  });
}

/** What finding the place for a result reads: objects, keys and default values. */
function readByTarget(source: SourceCode, target: TSESTree.Node): ReturnType<typeof namedIn> {
  return target.type === 'Identifier' ? new Set() : reachedFrom(source, namedIn(source, target));
}
