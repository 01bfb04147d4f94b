import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import intersects from 'semver/ranges/intersects.js';
import subset from 'semver/ranges/subset.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Action, Role } from '../catalog/schema.js';
import { contextOf } from './context.js';
import { importsOf, type ModuleImport } from './imports.js';
import { exportOfLibrary, lookUp, moduleOf, type Known } from './known.js';
import { mayHold, mayHoldMember, mayLead } from './import-leads.js';
import type { ProjectFile } from './load.js';
import type { TextTest } from './leads.js';
import { mentionsRole, rolesInReach } from './mentions.js';
import { importedExport } from './modules.js';
import { mayReach } from './package-roles.js';
import { defineService, type SourceCode } from './service.js';
import { globalReads } from './stand-ins.js';
import { Trace } from './trace.js';
import type { Use } from './use.js';
import { unwrap } from './syntax.js';

export { importedLibraries, importedRoles, rolesInPlay } from './imported-roles.js';
export type { Known } from './known.js';
export type { Use } from './use.js';

/**
 * What the imports of a file tell about its expressions. Packages are followed at once; imports of project files only when
 * somebody asks for a role, and only into files whose text names a library with that role.
 *
 * See `trace.ts` for what a value is followed through and what not.
 */
interface Facts {
  readonly trace: Trace;
  /** Names of globals that were followed: they are many and most questions are about none of them. */
  globals: Set<string> | 'all';
  /** Roles for which the project imports have been followed. */
  readonly followed: Set<Role>;
}

const factsOf = defineService((source: SourceCode): Facts => {
  const { catalog } = contextOf(source);
  const trace = new Trace(source, catalog, (known, action) => holds(source, known, action));
  for (const entry of importsOf(source)) {
    const library = catalog.find(entry.from);
    if (!library) continue;
    const known = entry.kind === 'binding' && entry.name !== '*' ? exportOfLibrary(library, entry.name) : moduleOf(library);
    if (known) enter(trace, entry, known);
  }
  return { trace, globals: new Set(), followed: new Set() };
});

/** Follows the globals that lead to one of the roles, or all. */
function enterGlobals(source: SourceCode, wanted?: readonly Role[]): Facts {
  const facts = factsOf(source);
  const { catalog } = contextOf(source);
  const library = catalog.find('global');
  if (!library || facts.globals === 'all') return facts;
  for (const names of wanted?.flatMap((role) => globalsWith(catalog, role)) ?? Object.keys(library.exports)) {
    if (facts.globals.has(names)) continue;
    facts.globals.add(names);
    for (const path of names.split('|')) for (const node of globalReads(source, path)) facts.trace.expression(node, { library, entity: library.exports[names]!, path, promise: false });
  }
  if (!wanted) facts.globals = 'all';
  return facts;
}

const globals = new WeakMap<Catalog, Map<Role, readonly string[]>>();

/** The keys of the global library's exports that lead to a role. */
function globalsWith(catalog: Catalog, role: Role): readonly string[] {
  let byRole = globals.get(catalog);
  if (!byRole) globals.set(catalog, (byRole = new Map<Role, readonly string[]>()));
  let names = byRole.get(role);
  if (!names) {
    const library = catalog.find('global');
    byRole.set(role, (names = Object.keys(library?.exports ?? {}).filter((key) => library && catalog.rolesOfExport(library, key).has(role))));
  }
  return names;
}

function enter(trace: Trace, entry: ModuleImport, known: Known): void {
  if (entry.kind === 'binding') trace.variable(entry.variable, known);
  else trace.expression(entry.node, entry.promise ? { ...known, promise: true } : known);
}

/** Follows the imports of project files that may bring in something with `role`. */
function follow(source: SourceCode, role: Role, far = 0): Facts {
  const facts = factsOf(source);
  const { settings, host, depth, catalog } = contextOf(source);
  if (facts.followed.has(role) || depth > far) return facts;
  facts.followed.add(role);
  if (!settings.crossFile || !host || !mayReach(source, [role]) || !rolesInReach(source).has(role)) return facts;
  const mentions = mentionsRole(catalog, role);
  for (const entry of importsOf(source)) {
    if (catalog.find(entry.from)) continue;
    if (entry.kind === 'binding' && entry.name !== '*') {
      const known = projectExport(source, entry.from, entry.name, mentions, mayHold(source, entry, entry.name, role));
      if (known) enter(facts.trace, entry, known);
    } else if (mayLead(source, entry, role)) {
      const known = projectModule(source, entry.from, mentions, (name) => mayHoldMember(source, entry, name, role));
      if (known) enter(facts.trace, entry, known);
    }
  }
  return facts;
}

function projectExport(source: SourceCode, from: string, name: string, mentions: TextTest, may?: (file: ProjectFile) => boolean): Known | undefined {
  const exported = importedExport(source, from, name, mentions, 2, may);
  if (!exported) return undefined;
  if (exported.from) {
    const library = contextOf(exported.source).catalog.find(exported.from.specifier);
    return library && (exported.from.name === '*' ? moduleOf(library) : exportOfLibrary(library, exported.from.name));
  }
  const { trace } = enterGlobals(exported.source);
  return (exported.variable && trace.variables.get(exported.variable)) ?? trace.known.get(exported.node) ?? trace.known.get(unwrap(exported.node));
}

