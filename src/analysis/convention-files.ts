import picomatch from 'picomatch/posix';
import type { Convention } from '../catalog/schema.js';

/** Where the files of a framework's convention lie: does a path follow its globs? */

interface Place {
  /** Parts that each path must have which one of the globs matches: the quick way to no. */
  readonly parts: readonly (readonly string[])[];
  readonly matches: (path: string) => boolean;
}

const places = new WeakMap<Convention, Place>();

/**
 * Whether a file follows a convention.
 *
 * @param path with `/`, absolute or relative to the working directory.
 */
export function liesWhere(convention: Convention, path: string): boolean {
  let place = places.get(convention);
  if (!place) places.set(convention, (place = { parts: convention.files.map(partsOf), matches: picomatch(convention.files) }));
  return place.parts.some((parts) => parts.every((part) => path.includes(part))) && place.matches(path);
}

/** The pieces of a glob that stand in each path as they are: `app/` and `route.` of `**\/app/**\/route.{ts,js}`. */
function partsOf(glob: string): readonly string[] {
  if (/[\\!()[\]?]/u.test(glob)) return [];
  // `**\/` may stand for nothing, so a slash after it may too.
  return glob.split(/\*+\/?|\{[^{}]*\}/u).filter((part) => part !== '');
}

/**
 * Whether a file can hold a function of a convention: by its place, and by its text, in which the directive or one of the exports must be.
 *
 * @param path with `/`, absolute or relative to the working directory.
 */
export function mayFollow(convention: Convention, path: string, text: string): boolean {
  const { directive, exports } = convention;
  if (!liesWhere(convention, path)) return false;
  if (directive !== undefined) return text.includes(directive);
  return exports.some((name) => name === '*' || text.includes(name) || (name === 'default' && text.includes('module.exports')));
}
