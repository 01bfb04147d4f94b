import type { TSESTree } from '@typescript-eslint/utils';
import { boundBy } from './bindings.js';
import { resolveFunction } from './calls.js';
import { isChangingMethod } from './effects.js';
import { definedIn, heldBy, namesOf, reachedFrom, referenceOf, type Reference, type References } from './references.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/**
 * What evaluating an expression, or running a function of the file, changes that others can see: variables it assigns, and
 * objects it writes to, by any name the file has for them.
 * Methods change their object when their name says so (`push`, `addMessage`). Does not see: what imported functions change,
 * which are taken to compute only; setters.
 */
export function changesIn(source: SourceCode, node: TSESTree.Node): References {
  const changed = new Set<Reference>();
  for (const at of walk(node, source.visitorKeys)) for (const reference of changedBy(source, at)) changed.add(reference);
  return changed;
}

const none: References = new Set();

/** What this one node changes, those inside it left out. */
export function changedBy(source: SourceCode, node: TSESTree.Node): References {
  switch (node.type) {
    case 'AssignmentExpression':
      return writtenTo(source, node.left);
    case 'UpdateExpression':
      return writtenTo(source, node.argument);
    case 'UnaryExpression':
      return node.operator === 'delete' ? writtenTo(source, node.argument) : none;
    case 'CallExpression':
      return changedByCall(source, node);
    default:
      return none;
  }
}

/** What the function changes when it is called with what is in `args`: no variables of its own. */
export function changesOf(source: SourceCode, fn: FunctionNode, args: readonly TSESTree.Node[] = []): References {
  const changed = new Set<Reference>();
  for (const reference of bodyChanges(source, fn)) {
    if (typeof reference === 'string' || !definedIn(fn, reference)) changed.add(reference);
    else if (reference.defs[0]?.type === 'Parameter') for (const given of args) for (const one of reachedFrom(source, heldBy(source, given))) changed.add(one);
  }
  return changed;
}

/** True if the function changes anything that it did not make itself, what it is given included. */
export function changesAnything(source: SourceCode, fn: FunctionNode): boolean {
  return [...bodyChanges(source, fn)].some((reference) => typeof reference === 'string' || !definedIn(fn, reference) || (reference.defs[0]?.type === 'Parameter' && isWrittenInside(source, fn, reference)));
}

/** Assigning a parameter itself is the function's own business. */
function isWrittenInside(source: SourceCode, fn: FunctionNode, parameter: Reference): boolean {
  for (const node of walk(fn.body, source.visitorKeys)) {
    if ((node.type === 'AssignmentExpression' && node.left.type === 'Identifier') || (node.type === 'UpdateExpression' && node.argument.type === 'Identifier')) continue;
    if (changedBy(source, node).has(parameter)) return true;
  }
  return false;
}

const bodies = new WeakMap<FunctionNode, References>();

function bodyChanges(source: SourceCode, fn: FunctionNode): References {
  let changed = bodies.get(fn);
  if (!changed) {
    bodies.set(fn, none); // what a function that calls itself sees
    bodies.set(fn, (changed = changesIn(source, fn.body)));
  }
  return changed;
}

function changedByCall(source: SourceCode, call: TSESTree.CallExpression): References {
  const callee = unwrap(call.callee);
  const local = isFunction(callee) ? undefined : resolveFunction(source, callee);
  if (local) return changesOf(source, local, call.arguments);
  if (callee.type !== 'MemberExpression') return none;
  const [first] = call.arguments;
  if (first && /^(?:Object\.(?:assign|definePropert\w+)|Reflect\.(?:set|deleteProperty))$/u.test(source.getText(callee))) return writtenInto(source, first);
  return isChangingMethod(propertyName(callee)) ? writtenInto(source, callee.object) : none;
}

/** What an assignment to `target` changes: a variable, or the object whose member it is. */
export function writtenTo(source: SourceCode, target: TSESTree.Node): References {
  const at = unwrap(target);
  if (at.type === 'MemberExpression') return at.object.type === 'ThisExpression' ? new Set([referenceOf(source, at) ?? 'this']) : writtenInto(source, at.object);
  const changed = new Set<Reference>(boundBy(source, at));
  // Members among the targets of a pattern: `[a.b] = c`.
  if (at.type !== 'Identifier') for (const inner of walk(at, source.visitorKeys)) if (inner.type === 'MemberExpression') for (const one of writtenInto(source, inner.object)) changed.add(one);
  return changed;
}

/** The names of the object that is written into. A field of something may be another thing's object. */
function writtenInto(source: SourceCode, object: TSESTree.Node): References {
  const at = unwrap(object);
  const named = referenceOf(source, at);
  // A name that nothing declares is a global, which everybody knows.
  if (!named) return at.type === 'Identifier' ? new Set(['this']) : reachedFrom(source, heldBy(source, at));
  const isDirect = at.type === 'Identifier' || at.type === 'ThisExpression' || (at.type === 'MemberExpression' && at.object.type === 'ThisExpression');
  return isDirect ? namesOf(source, named) : reachedFrom(source, namesOf(source, named));
}
