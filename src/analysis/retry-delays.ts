import type { TSESTree } from '@typescript-eslint/utils';
import { resolveFunction } from './calls.js';
import { useOf } from './facts.js';
import { isLogging } from './effects.js';
import { argument } from './arguments.js';
import { growthOf, type Growth } from './retry-growth.js';
import { mentionsAny } from './repetition-bounds.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/** The wait between two tries. */
export interface Delay {
  /** `unknown`: something is awaited or computed that cannot be seen into. */
  readonly growth: Growth;
  /** A random part spreads the callers. */
  readonly jitter: boolean;
  /** The expression of the milliseconds (or of the unit the call takes), if it can be seen. */
  readonly amount: TSESTree.Node | undefined;
  /** The call or construction that waits. */
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression | undefined;
}

/** A call or construction that waits, with what says how long. */
interface Wait {
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly amount: TSESTree.Node | undefined;
  /** Names that stand for the number of the try where `amount` is written: parameters of the function that waits. */
  readonly counters?: readonly string[];
}

const namedLikeSleep = /^#?_?(?:sleep|delay|wait|pause|snooze|backoff|back_off|set_?timeout)(?:ms|seconds|for|async|with\w*|before\w*)?$/iu;

/**
 * The wait between tries: in the nodes that run on the way round, functions in them left out.
 *
 * @param counted targets that are counted or multiplied on the way, as written.
 * @param quiet where an awaited call that is no wait may still wait: the way of a failure.
 */
export function delayIn(source: SourceCode, nodes: readonly TSESTree.Node[], counted: ReadonlySet<string>, scope: TSESTree.Node, quiet: readonly TSESTree.Node[]): Delay {
  for (const node of nodes) {
    for (const at of walk(node, source.visitorKeys, isFunction)) {
      const wait = at.type === 'CallExpression' || at.type === 'NewExpression' ? waitOf(source, at) : undefined;
      if (wait && isSkipped(source, wait.call, scope, counted)) return { growth: 'unknown', jitter: false, amount: wait.amount, call: wait.call };
      if (wait) return delayOfWait(source, wait, counted, scope);
    }
  }
  const mayWait = quiet.some((node) => [...walk(node, source.visitorKeys, isFunction)].some((at) => at.type === 'AwaitExpression' && !isLog(at.argument)));
  return { growth: mayWait ? 'unknown' : 'none', jitter: false, amount: undefined, call: undefined };
}

/** A wait in the `try` itself, only where something else than the number of the try says so, is part of the work: `if (post.delay) await sleep(post.delay)`. */
function isSkipped(source: SourceCode, wait: TSESTree.Node, scope: TSESTree.Node, counted: ReadonlySet<string>): boolean {
  let chosen = false;
  for (let at: TSESTree.Node = wait; at.parent && at !== scope; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'CatchClause') return false;
    if (parent.type === 'IfStatement' && parent.test !== at && !mentionsAny(source, parent.test, counted)) chosen = true;
    if (parent.type === 'TryStatement') return chosen && parent.block === at;
  }
  return false;
}

/** What a timer that starts the next try waits. */
export function delayOfTimer(source: SourceCode, timer: TSESTree.CallExpression, counted: ReadonlySet<string>, scope: TSESTree.Node): Delay {
  const [, amount] = timer.arguments;
  return amount ? delayOfWait(source, { call: timer, amount }, counted, scope) : { growth: 'none', jitter: false, amount: undefined, call: timer };
}

function delayOfWait(source: SourceCode, { call, amount, counters = [] }: Wait, counted: ReadonlySet<string>, scope: TSESTree.Node): Delay {
  if (!amount) return { growth: 'unknown', jitter: false, amount, call };
  return { ...growthOf(source, amount, new Set([...counted, ...counters]), scope), amount, call };
}

function isLog(node: TSESTree.Node): boolean {
  const at = unwrap(node);
  return at.type === 'CallExpression' && isLogging(at);
}

/** `new Promise((r) => setTimeout(r, ms))`, `sleep(ms)` of a package or of the file, and what is called like it. */
function waitOf(source: SourceCode, node: TSESTree.CallExpression | TSESTree.NewExpression): Wait | undefined {
  const [first] = node.arguments;
  if (node.type === 'NewExpression') {
    const timer = node.callee.type === 'Identifier' && node.callee.name === 'Promise' && isFunction(first) ? timerIn(source, first) : undefined;
    return timer && { call: node, amount: timer.arguments[1] };
  }
  const callee = unwrap(node.callee);
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  const use = name === undefined ? undefined : useOf(source, node);
  if (use?.action.roles?.includes('sleep')) return { call: node, amount: argument(source, node.arguments, use.action.args?.['timeout'] ?? '0') };
  if (use?.known.library.package === 'global' || name === undefined) return undefined;
  const target = resolveFunction(source, node.callee);
  const timer = target && sleepsIn(source, target);
  if (timer) return throughFunction(node, target, timer);
  if (target || !namedLikeSleep.test(name) || isFunction(first)) return undefined;
  const amounts = node.arguments.filter((arg) => arg.type !== 'SpreadElement' && !isFunction(arg));
  return { call: node, amount: amounts.find((arg) => arg.type !== 'ObjectExpression' && !isSignal(source, arg)) };
}

function isSignal(source: SourceCode, node: TSESTree.Node): boolean {
  return /signal$|logger$|^this$/iu.test(source.getText(node));
}

/** A function of the file that waits: its argument says how long, or it computes that itself. */
function throughFunction(call: TSESTree.CallExpression, target: FunctionNode, amount: TSESTree.Node | undefined): Wait {
  const names = target.params.map((param) => (param.type === 'AssignmentPattern' ? param.left : param)).map((param) => (param.type === 'Identifier' ? param.name : ''));
  const inner = amount && unwrap(amount);
  const index = inner?.type === 'Identifier' ? names.indexOf(inner.name) : -1;
  if (index === -1) return { call, amount, counters: names.filter((name) => name !== '') };
  const parameter = target.params[index];
  return { call, amount: call.arguments[index] ?? (parameter?.type === 'AssignmentPattern' ? parameter.right : undefined) };
}

/** The milliseconds of the only thing a function does with time: a promise over `setTimeout`, or a call that sleeps. */
function sleepsIn(source: SourceCode, fn: FunctionNode): TSESTree.Node | undefined {
  for (const at of walk(fn.body, source.visitorKeys, isFunction)) {
    if (at.type === 'NewExpression') {
      const wait = waitOf(source, at);
      if (wait) return wait.amount;
    }
    if (at.type === 'CallExpression' && useOf(source, at)?.action.roles?.includes('sleep')) return at.arguments[0];
  }
  return undefined;
}

/** The timer in an executor `(resolve) => setTimeout(resolve, ms)`. */
function timerIn(source: SourceCode, fn: FunctionNode): TSESTree.CallExpression | undefined {
  for (const at of walk(fn.body, source.visitorKeys, (inner) => isFunction(inner))) if (isTimer(at)) return at;
  return undefined;
}

/** `setTimeout(...)`, also as a member of a global object. */
export function isTimer(node: TSESTree.Node): node is TSESTree.CallExpression {
  if (node.type !== 'CallExpression') return false;
  const callee = unwrap(node.callee);
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && /^(?:global|globalThis|window|timers)$/u.test(callee.object.name) ? propertyName(callee) : undefined;
  return name === 'setTimeout' && node.arguments.length > 0;
}
