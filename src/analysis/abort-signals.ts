import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { heldValues } from './held-values.js';
import { nodesOf } from './nodes.js';
import type { SourceCode } from './service.js';
import { contains, propertyName, unwrap } from './syntax.js';
import { expressionOf, valueOf } from './values.js';

/**
 * Whether an abort signal fires by itself after a time: `AbortSignal.timeout(ms)`, `AbortSignal.any([...])` with one, the signal
 * of an `AbortController` that a `setTimeout` of the file aborts.
 * Does not see: signals and controllers from elsewhere, which may well have a timer: `unknown`.
 */
export function isTimedSignal(source: SourceCode, node: TSESTree.Node): 'yes' | 'no' | 'unknown' {
  const value = valueOf(source, node);
  if (value.known) return 'no'; // `signal: undefined`
  const at = expressionOf(source, node);
  switch (at.type) {
    case 'CallExpression':
      return ofCall(source, at);
    case 'ConditionalExpression':
      return either(isTimedSignal(source, at.consequent), isTimedSignal(source, at.alternate));
    case 'LogicalExpression':
      return either(isTimedSignal(source, at.left), isTimedSignal(source, at.right));
    case 'MemberExpression':
      return propertyName(at) === 'signal' ? ofController(source, at.object) : 'unknown';
    case 'Identifier': {
      const controller = destructuredFrom(source, at);
      return controller ? ofController(source, controller) : 'unknown';
    }
    default:
      return 'unknown';
  }
}

function ofCall(source: SourceCode, call: TSESTree.CallExpression): 'yes' | 'no' | 'unknown' {
  const callee = unwrap(call.callee);
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
  if (name !== undefined && /timeout|deadline/iu.test(name)) return 'yes';
  if (name !== 'any' || callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.object.name !== 'AbortSignal') return 'unknown';
  const list = call.arguments[0] && expressionOf(source, call.arguments[0]);
  if (list?.type !== 'ArrayExpression') return 'unknown';
  return list.elements.map((element) => (element ? isTimedSignal(source, element) : 'unknown')).reduce(either, 'no');
}

/** A timer on one of two ways is meant as one; only two that surely have none have none. */
function either(left: 'yes' | 'no' | 'unknown', right: 'yes' | 'no' | 'unknown'): 'yes' | 'no' | 'unknown' {
  if (left === 'yes' || right === 'yes') return 'yes';
  return left === 'no' && right === 'no' ? 'no' : 'unknown';
}

/** `const { signal } = controller`. */
function destructuredFrom(source: SourceCode, at: TSESTree.Identifier): TSESTree.Node | undefined {
  const definition = variableOf(source, at)?.defs[0]?.node as TSESTree.Node | undefined;
  if (definition?.type !== 'VariableDeclarator' || definition.id.type !== 'ObjectPattern' || !definition.init) return undefined;
  const property = definition.id.properties.find((one) => one.type === 'Property' && one.value.type === 'Identifier' && one.value.name === at.name);
  return property?.type === 'Property' && propertyName(property) === 'signal' ? definition.init : undefined;
}

function ofController(source: SourceCode, node: TSESTree.Node): 'yes' | 'no' | 'unknown' {
  const at = unwrap(node);
  if (at.type === 'NewExpression') return 'no';
  const held = at.type === 'MemberExpression' || at.type === 'Identifier' ? heldValues(source, at) : [];
  if (held.length === 0 || !held.every((value) => value.type === 'NewExpression' && value.callee.type === 'Identifier' && value.callee.name === 'AbortController')) return 'unknown';
  const text = source.getText(at);
  if (timers(source).some((timer) => source.getText(timer).includes(`${text}.abort`))) return 'yes';
  // One that ends with the connection it serves waits no longer than somebody waits for it.
  if (listeners(source).some((listener) => source.getText(listener).includes(`${text}.abort`))) return 'unknown';
  // Whoever else gets the controller may abort it in time.
  return isHandedOn(source, at) ? 'unknown' : 'no';
}

const timers = (source: SourceCode) => callsOf(source, /^setTimeout$/u);
const listeners = (source: SourceCode) => callsOf(source, /^(?:on|once|addListener|addEventListener)$/u);

function callsOf(source: SourceCode, name: RegExp): TSESTree.CallExpression[] {
  return nodesOf(source, 'CallExpression').filter(({ callee }) => name.test((callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : undefined) ?? ''));
}

/** A field is open to all methods; a variable is handed on where it stands alone, or where a function that aborts it is named. */
function isHandedOn(source: SourceCode, at: TSESTree.Node): boolean {
  if (at.type !== 'Identifier') return true;
  const variable = variableOf(source, at);
  return (variable?.references ?? []).some(({ identifier, init }) => {
    if (init) return false;
    const { parent } = identifier as TSESTree.Node;
    return parent?.type !== 'MemberExpression' || !contains(parent.object, identifier) || isNamedAbort(parent);
  });
}

/** `const cancel = () => controller.abort()`: the name may be called by a timer. */
function isNamedAbort(member: TSESTree.MemberExpression): boolean {
  if (propertyName(member) !== 'abort') return false;
  for (let at: TSESTree.Node | undefined = member.parent; at; at = at.parent) {
    if (at.type === 'VariableDeclarator' || at.type === 'FunctionDeclaration' || at.type === 'ReturnStatement') return true;
    if (at.type === 'ExpressionStatement' && at.parent.type !== 'BlockStatement') return false;
  }
  return false;
}
