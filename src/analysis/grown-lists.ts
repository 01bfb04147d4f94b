import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';

/**
 * Whether `node` names a list that gets other elements after it was made, so that the literal it began with does not say what
 * is in it. Does not see: lists that are changed under another name.
 */
export function growsLater(source: SourceCode, node: TSESTree.Node): boolean {
  const at = unwrap(node);
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  return variable?.references.some(({ identifier }) => {
    const { parent } = identifier;
    return parent?.type === 'MemberExpression' && parent.object === identifier && /^(?:push|unshift|splice|fill)$/u.test(propertyName(parent) ?? '');
  }) === true;
}
