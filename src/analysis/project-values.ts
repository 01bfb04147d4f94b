import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import { contextOf } from './context.js';
import { exportsOf, type Export } from './exports.js';
import { importsOf, type ModuleImport } from './imports.js';
import { findMember, nameTyped, returnedBy, type ClassNode } from './project-members.js';
import { defineService, type SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';

/**
 * What an expression is that may come from other files of the project: a function, a class, an instance of one, an object
 * literal or a module. Follows imports and `require`, re-exports, constants, members, `new`, types of parameters and fields,
 * inheritance, functions that return one of these (`getService()`), and containers asked for a class (`container.get(Service)`).
 * Does not see: interfaces, computed names, values passed as arguments, members added later, results of unknown functions.
 */
export type Value = { readonly source: SourceCode } & (
  | { readonly kind: 'function'; readonly node: FunctionNode }
  | { readonly kind: 'class' | 'instance'; readonly node: ClassNode }
  | { readonly kind: 'object'; readonly node: TSESTree.ObjectExpression }
  | { readonly kind: 'module' }
);

/** Opens the file that an import of `source` means, or refuses, since it is far away or of no interest. */
export type Open = (source: SourceCode, specifier: string) => SourceCode | undefined;

/** Steps from an expression to its value; re-exports, members and returns each take one or two. */
const maxSteps = 24;
const maxStars = 20;

const importedAs = defineService((source: SourceCode) => {
  const bindings = new Map<TSESLint.Scope.Variable, ModuleImport & { kind: 'binding' }>();
  const expressions = new Map<TSESTree.Node, string>();
  for (const entry of importsOf(source)) {
    if (entry.kind === 'binding') bindings.set(entry.variable, entry);
    else expressions.set(entry.node, entry.from);
  }
  return { bindings, expressions };
});

/** Finds values; files are opened by the given function only. */
export class ProjectValues {
  constructor(private readonly open: Open) {}

  /** What `node` is, if it leads to something of the project. */
  of(source: SourceCode, node: TSESTree.Node, steps = maxSteps): Value | undefined {
    const at = unwrap(node);
    if (steps <= 0) return undefined;
    const next = (inner: TSESTree.Node) => this.of(source, inner, steps - 1);
    if (isFunction(at)) return { source, kind: 'function', node: at };
    switch (at.type) {
      case 'ClassDeclaration':
      case 'ClassExpression':
        return { source, kind: 'class', node: at };
      case 'ObjectExpression':
        return { source, kind: 'object', node: at };
      case 'Program':
        return { source, kind: 'module' };
      case 'Identifier': {
        const variable = variableOf(source, at);
        return variable && this.ofVariable(source, variable, steps - 1);
      }
      case 'ThisExpression':
        return thisAt(source, at);
      case 'MemberExpression': {
        const name = propertyName(at);
        const owner = name === undefined ? undefined : next(at.object);
        return owner && name !== undefined ? this.member(owner, name, steps - 1) : undefined;
      }
      case 'NewExpression': {
        const made = this.settled(next(at.callee), steps);
        return made?.kind === 'class' ? { ...made, kind: 'instance' } : undefined;
      }
      case 'ImportExpression':
        return this.ofImport(source, at, '*', steps);
      case 'CallExpression':
        return this.ofImport(source, at, '*', steps) ?? this.ofCall(source, at, steps - 1);
      case 'AwaitExpression':
        return next(at.argument);
      case 'AssignmentExpression':
        return next(at.right);
      case 'LogicalExpression':
        return at.operator === '&&' ? next(at.right) : (next(at.left) ?? next(at.right));
      default:
        return undefined;
    }
  }

  /** The member `name` of a value: an export, a property, a method, a static or inherited one, what a field holds. */
  member(owner: Value, name: string, steps = maxSteps): Value | undefined {
    const { source } = owner;
    if (steps <= 0) return undefined;
    switch (owner.kind) {
      case 'module':
        return this.exported(source, name, steps - 1);
      case 'object':
        for (const property of owner.node.properties) {
          if (property.type === 'Property' && propertyName(property) === name) return property.kind === 'init' ? this.of(source, property.value, steps - 1) : undefined;
        }
        for (const property of owner.node.properties) {
          const spread = property.type === 'SpreadElement' ? this.of(source, property.argument, steps - 1) : undefined;
          const found = spread && this.member(spread, name, steps - 1);
          if (found) return found;
        }
        return undefined;
      case 'class':
      case 'instance': {
        const found = findMember(owner.node, name, owner.kind === 'class');
        if (found?.value) return this.of(source, found.value, steps - 1) ?? (found.type && this.typed(source, found.type, steps - 1));
        if (found?.getter) return this.returned(source, found.getter, steps - 1);
        if (found?.type) return this.typed(source, found.type, steps - 1);
        const parent = owner.node.superClass && !found ? this.settled(this.of(source, owner.node.superClass, steps - 1), steps) : undefined;
        return parent?.kind === 'class' ? this.member({ ...parent, kind: owner.kind }, name, steps - 1) : undefined;
      }
      default:
        return undefined;
    }
  }

  /** A CommonJS module that is one value as a whole is that value. */
  settled(value: Value | undefined, steps = maxSteps): Value | undefined {
    if (value?.kind !== 'module') return value;
    const { whole } = exportsOf(value.source);
    return whole ? this.ofExport(value.source, whole, steps - 1) : value;
  }

  private ofVariable(source: SourceCode, variable: TSESLint.Scope.Variable, steps: number): Value | undefined {
    const binding = importedAs(source).bindings.get(variable);
    if (binding) return this.imported(source, binding.from, binding.name, steps);
    const constant = constantValue(variable);
    const value = constant && this.of(source, constant, steps - 1);
    if (value) return value;
    const definition = variable.defs[0];
    if (!definition || variable.defs.length > 1) return undefined;
    const name = definition.name as TSESTree.Node;
    if (name.type === 'Identifier' && name.typeAnnotation) return this.typed(source, name.typeAnnotation.typeAnnotation, steps - 1);
    const declarator = definition.node as TSESTree.Node;
    if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern' || !declarator.init) return undefined;
    if (declarator.parent.kind !== 'const' && variable.references.some((reference) => reference.isWrite() && !reference.init)) return undefined;
    const property = declarator.id.properties.find((one) => one.type === 'Property' && one.value.type === 'Identifier' && one.value.name === variable.name);
    const key = property?.type === 'Property' ? propertyName(property) : undefined;
    const owner = key === undefined ? undefined : this.of(source, declarator.init, steps - 1);
    return owner && key !== undefined ? this.member(owner, key, steps - 1) : undefined;
  }

  private ofImport(source: SourceCode, node: TSESTree.Node, name: string, steps: number): Value | undefined {
    const from = importedAs(source).expressions.get(node);
    return from === undefined ? undefined : this.imported(source, from, name, steps);
  }

  private imported(source: SourceCode, from: string, name: string, steps: number): Value | undefined {
    if (steps <= 0 || contextOf(source).catalog.find(from)) return undefined;
    const module = this.open(source, from);
    return module && this.exported(module, name, steps - 1);
  }

  private exported(source: SourceCode, name: string, steps: number): Value | undefined {
    if (name === '*') return { source, kind: 'module' };
    const { named, whole, all } = exportsOf(source);
    const direct = named.get(name) ?? (name === 'default' ? whole : undefined);
    if (direct) return this.ofExport(source, direct, steps);
    if (name === 'default') return named.size > 0 && all.length === 0 ? { source, kind: 'module' } : undefined;
    const owner = whole && this.ofExport(source, whole, steps);
    if (owner) return this.member(owner, name, steps - 1);
    for (const { from } of all.slice(0, maxStars)) {
      const found = this.imported(source, from, name, steps - 1);
      if (found) return found;
    }
    return undefined;
  }

  private ofExport(source: SourceCode, value: Export, steps: number): Value | undefined {
    return value.kind === 'local' ? this.of(source, value.node, steps - 1) : this.imported(source, value.from, value.name, steps - 1);
  }

  /** What a type annotation says a binding holds. */
  private typed(source: SourceCode, type: TSESTree.TypeNode, steps: number): Value | undefined {
    const named = nameTyped(type);
    const value = named && this.settled(this.of(source, named.name, steps), steps);
    if (named?.isValue) return value;
    return value?.kind === 'class' ? { ...value, kind: 'instance' } : undefined;
  }

  private ofCall(source: SourceCode, call: TSESTree.CallExpression, steps: number): Value | undefined {
    const { callee } = call;
    const [first] = call.arguments;
    const method = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
    if (callee.type === 'MemberExpression' && method === 'bind') return this.of(source, callee.object, steps);
    if (callee.type === 'MemberExpression' && method === 'freeze' && first) return this.of(source, first, steps);
    const target = this.settled(this.of(source, callee, steps), steps);
    if (target?.kind === 'function') return this.returned(target.source, target.node, steps - 1);
    // A container asked for a class: `container.resolve(UserService)`, `moduleRef.get(UserService)`.
    if (target || !first || first.type !== 'Identifier' || !/^(?:get|resolve)$/u.test(method ?? '') || !/^[A-Z]/u.test(first.name)) return undefined;
    const asked = this.settled(this.of(source, first, steps), steps);
    return asked?.kind === 'class' ? { ...asked, kind: 'instance' } : undefined;
  }

  private returned(source: SourceCode, fn: FunctionNode, steps: number): Value | undefined {
    const { type, value } = returnedBy(source, fn);
    return (type && this.typed(source, type, steps - 1)) ?? (value && this.of(source, value, steps - 1));
  }
}

/** The instance, class or object literal that `this` is. */
function thisAt(source: SourceCode, node: TSESTree.Node): Value | undefined {
  for (let at = node.parent, child: TSESTree.Node = node; at; child = at, at = at.parent) {
    if (at.type === 'ClassBody') return { source, kind: 'static' in child && child.static === true ? 'class' : 'instance', node: at.parent };
    if (at.type === 'FunctionDeclaration') return undefined;
    if (at.type !== 'FunctionExpression' || at.parent.type === 'MethodDefinition') continue;
    return at.parent.type === 'Property' && at.parent.parent.type === 'ObjectExpression' ? { source, kind: 'object', node: at.parent.parent } : undefined;
  }
  return undefined;
}
