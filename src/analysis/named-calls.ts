import type { TSESTree } from '@typescript-eslint/utils';
import { propertyName, unwrap } from './syntax.js';

/**
 * Whether code calls something that the settings name: `runAgent` (a function, or a method of anything), `agents.run`
 * (the end of a dotted name), `/^run\w+Agent$/` (a regular expression on the dotted name).
 */
export function isNamed(callee: TSESTree.Node, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return false;
  const name = dottedName(callee);
  return name !== undefined && patterns.some((pattern) => {
    const expression = /^\/(.*)\/(\w*)$/su.exec(pattern);
    return expression ? new RegExp(expression[1]!, expression[2]).test(name) : name === pattern || name.endsWith(`.${pattern}`);
  });
}

function dottedName(node: TSESTree.Node): string | undefined {
  const at = unwrap(node);
  if (at.type === 'Identifier') return at.name;
  if (at.type === 'ThisExpression') return 'this';
  if (at.type !== 'MemberExpression') return undefined;
  const name = propertyName(at);
  if (name === undefined) return undefined;
  const owner = dottedName(at.object);
  return owner === undefined ? name : `${owner}.${name}`;
}
