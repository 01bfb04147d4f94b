import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './calls.js';
import { growsLater } from './grown-lists.js';
import { expressionOf, memberName, stepInto } from './objects.js';
import type { SourceCode } from './service.js';
import { propertyName, unwrap } from './syntax.js';

export { expressionOf, propertyOf, type Property } from './objects.js';

/**
 * What an expression's value is, as far as the text of its file fixes it: literals, templates, constants, members of
 * object literals, enums and constant class fields, simple operators.
 * Does not see: parameters, destructured names, the environment, results of calls (but for same-file functions with a
 * single `return`), other files. An object that is written to anywhere in the file is unknown in the written property.
 */

export type Primitive = string | number | bigint | boolean | null | undefined;
export type Value = { readonly known: true; readonly value: Primitive } | { readonly known: false };

/** A piece of a string: fixed text, or an expression that is only known at run time. */
export type StringPart =
  | { readonly kind: 'static'; readonly text: string; readonly node: TSESTree.Node }
  | { readonly kind: 'dynamic'; readonly node: TSESTree.Node };

const unknown: Value = { known: false };
const known = (value: Primitive): Value => ({ known: true, value });
/** Longer texts are not evaluated: constants that double each other grow without end. */
const maxText = 1_000_000;
const maxParts = 2000;

const globals: Readonly<Record<string, Primitive>> = { undefined, NaN, Infinity };
const numberMembers: Readonly<Record<string, number>> = {
  POSITIVE_INFINITY: Infinity, MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER, MAX_VALUE: Number.MAX_VALUE,
};

const values = new WeakMap<TSESTree.Node, Value>();
const strings = new WeakMap<TSESTree.Node, readonly StringPart[]>();

/** The primitive that `node` evaluates to on every run, if the file fixes it. */
export function valueOf(source: SourceCode, node: TSESTree.Node): Value {
  const at = unwrap(node);
  let value = values.get(at);
  if (!value) {
    values.set(at, unknown); // what a constant that depends on itself sees
    value = evaluate(source, at);
    if (value.known && typeof value.value === 'string' && value.value.length > maxText) value = unknown;
    values.set(at, value);
  }
  return value;
}

/** The string that `node` evaluates to, if it is one and known. */
export function stringOf(source: SourceCode, node: TSESTree.Node): string | undefined {
  const value = valueOf(source, node);
  return value.known && typeof value.value === 'string' ? value.value : undefined;
}

/**
 * What a string is made of, in order: templates, concatenations, `[...].join()` and constants taken apart; neighbouring
 * static parts are one. An expression that is no such string is a single dynamic part.
 */
export function templateParts(source: SourceCode, node: TSESTree.Node): readonly StringPart[] {
  const at = unwrap(node);
  let parts = strings.get(at);
  if (!parts) {
    strings.set(at, [{ kind: 'dynamic', node: at }]);
    const merged = merge(partsOf(source, at));
    parts = merged.length > maxParts ? [{ kind: 'dynamic', node: at }] : merged;
    strings.set(at, parts);
  }
  return parts;
}

function evaluate(source: SourceCode, at: TSESTree.Node): Value {
  switch (at.type) {
    case 'Literal':
      return at.value instanceof RegExp || 'regex' in at ? unknown : known(at.value);
    case 'TemplateLiteral':
    case 'CallExpression':
      return joined(partsOf(source, at));
    case 'Identifier': {
      if (at.name in globals && !variableOf(source, at)?.defs.length) return known(globals[at.name]);
      const next = stepInto(source, at);
      return next ? valueOf(source, next) : unknown;
    }
    case 'MemberExpression': {
      const object = unwrap(at.object);
      const name = memberName(source, at);
      if (object.type === 'Identifier' && object.name === 'Number' && name !== undefined && name in numberMembers) return known(numberMembers[name]);
      const next = stepInto(source, at);
      return next ? valueOf(source, next) : unknown;
    }
    case 'UnaryExpression':
      return unary(at.operator, valueOf(source, at.argument));
    case 'BinaryExpression':
      return binary(at.operator, valueOf(source, at.left), valueOf(source, at.right));
    case 'LogicalExpression': {
      const left = valueOf(source, at.left);
      if (!left.known) return unknown;
      const keeps = at.operator === '??' ? left.value != null : at.operator === '||' ? Boolean(left.value) : !left.value;
      return keeps ? left : valueOf(source, at.right);
    }
    case 'ConditionalExpression': {
      const test = valueOf(source, at.test);
      return test.known ? valueOf(source, test.value ? at.consequent : at.alternate) : unknown;
    }
    default:
      return unknown;
  }
}

