import type { TSESTree } from '@typescript-eslint/utils';
import { constantValue, variableOf } from './calls.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, wrapped } from './syntax.js';

/**
 * Does a list of rows only become a `Map`, a `Set` or an object by key, so that neither the order of the rows nor a row that is there
 * twice or missing makes a difference? A callback that looks whether there is a row at all makes one.
 * Does not see: loops that fill a map, lists that are returned or handed on; those count as ordered.
 */
export function isOrderFree(source: SourceCode, list: TSESTree.Node, depth = 0): boolean {
  const at = wrapped(list);
  const { parent } = at;
  if (!parent || depth > 6) return false;
  switch (parent.type) {
    case 'NewExpression':
      return parent.arguments[0] === at && parent.callee.type === 'Identifier' && /^(?:Map|Set)$/u.test(parent.callee.name);
    case 'CallExpression':
      return parent.arguments[0] === at && source.getText(parent.callee) === 'Object.fromEntries';
    case 'SpreadElement':
      return parent.parent.type === 'ArrayExpression' && parent.parent.elements.length === 1 && isOrderFree(source, parent.parent, depth + 1);
    case 'MemberExpression': {
      const call = parent.parent;
      if (parent.object !== at || call.type !== 'CallExpression' || call.callee !== parent) return false;
      return keepsElements(source, propertyName(parent), call.arguments) && isOrderFree(source, call, depth + 1);
    }
    case 'VariableDeclarator': {
      const variable = parent.id.type === 'Identifier' && parent.init === at ? variableOf(source, parent.id) : undefined;
      const reads = variable && constantValue(variable) ? variable.references.filter((reference) => reference.isRead()) : [];
      return reads.length > 0 && reads.every(({ identifier }) => isOrderFree(source, identifier as TSESTree.Node, depth + 1));
    }
    default:
      return false;
  }
}

/** `.filter(Boolean)`, or a callback that takes each row by itself as one that is there. */
function keepsElements(source: SourceCode, method: string | undefined, [callback, ...rest]: readonly TSESTree.CallExpressionArgument[]): boolean {
  if (!callback || rest.length > 0 || !/^(?:map|filter|flatMap)$/u.test(method ?? '')) return false;
  const at = unwrap(callback);
  if (at.type === 'Identifier') return at.name === 'Boolean' && method === 'filter';
  return isFunction(at) && at.params.length === 1 && !at.async && !/\?\.|\?\?|\bnull\b|\bundefined\b|!\s*[\w(]|\|\||&&|\?/u.test(source.getText(at.body));
}
