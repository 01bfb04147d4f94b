import type { TSESTree } from '@typescript-eslint/utils';
import type { Resource, Role } from '../catalog/schema.js';
import { variableOf } from './calls.js';
import { contextOf } from './context.js';
import type { Use } from './facts.js';
import { importsOf } from './imports.js';
import { nodesOf } from './nodes.js';
import { mayBeProject } from './project-imports.js';
import { constructionsOf } from './resources.js';
import { defineService, type SourceCode } from './service.js';
import { propertyName } from './syntax.js';

/**
 * Where does this file make something that other code works with and that a test or another program would want to replace:
 * a client of a system outside the process, or a service, repository or the like of the project?
 *
 * Clients come from the catalog; of classes that another file of the project may export the name decides (`OrderService`, `UserRepository`).
 * Does not see: classes of the file itself, classes that come through namespaces or containers, factories of the project. Leaves out
 * servers, models held in memory and in-process caches: they stand for nothing outside the process.
 */
export interface Collaborator {
  readonly node: TSESTree.NewExpression | TSESTree.CallExpression;
  /** The class or factory as it is called where it comes from: `Redis`, `createClient`, `OrderService`. */
  readonly name: string;
  /** Set for a client that the catalog knows. */
  readonly use?: Use;
}

/** What a class is called that others depend on; the suffixes that layered and hexagonal code bases use. */
const collaboratorName = /(?:Service|Repository|Client|Gateway|Store|Adapter|Bus)$/u;

const constructed = /\bnew\s+[\w$]*(?:Service|Repository|Client|Gateway|Store|Adapter|Bus)\b/u;
/** Looks for the rare word first and then back from it. */
const renamed = /\bas\s(?<=(?:Service|Repository|Client|Gateway|Store|Adapter|Bus)\s+as\s)/u;

/** A plain text test for files that may make one, also of a class that is imported under another name. */
export const constructsCollaborator = { test: (text: string): boolean => constructed.test(text) || renamed.test(text) };

/** Things that every module may have for itself: nobody replaces them, or they are replaced as a whole. */
const ambient: readonly Role[] = ['logger', 'metrics', 'tracing', 'config-load', 'env', 'limiter', 'auth'];

export const collaborators = defineService((source: SourceCode): readonly Collaborator[] => {
  const clients = constructionsOf(source, 'expensive-client').flatMap(({ use, resource }): Collaborator[] => {
    if (use.node.type !== 'NewExpression' && use.node.type !== 'CallExpression') return [];
    return isOutside(resource) && !use.action.roles?.some((role) => ambient.includes(role)) ? [{ node: use.node, name: nameIn(use.known.path), use }] : [];
  });
  if (!constructsCollaborator.test(source.text)) return clients;
  const classes = nodesOf(source, 'NewExpression').flatMap((node): Collaborator[] => {
    const name = importedClass(source, node.callee);
    return name !== undefined && collaboratorName.test(name) ? [{ node, name }] : [];
  });
  return [...clients, ...classes].sort((a, b) => a.node.range[0] - b.node.range[0]);
});

/** Whether the resource reaches beyond the process: an in-memory cache does not, and a server is called by others. */
function isOutside({ connects, singleton }: Resource): boolean {
  return connects !== 'listens' && connects !== 'loads' && (connects !== 'never' || singleton === 'prefer');
}

/** The last name in a readable path: `Redis` of `ioredis.Redis`. */
function nameIn(path: string): string {
  return path.split('.').at(-1)!.replace(/\(\)$/u, '');
}

/** The name under which a class comes into the file, if the catalog does not know its package (then the catalog decides). */
function importedClass(source: SourceCode, callee: TSESTree.Node): string | undefined {
  if (callee.type !== 'Identifier') return undefined;
  const imported = importedNames(source).get(variableOf(source, callee) as object);
  return imported === 'default' ? callee.name : imported;
}

const importedNames = defineService((source: SourceCode): ReadonlyMap<object, string> => {
  const { catalog } = contextOf(source);
  const names = new Map<object, string>();
  for (const entry of importsOf(source)) {
    // A package may call anything a service: a converter, a parser.
    if (catalog.find(entry.from) || !mayBeProject(source, entry.from)) continue;
    if (entry.kind === 'binding') {
      if (entry.name !== '*') names.set(entry.variable, entry.name);
      continue;
    }
    // `const X = require('./x')`, `const { X } = require('./x')`, `const X = require('./x').X`.
    const member = entry.node.parent?.type === 'MemberExpression' ? entry.node.parent : undefined;
    const declarator = (member ?? entry.node).parent;
    if (declarator?.type !== 'VariableDeclarator') continue;
    if (declarator.id.type === 'Identifier') {
      const variable = variableOf(source, declarator.id);
      if (variable) names.set(variable, (member && propertyName(member)) ?? 'default');
    }
    for (const property of declarator.id.type === 'ObjectPattern' ? declarator.id.properties : []) {
      const variable = property.type === 'Property' && property.value.type === 'Identifier' ? variableOf(source, property.value) : undefined;
      if (variable) names.set(variable, (property.type === 'Property' && propertyName(property)) || 'default');
    }
  }
  return names;
});
