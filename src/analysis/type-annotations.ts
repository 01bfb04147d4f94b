import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from './syntax.js';

/** Where a type annotation says what a value is. */
export type TypedPlace = {
  /** Member of the named thing that the type really is: `Redis.Cluster` of `Redis`. */
  readonly member?: string;
  /** The annotated thing holds an instance of the type, what a function of that type returns, or the value itself. */
  readonly of: 'instance' | 'result' | 'value';
  readonly promise: boolean;
} & (
  | { readonly kind: 'pattern'; readonly node: TSESTree.Identifier | TSESTree.TSParameterProperty }
  | { readonly kind: 'field'; readonly node: TSESTree.PropertyDefinition }
  | { readonly kind: 'returns'; readonly node: FunctionNode }
);

/**
 * The parameters, variables, fields and return values that an annotation with the type named at `name` describes. Understands
 * `T | null | undefined`, `Promise<T>`, `A.B`, `typeof x`, `InstanceType<typeof X>` and `ReturnType<typeof f>`.
 * Does not see: type aliases, interfaces, generics of the file's own, intersections.
 */
export function typedPlaces(name: TSESTree.Node): TypedPlace[] {
  let at: TSESTree.Node = name;
  let member: string | undefined;
  if (at.parent?.type === 'TSQualifiedName' && at.parent.left === at) {
    member = at.parent.right.name;
    at = at.parent;
  }
  let of: TypedPlace['of'] = 'instance';
  if (at.parent?.type === 'TSTypeQuery') {
    of = 'value';
    at = at.parent;
    const wrapper = genericAround(at);
    if (wrapper?.name === 'ReturnType') of = 'result';
    if (wrapper?.name === 'InstanceType') of = 'instance';
    if (wrapper && of !== 'value') at = wrapper.node;
  } else if (at.parent?.type === 'TSTypeReference' && at.parent.typeName === at) {
    at = at.parent;
  } else {
    return [];
  }

  let promise = false;
  for (;;) {
    const wrapper = genericAround(at);
    if (wrapper?.name === 'Promise') {
      promise = true;
      at = wrapper.node;
    } else if (wrapper?.name === 'Awaited') {
      promise = false;
      at = wrapper.node;
    } else if (at.parent?.type === 'TSUnionType' && at.parent.types.every((type) => type === at || type.type === 'TSNullKeyword' || type.type === 'TSUndefinedKeyword')) {
      at = at.parent;
    } else {
      break;
    }
  }
  const annotation = at.parent;
  if (annotation?.type !== 'TSTypeAnnotation') return [];
  const base = { of, promise, ...(member === undefined ? {} : { member }) };
  const owner = annotation.parent;
  switch (owner.type) {
    case 'Identifier':
      if (isBinding(owner)) return [{ ...base, kind: 'pattern', node: owner.parent.type === 'TSParameterProperty' ? owner.parent : owner }];
      return [];
    case 'PropertyDefinition':
      return [{ ...base, kind: 'field', node: owner }];
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      // What an async function returns is a promise by itself: its annotation says so once more.
      return owner.async === promise ? [{ ...base, kind: 'returns', node: owner }] : [];
    default:
      return [];
  }
}

/** Whether a reference stands where a type is named, not a value. */
export function isTypePosition(node: TSESTree.Node): boolean {
  const type = node.parent?.type;
  return type === 'TSTypeReference' || type === 'TSQualifiedName' || type === 'TSTypeQuery';
}

function genericAround(type: TSESTree.Node): { name: string; node: TSESTree.TSTypeReference } | undefined {
  const list = type.parent;
  if (list?.type !== 'TSTypeParameterInstantiation' || list.params.length !== 1) return undefined;
  const reference = list.parent;
  return reference.type === 'TSTypeReference' && reference.typeName.type === 'Identifier' ? { name: reference.typeName.name, node: reference } : undefined;
}

function isBinding(node: TSESTree.Identifier): boolean {
  const parent = node.parent;
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id === node;
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return parent.params.includes(node);
    case 'AssignmentPattern':
      return parent.left === node;
    case 'TSParameterProperty':
      return true;
    default:
      return false;
  }
}
