import type { TSESTree } from '@typescript-eslint/utils';
import { boundBy } from './bindings.js';
import { endOf, failureOf, reports } from './message-failures.js';
import type { SourceCode } from './service.js';
import { calledName, enclosingFunction, isFunction, propertyName, unwrap, walk, wrapped, type FunctionNode } from './syntax.js';

/**
 * Does a handler go on in the same way whether or not a message went out? It does when, on the way from the call that sends to the
 * handler, somebody drops what came of it, and somebody catches a failure and goes on: logs it, and neither throws, answers, returns
 * nor keeps anything that whoever comes next looks at.
 * Errs on the side of "no". Does not see: outcomes kept in fields and objects, events.
 */

/** A call on the way, and the function around it that the way leads through. */
export interface Leg {
  readonly source: SourceCode;
  readonly call: TSESTree.Node;
  readonly fn: FunctionNode;
}

/**
 * Whether nobody on the way looks at what came of the message.
 *
 * @param legs from the call that sends, first, to the one in the handler itself.
 * @param givesErrors whether that call gives failures as part of its result and does not throw them.
 */
export function isOutcomeIgnored(legs: readonly Leg[], givesErrors: boolean): boolean {
  let told = true;
  let fails = !givesErrors;
  for (const leg of legs) {
    let thrownAt: readonly TSESTree.Node[] = fails ? [leg.call] : [];
    if (told) {
      const value = valueOf(leg);
      if (value.use === 'used') return false;
      told = value.use === 'returned';
      thrownAt = [...thrownAt, ...value.throws];
    }
    fails = false;
    for (const at of thrownAt) {
      const end = failureOf(leg.source, at, leg.fn);
      if (end === 'used') return false;
      if (end === 'thrown') fails = true;
      if (end === 'returned') told = true;
      if (end === 'given') {
        const value = valueOf(leg);
        if (value.use === 'used' || value.throws.length > 0) return false;
        told ||= value.use === 'returned';
      }
    }
  }
  return !told && !fails;
}

/** Whether a function on the way drops what the call gives. */
export function isDropped(legs: readonly Leg[]): boolean {
  return legs.some((leg) => valueOf(leg).use === 'dropped');
}

type Use = 'dropped' | 'returned' | 'used';
interface Value { use: Use; throws: TSESTree.Node[] }

/** What a function does with what a call in it gives: only logging it is dropping it. */
function valueOf({ source, call, fn }: Leg): Value {
  const value: Value = { use: 'dropped', throws: [] };
  const add = (use: Use) => {
    if (use === 'used' || value.use === 'dropped') value.use = use;
  };
  const seen = new Set<TSESTree.Node>();
  let place: number | undefined;
  const follow = (node: TSESTree.Node): void => {
    const at = wrapped(node);
    const { parent } = at;
    if (!parent || seen.has(at)) return;
    seen.add(at);
    switch (parent.type) {
      case 'ExpressionStatement':
        return;
      case 'ArrayExpression':
        place = parent.elements.indexOf(at as TSESTree.Expression);
        return follow(parent);
      case 'AwaitExpression':
      case 'SpreadElement':
        return follow(parent);
      case 'UnaryExpression':
        return parent.operator === 'void' ? undefined : follow(parent);
      case 'BinaryExpression':
      case 'TemplateLiteral':
      case 'ObjectExpression':
        return follow(parent);
      case 'Property':
        return follow(parent.parent);
      case 'LogicalExpression':
        if (parent.left === at && hasCalls(source, parent.right)) return add('used');
        return follow(parent);
      case 'ConditionalExpression':
        if (parent.test === at && (hasCalls(source, parent.consequent) || hasCalls(source, parent.alternate))) return add('used');
        return follow(parent);
      case 'VariableDeclarator':
        for (const variable of boundBy(source, partOf(parent.id, place))) for (const one of variable.references) if (one.isRead()) follow(one.identifier);
        return;
      case 'MemberExpression':
        if (parent.object !== at) return add('used');
        return member(parent);
      case 'CallExpression':
        if (parent.callee === at || !settles.test(calledName(parent) ?? '')) return reports(parent) ? undefined : add('used');
        return follow(parent);
      case 'ThrowStatement':
        value.throws.push(parent);
        return;
      case 'NewExpression': {
        const thrown = wrapped(parent).parent;
        return thrown?.type === 'ThrowStatement' ? void value.throws.push(thrown) : add('used');
      }
      case 'IfStatement':
        return branches(parent);
      case 'ReturnStatement':
      case 'ArrowFunctionExpression': {
        const ended = parent.type === 'ReturnStatement' ? enclosingFunction(parent) : parent;
        if (ended === fn || !ended) return add('returned');
        const outer = wrapped(ended).parent;
        return outer?.type === 'CallExpression' ? follow(outer) : add('used');
      }
      default:
        add('used');
    }
  };
  const member = (node: TSESTree.MemberExpression): void => {
    const outer = wrapped(node).parent;
    if (outer?.type !== 'CallExpression' || unwrap(outer.callee) !== node) return follow(node);
    const name = propertyName(node);
    if (name === 'then') {
      const [callback] = outer.arguments;
      if (!isFunction(callback) || endOf(source, callback.body) !== 'swallowed') return add('used');
    }
    return follow(outer);
  };
  const branches = (node: TSESTree.IfStatement): void => {
    for (const branch of [node.consequent, node.alternate]) {
      if (!branch) continue;
      const thrown = [...walk(branch, source.visitorKeys, isFunction)].filter((one) => one.type === 'ThrowStatement');
      value.throws.push(...thrown);
      const end = endOf(source, branch);
      if (end === 'used' || (end === 'returned' && waitsAfter(source, fn, node.range[1]))) add('used');
      else if (end === 'returned') add('returned');
    }
  };
  follow(call);
  return value;
}

/** The part of a pattern that gets the value: of `const [, sent] = await Promise.all([save(), send()])` the second. */
function partOf(pattern: TSESTree.Node, place: number | undefined): TSESTree.Node {
  return (pattern.type === 'ArrayPattern' && place !== undefined && pattern.elements[place]) || pattern;
}

const settles = /^(?:all|allSettled|any|race)$/u;

function waitsAfter(source: SourceCode, fn: FunctionNode, end: number): boolean {
  for (const node of walk(fn.body, source.visitorKeys, (one) => one !== fn.body && isFunction(one))) if (node.type === 'AwaitExpression' && node.range[0] > end) return true;
  return false;
}

function hasCalls(source: SourceCode, node: TSESTree.Node): boolean {
  for (const at of walk(node, source.visitorKeys, isFunction)) if (at.type === 'AwaitExpression' || (at.type === 'CallExpression' && !reports(at))) return true;
  return false;
}
