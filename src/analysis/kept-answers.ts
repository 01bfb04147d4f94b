import type { TSESTree } from '@typescript-eslint/utils';
import type { KeptBy } from '../catalog/schema.js';
import { variableOf } from './calls.js';
import { exportsOf } from './exports.js';
import type { Handler } from './handler.js';
import { importSources } from './imports.js';
import type { SourceCode } from './service.js';
import { isFunction, unwrap } from './syntax.js';

/**
 * Does the framework keep what a handler answers, so that it runs at build time or once in a while, and not on each request? So
 * it is where an export of the file asks for it (`export const revalidate = 3600`) and the handler does not read the request.
 * Does not see: caches in front of the server, configuration in other files.
 */
export function keepsAnswer(source: SourceCode, { node, method, convention }: Handler): boolean {
  const kept = convention?.kept;
  if (!kept || (method !== 'GET' && method !== 'HEAD')) return false;
  const [request] = node.params;
  if (request && !isUnread(source, request)) return false;
  if (kept.unlessImported?.some((from) => importSources(source).has(from))) return false;
  return exportsOne(source, kept.by) && !exportsOne(source, kept.unless ?? {});
}

function exportsOne(source: SourceCode, values: KeptBy['by']): boolean {
  const { named } = exportsOf(source);
  return Object.entries(values).some(([name, wanted]) => {
    const exported = named.get(name);
    return exported?.kind === 'local' && wanted.some((value) => isValue(exported.node, value));
  });
}

function isUnread(source: SourceCode, parameter: TSESTree.Parameter): boolean {
  return parameter.type === 'Identifier' && variableOf(source, parameter)?.references.length === 0;
}

function isValue(node: TSESTree.Node, value: KeptBy['by'][string][number]): boolean {
  const at = unwrap(node);
  if (value === 'function') return isFunction(at);
  if (at.type !== 'Literal') return false;
  return value === 'number' ? typeof at.value === 'number' && at.value > 0 : at.value === value;
}
