import type { TSESTree } from '@typescript-eslint/utils';
import { constantValue, resolveFunction, variableOf } from './calls.js';
import { mentionsAny } from './repetition-bounds.js';
import type { SourceCode } from './service.js';
import { contains, isFunction, propertyName, unwrap, walk } from './syntax.js';
import { expressionOf, valueOf } from './values.js';

/** How the waits between tries grow. */
export type Growth = 'none' | 'constant' | 'linear' | 'exponential' | 'unknown';

interface Shape {
  readonly growth: Growth;
  readonly jitter: boolean;
}

const order: readonly Growth[] = ['none', 'constant', 'linear', 'exponential', 'unknown'];
const both = (a: Shape, b: Shape): Shape => ({ growth: order.indexOf(b.growth) > order.indexOf(a.growth) ? b.growth : a.growth, jitter: a.jitter || b.jitter });
const constant: Shape = { growth: 'constant', jitter: false };
const unknown: Shape = { growth: 'unknown', jitter: false };

/** A wait that the server asked for, or that somebody else computes. */
const serverSays = /retry_?-?after|reset|rate_?limit|header/iu;

/**
 * How the expression of a wait grows with the number of the try, and whether it has a random part.
 * Does not see: into functions of other files; what they compute is `unknown`.
 *
 * @param counted targets that are counted or multiplied from try to try, as written.
 * @param scope what runs once per try: a multiplication there makes a variable grow.
 */
export function growthOf(source: SourceCode, amount: TSESTree.Node, counted: ReadonlySet<string>, scope: TSESTree.Node, depth = 0): Shape {
  const at = unwrap(amount);
  const of = (node: TSESTree.Node) => growthOf(source, node, counted, scope, depth + 1);
  if (depth > 12 || serverSays.test(source.getText(at))) return unknown;
  const value = valueOf(source, at);
  if (value.known && !mentionsAny(source, at, counted)) return value.value === 0 ? { growth: 'none', jitter: false } : constant;
  switch (at.type) {
    case 'BinaryExpression': {
      const counts = mentionsAny(source, at.right, counted);
      const sides = both(of(at.left), of(at.right));
      return (at.operator === '**' || at.operator === '<<') && counts ? both(sides, { growth: 'exponential', jitter: false }) : sides;
    }
    case 'LogicalExpression':
      return both(of(at.left), of(at.right));
    case 'ConditionalExpression': {
      const branches = both(of(at.consequent), of(at.alternate));
      return mentionsAny(source, at.test, counted) ? both(branches, { growth: 'linear', jitter: false }) : branches;
    }
    case 'CallExpression':
      return ofCall(source, at, counted, of);
    case 'Identifier':
      return ofName(source, at, counted, scope, of);
    case 'MemberExpression':
      return ofMember(source, at, counted, scope);
    case 'AwaitExpression':
    case 'TemplateLiteral':
      return unknown;
    case 'UnaryExpression':
    case 'UpdateExpression':
      return of(at.argument);
    default:
      return unknown;
  }
}

function ofCall(source: SourceCode, call: TSESTree.CallExpression, counted: ReadonlySet<string>, of: (node: TSESTree.Node) => Shape): Shape {
  const text = source.getText(call.callee);
  if (/random/iu.test(text)) return { growth: 'constant', jitter: true };
  const args = call.arguments.filter((arg) => arg.type !== 'SpreadElement' && !isFunction(arg));
  if (/^Math\.\w+$/u.test(text) || /^(?:Number|parseInt|parseFloat)$/u.test(text)) {
    const shapes = args.map(of).reduce(both, { growth: 'none', jitter: false });
    return /pow|exp/u.test(text) && args.some((arg) => mentionsAny(source, arg, counted)) ? both(shapes, { growth: 'exponential', jitter: false }) : shapes;
  }
  // A function of the file that computes the wait: what it returns, with its parameters as the number of the try.
  const target = resolveFunction(source, call.callee);
  if (!target) return /jitter/iu.test(text) ? { growth: 'unknown', jitter: true } : unknown;
  const params = target.params.flatMap((param) => (param.type === 'Identifier' ? [param.name] : param.type === 'AssignmentPattern' && param.left.type === 'Identifier' ? [param.left.name] : []));
  const returned = target.body.type === 'BlockStatement' ? [...walk(target.body, source.visitorKeys, isFunction)].flatMap((node) => (node.type === 'ReturnStatement' && node.argument ? [node.argument] : [])) : [target.body];
  if (returned.length === 0 || !args.some((arg) => mentionsAny(source, arg, counted))) return unknown;
  return returned.map((node) => growthOf(source, node, new Set(params), target.body, 8)).reduce(both);
}

