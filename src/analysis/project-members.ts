import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, walk, type FunctionNode } from './syntax.js';

/**
 * What the syntax of a class, a type annotation or a function says of a member, a binding or a result, by itself: names are not looked up.
 * Does not see: members assigned outside the constructor, accessors that compute, generics.
 */

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A member of a class: what it is set to, the getter that gives it, or the type it is declared with. All empty: it is there, and unknown. */
export interface Member {
  readonly value?: TSESTree.Node;
  readonly getter?: FunctionNode;
  readonly type?: TSESTree.TypeNode;
}

/** The member `name` that the class itself declares, also by a parameter of its constructor or an assignment in it. */
export function findMember(node: ClassNode, name: string, isStatic: boolean): Member | undefined {
  for (const member of node.body.body) {
    if (member.type === 'MethodDefinition' && member.kind !== 'constructor') {
      if (member.static !== isStatic || propertyName(member) !== name || !isFunction(member.value)) continue;
      if (member.kind === 'set') continue;
      return member.kind === 'get' ? { getter: member.value } : { value: member.value };
    }
    if (member.type === 'PropertyDefinition' && member.static === isStatic && propertyName(member) === name) {
      const assigned = isStatic || member.value ? undefined : assignedInConstructor(node, name);
      return memberOf(member.value ?? assigned, member.typeAnnotation?.typeAnnotation);
    }
  }
  if (isStatic) return undefined;
  const parameter = parameterProperty(node, name);
  if (parameter) return memberOf(undefined, parameter.typeAnnotation?.typeAnnotation);
  const assigned = assignedInConstructor(node, name);
  return assigned && { value: assigned };
}

function memberOf(value: TSESTree.Node | null | undefined, type: TSESTree.TypeNode | undefined): Member {
  return { ...(value && { value }), ...(type && { type }) };
}

/** The constructor of the class, if it has a body. */
export function constructorOf(node: ClassNode): FunctionNode | undefined {
  for (const member of node.body.body) {
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') return isFunction(member.value) ? member.value : undefined;
  }
  return undefined;
}

function parameterProperty(node: ClassNode, name: string): TSESTree.Identifier | undefined {
  for (const parameter of constructorOf(node)?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if (inner.type === 'Identifier' && inner.name === name) return inner;
  }
  return undefined;
}

function assignedInConstructor(node: ClassNode, name: string): TSESTree.Node | undefined {
  const body = constructorOf(node)?.body;
  if (body?.type !== 'BlockStatement') return undefined;
  for (const statement of body.body) {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') continue;
    if (assignment.left.object.type === 'ThisExpression' && propertyName(assignment.left) === name) return assignment.right;
  }
  return undefined;
}

/**
 * The class that a type names, through `| null`, `Promise<T>` and `InstanceType<typeof T>`; with `isValue` the binding holds what
 * is named itself (`typeof service`).
 */
export function nameTyped(type: TSESTree.TypeNode): { readonly name: TSESTree.Identifier; readonly isValue: boolean } | undefined {
  switch (type.type) {
    case 'TSUnionType': {
      const [only, ...others] = type.types.filter((one) => one.type !== 'TSNullKeyword' && one.type !== 'TSUndefinedKeyword');
      return only && others.length === 0 ? nameTyped(only) : undefined;
    }
    case 'TSTypeQuery':
      return type.exprName.type === 'Identifier' ? { name: type.exprName, isValue: true } : undefined;
    case 'TSTypeReference': {
      if (type.typeName.type !== 'Identifier') return undefined;
      const [only] = type.typeArguments?.params ?? [];
      if (!only) return { name: type.typeName, isValue: false };
      if (!/^(?:Promise|Awaited|Readonly|InstanceType)$/u.test(type.typeName.name)) return { name: type.typeName, isValue: false };
      const inner = nameTyped(only);
      return inner && type.typeName.name === 'InstanceType' ? { ...inner, isValue: false } : inner;
    }
    default:
      return undefined;
  }
}

/** What a function says it returns, and the one expression that it returns, if there is just one. */
export function returnedBy(source: SourceCode, fn: FunctionNode): { readonly type?: TSESTree.TypeNode; readonly value?: TSESTree.Node } {
  const type = fn.returnType?.typeAnnotation;
  const value = fn.body.type === 'BlockStatement' ? onlyReturn(source, fn.body) : fn.body;
  return { ...(type && { type }), ...(value && { value }) };
}

function onlyReturn(source: SourceCode, body: TSESTree.BlockStatement): TSESTree.Node | undefined {
  const found: TSESTree.Node[] = [];
  for (const at of walk(body, source.visitorKeys, (node) => isFunction(node) || node.type === 'ClassBody')) {
    if (at.type === 'ReturnStatement' && at.argument) found.push(at.argument);
  }
  const [first] = found;
  return first && found.every((one) => source.getText(one) === source.getText(first)) ? first : undefined;
}
