import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { propertyName } from './syntax.js';

/**
 * Where the methods of a class read or write members of `this`.
 * Does not see: `this` under another name, destructured members.
 */
export function accessesOfThis(source: SourceCode, owner: TSESTree.ClassBody): readonly TSESTree.MemberExpression[] {
  return accessesByClass(source).get(owner) ?? [];
}

const accessesByClass = defineService((source: SourceCode) => {
  const found = new Map<TSESTree.ClassBody, TSESTree.MemberExpression[]>();
  for (const { parent: node } of nodesOf(source, 'ThisExpression')) {
    if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') continue;
    const owner = classAround(node);
    if (!owner) continue;
    const list = found.get(owner);
    if (list) list.push(node);
    else found.set(owner, [node]);
  }
  return found;
});

/** The body of the class whose instance `this` is at `node`. */
export function classAround(node: TSESTree.Node): TSESTree.ClassBody | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'ClassBody') return at;
    if (at.type === 'FunctionDeclaration' || (at.type === 'FunctionExpression' && at.parent.type !== 'MethodDefinition')) return undefined;
  }
  return undefined;
}

/** Whether the class itself declares a member of this name. */
export function ownsMember(body: TSESTree.ClassBody, name: string): boolean {
  return body.body.some((member) => (member.type === 'MethodDefinition' || member.type === 'PropertyDefinition') && propertyName(member) === name);
}
