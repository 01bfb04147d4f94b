import type { Role } from '../catalog/schema.js';
import { contextOf, type FileContext } from './context.js';
import { importsOf } from './imports.js';
import type { TextTest } from './leads.js';
import { behind, locate } from './load.js';
import { passesOn } from './modules.js';
import { defineService, type SourceCode } from './service.js';

/** Which libraries do the texts of project files mention that a file imports? The first question before any of them is read. */

type Catalog = FileContext['catalog'];

const tests = new WeakMap<Catalog, Map<Role, TextTest>>();

/** A test that a text passes if it imports a library that can have the role. The same object for the same role. */
export function mentionsRole(catalog: Catalog, role: Role): TextTest {
  let byRole = tests.get(catalog);
  if (!byRole) tests.set(catalog, (byRole = new Map<Role, TextTest>()));
  let test = byRole.get(role);
  if (!test) byRole.set(role, (test = { test: (text) => catalog.mentionedIn(text).has(role) }));
  return test;
}

/**
 * The roles of all libraries that what the file imports from the project may come from: those that the imported files mention,
 * and where these pass exports on, those that the files behind them mention.
 */
export const rolesInReach = defineService((source: SourceCode): ReadonlySet<Role> => {
  const { catalog } = contextOf(source);
  const found = new Set<Role>();
  const add = (text: string) => { for (const role of catalog.mentionedIn(text)) found.add(role); };
  for (const entry of importsOf(source)) {
    const file = catalog.find(entry.from) ? undefined : locate(source, entry.from);
    if (!file) continue;
    add(file.text);
    const isWhole = entry.kind === 'expression' || entry.name === '*';
    if (isWhole || passesOn(file, entry.name)) for (const next of behind(source, file)) add(next.text);
  }
  return found;
});
