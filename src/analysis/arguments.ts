import type { TSESTree } from '@typescript-eslint/utils';
import type { ArgPath } from '../catalog/schema.js';
import type { SourceCode } from './service.js';
import { propertyOf } from './values.js';

type Arguments = readonly TSESTree.CallExpressionArgument[];

/** What stands at a place in the arguments: an expression, surely nothing, or nobody can tell (a spread, an object from elsewhere). */
export type Place = { readonly found: TSESTree.Node } | 'absent' | 'unknown';

/**
 * Looks up an argument path (see `ArgPath`). Properties are found through object literals and constants of the file.
 * Of a path that names several (`1..`, `0.*`) the first is given; see `argumentsAt`. Of alternatives (`0.url|0`) the first that is found.
 */
export function argumentAt(source: SourceCode, args: Arguments, path: ArgPath): Place {
  let hidden = false;
  for (const alternative of path.split('|')) {
    const place = placeAt(source, args, alternative);
    if (typeof place !== 'string') return place;
    if (place === 'unknown') hidden = true;
  }
  return hidden ? 'unknown' : 'absent';
}

function placeAt(source: SourceCode, args: Arguments, path: ArgPath): Place {
  const [position = '', ...properties] = path.split('.').filter((part) => part !== '');
  const spread = args.findIndex((arg) => arg.type === 'SpreadElement');
  const index = position === 'last' ? args.length - 1 : Number(position);
  if (spread !== -1 && (position === 'last' || spread <= index)) return 'unknown';
  let place: Place = args[index] ? { found: args[index] } : 'absent';
  for (const property of properties) {
    if (typeof place === 'string') return place;
    place = propertyOf(source, place.found, property);
  }
  return place;
}

/** The expression at a path, if it can be seen. */
export function argument(source: SourceCode, args: Arguments, path: ArgPath): TSESTree.Node | undefined {
  const place = argumentAt(source, args, path);
  return typeof place === 'string' ? undefined : place.found;
}

/** All expressions that a path names: `1..` is every argument from the second on, `0.*` every property value of the first. */
export function argumentsAt(source: SourceCode, args: Arguments, path: ArgPath): readonly TSESTree.Node[] {
  if (path.endsWith('..')) return args.slice(Number(path.slice(0, -2))).filter((arg) => arg.type !== 'SpreadElement');
  if (path.endsWith('.*')) {
    const owner = argument(source, args, path.slice(0, -2));
    return owner?.type === 'ObjectExpression' ? owner.properties.flatMap((property) => (property.type === 'Property' ? [property.value] : [])) : [];
  }
  const found = argument(source, args, path);
  return found ? [found] : [];
}
