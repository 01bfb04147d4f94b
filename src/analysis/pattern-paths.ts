import type { TSESTree } from '@typescript-eslint/utils';
import { propertyName } from './syntax.js';

/**
 * The properties that lead from the value that a pattern takes apart to one of the names it binds: `['data', 'id']` for `id` in
 * `{ data: { id } }`, `['1']` for `b` in `[a, b]`. A name that cannot be read off is `*`; a name that is no pattern has no path.
 */
export function pathTo(name: TSESTree.Node): string[] {
  const path: string[] = [];
  for (let at = name; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'Property' && parent.parent.type === 'ObjectPattern') path.unshift(propertyName(parent) ?? '*');
    else if (parent.type === 'ArrayPattern') path.unshift(String(parent.elements.indexOf(at as TSESTree.DestructuringPattern)));
    else if (parent.type !== 'ObjectPattern' && parent.type !== 'AssignmentPattern' && parent.type !== 'RestElement') return path;
  }
  return path;
}
