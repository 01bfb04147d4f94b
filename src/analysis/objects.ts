import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { constantValue, resolveFunction, variableOf } from './calls.js';
import { arrayMutators, isCalled, isWritten, memberUses, ownersIn } from './member-writes.js';
import type { SourceCode } from './service.js';
import { enclosingFunction, isFunction, propertyName, unwrap, walk, wrapped, type FunctionNode } from './syntax.js';

/**
 * What a name or a member stands for, and what an object's property is, as far as the text of its file fixes it.
 * Does not see: parameters, destructured names, results of calls (but for same-file functions with a single `return`),
 * other files, writes through an alias. A property that is written to anywhere in the file is unknown.
 */

/** The property's expression, or that the object surely lacks it, or that nobody can tell. */
export type Property = { readonly found: TSESTree.Node } | 'absent' | 'unknown';

const resolving = new Set<TSESTree.Node>();

/**
 * The expression that `node` stands for through names and members that never change: its literal, object, call or
 * function. `node` itself (unwrapped) where nothing more is known.
 */
export function expressionOf(source: SourceCode, node: TSESTree.Node): TSESTree.Node {
  let at = unwrap(node);
  for (let steps = 0; steps < 20; steps += 1) {
    const next = stepInto(source, at);
    if (!next) return at;
    at = unwrap(next);
  }
  return at;
}

/** One step from a name or member to what it stands for; `undefined` for every other expression and where it may change. */
export function stepInto(source: SourceCode, node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === 'Identifier') {
    const variable = variableOf(source, node);
    return variable && constantValue(variable);
  }
  if (node.type !== 'MemberExpression') return undefined;
  const name = memberName(source, node);
  if (name === undefined) return undefined;
  const property = propertyOf(source, node.object, name);
  return typeof property === 'string' ? undefined : property.found;
}

/** The name of a property, also where it is computed from a constant: `a[KEY]`, `a[0]`, `{ [KEY]: 1 }`. */
export function memberName(source: SourceCode, node: Parameters<typeof propertyName>[0]): string | undefined {
  const name = propertyName(node);
  if (name !== undefined) return name;
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  const value = node.computed ? expressionOf(source, key) : key;
  if (value.type === 'Literal' && (typeof value.value === 'string' || typeof value.value === 'number')) return String(value.value);
  return undefined;
}

/**
 * What `name` is in the object that `node` evaluates to, through constants, members, `Object.freeze` and spreads.
 * An array's element has its index as name. Primitives and functions have no properties.
 */
export function propertyOf(source: SourceCode, node: TSESTree.Node, name: string): Property {
  const at = unwrap(node);
  if (resolving.has(at)) return 'unknown';
  resolving.add(at);
  try {
    return lookUp(source, at, name);
  } finally {
    resolving.delete(at);
  }
}

function lookUp(source: SourceCode, at: TSESTree.Node, name: string): Property {
  switch (at.type) {
    case 'ObjectExpression':
      return inObject(source, at, name);
    case 'ArrayExpression':
      return inArray(at, name);
    case 'Literal':
    case 'TemplateLiteral':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return 'absent';
    case 'Identifier': {
      const variable = variableOf(source, at);
      if (!variable || writesMember(source, variable, name)) return 'unknown';
      const enumeration = variable.defs.find((definition) => definition.node.type === 'TSEnumDeclaration')?.node as TSESTree.TSEnumDeclaration | undefined;
      if (enumeration) return inEnum(enumeration, name);
      const value = constantValue(variable);
      if (value?.type === 'ClassDeclaration' || value?.type === 'ClassExpression') return inClass(source, value.body, name, true);
      return value ? propertyOf(source, value, name) : 'unknown';
    }
    case 'ThisExpression': {
      const body = classAround(at);
      return body ? inClass(source, body, name, false) : 'unknown';
    }
    case 'MemberExpression': {
      const next = stepInto(source, at);
      return next ? propertyOf(source, next, name) : 'unknown';
    }
    case 'ConditionalExpression':
      return agree(propertyOf(source, at.consequent, name), propertyOf(source, at.alternate, name));
    case 'LogicalExpression':
      return agree(propertyOf(source, at.left, name), propertyOf(source, at.right, name));
    case 'AwaitExpression':
    case 'CallExpression':
      return ofCall(source, at, name);
    default:
      return 'unknown';
  }
}

/** Two ways to come by the object: only that both lack the property is certain. */
function agree(left: Property, right: Property): Property {
  return left === 'absent' && right === 'absent' ? 'absent' : 'unknown';
}

function inObject(source: SourceCode, object: TSESTree.ObjectExpression, name: string): Property {
  for (const property of [...object.properties].reverse()) {
    if (property.type === 'SpreadElement') {
      const spread = ofSpread(source, property.argument, name);
      if (spread !== 'absent') return spread;
      continue;
    }
    const key = memberName(source, property);
    if (key === undefined || (key === '__proto__' && !property.computed)) return 'unknown';
    if (key === name) return property.kind === 'init' ? { found: property.value } : 'unknown';
  }
  return 'absent';
}

