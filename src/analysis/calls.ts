import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { fieldsAndConstructors, membersOf } from './class-members.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, isFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';
import { writesOf } from './writes.js';

/**
 * Which functions of the file call which. Follows names, `this.method`, members of the file's object literals and classes, and fields
 * that hold such a class by their initializer, the constructor's assignment or their type (`constructor(private orders: OrderService)`).
 * Does not see: calls through parameters, containers, computed names, `call/apply/bind` other than `.bind(...)` of a method, inheritance.
 */

/** A call of a function of the same file. */
export interface LocalCall {
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly target: FunctionNode;
  /** The function the call stands in; `undefined` at module level. */
  readonly from: FunctionNode | undefined;
}

/** The variable that an identifier refers to. */
export function variableOf(source: SourceCode, identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): TSESLint.Scope.Variable | undefined {
  let scope: TSESLint.Scope.Scope | null = source.getScope(identifier);
  while (scope) {
    const variable = scope.set.get(identifier.name);
    if (variable) return variable;
    scope = scope.upper;
  }
  return undefined;
}

/**
 * The one expression, function or class a variable always holds: its only definition's, if nothing else is ever assigned to it.
 * Parameters, imports, reassigned variables and loop variables give `undefined`.
 */
export function constantValue(variable: TSESLint.Scope.Variable): TSESTree.Node | undefined {
  const [definition] = variable.defs;
  if (!definition || variable.defs.length !== 1) return undefined;
  const node = definition.node as TSESTree.Node;
  // A parameter's definition is its function, an import's its declaration.
  if (definition.type === 'Parameter' || definition.type === 'ImportBinding') return undefined;
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
    return writesOf(variable).length > 0 ? undefined : node;
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return undefined;
  if (node.init) return writesOf(variable).every((reference) => reference.init) ? node.init : undefined;
  return undefined;
}

/** The variables of a class: a declaration binds its name twice, outside and once more inside the class. */
export function classVariables(source: SourceCode, node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): TSESLint.Scope.Variable[] {
  const inner = node.id ? variableOf(source, node.id) : undefined;
  const outer = inner?.scope.upper?.set.get(inner.name);
  return [inner, outer].filter((variable) => variable !== undefined && variable.defs.some((definition) => definition.node === node)) as TSESLint.Scope.Variable[];
}

/** The function that `node` evaluates to, if it is one of this file: a function, a name of one, `this.method`, `object.method`, `x.bind(...)`. */
export function resolveFunction(source: SourceCode, node: TSESTree.Node, seen: Set<TSESTree.Node> = new Set()): FunctionNode | undefined {
  const at = unwrap(node);
  if (seen.has(at)) return undefined;
  seen.add(at);
  if (isFunction(at)) return at;
  if (at.type === 'Identifier') {
    const variable = variableOf(source, at);
    const value = variable && constantValue(variable);
    return value && resolveFunction(source, value, seen);
  }
  if (at.type === 'CallExpression' && at.callee.type === 'MemberExpression' && propertyName(at.callee) === 'bind') {
    return resolveFunction(source, at.callee.object, seen);
  }
  if (at.type === 'MemberExpression') {
    const name = propertyName(at);
    const owner = name === undefined ? undefined : ownerOf(source, at.object, at, seen);
    return owner && name !== undefined ? memberFunction(source, owner, name, seen) : undefined;
  }
  return undefined;
}

/** The class or object literal that `object` in `object.member` is, as far as this file tells. */
function ownerOf(source: SourceCode, object: TSESTree.Node, from: TSESTree.Node, seen: Set<TSESTree.Node>): TSESTree.Node | undefined {
  const at = unwrap(object);
  if (at.type === 'ThisExpression') {
    for (let up: TSESTree.Node | undefined = from.parent; up; up = up.parent) {
      if (up.type === 'ClassBody') return up;
      if (up.type === 'FunctionDeclaration') return undefined;
      if (up.type === 'FunctionExpression') {
        if (up.parent.type === 'MethodDefinition') continue;
        return up.parent.type === 'Property' && up.parent.parent.type === 'ObjectExpression' ? up.parent.parent : undefined;
      }
    }
    return undefined;
  }
  if (at.type === 'ObjectExpression') return at;
  if (at.type === 'NewExpression') {
    const target = at.callee.type === 'Identifier' ? variableOf(source, at.callee) : undefined;
    const value = target && constantValue(target);
    return value?.type === 'ClassDeclaration' || value?.type === 'ClassExpression' ? value.body : undefined;
  }
  if (at.type === 'ClassDeclaration' || at.type === 'ClassExpression') return at.body;
  if (at.type === 'Identifier') {
    const variable = variableOf(source, at);
    const value = variable && constantValue(variable);
    if (!value) return typedClass(source, variable?.defs[0]?.name);
    if (seen.has(value)) return undefined;
    seen.add(value);
    return ownerOf(source, value, value, seen);
  }
  if (at.type === 'MemberExpression') {
    const name = propertyName(at);
    const owner = name === undefined || seen.has(at) ? undefined : ownerOf(source, at.object, at, seen);
    return owner && name !== undefined ? fieldOwner(source, owner, name, seen) : undefined;
  }
  return undefined;
}

