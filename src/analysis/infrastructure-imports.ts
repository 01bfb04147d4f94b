import type { TSESTree } from '@typescript-eslint/utils';
import type { Entity, Library, Role } from '../catalog/schema.js';
import { contextOf } from './context.js';
import { importsOf, type ModuleImport } from './imports.js';
import { lookUp } from './known.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, unwrap } from './syntax.js';

/**
 * Which imports of a file bring in infrastructure: web frameworks, ORMs, database drivers, HTTP and RPC clients, queues, and SDKs
 * of mail, payment and the like, type-only imports too. Containers of dependencies are told apart, since their decorators
 * change nothing of what a class does.
 * Does not see: packages that the catalog does not know, infrastructure behind the project's own modules.
 */
export interface InfrastructureImport {
  /** The import declaration, or the `require` or `import()` call. */
  readonly node: TSESTree.Node;
  readonly library: Library;
  /** The import source as written. */
  readonly from: string;
  readonly kind: 'infrastructure' | 'container';
}

const infrastructure: readonly Role[] = [
  'web-framework', 'serverless', 'orm', 'sql', 'search', 'storage', 'http-client', 'rpc-client', 'queue', 'queue-worker', 'mail', 'sms', 'push', 'payment', 'websocket',
];

/** See above; one per declaration or call, in source order. */
export const infrastructureImports = defineService((source: SourceCode): readonly InfrastructureImport[] => {
  const { catalog } = contextOf(source);
  const found = new Map<TSESTree.Node, InfrastructureImport>();
  const add = (node: TSESTree.Node, from: string, entry?: ModuleImport) => {
    const library = from.startsWith('node:') ? undefined : catalog.find(from);
    const kind = library && kindOf(library, entry);
    if (library && kind && found.get(node)?.kind !== 'infrastructure') found.set(node, { node, library, from, kind });
  };
  for (const entry of importsOf(source)) add(declarationOf(entry.node), entry.from, entry);
  for (const statement of source.ast.body) {
    if (statement.type === 'ImportDeclaration' && statement.specifiers.length === 0) add(statement, statement.source.value);
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
});

function declarationOf(node: TSESTree.Node): TSESTree.Node {
  return node.parent?.type === 'ImportDeclaration' ? node.parent : node;
}

function kindOf(library: Library, entry: ModuleImport | undefined): InfrastructureImport['kind'] | undefined {
  const roles = library.roles ?? [];
  const isInfrastructure = roles.some((role) => infrastructure.includes(role)) || ((roles.length === 0 || roles.includes('cache')) && connects(library));
  if (!roles.includes('di-container')) return isInfrastructure ? 'infrastructure' : undefined;
  if (!isInfrastructure) return 'container';
  // A framework that is a container too: what was imported decides, and errors, loggers and the like are neither.
  const entity = entry?.kind === 'binding' ? lookUp(library.exports, entry.name) : undefined;
  if (entity === undefined) return undefined;
  if (actionsOf(entity).some((action) => action.roles?.includes('di-container'))) return 'container';
  return actionsOf(entity).some((action) => action.registers !== undefined || action.args?.['path'] !== undefined) ? 'infrastructure' : undefined;
}

function actionsOf({ new: made, call, decorate, annotate }: Entity) {
  return [made, call, decorate, annotate].filter((action) => action !== undefined);
}

/** Whether something of the library is a client of a server; what keeps values in memory is none. */
function connects(library: Library): boolean {
  return Object.values(library.exports).some((entity) => actionsOf(entity).some(({ resource }) =>
    resource !== undefined && (/^(?:construct|first-use|explicit)$/u.test(resource.connects) || resource.singleton === 'prefer')));
}

/**
 * Whether the file maps tables or collections: it decorates with, extends, or calls at module level what a library for storing
 * data exports (`@Entity()`, `extends Model`, `pgTable(...)`, `new Schema(...)`).
 */
export const mapsTables = defineService((source: SourceCode): boolean => {
  const { catalog } = contextOf(source);
  return importsOf(source).some((entry) => {
    const library = catalog.find(entry.from);
    const stores = library?.roles?.some((role) => role === 'orm' || role === 'sql');
    if (!stores) return false;
    const declarator = entry.node.parent;
    const variables = entry.kind === 'binding' ? [entry.variable] : declarator?.type === 'VariableDeclarator' ? source.getDeclaredVariables(declarator) : [];
    return variables.some(({ references }) => references.some(({ identifier }) => isDefinition(identifier)));
  });
});

/** Whether a library's value is used here to define something: in a decorator, as a base class, in a call at module level. */
function isDefinition(node: TSESTree.Node): boolean {
  let at = node;
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = at.parent;
  const { parent } = at;
  if (parent?.type === 'Decorator') return true;
  if (parent?.type === 'ClassDeclaration' || parent?.type === 'ClassExpression') return parent.superClass === at;
  if ((parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') || unwrap(parent.callee) !== at) return false;
  return parent.parent.type === 'Decorator' || isBase(parent) || enclosingFunction(parent) === undefined;
}

function isBase({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'ClassDeclaration' || parent?.type === 'ClassExpression';
}
