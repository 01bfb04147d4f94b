import type { TSESTree } from '@typescript-eslint/utils';
import { functionsAt } from './handler-functions.js';
import { nodesOf } from './nodes.js';
import { routesOf, type Route } from './routes.js';
import type { SourceCode } from './service.js';
import { decoratorsOf, propertyName, walk } from './syntax.js';

/**
 * Routes that the code marks as deprecated (`@deprecated` in the comment before them, `deprecated: true` in their options or
 * decorators) without telling clients: no `Sunset` or `Deprecation` header is named anywhere in the file.
 * Does not see: headers that a middleware or a handler of another file sets; a route whose handler stands elsewhere is left out.
 */
export function silentlyDeprecated(source: SourceCode): readonly Route[] {
  if (!/deprecated/u.test(source.text) || namesHeader(source)) return [];
  return routesOf(source).filter((route) => isMarked(source, route) && route.handlers.some((node) => functionsAt(source, node).length > 0));
}

/** `res.set('Sunset', date)`, `reply.headers({ Deprecation: 'true' })`; comments do not count. */
function namesHeader(source: SourceCode): boolean {
  const header = /^(?:sunset|deprecation)$/iu;
  if (!/sunset|deprecation/iu.test(source.text)) return false;
  return nodesOf(source, 'Literal').some(({ value }) => typeof value === 'string' && header.test(value))
    || nodesOf(source, 'Property').some((property) => header.test(propertyName(property) ?? ''));
}

function isMarked(source: SourceCode, { node, handlers }: Route): boolean {
  const owner = node.type === 'Decorator' ? node.parent : statementOf(node);
  if (source.getCommentsBefore(owner).some(({ value }) => /@deprecated\b/u.test(value))) return true;
  if (node.type === 'Decorator' && source.getCommentsBefore(node).some(({ value }) => /@deprecated\b/u.test(value))) return true;
  const options: readonly TSESTree.Node[] = node.type === 'Decorator' ? decoratorsOf(node.parent) : node.type === 'CallExpression' ? node.arguments : [];
  for (const option of options) {
    if (handlers.includes(option)) continue;
    for (const at of walk(option, source.visitorKeys, (inner) => handlers.includes(inner))) {
      if (at.type === 'Property' && at.key.type === 'Identifier' && at.key.name === 'deprecated' && at.value.type === 'Literal' && at.value.value === true) return true;
    }
  }
  return false;
}

/** The statement that a registering call is; in a chain only its first call begins there. */
function statementOf(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && at.parent.range[0] === node.range[0] && at.parent.type !== 'Program' && at.parent.type !== 'BlockStatement') at = at.parent;
  return at;
}
