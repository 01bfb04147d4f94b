import type { TSESTree } from '@typescript-eslint/utils';
import type { Catalog } from '../catalog/catalog.js';
import type { Action } from '../catalog/schema.js';
import { resolveFunction } from './calls.js';
import type { Known } from './known.js';
import type { SourceCode } from './service.js';

/**
 * The parameters of the functions that an action takes, with what the library passes them.
 *
 * @param at finds the function at an argument path of the action's `passes`.
 */
export function handedOver(
  source: SourceCode,
  catalog: Catalog,
  known: Known,
  action: Action,
  at: (path: string) => TSESTree.Node | undefined,
): { parameter: TSESTree.Parameter; value: Known }[] {
  return Object.entries(action.passes ?? {}).flatMap(([path, refs]) => {
    const node = at(path);
    const fn = node && resolveFunction(source, node);
    return refs.flatMap((ref, index) => {
      const parameter = fn?.params[index];
      const type = ref !== '' ? catalog.type(known.library, ref) : undefined;
      return parameter && type ? [{ parameter, value: { ...type, path: `${known.path}()`, promise: false } }] : [];
    });
  });
}
