import type { TSESTree } from '@typescript-eslint/utils';
import { classVariables } from '../../analysis/calls.js';
import type { ClassDependency } from '../../analysis/class-dependencies.js';
import type { SourceCode } from '../../analysis/service.js';
import { propertyName, walk, type FunctionNode } from '../../analysis/syntax.js';
import { accessesOfThis } from '../../analysis/this-members.js';
import { hoistable } from './hoistable.js';

type ClassNode = ClassDependency['owner'];

/** The constructor of a class, if it declares one. */
export type Constructor = TSESTree.MethodDefinition & { value: FunctionNode };

/**
 * Whether a class can get a collaborator by one more constructor parameter with a default, without anything else changing.
 *
 * @returns the class's own constructor, `'none'` where it has none, or `undefined` where it cannot: a decorated class (its
 *   container would try to fill the parameter), a subclass, a `#private` field, a constructor with other than plain parameters or
 *   several signatures, calls in the file that pass more arguments, subclasses in the file with a constructor of their own, and
 *   a construction that means something else, or comes too early, in a parameter's default.
 */
export function roomInConstructor(source: SourceCode, { owner, field, place, collaborator: { node } }: ClassDependency): Constructor | 'none' | undefined {
  if (owner.superClass || isDecorated(owner) || !/^[\p{L}$_][\p{L}\d$_]*$/u.test(field)) return undefined;
  const constructors = owner.body.body.filter((member) => (member.type === 'MethodDefinition' || member.type === 'TSAbstractMethodDefinition') && member.kind === 'constructor');
  const own = constructors[0] as Constructor | undefined;
  if (constructors.length > 1 || (own && !isPlainConstructor(source, own)) || !fitsCalls(source, owner, own?.value.params.length ?? 0)) return undefined;
  const inTime = place.type === 'PropertyDefinition' ? mayComeLater(source, owner, place, field) : mayComeSooner(place);
  return inTime && hoistable(source, node).ok ? (own ?? 'none') : undefined;
}

function isDecorated(owner: ClassNode): boolean {
  return owner.decorators?.length > 0 || owner.body.body.some((member) => 'decorators' in member && member.decorators?.length > 0);
}

function isPlainConstructor(source: SourceCode, { value }: Constructor): boolean {
  if (value.body?.type !== 'BlockStatement' || !value.params.every(isPlain)) return false;
  for (const node of walk(value.body, source.visitorKeys)) if (node.type === 'Identifier' && node.name === 'arguments') return false;
  return true;
}

function isPlain(param: TSESTree.Parameter): boolean {
  if (param.type === 'TSParameterProperty') return !(param.decorators?.length > 0) && isPlain(param.parameter);
  return (param.type === 'Identifier' && !(param.decorators?.length > 0)) || (param.type === 'AssignmentPattern' && param.left.type === 'Identifier');
}

/** Calls in the file pass at most `count` arguments, all of them written out. */
function fitsCalls(source: SourceCode, owner: ClassNode, count: number): boolean {
  return classVariables(source, owner).flatMap((variable) => variable.references).every(({ identifier }) => {
    const { parent } = identifier as TSESTree.Node;
    if (parent?.type === 'ClassDeclaration' || parent?.type === 'ClassExpression') {
      return !parent.body.body.some((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
    }
    if (parent?.type !== 'NewExpression' || parent.callee !== identifier) return true;
    return parent.arguments.length <= count && parent.arguments.every(({ type }) => type !== 'SpreadElement');
  });
}

/** Initializers of fields run before the constructor's body: none may read the field. */
function mayComeLater(source: SourceCode, owner: ClassNode, place: TSESTree.PropertyDefinition, field: string): boolean {
  return !place.computed && accessesOfThis(source, owner.body).every((access) => {
    if (propertyName(access) !== field) return true;
    let member: TSESTree.Node = access;
    while (member.parent && member.parent !== owner.body) member = member.parent;
    return member.type !== 'PropertyDefinition' || member.value?.type === 'ArrowFunctionExpression';
  });
}

/** A parameter's default comes before the constructor's body: nothing there may have checked or prepared anything for it. */
function mayComeSooner(place: TSESTree.ExpressionStatement): boolean {
  const { body } = place.parent as TSESTree.BlockStatement;
  return body.slice(0, body.indexOf(place)).every((statement) =>
    statement.type === 'VariableDeclaration' || (statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression'));
}
