import type { TSESTree } from '@typescript-eslint/utils';
import { callersOf, variableOf } from './calls.js';
import type { Handler } from './handlers.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, type FunctionNode } from './syntax.js';

/**
 * Whether a framework may get a promise from a handler that gave it none before, and nothing else changes: it handles
 * rejections, and the handler neither goes on through a callback parameter nor answers in a callback of its own, which
 * frameworks that wait for the promise would take for no answer.
 */
export function mayReturnPromise(source: SourceCode, handler: Handler): boolean {
  const { node, rejections, response } = handler;
  if (rejections !== 'handled' || hasCallback(node) || isOverriding(node)) return false;
  const variable = response?.type === 'Identifier' ? variableOf(source, response) : undefined;
  return !variable?.references.some(({ identifier }) => enclosingFunction(identifier) !== node);
}

/** `done`, `callback`: whoever declares it is told by it that the work is over. */
export function hasCallback(fn: FunctionNode): boolean {
  return fn.params.some((parameter) => parameter.type === 'Identifier' && /^(?:done|cb|callback)$/u.test(parameter.name));
}

/** A method whose signature a base class may prescribe. */
function isOverriding(fn: FunctionNode): boolean {
  const { parent } = fn;
  return parent.type === 'MethodDefinition' && parent.parent.parent.superClass != null;
}

/**
 * All calls of a function, if this file surely has them all and the function is only ever called: a declared or constant
 * function that is not exported, kept or handed on. `undefined` otherwise, and for methods.
 */
export function everyCallOf(source: SourceCode, fn: FunctionNode): readonly TSESTree.CallExpression[] | undefined {
  const { parent } = fn;
  const declaration = fn.type === 'FunctionDeclaration' ? fn : parent.type === 'VariableDeclarator' ? parent.parent : undefined;
  const id = fn.type === 'FunctionDeclaration' ? fn.id : parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
  if (!declaration || !id || declaration.parent.type === 'ExportNamedDeclaration' || declaration.parent.type === 'ExportDefaultDeclaration') return undefined;
  const calls = callersOf(source, fn).flatMap(({ call }) => (call.type === 'CallExpression' ? [call] : []));
  const reads = variableOf(source, id)?.references.filter((reference) => reference.isRead()) ?? [];
  return reads.length > 0 && reads.length === calls.length ? calls : undefined;
}
