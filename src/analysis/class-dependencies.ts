import type { TSESTree } from '@typescript-eslint/utils';
import { collaborators, type Collaborator } from './collaborators.js';
import { adapts, composes } from './class-purpose.js';
import { isMadeByFramework, isSingletonOfFile } from './constructed-by.js';
import { parametersBehind } from './parameters.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, propertyName, walk, wrapped } from './syntax.js';

/**
 * Which collaborators do the classes of this file make for themselves, in a field's initializer or a statement of the
 * constructor (`this.mail = new MailService()`)?
 *
 * A class that is there to wrap that very client, one that composes others (`App`, `Container`, `OrderFactory`), what is made
 * for this one instance (from the constructor's parameters, or with `this` handed over) and what a parameter may replace
 * (`mail ?? new MailService()`) are none. Nor are those of a class that others cannot construct: a framework's base class decides
 * what its constructor is given, or the file exports the one instance instead of the class.
 * Does not see: what a method makes later, static fields, classes built by functions and prototypes.
 */
export interface ClassDependency {
  readonly collaborator: Collaborator;
  readonly owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression;
  /** The field's name, with `#` where it is private to the language. */
  readonly field: string;
  /** What makes it: the field, or the statement of the constructor. */
  readonly place: TSESTree.PropertyDefinition | TSESTree.ExpressionStatement;
}

export const classDependencies = defineService((source: SourceCode): readonly ClassDependency[] => collaborators(source).flatMap((collaborator) => {
  const found = placeOf(collaborator.node);
  if (!found) return [];
  const { owner } = found;
  const fixed = !isOwn(source, collaborator);
  const isOurs = fixed && !composes(owner) && !adapts(owner, collaborator);
  return isOurs && !isMadeByFramework(source, owner) && !isSingletonOfFile(source, owner) ? [{ ...found, collaborator }] : [];
}));

function placeOf(made: TSESTree.Node): Omit<ClassDependency, 'collaborator'> | undefined {
  const at = wrapped(made);
  const { parent } = at;
  if (parent?.type === 'PropertyDefinition') {
    const field = propertyName(parent);
    return parent.value === at && !parent.static && field !== undefined ? { owner: parent.parent.parent, field, place: parent } : undefined;
  }
  if (parent?.type !== 'AssignmentExpression' || parent.operator !== '=' || parent.right !== at) return undefined;
  const { left, parent: place } = parent;
  const method = enclosingFunction(parent)?.parent;
  const field = left.type === 'MemberExpression' && left.object.type === 'ThisExpression' ? propertyName(left) : undefined;
  if (field === undefined || method?.type !== 'MethodDefinition' || method.kind !== 'constructor') return undefined;
  return place.type === 'ExpressionStatement' && place.parent === method.value.body ? { owner: method.parent.parent, field, place } : undefined;
}

/** Whether it is made of what only this instance has. */
function isOwn(source: SourceCode, { node }: Collaborator): boolean {
  for (const argument of node.arguments) {
    for (const at of walk(argument, source.visitorKeys)) if (at.type === 'ThisExpression') return true;
  }
  const fn = enclosingFunction(node);
  return fn !== undefined && parametersBehind(source, node.arguments, fn).length > 0;
}
