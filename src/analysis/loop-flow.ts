import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk } from './syntax.js';

/**
 * Where control can go from a statement inside a loop: on to the next statement, round to the loop's next iteration, or out.
 * Judged by syntax: a test can go either way. Does not see: calls that throw or end the process, but for `process.exit`.
 */

export type Loop = TSESTree.DoWhileStatement | TSESTree.ForOfStatement | TSESTree.ForStatement | TSESTree.WhileStatement;

export function isLoop(node: TSESTree.Node | undefined): node is Loop {
  return node?.type === 'WhileStatement' || node?.type === 'DoWhileStatement' || node?.type === 'ForStatement' || node?.type === 'ForOfStatement';
}

/** Ways control can take; several can be open. */
export interface Ways {
  /** To the statement after. */
  readonly on: boolean;
  /** To the loop's next iteration, by `continue`. */
  readonly round: boolean;
  /** Out of the loop: `return`, `throw`, `break`, `process.exit()`. */
  readonly out: boolean;
}

const onward: Ways = { on: true, round: false, out: false };
const outward: Ways = { on: false, round: false, out: true };

const either = (a: Ways, b: Ways): Ways => ({ on: a.on || b.on, round: a.round || b.round, out: a.out || b.out });
const then = (a: Ways, b: () => Ways): Ways => {
  if (!a.on) return a;
  const rest = b();
  return { on: rest.on, round: a.round || rest.round, out: a.out || rest.out };
};

/** Where control can go from `node`, a statement of `loop`'s body. */
export function waysFrom(source: SourceCode, node: TSESTree.Node, loop: Loop): Ways {
  const of = (inner: TSESTree.Node) => waysFrom(source, inner, loop);
  switch (node.type) {
    case 'BlockStatement':
      return listWays(node.body, of);
    case 'ReturnStatement':
    case 'ThrowStatement':
      return outward;
    case 'BreakStatement':
      return target(node, loop) === loop ? outward : onward;
    case 'ContinueStatement':
      return target(node, loop) === loop ? { on: false, round: true, out: false } : onward;
    case 'IfStatement':
      return either(of(node.consequent), node.alternate ? of(node.alternate) : onward);
    case 'TryStatement': {
      const tried = node.handler ? either(of(node.block), of(node.handler.body)) : of(node.block);
      if (!node.finalizer) return tried;
      const last = of(node.finalizer);
      return last.on ? then(tried, () => last) : last;
    }
    case 'SwitchStatement':
      return node.cases.map((one) => listWays(one.consequent, of)).reduce(either, onward);
    case 'LabeledStatement':
      return of(node.body);
    case 'ExpressionStatement':
      return isExit(node.expression) ? outward : onward;
    default:
      return isLoop(node) || node.type === 'ForInStatement' ? either(onward, inner(source, node, loop)) : onward;
  }
}

/** Where control can go from the statement after `node` up to the end of `loop`'s body. */
export function waysAfter(source: SourceCode, node: TSESTree.Node, loop: Loop): Ways {
  let ways = onward;
  for (let at = node; at.parent && at !== loop.body; at = at.parent) {
    const list = at.parent.type === 'BlockStatement' ? at.parent.body : at.parent.type === 'SwitchCase' ? at.parent.consequent : [];
    const rest = list.slice(list.indexOf(at as TSESTree.Statement) + 1);
    if (list.length > 0) ways = then(ways, () => listWays(rest, (one) => waysFrom(source, one, loop)));
    if (at.parent.type === 'TryStatement' && at.parent.finalizer && at !== at.parent.finalizer) ways = then(ways, () => waysFrom(source, (at.parent as TSESTree.TryStatement).finalizer!, loop));
    if (isLoop(at.parent) && at.parent !== loop) return { on: true, round: true, out: true };
  }
  return ways;
}

function listWays(list: readonly TSESTree.Node[], of: (node: TSESTree.Node) => Ways): Ways {
  let ways = onward;
  for (const node of list) ways = then(ways, () => of(node));
  return ways;
}

/** What a loop inside the loop can do to the outer one: `return`, `throw`, or `break`/`continue` with a label. */
function inner(source: SourceCode, node: TSESTree.Node, loop: Loop): Ways {
  let ways: Ways = { on: false, round: false, out: false };
  for (const at of walk(node, source.visitorKeys, isFunction)) {
    if (at.type === 'ReturnStatement' || at.type === 'ThrowStatement') ways = either(ways, outward);
    if ((at.type === 'BreakStatement' || at.type === 'ContinueStatement') && at.label && target(at, loop) === loop) ways = either(ways, waysFrom(source, at, loop));
  }
  return ways;
}

/** The loop or `switch` that a `break` or `continue` is about. A label outside `loop` counts as `loop`, which it leaves. */
function target(jump: TSESTree.BreakStatement | TSESTree.ContinueStatement, loop: Loop): TSESTree.Node | undefined {
  for (let at: TSESTree.Node | undefined = jump.parent; at && at !== loop.parent; at = at.parent) {
    if (jump.label ? at.type === 'LabeledStatement' && at.label.name === jump.label.name : isLoop(at) || at.type === 'ForInStatement' || (at.type === 'SwitchStatement' && jump.type === 'BreakStatement')) {
      return at.type === 'LabeledStatement' ? at.body : at;
    }
  }
  return loop;
}

/** `process.exit()`, `process.kill()`, `process.abort()`. */
export function isExit(node: TSESTree.Node): boolean {
  const call = unwrap(node);
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  return callee?.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'process' && /^(?:exit|kill|abort)$/u.test(propertyName(callee) ?? '');
}

/** The statements below `node` that leave `loop`, with the tests that decide about each: `if (n > 3) throw error`. */
export function exitsIn(source: SourceCode, node: TSESTree.Node, loop: Loop): { readonly statement: TSESTree.Node; readonly tests: readonly TSESTree.Node[] }[] {
  const found = [];
  for (const at of walk(node, source.visitorKeys, isFunction)) {
    const leaves = at.type === 'ReturnStatement' || at.type === 'ThrowStatement' || (at.type === 'BreakStatement' && target(at, loop) === loop) || (at.type === 'ExpressionStatement' && isExit(at.expression));
    if (leaves) found.push({ statement: at, tests: testsAround(at, node) });
  }
  return found;
}

/** The tests of the conditions between `node` and `outer`, innermost first. */
export function testsAround(node: TSESTree.Node, outer: TSESTree.Node): TSESTree.Node[] {
  const tests: TSESTree.Node[] = [];
  for (let at = node; at !== outer && at.parent; at = at.parent) {
    const { parent } = at;
    if ((parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && at !== parent.test) tests.push(parent.test);
    if (parent.type === 'LogicalExpression' && at === parent.right) tests.push(parent.left);
    if (parent.type === 'SwitchCase' && parent.parent.type === 'SwitchStatement') tests.push(parent.parent.discriminant);
  }
  return tests;
}