/** The class or object that the field `name` of a class or object of the file holds. */
function fieldOwner(source: SourceCode, owner: TSESTree.Node, name: string, seen: Set<TSESTree.Node>): TSESTree.Node | undefined {
  const held = (value: TSESTree.Node) => (seen.has(value) ? undefined : (seen.add(value), ownerOf(source, value, value, seen)));
  if (owner.type === 'ObjectExpression') {
    const property = owner.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
    return property?.type === 'Property' ? held(property.value) : undefined;
  }
  if (owner.type !== 'ClassBody') return undefined;
  for (const member of fieldsAndConstructors(source, owner, name)) {
    if (member.type === 'PropertyDefinition') {
      const found = (member.value && held(member.value)) ?? typedClass(source, member);
      if (found) return found;
      continue;
    }
    if (!member.value.body) continue;
    for (const parameter of member.value.params) {
      if (parameter.type !== 'TSParameterProperty') continue;
      const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
      if (inner.type === 'Identifier' && inner.name === name) return typedClass(source, inner);
    }
    for (const statement of member.value.body.body) {
      const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
      if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') continue;
      if (assignment.left.object.type === 'ThisExpression' && propertyName(assignment.left) === name) return held(assignment.right);
    }
  }
  return undefined;
}

/** The class of the file that the annotation of a binding or field names. */
function typedClass(source: SourceCode, node: TSESTree.Node | undefined): TSESTree.ClassBody | undefined {
  const type = node && (node.type === 'Identifier' || node.type === 'PropertyDefinition') ? node.typeAnnotation?.typeAnnotation : undefined;
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const variable = variableOf(source, type.typeName);
  const value = variable && constantValue(variable);
  return value?.type === 'ClassDeclaration' || value?.type === 'ClassExpression' ? value.body : undefined;
}

function memberFunction(source: SourceCode, owner: TSESTree.Node, name: string, seen: Set<TSESTree.Node>): FunctionNode | undefined {
  if (owner.type === 'ClassBody') {
    const member = membersOf(source, owner).first.get(name);
    if (member?.value) return resolveFunction(source, member.value, seen);
  }
  if (owner.type === 'ObjectExpression') {
    for (const property of owner.properties) {
      if (property.type === 'Property' && propertyName(property) === name) return resolveFunction(source, property.value, seen);
    }
  }
  return undefined;
}

/** Every call in the file whose target is a function of the file, with both its ends. */
export const localCalls = defineService((source: SourceCode): readonly LocalCall[] => {
  const found: LocalCall[] = [];
  for (const node of nodesOf(source, 'CallExpression', 'NewExpression')) {
    if (node.type === 'CallExpression') {
      const target = resolveFunction(source, node.callee);
      if (target) found.push({ call: node, target, from: enclosingFunction(node) });
    } else {
      const owner = ownerOf(source, node, node, new Set());
      const target = owner && memberFunction(source, owner, 'constructor', new Set());
      if (target) found.push({ call: node, target, from: enclosingFunction(node) });
    }
  }
  return found;
});

const callsByTarget = defineService((source) => groupBy(localCalls(source), (call) => call.target));
const callsByOrigin = defineService((source) => groupBy(localCalls(source), (call) => call.from));

/** The calls of `target` in this file. */
export function callersOf(source: SourceCode, target: FunctionNode): readonly LocalCall[] {
  return callsByTarget(source).get(target) ?? [];
}

/** The calls of same-file functions that stand in `from` itself (`undefined`: at module level). */
export function callsIn(source: SourceCode, from: FunctionNode | undefined): readonly LocalCall[] {
  return callsByOrigin(source).get(from) ?? [];
}

function groupBy<K, V>(items: readonly V[], key: (item: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
