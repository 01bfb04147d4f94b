import type { Action, Role } from '../catalog/schema.js';
import type { Search, Step } from './call-paths.js';
import { contextOf } from './context.js';
import { usesOfPackages, usesOfReached } from './facts.js';
import type { SourceCode } from './service.js';
import type { Use } from './use.js';

/** Searches for uses of libraries in other files, one per question and catalog. */

/** What makes one question differ from another. */
export interface UseQuestion {
  /** A name for the question, with whatever options change what counts; two questions of one name are one. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** Whether an action with such a role is looked for at all: narrows the texts that are parsed. */
  readonly counts?: (action: Action) => boolean;
  /** Whether a use is looked for. */
  readonly accepts?: (use: Use, source: SourceCode) => boolean;
  /** Which calls on the way are followed, when not all. */
  readonly follows?: (step: Step) => boolean;
  /** Also see uses of what other files export (`import { mailer } from './mailer'`): dearer. */
  readonly followsValues?: boolean;
}

const searches = new WeakMap<object, Map<string, Search<Use>>>();

/** The search for uses with the given roles, for `reachedCalls`. The same object for the same question. */
export function useSearch(source: SourceCode, question: UseQuestion): Search<Use> {
  const { catalog } = contextOf(source);
  let known = searches.get(catalog);
  if (!known) searches.set(catalog, (known = new Map<string, Search<Use>>()));
  const earlier = known.get(question.id);
  if (earlier) return earlier;
  const { roles, counts = () => true, accepts = () => true, follows, followsValues = false } = question;
  const tests = roles.map((role) => catalog.callTest(role, counts));
  const uses = followsValues ? usesOfReached : usesOfPackages;
  const search: Search<Use> = {
    mentions: {
      test: (text) => tests.some((one) => one.test(text)),
      values: followsValues,
      testPart: (part, imports) => tests.some((one) => one.testPart(part, imports)),
    },
    find: (file) => uses(file, ...roles).filter((use) => counts(use.action) && accepts(use, file)),
    ...(follows && { follows }),
    ...(followsValues && { everywhere: true }),
  };
  known.set(question.id, search);
  return search;
}
