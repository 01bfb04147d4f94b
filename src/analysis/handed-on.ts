import type { TSESTree } from '@typescript-eslint/utils';
import { handlers, type Handler } from './handlers.js';
import type { Reached } from './reached-calls.js';
import type { SourceCode } from './service.js';

/**
 * Does a handler hand all it got to a handler of another file (`return handle(req, res)`)? What that one does is its own matter, and is
 * reported in its own file.
 * Does not see: parameters that are taken apart.
 *
 * @param counts which handlers of the other file are looked at there.
 */
export function isHandedOn(call: TSESTree.Node, { reach, steps }: Reached<{ readonly node: TSESTree.Node }>, counts: (source: SourceCode, handler: Handler) => boolean = () => true): boolean {
  if (call.type !== 'CallExpression') return false;
  const own = reach.handler.node.params.flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : []));
  const given = call.arguments.flatMap((argument) => (argument.type === 'Identifier' ? [argument.name] : []));
  const target = steps[0]?.target;
  return own.length > 1 && own.every((name) => given.includes(name)) && target !== undefined
    && handlers(target.source).some((handler) => handler.node === target.node && counts(target.source, handler));
}