function unary(operator: string, value: Value): Value {
  if (operator === 'void') return known(undefined);
  if (!value.known || typeof value.value === 'bigint') return unknown;
  if (operator === '!') return known(!value.value);
  return operator === '-' ? known(-Number(value.value)) : operator === '+' ? known(Number(value.value)) : unknown;
}

function binary(operator: string, left: Value, right: Value): Value {
  if (!left.known || !right.known) return unknown;
  const [a, b] = [left.value, right.value];
  if (operator === '===') return known(a === b);
  if (operator === '!==') return known(a !== b);
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) return known(`${a}${b}`);
  if (typeof a !== 'number' || typeof b !== 'number') return unknown;
  switch (operator) {
    case '+': return known(a + b);
    case '-': return known(a - b);
    case '*': return known(a * b);
    case '/': return known(a / b);
    case '%': return known(a % b);
    case '**': return known(a ** b);
    case '<<': return known(a << b);
    case '<': return known(a < b);
    case '>': return known(a > b);
    case '<=': return known(a <= b);
    case '>=': return known(a >= b);
    default: return unknown;
  }
}

function partsOf(source: SourceCode, at: TSESTree.Node): readonly StringPart[] {
  const dynamic: readonly StringPart[] = [{ kind: 'dynamic', node: at }];
  if (at.type === 'TemplateLiteral') {
    return at.quasis.flatMap((quasi, index) => {
      const expression = at.expressions[index];
      const text: StringPart = { kind: 'static', text: quasi.value.cooked ?? '', node: quasi };
      return expression ? [text, ...templateParts(source, expression)] : [text];
    });
  }
  if (at.type === 'CallExpression') return callParts(source, at) ?? dynamic;
  const value = valueOf(source, at);
  if (value.known) return [{ kind: 'static', text: String(value.value), node: at }];
  if (at.type === 'BinaryExpression' && at.operator === '+') {
    const sides = [...templateParts(source, at.left), ...templateParts(source, at.right)];
    // Two unknown sides may be numbers; a static string on either side makes the sum a string.
    return isText(source, at.left) || isText(source, at.right) ? sides : dynamic;
  }
  const next = stepInto(source, at);
  return next ? templateParts(source, next) : dynamic;
}

function isText(source: SourceCode, node: TSESTree.Node): boolean {
  const value = valueOf(source, node);
  if (value.known) return typeof value.value === 'string';
  return templateParts(source, node).some((part) => part.kind === 'static');
}

/** `text.trim()`, `a.concat(b)`, `[a, b].join(' ')`. */
function callParts(source: SourceCode, call: TSESTree.CallExpression): readonly StringPart[] | undefined {
  if (call.callee.type !== 'MemberExpression') return undefined;
  const method = propertyName(call.callee);
  const object = expressionOf(source, call.callee.object);
  if (method === 'join' && object.type === 'ArrayExpression' && !growsLater(source, call.callee.object)) {
    const separator = call.arguments[0] ? stringOf(source, call.arguments[0]) : ',';
    if (separator === undefined) return undefined;
    return object.elements.flatMap((element, index): readonly StringPart[] => [
      ...(index > 0 ? [{ kind: 'static', text: separator, node: call } as const] : []),
      ...(element ? templateParts(source, element) : []),
    ]);
  }
  if (method === 'concat' && isText(source, object)) return [object, ...call.arguments].flatMap((node) => templateParts(source, node));
  if ((method === 'trim' && call.arguments.length === 0) || method === 'toString') return isText(source, object) ? trim(templateParts(source, object), method) : undefined;
  return undefined;
}

function trim(parts: readonly StringPart[], method: string): readonly StringPart[] {
  if (method !== 'trim') return parts;
  return parts.map((part, index) => {
    if (part.kind === 'dynamic') return part;
    const start = index === 0 ? part.text.trimStart() : part.text;
    return { ...part, text: index === parts.length - 1 ? start.trimEnd() : start };
  });
}

function merge(parts: readonly StringPart[]): readonly StringPart[] {
  const merged: StringPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === 'static' && last?.kind === 'static') merged[merged.length - 1] = { ...last, text: last.text + part.text };
    else if (part.kind === 'dynamic' || part.text !== '') merged.push(part);
  }
  return merged;
}

function joined(parts: readonly StringPart[]): Value {
  const merged = merge(parts);
  const [only] = merged;
  if (merged.length === 0) return known('');
  return merged.length === 1 && only?.kind === 'static' ? known(only.text) : unknown;
}
