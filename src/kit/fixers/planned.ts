import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from '../../analysis/service.js';

/**
 * ESLint makes the fixes of a file each as if it were alone, and applies all that do not overlap. So those that declare something
 * for the whole file tell each other: two that would declare the same must overlap, two that declare different things must not
 * take the same name.
 */
export interface Planned {
  /** Names that fixes for something else declare. */
  readonly taken: ReadonlySet<string>;
  /**
   * Notes what the fix declares.
   *
   * @param at what the fix replaces.
   * @returns edits to add: they change nothing, but keep the fix out of a pass in which the first one for the same is applied.
   */
  declare(fixer: TSESLint.RuleFixer, names: readonly string[], at: TSESTree.Node): TSESLint.RuleFix[];
}

interface Entry { readonly first: TSESTree.Node; readonly names: Set<string> }

const entriesOf = defineService(() => new Map<string, Entry>());

/** @param what says what is declared; the same text for the same. */
export function planned(source: SourceCode, what: string): Planned {
  const entries = entriesOf(source);
  return {
    taken: new Set([...entries].flatMap(([key, { names }]) => (key === what ? [] : [...names]))),
    declare(fixer, names, at) {
      const entry = entries.get(what) ?? { first: at, names: new Set() };
      entries.set(what, entry);
      for (const name of names) entry.names.add(name);
      return entry.first === at ? [] : [fixer.insertTextBefore(entry.first, '')];
    },
  };
}
