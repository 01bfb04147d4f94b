import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import { importBy, importOf } from './imports.js';
import { defineService, type SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';

/**
 * What a file exports under which name, by the text of that file alone: ES modules, CommonJS (`module.exports`,
 * `exports.a`) and `export =`, with re-exports named but not followed.
 * Does not see: exports written inside functions or conditions, computed names, `Object.defineProperty(exports, ...)`, TypeScript namespaces.
 */

/** What stands behind an exported name. */
export type Export =
  /** A declaration or expression of this file; the name of a variable whose value may change. */
  | { readonly kind: 'local'; readonly node: TSESTree.Node; readonly variable?: TSESLint.Scope.Variable }
  /** The export `name` of the module `from`; `*` is that module as a whole. */
  | { readonly kind: 'import'; readonly node: TSESTree.Node; readonly from: string; readonly name: string };

export interface Exports {
  /** By exported name, `default` among them; of `module.exports = { ... }` each property. */
  readonly named: ReadonlyMap<string, Export>;
  /** What `module.exports =` and `export =` set: the module as one value. */
  readonly whole: Export | undefined;
  /** Modules whose exports this one passes on, unnamed (`export * from`, `...require()` in `module.exports`). */
  readonly all: readonly { readonly node: TSESTree.Node; readonly from: string }[];
}

/** The exports of a file; see above. */
export const exportsOf = defineService((source: SourceCode): Exports => new Collector(source).collect());

class Collector {
  private readonly named = new Map<string, Export>();
  private readonly all: { node: TSESTree.Node; from: string }[] = [];
  private whole: Export | undefined;

  constructor(private readonly source: SourceCode) {}

  collect(): Exports {
    for (const statement of this.source.ast.body) this.statement(statement);
    const value = this.whole ?? this.named.get('default');
    if (value?.kind === 'local') this.membersOf(value);
    return { named: this.named, whole: this.whole, all: this.all };
  }

  private statement(statement: TSESTree.ProgramStatement): void {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        if (statement.declaration) this.declared(statement.declaration);
        for (const specifier of statement.specifiers) {
          const local = nameOf(specifier.local);
          this.named.set(nameOf(specifier.exported), statement.source
            ? { kind: 'import', node: specifier, from: statement.source.value, name: local }
            : this.topLevel(local, specifier));
        }
        break;
      case 'ExportAllDeclaration':
        if (statement.exported) this.named.set(nameOf(statement.exported), { kind: 'import', node: statement, from: statement.source.value, name: '*' });
        else this.all.push({ node: statement, from: statement.source.value });
        break;
      case 'ExportDefaultDeclaration':
        this.named.set('default', 'id' in statement.declaration && statement.declaration.id?.type === 'Identifier'
          ? this.topLevel(statement.declaration.id.name, statement.declaration)
          : this.value(statement.declaration));
        break;
      case 'TSExportAssignment':
        this.whole = this.value(statement.expression);
        break;
      case 'ExpressionStatement':
        this.assigned(statement.expression);
        break;
      default:
    }
  }

  /** `export const a = ...`, `export function a() {}`, `export class A {}`, and types. */
  private declared(declaration: TSESTree.NamedExportDeclarations): void {
    if (declaration.type === 'VariableDeclaration') {
      for (const variable of this.source.getDeclaredVariables(declaration)) this.named.set(variable.name, this.ofVariable(variable, declaration, new Set()));
    } else if ('id' in declaration && declaration.id?.type === 'Identifier') {
      const { name } = declaration.id;
      const isType = declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration';
      if (!isType || !this.named.has(name)) this.named.set(name, this.topLevel(name, declaration));
    }
  }

  /** `module.exports = x`, `exports = module.exports = x`, `exports.a = exports.b = x`. */
  private assigned(expression: TSESTree.Expression): void {
    let at: TSESTree.Expression = expression;
    const targets: TSESTree.Node[] = [];
    for (; at.type === 'AssignmentExpression' && at.operator === '='; at = at.right) targets.push(at.left);
    for (const target of targets) {
      if (this.isModuleExports(target)) {
        this.whole = this.value(at);
      } else if (target.type === 'MemberExpression' && (this.isModuleExports(target.object) || this.isFree(target.object, 'exports'))) {
        const name = propertyName(target);
        if (name !== undefined) this.named.set(name, this.value(at));
      }
    }
  }

  private isModuleExports(node: TSESTree.Node): boolean {
    return node.type === 'MemberExpression' && propertyName(node) === 'exports' && this.isFree(node.object, 'module');
  }

  private isFree(node: TSESTree.Node, name: string): boolean {
    return node.type === 'Identifier' && node.name === name && !variableOf(this.source, node)?.defs.length;
  }

  /** The properties of an exported object, written in it or assigned to its variable at the top level (`db.user = ...`). */
  private membersOf(value: Extract<Export, { kind: 'local' }>): void {
    const add = (name: string | undefined, node: TSESTree.Node) => {
      // `import { a } from` an object that is the default export finds nothing; of `module.exports` it finds `a`.
      if (this.whole && name !== undefined && !this.named.has(name)) this.named.set(name, this.value(node));
    };
    if (value.node.type === 'ObjectExpression') {
      for (const property of value.node.properties) {
        if (property.type === 'Property') {
          if (property.kind === 'init') add(propertyName(property), property.value);
          continue;
        }
        const spread = this.value(property.argument);
        if (spread.kind === 'import' && this.whole) this.all.push({ node: property, from: spread.from });
      }
    }
    for (const reference of value.variable?.references ?? []) {
      const member = (reference.identifier as TSESTree.Node).parent;
      const assignment = member?.type === 'MemberExpression' && member.object === reference.identifier ? member.parent : undefined;
      if (assignment?.type !== 'AssignmentExpression' || assignment.left !== member) continue;
      if (assignment.parent.type === 'ExpressionStatement' && assignment.parent.parent === this.source.ast) add(propertyName(member as TSESTree.MemberExpression), assignment.right);
    }
  }

  /** What an expression is: something imported, or a value of this file as far as constants lead. */
  private value(node: TSESTree.Node, seen: Set<TSESTree.Node> = new Set()): Export {
    const at = unwrap(node);
    if (seen.has(at)) return { kind: 'local', node: at };
    seen.add(at);
    if (at.type === 'Identifier') {
      const variable = variableOf(this.source, at);
      return variable ? this.ofVariable(variable, at, seen) : { kind: 'local', node: at };
    }
    const required = importBy(this.source, at);
    if (required) return { kind: 'import', node: at, from: required.from, name: '*' };
    if (at.type === 'MemberExpression') {
      const name = propertyName(at);
      const object = this.value(at.object, seen);
      if (object.kind === 'import' && object.name === '*' && name !== undefined) return { kind: 'import', node: at, from: object.from, name };
    }
    return { kind: 'local', node: at };
  }

  private ofVariable(variable: TSESLint.Scope.Variable, node: TSESTree.Node, seen: Set<TSESTree.Node>): Export {
    const binding = importOf(this.source, variable);
    if (binding) return { kind: 'import', node, from: binding.from, name: binding.name };
    const constant = constantValue(variable) ?? mergedValue(variable);
    if (constant) {
      const value = this.value(constant, seen);
      return value.kind === 'import' ? value : { ...value, variable };
    }
    const declarator = variable.defs[0]?.node as TSESTree.Node | undefined;
    if (declarator?.type === 'VariableDeclarator') {
      const from = declarator.id.type === 'ObjectPattern' && declarator.init ? this.value(declarator.init, seen) : undefined;
      const key = declarator.id.type === 'ObjectPattern' ? keyOf(declarator.id, variable.name) : undefined;
      if (from?.kind === 'import' && from.name === '*' && key !== undefined) return { ...from, name: key };
      return { kind: 'local', node: variable.identifiers[0] ?? node, variable };
    }
    return { kind: 'local', node: declarator ?? node, variable };
  }

  private topLevel(name: string, node: TSESTree.Node): Export {
    const scope = this.source.scopeManager?.globalScope;
    // A class has its name in an inner scope too, so the name is looked up where modules keep theirs.
    const inner = scope?.childScopes.find(({ block }) => block === this.source.ast);
    const variable = inner?.set.get(name) ?? scope?.set.get(name);
    return variable ? this.ofVariable(variable, node, new Set()) : { kind: 'local', node };
  }
}

const typesOnly = new Set(['TSDeclareFunction', 'TSInterfaceDeclaration', 'TSModuleDeclaration', 'TSTypeAliasDeclaration']);

/** The value of a name that is declared more than once, of which only one declaration gives a value: overloads, a type of the same name. */
function mergedValue(variable: TSESLint.Scope.Variable): TSESTree.Node | undefined {
  const [only, ...others] = variable.defs.map((definition) => definition.node as TSESTree.Node).filter((node) => !typesOnly.has(node.type));
  if (!only || others.length > 0 || variable.references.some((reference) => reference.isWrite() && !reference.init)) return undefined;
  if (only.type === 'VariableDeclarator') return only.id.type === 'Identifier' ? (only.init ?? undefined) : undefined;
  return only.type === 'FunctionDeclaration' || only.type === 'ClassDeclaration' ? only : undefined;
}

/** The property that a destructuring pattern reads into `name`. */
function keyOf(pattern: TSESTree.ObjectPattern, name: string): string | undefined {
  for (const property of pattern.properties) {
    if (property.type === 'Property' && property.value.type === 'Identifier' && property.value.name === name) return propertyName(property);
  }
  return undefined;
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
