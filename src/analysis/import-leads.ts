import type { Role } from '../catalog/schema.js';
import { contextOf } from './context.js';
import { declaresFunction, exportShape, exportsObject } from './export-texts.js';
import { calledPaths } from './import-uses.js';
import type { ModuleImport } from './imports.js';
import { behind, locate, type ProjectFile } from './load.js';
import type { SourceCode } from './service.js';

/**
 * Is it worth reading the project file that an import means, to know whether the import brings in something of a library with a
 * role? Compares what the importing file calls on it with the names that such libraries have, by texts alone.
 */

const specifier = /\b(?:from|import|require)\s*(?:\(\s*)?['"]([^'"\n]+)['"]/gu;

/** The names by which something of a library is called; `any` where names do not tell. */
type Names = ReadonlySet<string> | 'any';

const named = new WeakMap<object, WeakMap<ProjectFile, Map<Role, Names>>>();

/** The names of everything that values of the libraries with `role` can be called by, of the libraries that a text imports. */
function namesIn(source: SourceCode, file: ProjectFile, role: Role): Names {
  const { catalog } = contextOf(source);
  let files = named.get(catalog);
  if (!files) named.set(catalog, (files = new WeakMap()));
  let roles = files.get(file);
  if (!roles) files.set(file, (roles = new Map<Role, Names>()));
  let names = roles.get(role);
  if (!names) {
    const found = new Set<string>();
    for (const [, from] of catalog.mentionedIn(file.text).has(role) ? file.text.matchAll(specifier) : []) {
      const library = catalog.find(from!);
      if (!library || !catalog.rolesOf(library).has(role)) continue;
      const own = catalog.calledNames(library);
      if (!own) {
        roles.set(role, 'any');
        return 'any';
      }
      for (const name of own) found.add(name);
    }
    roles.set(role, (names = found));
  }
  return names;
}

/** A test of the files in which the export `name` that `entry` brings in may stand: whether it may be of interest there. */
export function mayHold(source: SourceCode, entry: ModuleImport, name: string, role: Role): (file: ProjectFile) => boolean {
  return mayLeadTo(source, () => calledPaths(source, entry), name, role);
}

/** The same of a member of a module that `entry` brings in as a whole. */
export function mayHoldMember(source: SourceCode, entry: ModuleImport, name: string, role: Role): (file: ProjectFile) => boolean {
  const start = `.${name}`;
  const below = () => [...calledPaths(source, entry)].filter((path) => path.startsWith(start) && !/[\w$-]/u.test(path[start.length] ?? ''));
  return mayLeadTo(source, () => new Set(below().map((path) => path.slice(start.length))), name, role);
}

/** @param pathsOf is asked when a file comes up at all. */
function mayLeadTo(source: SourceCode, pathsOf: () => ReadonlySet<string>, name: string, role: Role): (file: ProjectFile) => boolean {
  let paths: ReadonlySet<string> | undefined;
  return (file) => {
    paths ??= pathsOf();
    const shape = paths.size === 0 ? 'plain' : exportShape(file, name);
    if (shape === 'plain') return false;
    const names = namesIn(source, file, role);
    return [...paths].some((path) => leadsToName(path, shape === 'function', file, names));
  };
}

/** The same of an import that brings in a module as a whole. */
export function mayLead(source: SourceCode, entry: ModuleImport, role: Role): boolean {
  const file = locate(source, entry.from);
  const { catalog } = contextOf(source);
  const files = file ? [file, ...behind(source, file)].filter((at) => catalog.mentionedIn(at.text).has(role)) : [];
  const paths = files.length > 0 ? [...calledPaths(source, entry)] : [];
  if (paths.length === 0) return false;
  return files.some((at) => {
    const names = namesIn(source, at, role);
    if (names !== 'any' && names.size === 0) return false;
    const whole = exportsObject(at) ? 'plain' : exportShape(at, 'default');
    return paths.some((path) => {
      if (whole !== 'plain' && leadsToName(path, whole === 'function', at, names)) return true;
      const [, name, rest] = /^\.([\w$]+)(?![\w$])(.*)$/u.exec(path) ?? [];
      if (name === undefined) return path !== '' && path !== '()' && !path.startsWith('().');
      const shape = exportShape(at, name);
      return shape !== 'plain' && leadsToName(rest!, shape === 'function', at, names);
    });
  });
}

/** Whether what stands at `path` of an export may be something of a library that is called by one of `names`. */
function leadsToName(path: string, isFunction: boolean, file: ProjectFile, names: Names): boolean {
  if (path === '') return !isFunction;
  if (path.endsWith('()')) return path !== '()' || names === 'any';
  if (isFunction && !path.startsWith('()')) return false;
  const words = path.split(/[.()]+/u).filter((word) => word !== '');
  if (names !== 'any' && !words.some((word) => names.has(word))) return false;
  return path.lastIndexOf('.') > 0 || !declaresFunction(file, words[0]!);
}
