import type { TSESTree } from '@typescript-eslint/utils';
import type { Library, Role } from '../../catalog/schema.js';
import { variableOf } from '../calls.js';
import { contextOf, type FileContext } from '../context.js';
import { importedLibraries } from '../facts.js';
import { calledPaths } from '../import-uses.js';
import { importOf, importsOf } from '../imports.js';
import type { TextTest } from '../leads.js';
import { importMentions } from '../modules.js';
import { mayReach } from '../package-roles.js';
import { defineService, type SourceCode } from '../service.js';
import { unwrap } from '../syntax.js';

/** Roles of packages that lead to agent calls: some make only what another package's methods are called on. */
export const leading: readonly Role[] = ['agent-call', 'llm', 'agent'];

const tests = new WeakMap<FileContext['catalog'], TextTest>();

/** Whether a text imports a package that leads to agent calls. */
export function mentionsAgents(catalog: FileContext['catalog']): TextTest {
  let test = tests.get(catalog);
  if (!test) {
    const mentions = (text: string) => { const roles = catalog.mentionedIn(text); return leading.some((role) => roles.has(role)); };
    tests.set(catalog, (test = { test: mentions }));
  }
  return test;
}

/**
 * Whether the file can ask an agent at all: it imports a library for it, names one of the settings, or imports a project
 * file that mentions such a library. A cheap look before anything else.
 */
export const mayAskAgents = defineService((source: SourceCode): boolean => {
  const { catalog, settings } = contextOf(source);
  if (namesAgents(source)) return true;
  if (!settings.crossFile || !mayReach(source, leading)) return false;
  const mentions = mentionsAgents(catalog);
  // What is not called, and leads to nothing that is, asks nobody.
  return importsOf(source).some((entry) => !catalog.find(entry.from) && importMentions(source, entry.from, mentions) && calledPaths(source, entry).size > 0);
});

/** Whether the file itself imports a library for agents or names one of the settings. */
export const namesAgents = defineService((source: SourceCode): boolean => {
  const { settings, catalog } = contextOf(source);
  const isForAgents = (library: Library) => { const roles = catalog.rolesOf(library); return leading.some((role) => roles.has(role)); };
  return importedLibraries(source).some(isForAgents) || settings.agents.some((pattern) => pattern.startsWith('/') || source.text.includes(pattern.split('.').at(-1)!));
});

/**
 * Whether the call could be one, by the import that its callee starts from: a look at that file's text saves following all
 * imports of this one. What starts from anything else, a variable or `this`, may be.
 */
export function mayLeadToAgents(source: SourceCode, call: TSESTree.CallExpression): boolean {
  if (namesAgents(source)) return true;
  let root = unwrap(call.callee);
  while (root.type === 'MemberExpression' || root.type === 'CallExpression') root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
  if (root.type !== 'Identifier') return true;
  const variable = variableOf(source, root);
  const entry = importOf(source, variable);
  const { catalog } = contextOf(source);
  return !entry || importMentions(source, entry.from, mentionsAgents(catalog));
}
