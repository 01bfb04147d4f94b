import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';
import { accessesOfThis, classAround } from './this-members.js';
import { writesOf } from './writes.js';

/**
 * The expressions of this file that a variable or a field of `this` is given: initializers and assignments, all of them.
 * Does not see: parameters, destructuring, writes from outside the class.
 */
export function heldValues(source: SourceCode, node: TSESTree.Node): readonly TSESTree.Node[] {
  const at = unwrap(node);
  if (at.type === 'Identifier') {
    const variable = variableOf(source, at);
    return variable ? writesOf(variable).flatMap(({ writeExpr }) => (writeExpr ? [unwrap(writeExpr)] : [])) : [];
  }
  if (at.type !== 'MemberExpression' || at.object.type !== 'ThisExpression') return [];
  const body = classAround(at);
  const name = propertyName(at);
  if (!body || name === undefined) return [];
  const initializers = body.body.flatMap((member) => (member.type === 'PropertyDefinition' && propertyName(member) === name && member.value ? [member.value] : []));
  const assigned = accessesOfThis(source, body).flatMap((access) => {
    const { parent } = access;
    return propertyName(access) === name && parent.type === 'AssignmentExpression' && parent.left === access ? [parent.right] : [];
  });
  return [...initializers, ...assigned].map(unwrap);
}
