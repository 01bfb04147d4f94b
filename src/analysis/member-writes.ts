import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from './service.js';
import { propertyName, walk, wrapped } from './syntax.js';

/** What the file does to the members of an object, by the name it has for it. */

export const arrayMutators = new Set(['copyWithin', 'fill', 'pop', 'push', 'reverse', 'shift', 'sort', 'splice', 'unshift']);

const ownersByClass = defineService(() => new Map<TSESTree.ClassBody, { self: TSESTree.Node[]; selfOrName: TSESTree.Node[] }>());

/** What can stand for the instance, or for the class, inside it. */
export function ownersIn(source: SourceCode, body: TSESTree.ClassBody, isStatic: boolean): readonly TSESTree.Node[] {
  let owners = ownersByClass(source).get(body);
  if (!owners) {
    const selfOrName = [...walk(body, source.visitorKeys)].filter((node) => node.type === 'ThisExpression' || node.type === 'Identifier');
    ownersByClass(source).set(body, (owners = { selfOrName, self: selfOrName.filter((node) => node.type === 'ThisExpression') }));
  }
  return isStatic ? owners.selfOrName : owners.self;
}

export interface MemberUses {
  /** What has a computed name, and what is handed over: looked at for each name anew. */
  readonly others: readonly TSESTree.Node[];
  /** Names of members that are written. */
  readonly named: ReadonlySet<string>;
  /** Calls of methods that change an array, whatever member is asked about. */
  readonly mutates: boolean;
}

const usesByVariable = defineService(() => new Map<TSESLint.Scope.Variable, MemberUses>());

/** What is done to the members of a variable, which each of them asks about. */
export function memberUses(source: SourceCode, variable: TSESLint.Scope.Variable): MemberUses {
  let uses = usesByVariable(source).get(variable);
  if (!uses) {
    const others: TSESTree.Node[] = [];
    const named = new Set<string>();
    let mutates = false;
    for (const { identifier } of variable.references) {
      const outer = wrapped(identifier);
      const { parent } = outer;
      if (parent?.type !== 'MemberExpression' || parent.object !== outer) {
        if (parent?.type === 'CallExpression' && parent.arguments[0] === outer) others.push(identifier);
        continue;
      }
      const written = propertyName(parent);
      if (written === undefined) others.push(identifier);
      else if (isCalled(parent)) mutates ||= arrayMutators.has(written);
      else if (isWritten(parent)) named.add(written);
    }
    usesByVariable(source).set(variable, (uses = { others, named, mutates }));
  }
  return uses;
}

export function isCalled(member: TSESTree.Node): boolean {
  const outer = wrapped(member);
  return outer.parent?.type === 'CallExpression' && outer.parent.callee === outer;
}

/** The member, or a member of it, is assigned, incremented, deleted, destructured into or changed by an array method. */
export function isWritten(member: TSESTree.Node): boolean {
  const outer = wrapped(member);
  const parent = outer.parent;
  switch (parent?.type) {
    case 'AssignmentExpression':
      return parent.left === outer;
    case 'UpdateExpression':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'Property':
      return parent.parent.type === 'ObjectPattern' && parent.value === outer;
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === outer;
    case 'MemberExpression':
      if (parent.object !== outer) return false;
      return isCalled(parent) ? arrayMutators.has(propertyName(parent) ?? '') : isWritten(parent);
    default:
      return false;
  }
}
