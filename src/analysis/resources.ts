import type { TSESTree } from '@typescript-eslint/utils';
import type { Resource, Role } from '../catalog/schema.js';
import { argumentAt } from './arguments.js';
import { variableOf } from './calls.js';
import { usesOfPackages, type Use } from './facts.js';
import { valuesBehind } from './parameters.js';
import { defineService, type SourceCode } from './service.js';
import { contains, enclosingFunction, isFunction, unwrap, wrapped } from './syntax.js';
import { expressionOf, templateParts } from './values.js';

/** A construction of something dear. */
export interface Construction {
  readonly use: Use;
  readonly resource: Resource;
}

/**
 * The constructions of resources with one of `wanted` roles, in source order. A call that only wraps what it is given
 * (`drizzle(pool)`) is none, nor one of a library that keeps the one instance itself (`mongoose.connect` returns at once
 * when it is connected), nor one that gives the client to a callback, where it is out of sight.
 */
export function constructionsOf(source: SourceCode, ...wanted: readonly Role[]): Construction[] {
  return usesOfPackages(source, ...wanted).flatMap((use) => {
    const { resource } = use.action;
    return resource && !resource.processWide && !use.args.some(isFunction) && opens(source, use, resource) ? [{ use, resource }] : [];
  });
}

/** Whether `outer` is made from what `inner` makes: a pool handed to the client that works on it. */
export function isPartOf(source: SourceCode, inner: Use, outer: Use): boolean {
  return inner !== outer && valuesOf(source, outer).some((value) => contains(value, inner.node));
}

const valuesByUse = defineService(() => new Map<Use, readonly TSESTree.Node[]>());

/** What a use is given, followed within its function: asked for each other use of the file. */
function valuesOf(source: SourceCode, use: Use): readonly TSESTree.Node[] {
  let values = valuesByUse(source).get(use);
  if (!values) {
    const fn = enclosingFunction(use.node);
    valuesByUse(source).set(use, (values = fn ? valuesBehind(source, use.args, fn) : []));
  }
  return values;
}

/** The outermost `a ? b : c` or `a ?? b` of which `node` is one outcome; `node` itself where there is none. */
export function alternative(node: TSESTree.Node): TSESTree.Node {
  let at = wrapped(node);
  while ((at.parent?.type === 'ConditionalExpression' && at.parent.test !== at) || at.parent?.type === 'LogicalExpression') at = wrapped(at.parent);
  return at;
}

function opens(source: SourceCode, use: Use, resource: Resource): boolean {
  if (isHandedConnection(source, use)) return false;
  if (!resource.opensFrom) return true;
  return resource.opensFrom.some((path) => {
    const place = argumentAt(source, use.args, path);
    return typeof place !== 'string' && (path.includes('.') || isText(source, place.found));
  });
}

/** `new Queue(name, { connection })` with the connection that another file makes, which may be the shared one; options for one are called so. */
function isHandedConnection(source: SourceCode, use: Use): boolean {
  const path = use.action.args?.['connection'];
  const place = path === undefined ? 'absent' : argumentAt(source, use.args, path);
  const given = typeof place === 'object' ? expressionOf(source, place.found) : undefined;
  if (given?.type !== 'Identifier' || /opt|conf|param|setting|url/iu.test(given.name)) return false;
  return variableOf(source, given)?.defs[0]?.type === 'ImportBinding';
}

/** A string, as far as can be seen; what the environment holds is one. */
function isText(source: SourceCode, node: TSESTree.Node): boolean {
  const at = unwrap(node);
  if (at.type === 'LogicalExpression') return isText(source, at.left) || isText(source, at.right);
  return /^process\.env\b/u.test(source.getText(at)) || templateParts(source, at).some((part) => part.kind === 'static');
}
