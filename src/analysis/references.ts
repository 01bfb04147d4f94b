import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { boundBy } from './bindings.js';
import { classVariables, resolveFunction, variableOf } from './calls.js';
import { isChangingMethod, isTextual } from './effects.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { contains, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/**
 * Which objects a value may be or hold, by the names that lead to them: `messages`, and `box` after `const box = { messages }`.
 * One name stands for all its fields; fields of `this` are told apart.
 * Does not see: what two parameters, or what comes out of awaited or imported functions, have in common.
 */

/** A variable, `this.field`, or `this` as a whole. */
export type Reference = TSESLint.Scope.Variable | 'this' | `this.${string}`;
export type References = ReadonlySet<Reference>;

/** What the value of an expression may be or hold, at first hand: nothing for texts and numbers, which nobody can change. */
export function heldBy(source: SourceCode, node: TSESTree.Node): References {
  const held = new Set<Reference>();
  hold(source, node, held);
  return held;
}

function hold(source: SourceCode, node: TSESTree.Node, into: Set<Reference>): void {
  const at = unwrap(node);
  switch (at.type) {
    case 'Identifier':
    case 'ThisExpression':
    case 'MemberExpression':
      return holdNamed(source, at, into);
    case 'ArrayExpression':
      for (const element of at.elements) if (element) hold(source, element, into);
      return;
    case 'ObjectExpression':
      for (const property of at.properties) hold(source, property.type === 'Property' ? property.value : property.argument, into);
      return;
    case 'SpreadElement':
      return hold(source, at.argument, into);
    case 'ConditionalExpression':
      hold(source, at.consequent, into);
      return hold(source, at.alternate, into);
    case 'LogicalExpression':
      hold(source, at.left, into);
      return hold(source, at.right, into);
    case 'AssignmentExpression':
      return hold(source, at.right, into);
    case 'SequenceExpression':
      return hold(source, at.expressions.at(-1)!, into);
    case 'CallExpression':
    case 'NewExpression':
      return holdCall(source, at, into);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      for (const reference of namedIn(source, at.body)) if (typeof reference === 'string' || !definedIn(at, reference)) into.add(reference);
      return;
    default:
  }
}

function holdNamed(source: SourceCode, node: TSESTree.Identifier | TSESTree.MemberExpression | TSESTree.ThisExpression, into: Set<Reference>): void {
  const named = referenceOf(source, node);
  if (named) into.add(named);
  else if (node.type === 'MemberExpression') hold(source, node.object, into);
}

/** What a call gives may be or hold what it got, what it was called on, and what its function knows. */
function holdCall(source: SourceCode, call: TSESTree.CallExpression | TSESTree.NewExpression, into: Set<Reference>): void {
  if (call.type === 'CallExpression' && isTextual(source, call)) return;
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression') hold(source, callee.object, into);
  else if (call.type === 'NewExpression') hold(source, callee, into);
  const local = resolveFunction(source, callee);
  if (local) holdFunction(source, local, into);
  for (const argument of call.arguments) hold(source, argument, into);
}

function holdFunction(source: SourceCode, fn: FunctionNode, into: Set<Reference>): void {
  for (const reference of namedIn(source, fn.body)) if (typeof reference === 'string' || !definedIn(fn, reference)) into.add(reference);
}

/** The variable or field of `this` that a name or a chain of members starts from. */
export function referenceOf(source: SourceCode, node: TSESTree.Node): Reference | undefined {
  let at = unwrap(node);
  let field: string | undefined;
  while (at.type === 'MemberExpression') {
    field = propertyName(at);
    at = unwrap(at.object);
  }
  if (at.type === 'ThisExpression') return field === undefined ? 'this' : `this.${field}`;
  return at.type === 'Identifier' ? variableOf(source, at) : undefined;
}

