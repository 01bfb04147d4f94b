import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../analysis/service.js';
import { moduleScope, scopesUpTo } from './scopes.js';

const reserved = new Set(
  ('await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof '
    + 'interface let new null package private protected public return static super switch this throw true try typeof var void while with yield arguments eval async of '
    + 'undefined NaN Infinity require module exports process global globalThis console Buffer __dirname __filename').split(' '),
);

/** Where a new name is declared and used. */
export interface Places {
  /** The scope that will declare it; the module's when absent. */
  readonly scope?: TSESLint.Scope.Scope;
  /** Nodes at which it will be referenced. */
  readonly usedAt?: readonly TSESTree.Node[];
  /** Names that other fixes of the same pass declare in that scope. */
  readonly taken?: ReadonlySet<string>;
}

/**
 * A name that can be declared in `places.scope` without clashing with a declaration there, without capturing a
 * reference that means something further out, and that nothing hides where it will be used.
 *
 * @param candidates tried in turn; after them the last one with a number.
 */
export function freshName(source: SourceCode, candidates: readonly string[], places: Places = {}): string {
  for (const name of candidates) if (isFree(source, name, places)) return name;
  const last = candidates.at(-1) ?? 'value';
  for (let n = 2; ; n += 1) if (isFree(source, `${last}${n}`, places)) return `${last}${n}`;
}

/** Whether `name` can be declared and used at `places`. */
export function isFree(source: SourceCode, name: string, { scope = moduleScope(source), usedAt = [], taken }: Places): boolean {
  if (reserved.has(name) || taken?.has(name) || scope.set.has(name)) return false;
  if (scope.through.some((reference) => reference.identifier.name === name)) return false;
  for (const node of usedAt) {
    for (const inner of scopesUpTo(source, node, scope)) if (inner.set.has(name)) return false;
  }
  return true;
}
