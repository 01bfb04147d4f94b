import type { TSESTree } from '@typescript-eslint/utils';
import { cqrsOf } from './cqrs.js';
import { handlers, type Handler } from './handlers.js';
import { defineService, type SourceCode } from './service.js';
import { propertyName, unwrap, type FunctionNode } from './syntax.js';

/**
 * Which functions of the file answer a question and should change nothing: handlers of GET and HEAD, fields of GraphQL's `Query`, tRPC
 * queries, and query handlers of CQRS.
 * Does not see: handlers whose method only another file says, and those that serve several methods.
 */
export interface Query {
  readonly node: FunctionNode;
  /** A noun phrase for messages, as a handler's. */
  readonly name: string;
  readonly kind: 'http' | 'graphql' | 'rpc' | 'cqrs';
  readonly handler?: Handler;
}

export const queries = defineService((source: SourceCode): readonly Query[] => {
  const found = new Map<FunctionNode, Query>();
  for (const handler of handlers(source)) {
    const kind = kindOf(handler);
    if (kind) found.set(handler.node, { node: handler.node, name: handler.name, kind, handler });
  }
  for (const { side, method, name } of cqrsOf(source).handlers) {
    if (side === 'query' && method) found.set(method, { node: method, name: `\`${name}\``, kind: 'cqrs' });
  }
  return [...found.values()];
});

function kindOf({ kind, method, path, registration }: Handler): Query['kind'] | undefined {
  switch (kind) {
    case 'http':
      return method === 'GET' || method === 'HEAD' ? 'http' : undefined;
    case 'graphql':
      return path?.startsWith('Query.') || calleeName(registration) === 'Query' ? 'graphql' : undefined;
    case 'rpc':
      return calleeName(registration) === 'query' ? 'rpc' : undefined;
    case 'query':
      return 'cqrs';
    default:
      return undefined;
  }
}

/** The last name of what a call or decorator calls: `query` of `procedure.input(x).query(fn)`. */
function calleeName(node: TSESTree.Node): string | undefined {
  const call = node.type === 'Decorator' ? node.expression : node;
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : unwrap(call);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
}
