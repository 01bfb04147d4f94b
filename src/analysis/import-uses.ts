import type { Entity, Library } from '../catalog/schema.js';
import type { FileContext } from './context.js';
import type { ModuleImport } from './imports.js';
import type { Known } from './known.js';
import { defineService, type SourceCode } from './service.js';
import { Trace } from './trace.js';

/**
 * What a file calls on what an import gives it, whatever that may be: known before the imported file is read, so that
 * files are read only for values that could be something of interest.
 * Follows what `Trace` follows, and values into every callback of their methods.
 */

/** A value of which nothing is known: every member, result and instance of it is one as well, and callbacks get more of them. */
const anything: Entity = {
  call: { returns: '#any', passes: { 0: ['#any', '#any', '#any'], last: ['#any', '#any', '#any'] } },
  new: { returns: '#any' },
  decorate: {},
  is: '#any',
};
anything.members = { '*': anything };

const library: Library = { package: '', title: '', exports: {}, types: { any: anything } };
const root: Known = { library, entity: anything, path: '', promise: false };

/** A catalog whose one type is `anything`. */
const catalog: FileContext['catalog'] = {
  libraries: [library],
  find: () => undefined,
  rolesOf: () => new Set(),
  rolesOfExport: () => new Set(),
  mentionedIn: () => new Set(),
  callTest: () => ({ test: () => false, testPart: () => false }),
  calledNames: () => undefined,
  type: () => ({ library, entity: anything }),
};

const known = defineService(() => new Map<ModuleImport, ReadonlySet<string>>());

/**
 * The paths from what an import gives to what is called, constructed or used as a decorator: empty for the import itself,
 * `.user.create`, `().query` for a method of what calling it gives.
 */
export function calledPaths(source: SourceCode, entry: ModuleImport): ReadonlySet<string> {
  let paths = known(source).get(entry);
  if (!paths) {
    const trace = new Trace(source, catalog, () => true);
    if (entry.kind === 'binding') trace.variable(entry.variable, root);
    else trace.expression(entry.node, entry.promise ? { ...root, promise: true } : root);
    known(source).set(entry, (paths = new Set(trace.uses.map((use) => use.known.path))));
  }
  return paths;
}