/** A variable: what it is set to, and how it changes from try to try. */
function ofName(source: SourceCode, at: TSESTree.Identifier, counted: ReadonlySet<string>, scope: TSESTree.Node, of: (node: TSESTree.Node) => Shape): Shape {
  if (/jitter/iu.test(at.name)) return { growth: 'constant', jitter: true };
  const variable = variableOf(source, at);
  if (!variable) return constant;
  const [definition] = variable.defs;
  // `const { delay } = options`: of unknown, but equal length, unless it is taken apart anew for each try.
  if (definition?.node.type === 'VariableDeclarator' && definition.node.id.type !== 'Identifier') return contains(scope, definition.node) ? unknown : constant;
  let shape: Shape = { growth: 'none', jitter: false };
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    const write = reference.identifier.parent;
    if (write.type === 'UpdateExpression' && contains(scope, write)) shape = both(shape, { growth: 'linear', jitter: false });
    else if (write.type === 'AssignmentExpression' && contains(scope, write)) shape = both(shape, ofStep(source, write, at.name, of));
    else if (reference.writeExpr && !mentionsAny(source, reference.writeExpr, new Set([at.name]))) shape = both(shape, of(reference.writeExpr));
  }
  if (shape.growth !== 'none') return shape;
  if (definition?.type === 'Parameter' || definition?.type === 'ImportBinding') return counted.has(at.name) ? { growth: 'linear', jitter: false } : constant;
  if (definition?.node.type === 'VariableDeclarator' && (definition.node.parent.parent.type === 'ForOfStatement')) return { growth: 'exponential', jitter: false };
  // A zero that nobody changes is no wait.
  return constantValue(variable) ? shape : constant;
}

/** `delay *= 2`, `delay = Math.min(delay * 2, max)`, `delay += 100`. */
function ofStep(source: SourceCode, write: TSESTree.AssignmentExpression, name: string, of: (node: TSESTree.Node) => Shape): Shape {
  const self = new Set([name]);
  if (write.operator === '*=' || write.operator === '<<=') return both({ growth: 'exponential', jitter: false }, jitterOf(source, write.right));
  if (write.operator === '+=') return both({ growth: 'linear', jitter: false }, jitterOf(source, write.right));
  if (!mentionsAny(source, write.right, self)) return of(write.right);
  const multiplies = [...walk(write.right, source.visitorKeys)].some((node) => node.type === 'BinaryExpression' && (node.operator === '*' || node.operator === '<<') && mentionsAny(source, node, self));
  return both({ growth: multiplies ? 'exponential' : 'linear', jitter: false }, jitterOf(source, write.right));
}

function jitterOf(source: SourceCode, node: TSESTree.Node): Shape {
  return { growth: 'none', jitter: /random|jitter/iu.test(source.getText(node)) };
}

/** `delays[attempt]`, `this.delay`, `options.delay`. */
function ofMember(source: SourceCode, at: TSESTree.MemberExpression, counted: ReadonlySet<string>, scope: TSESTree.Node): Shape {
  if (at.computed && mentionsAny(source, at.property, counted)) {
    const list = expressionOf(source, at.object);
    if (list.type !== 'ArrayExpression') return unknown;
    const values = list.elements.map((element) => (element ? source.getText(element) : ''));
    return new Set(values).size > 1 ? { growth: 'exponential', jitter: false } : constant;
  }
  const text = source.getText(at);
  let root: TSESTree.Node = at;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const definition = root.type === 'Identifier' ? variableOf(source, root)?.defs[0] : undefined;
  // Part of what something else works out for each try.
  if (definition && definition.type === 'Variable' && contains(scope, definition.name) && root.type === 'Identifier') return unknown;
  if (root.type !== 'Identifier' && root.type !== 'ThisExpression') return unknown;
  if (/jitter/iu.test(propertyName(at) ?? '')) return { growth: 'constant', jitter: true };
  for (const node of walk(scope, source.visitorKeys)) {
    if (node.type !== 'AssignmentExpression' || source.getText(node.left) !== text) continue;
    return ofStep(source, node, text, () => unknown);
  }
  return counted.has(text) ? { growth: 'linear', jitter: false } : constant;
}
