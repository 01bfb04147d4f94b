import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { walk } from './syntax.js';

/** Whether something in `whole`, or all of it, is written as `part` is and, where that is a name, means the same variable: `path.join(root, name)` holds `name`. */
export function holdsSame(source: SourceCode, whole: TSESTree.Node, part: TSESTree.Node): boolean {
  const text = source.getText(part);
  for (const at of walk(whole, source.visitorKeys)) if (at.type === part.type && source.getText(at) === text && isSameName(source, at, part)) return true;
  return false;
}

/** Names of two blocks may be written alike and mean two things. */
function isSameName(source: SourceCode, one: TSESTree.Node, other: TSESTree.Node): boolean {
  return one.type !== 'Identifier' || other.type !== 'Identifier' || variableOf(source, one) === variableOf(source, other);
}