/** `...x`; what is falsy adds nothing, so `...(verbose && { level })` lacks what the object lacks. */
function ofSpread(source: SourceCode, node: TSESTree.Node, name: string): Property {
  const at = unwrap(node);
  if (at.type === 'LogicalExpression' && at.operator === '&&') return propertyOf(source, at.right, name) === 'absent' ? 'absent' : 'unknown';
  if (at.type === 'Identifier' && at.name === 'undefined') return 'absent';
  return propertyOf(source, at, name);
}

function inArray(array: TSESTree.ArrayExpression, name: string): Property {
  if (!/^\d+$/u.test(name)) return 'absent';
  const before = array.elements.slice(0, Number(name) + 1);
  if (before.some((element) => element?.type === 'SpreadElement')) return 'unknown';
  const element = before[Number(name)];
  return element ? { found: element } : 'absent';
}

function inEnum(declaration: TSESTree.TSEnumDeclaration, name: string): Property {
  // Before version 8 of its parser the members stood on the declaration itself.
  const { members } = (declaration.body as TSESTree.TSEnumBody | undefined) ?? (declaration as unknown as TSESTree.TSEnumBody);
  const member = members.find(({ id }) => (id.type === 'Identifier' ? id.name : String(id.value)) === name);
  return member?.initializer ? { found: member.initializer } : 'unknown';
}

/** A field that only its initializer sets: `readonly`, `private` or `#private`, and no write of that name in the class. */
function inClass(source: SourceCode, body: TSESTree.ClassBody, name: string, isStatic: boolean): Property {
  for (const member of body.body) {
    if (member.type !== 'PropertyDefinition' || member.static !== isStatic || propertyName(member) !== name) continue;
    const closed = member.readonly || member.accessibility === 'private' || member.key.type === 'PrivateIdentifier';
    if (!member.value || !closed) return 'unknown';
    return writes(source, ownersIn(source, body, isStatic), name) ? 'unknown' : { found: member.value };
  }
  return 'unknown';
}

/** The class whose instance `this` is, if `at` stands in a method, a field or an arrow function of one. */
function classAround(at: TSESTree.Node): TSESTree.ClassBody | undefined {
  let holder: FunctionNode | undefined = enclosingFunction(at);
  while (holder?.type === 'ArrowFunctionExpression') holder = enclosingFunction(holder);
  if (holder) return holder.parent.type === 'MethodDefinition' && !holder.parent.static ? holder.parent.parent : undefined;
  for (let up = at.parent; up; up = up.parent) if (up.type === 'PropertyDefinition') return up.static ? undefined : up.parent;
  return undefined;
}

/** `Object.freeze(x)`, and calls of same-file functions whose only statement that returns gives an object. */
function ofCall(source: SourceCode, at: TSESTree.AwaitExpression | TSESTree.CallExpression, name: string): Property {
  const call = at.type === 'AwaitExpression' ? unwrap(at.argument) : at;
  if (call.type !== 'CallExpression') return 'unknown';
  const [first] = call.arguments;
  if (/^Object\.(?:freeze|seal)$/u.test(source.getText(call.callee)) && first) return propertyOf(source, first, name);
  const target = resolveFunction(source, call.callee);
  if (!target || target.generator || (target.async && at.type !== 'AwaitExpression')) return 'unknown';
  if (target.body.type !== 'BlockStatement') return propertyOf(source, target.body, name);
  const returned = returnsOf(source, target);
  return returned.length === 1 && returned[0]?.argument ? propertyOf(source, returned[0].argument, name) : 'unknown';
}

function returnsOf(source: SourceCode, target: FunctionNode): TSESTree.ReturnStatement[] {
  const nodes = walk(target.body, source.visitorKeys, (node) => isFunction(node) || node.type === 'ClassBody');
  return [...nodes].filter((node) => node.type === 'ReturnStatement');
}

/** `writes` for all uses of a variable. */
function writesMember(source: SourceCode, variable: TSESLint.Scope.Variable, name: string): boolean {
  const { mutates, named, others } = memberUses(source, variable);
  return mutates || named.has(name) || writes(source, others, name);
}

/** True if something below writes property `name` (or one that cannot be read off) of an object named by `owners`. */
function writes(source: SourceCode, owners: readonly TSESTree.Node[], name: string): boolean {
  return owners.some((owner) => {
    const outer = wrapped(owner);
    const parent = outer.parent;
    if (parent?.type === 'CallExpression' && parent.arguments[0] === outer) return /^Object\.(?:assign|definePropert(?:y|ies))$/u.test(source.getText(parent.callee));
    if (parent?.type !== 'MemberExpression' || parent.object !== outer) return false;
    const written = memberName(source, parent);
    if (isCalled(parent) && written !== undefined) return arrayMutators.has(written);
    return (written === undefined || written === name) && isWritten(parent);
  });
}