/** A project module as one value: `require('./db')`, `import * as db from './db'`. Its `module.exports` may be the value itself. */
function projectModule(source: SourceCode, from: string, mentions: TextTest, may: (name: string) => (file: ProjectFile) => boolean): Known | undefined {
  const whole = projectExport(source, from, 'default', mentions);
  const member = (name: string) => projectExport(source, from, name, mentions, may(name));
  if (whole) return { ...whole, member: (name) => whole.member?.(name) ?? member(name) };
  const exported = importedExport(source, from, '*', mentions, 2);
  const library = exported && contextOf(source).catalog.find('global');
  return library && { library, entity: {}, path: from, promise: false, member };
}

/** Whether a fact holds for the package version that the nearest package.json declares; with none in sight it does. */
function holds(source: SourceCode, known: Known, action: Action): boolean {
  return versionFits(source, known, action.versions);
}

/** Whether the version of the package that the nearest package.json declares can be one of `range`; with none in sight it can. */
export function versionFits(source: SourceCode, { library }: Known, range: string | undefined): boolean {
  return range === undefined || packageFits(source, library.package, range);
}

/** The same of a package by its name. */
export function packageFits(source: SourceCode, name: string, range: string): boolean {
  const { host, filename } = contextOf(source);
  const declared = host?.manifest(filename)?.dependencies[name];
  if (declared === undefined) return true;
  try {
    return intersects(declared, range);
  } catch {
    return true; // `workspace:*`, `latest`, a URL: no version to compare
  }
}

/** Whether the version that the nearest package.json declares is surely one of `range`. */
export function versionIsWithin(source: SourceCode, { library }: Known, range: string): boolean {
  const { host, filename } = contextOf(source);
  const declared = host?.manifest(filename)?.dependencies[library.package];
  try {
    return declared !== undefined && subset(declared, range);
  } catch {
    return false;
  }
}

/** Whether a Node of `range` may run the package, by the `engines` of the nearest package.json. */
export function nodeFits(source: SourceCode, range: string): boolean {
  const { host, filename } = contextOf(source);
  const { node } = host?.manifest(filename) ?? {};
  try {
    return node === undefined || intersects(node, range);
  } catch {
    return true;
  }
}

/** Every use whose action has one of `wanted` roles, in source order. Reads files one import away where the settings allow. */
export function usesOf(source: SourceCode, ...wanted: readonly Role[]): readonly Use[] {
  for (const role of wanted) follow(source, role);
  return usesOfPackages(source, ...wanted);
}

/** The same of a file that was itself read because another imports it: what its imports hold is one import away from it. */
export function usesOfReached(source: SourceCode, ...wanted: readonly Role[]): readonly Use[] {
  for (const role of wanted) follow(source, role, 1);
  return usesOfPackages(source, ...wanted);
}

/** The same without opening another file: for roles that hardly ever stand on what a project file exports. */
export function usesOfPackages(source: SourceCode, ...wanted: readonly Role[]): readonly Use[] {
  const { uses } = enterGlobals(source, wanted).trace;
  const answers = usesByRoles(source);
  const key = wanted.join();
  let answer = answers.get(key);
  // What was followed meanwhile adds uses.
  if (answer?.of !== uses.length) {
    const found = uses.filter((use) => use.action.roles?.some((role) => wanted.includes(role))).sort((a, b) => a.node.range[0] - b.node.range[0] || b.node.range[1] - a.node.range[1]);
    answers.set(key, (answer = { of: uses.length, found }));
  }
  return answer.found;
}

const usesByRoles = defineService(() => new Map<string, { of: number; found: readonly Use[] }>());

/** Every use that hands functions to a framework, in source order. Follow the roles in question with `usesOf` first. */
export function registrationsOf(source: SourceCode): readonly Use[] {
  return factsOf(source).trace.uses.filter((use) => use.action.registers).sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** The variables, parameters among them, that hold something of a library, with what they hold. */
export function knownVariables(source: SourceCode): ReadonlyMap<TSESLint.Scope.Variable, Known> {
  return factsOf(source).trace.variables;
}

/** Every expression of which it is known what it is, in no order. */
export function knownExpressions(source: SourceCode): ReadonlyMap<TSESTree.Node, Known> {
  return enterGlobals(source).trace.known;
}

/** What an expression is, if an import leads there. Call after `usesOf` of the roles in question to see through project imports too. */
export function knownOf(source: SourceCode, node: TSESTree.Node): Known | undefined {
  const { known } = enterGlobals(source).trace;
  return known.get(node) ?? known.get(unwrap(node));
}

/** The use that a call, construction, tagged template or decorator makes of a library. */
export function useOf(source: SourceCode, node: TSESTree.Node): Use | undefined {
  const { uses } = enterGlobals(source).trace;
  const index = useIndex(source);
  // Project imports that were followed meanwhile add uses; the first of a node counts.
  for (; index.size < uses.length; index.size += 1) {
    const use = uses[index.size];
    if (use && !index.byNode.has(use.node)) index.byNode.set(use.node, use);
  }
  return index.byNode.get(unwrap(node));
}

const useIndex = defineService((): { byNode: Map<TSESTree.Node, Use>; size: number } => ({ byNode: new Map(), size: 0 }));

/**
 * The package among the project's dependencies whose default export makes a function that runs what it is handed when its
 * turn comes (`const limit = pLimit(5)`), if there is one.
 */
export function concurrencyLimiter(source: SourceCode): string | undefined {
  const { catalog, host, filename } = contextOf(source);
  const dependencies = host?.manifest(filename)?.dependencies ?? {};
  return catalog.libraries.find((library) => {
    const make = lookUp(library.exports, 'default')?.call;
    if (!(library.package in dependencies) || !make?.roles?.includes('limiter') || make.args?.['concurrency'] !== '0' || make.returns === undefined) return false;
    return catalog.type(library, make.returns)?.entity.call?.args?.['wraps'] === '0';
  })?.package;
}
