import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import type { EagerConnection } from './eager-connections.js';
import { exportsOf, type Export } from './exports.js';
import { knownOf, knownVariables } from './facts.js';
import { handlers } from './handlers.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk, wrapped } from './syntax.js';

/**
 * Is a file there for the client that it connects (`export const redis = new Redis()`, with helpers that use it; or only those,
 * `getOrSet`, `forget`), or does who imports it want something else? Judged by what it exports: the client, what is made of it
 * (`new Limiter({ client })`), what uses it, and the rest.
 * Does not see: what re-exports of other files are, exports that are set inside functions.
 */
export interface ModulePurpose {
  /** The client, or what is made of it at module level, is exported. */
  readonly exportsClient: boolean;
  /** Names of exported functions, classes and values that are not the client. */
  readonly others: readonly string[];
  /** Those of them that are functions or classes and have nothing to do with the client. */
  readonly unrelated: readonly string[];
  /**
   * The client stays in the file, and all exported functions and methods use it: a cache, a mailer. Constants do not count.
   * Handlers make it a route that happens to use a client, which whoever puts the routes together imports.
   */
  readonly wrapsClient: boolean;
}

/** See above. Re-exports count for nothing. */
export function modulePurpose(source: SourceCode, connection: EagerConnection): ModulePurpose {
  const carriers = carriersOf(source, connection);
  const others: string[] = [];
  const unrelated: string[] = [];
  let exportsClient = false;
  for (const [name, exported] of exportedValues(source)) {
    const values = valuesOf(source, exported);
    const isCarrier = exported.kind === 'local' && exported.variable !== undefined && carriers.has(exported.variable);
    if (isCarrier || values.some((value) => isClient(source, connection, carriers, value))) {
      exportsClient = true;
    } else if (exported.kind === 'local' && values.length > 0) {
      others.push(name);
      if (values.some(isCode)) unrelated.push(name);
    }
  }
  if (others.length === 0) return { exportsClient, others, unrelated, wrapsClient: false };
  const { statements, variables } = relatedTo(source, connection, carriers);
  const valuesNamed = (name: string) => valuesOf(source, exportedValues(source).get(name)!);
  const isUnrelated = (name: string) => valuesNamed(name).every((value) => isCode(value) && !statements.has(topLevel(value)));
  const values = exportsClient ? [] : others.flatMap(valuesNamed).map((value) => instanceClass(source, value)).filter((value) => !isData(source, value));
  const wrapsClient = values.length > 0 && values.every((value) => isCode(value) && !isHandler(source, value) && usesThroughout(source, value, variables));
  return { exportsClient, others, unrelated: unrelated.filter(isUnrelated), wrapsClient };
}

/** The class of which a value is an instance, `new Mailer()`; else the value itself. */
function instanceClass(source: SourceCode, value: TSESTree.Node): TSESTree.Node {
  const variable = value.type === 'NewExpression' && value.callee.type === 'Identifier' ? variableOf(source, value.callee) : undefined;
  const made = variable?.defs[0]?.node as TSESTree.Node | undefined;
  return made && isCode(made) ? made : value;
}

/** `'mail'`, `60 * 60`, `{ attempts: 3 }`: nothing in it is code or made by code. */
function isData(source: SourceCode, value: TSESTree.Node): boolean {
  return ![...walk(value, source.visitorKeys)].some((node) => isCode(node) || node.type === 'CallExpression' || node.type === 'NewExpression' || node.type === 'Identifier' && variableOf(source, node) !== undefined);
}

function isHandler(source: SourceCode, value: TSESTree.Node): boolean {
  return handlers(source).some(({ node }) => node === value || topLevel(node) === value);
}

/** Whether a function, or each method of a class, uses one of `variables`; methods also through other methods. */
function usesThroughout(source: SourceCode, value: TSESTree.Node, variables: ReadonlySet<TSESLint.Scope.Variable>): boolean {
  const uses = (node: TSESTree.Node) => [...walk(node, source.visitorKeys)].some((at) => {
    const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
    return variable !== undefined && variables.has(variable) && variable.references.some(({ identifier }) => identifier === at);
  });
  if (value.type !== 'ClassDeclaration' && value.type !== 'ClassExpression') return uses(value);
  const methods = value.body.body.flatMap((member) => (member.type === 'MethodDefinition' && member.kind !== 'constructor' ? [{ name: propertyName(member), node: member.value }] : []));
  const using = new Set(methods.filter(({ node }) => uses(node)));
  const callsOne = (node: TSESTree.Node) => [...walk(node, source.visitorKeys)].some((at) =>
    at.type === 'MemberExpression' && at.object.type === 'ThisExpression' && [...using].some(({ name }) => name !== undefined && name === propertyName(at)));
  for (let size = -1; size < using.size;) {
    size = using.size;
    for (const method of methods) if (!using.has(method) && callsOne(method.node)) using.add(method);
  }
  return methods.length > 0 && using.size === methods.length;
}

