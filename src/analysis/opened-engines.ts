import type { TSESTree } from '@typescript-eslint/utils';
import { argument } from './arguments.js';
import { engineOf } from './database-engines.js';
import { usesOfPackages } from './facts.js';
import { defineService, type SourceCode } from './service.js';
import { stringOf } from './values.js';

/** A connection to a database that the file opens. */
export interface OpenedEngine {
  readonly node: TSESTree.Node;
  readonly engine: string;
}

/**
 * Which database engines the file connects to: by the library that only knows one, or by the option that says which.
 * Does not see: engines that a schema or a URL from the environment says, drivers that another library loads.
 */
export const openedEngines = defineService((source: SourceCode): readonly OpenedEngine[] => usesOfPackages(source, 'expensive-client').flatMap(({ known, action, args, node }) => {
  const place = action.args?.['engine'];
  const option = place === undefined ? undefined : argument(source, args, place);
  const stated = option && stringOf(source, option);
  const engine = known.library.engine ?? (stated === undefined ? undefined : engineOf(stated));
  return action.resource && engine !== undefined ? [{ node, engine }] : [];
}));