/** Every reference that is named below `node`, in whatever way, but for the names in `except`. */
export function namedIn(source: SourceCode, node: TSESTree.Node, except?: ReadonlySet<TSESTree.Node>): References {
  const named = new Set<Reference>();
  for (const at of walk(node, source.visitorKeys)) {
    if (except?.has(at)) continue;
    if (at.type === 'Identifier' && !isKey(at)) {
      const variable = variableOf(source, at);
      if (variable) named.add(variable);
    } else if (at.type === 'ThisExpression') {
      named.add((at.parent.type === 'MemberExpression' && at.parent.object === at ? referenceOf(source, at.parent) : undefined) ?? 'this');
    }
  }
  return named;
}

/** A name after a dot or before a colon. */
function isKey(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand;
}

/** True for variables that the node itself declares. */
export function definedIn(node: TSESTree.Node, variable: TSESLint.Scope.Variable): boolean {
  const definition = variable.defs[0]?.name as TSESTree.Node | undefined;
  return definition !== undefined && contains(node, definition);
}

interface Links {
  /** What is put into a name, or into what it stands for. */
  readonly held: Set<Reference>;
  /** What the name may be another name of. */
  readonly same: Set<Reference>;
}

const links = defineService((source: SourceCode): ReadonlyMap<Reference, Links> => {
  const found = new Map<Reference, Links>();
  const link = (to: Reference | undefined, value: TSESTree.Node, isName: boolean): void => {
    if (!to) return;
    let entry = found.get(to);
    if (!entry) found.set(to, (entry = { held: new Set(), same: new Set() }));
    const at = unwrap(value);
    hold(source, at, entry.held);
    if (isName && !/^(?:Array|Object|New)Expression$/u.test(at.type)) hold(source, at, entry.same);
  };
  for (const node of nodesOf(source, 'VariableDeclarator', 'AssignmentExpression', 'ForOfStatement', 'CallExpression', 'FunctionDeclaration', 'ClassDeclaration')) {
    switch (node.type) {
      case 'VariableDeclarator':
        for (const variable of node.init ? boundBy(source, node.id) : []) link(variable, node.init!, true);
        break;
      case 'AssignmentExpression':
        if (node.left.type === 'MemberExpression') link(referenceOf(source, node.left), node.right, node.left.object.type === 'ThisExpression');
        else for (const variable of boundBy(source, node.left)) link(variable, node.right, true);
        break;
      case 'ForOfStatement':
        if (node.left.type === 'VariableDeclaration') for (const variable of boundBy(source, node.left.declarations[0].id)) link(variable, node.right, true);
        break;
      case 'FunctionDeclaration':
      case 'ClassDeclaration': {
        const held = new Set([...namedIn(source, node.body)].filter((one) => typeof one === 'string' || !definedIn(node, one)));
        const own = node.type === 'ClassDeclaration' ? classVariables(source, node) : node.id ? [variableOf(source, node.id)] : [];
        for (const variable of own) if (variable) found.set(variable, { held, same: new Set() });
        break;
      }
      default:
        for (const [index, parameter] of (resolveFunction(source, node.callee)?.params ?? []).entries()) {
          const given = node.arguments[index];
          for (const variable of given ? boundBy(source, parameter) : []) link(variable, given!, false);
        }
        if (node.callee.type === 'MemberExpression' && isChangingMethod(propertyName(node.callee))) for (const argument of node.arguments) link(referenceOf(source, node.callee.object), argument, false);
    }
  }
  return found;
});

function closure(source: SourceCode, start: Iterable<Reference>, by: keyof Links): References {
  const all = new Set(start);
  const known = links(source);
  // A set yields what is added to it while it is walked.
  for (const reference of all) for (const next of known.get(reference)?.[by] ?? []) all.add(next);
  return all;
}

/** Everything that whoever has `start` can get at. */
export function reachedFrom(source: SourceCode, start: Iterable<Reference>): References {
  return closure(source, start, 'held');
}

/** The names that may stand for the same object. */
export function namesOf(source: SourceCode, reference: Reference): References {
  return closure(source, [reference], 'same');
}

/** True if the two have a reference in common; `this` has all its fields. */
export function overlap(one: References, other: References): boolean {
  for (const reference of one) if (other.has(reference)) return true;
  const isField = (reference: Reference): boolean => typeof reference === 'string';
  return (one.has('this') && [...other].some(isField)) || (other.has('this') && [...one].some(isField));
}