function exportedValues(source: SourceCode): ReadonlyMap<string, Export> {
  const { named, whole } = exportsOf(source);
  return whole && named.size === 0 ? new Map([['default', whole]]) : named;
}

/** The expressions, functions and classes that an export is made of: those in an object, one by one. Types are none. */
function valuesOf(source: SourceCode, { node }: Export): TSESTree.Node[] {
  const at = unwrap(node);
  if (at.type.startsWith('TS') && at.type !== 'TSEnumDeclaration') return [];
  if (at.type !== 'ObjectExpression') return [at];
  return at.properties.flatMap((property) => (property.type === 'Property' ? [resolved(source, property.value)] : []));
}

function resolved(source: SourceCode, node: TSESTree.Node): TSESTree.Node {
  const at = unwrap(node);
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  const value = variable && constantValue(variable);
  return value ?? at;
}

/** Whether a value is the client, or made of it where it stands, not in a function that will use it later. */
function isClient(source: SourceCode, { use, resource }: EagerConnection, carriers: ReadonlySet<TSESLint.Scope.Variable>, value: TSESTree.Node): boolean {
  if (resource.processWide && knownOf(source, value)?.library === use.known.library && value.type !== 'CallExpression') return true;
  return holds(source, carriers, use.node, value);
}

function holds(source: SourceCode, carriers: ReadonlySet<TSESLint.Scope.Variable>, made: TSESTree.Node, value: TSESTree.Node): boolean {
  for (const node of walk(value, source.visitorKeys, isCode)) {
    if (node === made) return true;
    const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
    if (variable && carriers.has(variable) && variable.references.some(({ identifier }) => identifier === node)) return true;
  }
  return false;
}

/** The module's variables that hold the client or something made of it. */
function carriersOf(source: SourceCode, { use, variable }: EagerConnection): Set<TSESLint.Scope.Variable> {
  const carriers = new Set(variable ? [variable] : []);
  const { parent } = wrapped(use.node);
  const assigned = parent?.type === 'AssignmentExpression' && parent.left.type === 'Identifier' ? variableOf(source, parent.left) : undefined;
  if (assigned) carriers.add(assigned);
  for (const [held, known] of knownVariables(source)) if (known.origin?.use.node === use.node && known.path === `${use.known.path}()`) carriers.add(held);
  for (let size = -1; size < carriers.size;) {
    size = carriers.size;
    for (const { node, variables } of moduleVariables(source)) if (holds(source, carriers, use.node, node)) for (const one of variables) carriers.add(one);
  }
  return carriers;
}

/** What the file's top level declares with a value of its own. */
function moduleVariables(source: SourceCode): { node: TSESTree.Node; variables: readonly TSESLint.Scope.Variable[] }[] {
  return source.ast.body.flatMap((statement) => {
    const inner = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
    return inner.type === 'VariableDeclaration' ? inner.declarations.flatMap((node) => (node.init ? [{ node: node.init, variables: source.getDeclaredVariables(node) }] : [])) : [];
  });
}

interface Related {
  /** The top-level statements that use the client, or what uses it, and those that it is made from. */
  readonly statements: ReadonlySet<TSESTree.Node>;
  /** The variables that hold it, or something that uses it. */
  readonly variables: ReadonlySet<TSESLint.Scope.Variable>;
}

function relatedTo(source: SourceCode, { use }: EagerConnection, carriers: ReadonlySet<TSESLint.Scope.Variable>): Related {
  const related = new Set<TSESTree.Node>([topLevel(use.node)]);
  const pending = new Set(carriers);
  for (const variable of pending) {
    for (const { identifier } of variable.references) {
      const statement = topLevel(identifier);
      if (related.has(statement) || statement.type === 'ImportDeclaration') continue;
      related.add(statement);
      for (const declared of declaredBy(source, statement)) pending.add(declared);
    }
  }
  for (const input of use.args) {
    for (const node of walk(input, source.visitorKeys)) {
      const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
      const definition = variable?.defs[0]?.node as TSESTree.Node | undefined;
      if (definition) related.add(topLevel(definition));
    }
  }
  return { statements: related, variables: pending };
}

function declaredBy(source: SourceCode, statement: TSESTree.Node): readonly TSESLint.Scope.Variable[] {
  const inner = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
  return inner ? source.getDeclaredVariables(inner) : [];
}

function isCode(node: TSESTree.Node): boolean {
  return isFunction(node) || node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

function topLevel(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && at.parent.type !== 'Program') at = at.parent;
  return at;
}
