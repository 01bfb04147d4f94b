import type { TSESTree } from '@typescript-eslint/utils';
import { boundBy } from './bindings.js';
import { resolveFunction } from './calls.js';
import { testsAround } from './loop-flow.js';
import { catchClauses, nodesOf } from './nodes.js';
import { boundOf, countedIn, type Subject } from './repetition-bounds.js';
import type { Repetition, RepetitionKind } from './repetition.js';
import { delayIn, delayOfTimer, isTimer } from './retry-delays.js';
import { calledNames, changing, purposeOf, removesWhatItTries, waitsForNext } from './retry-purpose.js';
import type { SourceCode } from './service.js';
import { valueOf } from './values.js';
import { contains, functionName, isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/** The functions that call themselves, at once or by a timer, where a failure arrives: in a `catch`, in what is handed to `.catch()`. */
export function retryingRecursions(source: SourceCode): Repetition[] {
  const found: Repetition[] = [];
  for (const { tried, handler, from } of failures(source)) {
    const again = againIn(source, handler, from);
    if (again) found.push(ofRecall(source, tried, handler, again));
  }
  return found;
}

interface Failure {
  readonly tried: TSESTree.Node;
  readonly handler: TSESTree.CatchClause | FunctionNode;
  /** Functions around it that have a name to be called by. */
  readonly from: readonly FunctionNode[];
}

function failures(source: SourceCode): Failure[] {
  const found: Failure[] = [];
  const add = (tried: TSESTree.Node, handler: Failure['handler']) => {
    const from = namedAround(tried);
    if (from.length > 0) found.push({ tried, handler, from });
  };
  for (const handler of catchClauses(source)) add(handler.parent.block, handler);
  if (!/\.(?:catch|then)\s*\(/u.test(source.text)) return found;
  for (const node of nodesOf(source, 'CallExpression')) {
    if (node.callee.type === 'Identifier') continue;
    const callee = unwrap(node.callee);
    const name = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
    const handler = name === 'catch' ? node.arguments[0] : name === 'then' ? node.arguments[1] : undefined;
    if (callee.type === 'MemberExpression' && isFunction(handler)) add(callee.object, handler);
  }
  return found;
}

function namedAround(node: TSESTree.Node): FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let at = node.parent; at; at = at.parent) if (isFunction(at) && functionName(at) !== undefined) found.push(at);
  return found;
}

interface Again {
  readonly fn: FunctionNode;
  readonly call: TSESTree.CallExpression;
  readonly timer: TSESTree.CallExpression | undefined;
}

/** The call below a handler that runs one of the functions around it again. */
function againIn(source: SourceCode, handler: TSESTree.Node, from: readonly FunctionNode[]): Again | undefined {
  const names = new Set(from.map(functionName));
  // Most handlers name none of them.
  const text = source.getText(handler);
  if (![...names].some((name) => name !== undefined && text.includes(name))) return undefined;
  for (const call of walk(handler, source.visitorKeys)) {
    if (call.type !== 'CallExpression') continue;
    const [first] = call.arguments;
    const handed = isTimer(call) && first && !isFunction(first);
    const callee = unwrap(handed ? first : call.callee);
    const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : callee.type === 'CallExpression' ? calleeOfBind(callee) : undefined;
    if (name === undefined || !names.has(name)) continue;
    const fn = resolveFunction(source, callee);
    if (fn && from.includes(fn) && isDirect(call, handler)) return { fn, call, timer: handed ? call : timerAround(call, handler) };
  }
  return undefined;
}

function calleeOfBind(call: TSESTree.CallExpression): string | undefined {
  const callee = call.callee.type === 'MemberExpression' && propertyName(call.callee) === 'bind' ? unwrap(call.callee.object) : undefined;
  return callee?.type === 'MemberExpression' ? propertyName(callee) : callee?.type === 'Identifier' ? callee.name : undefined;
}

/** Run as part of the failure: not by a listener or a route that the handler sets up. */
function isDirect(call: TSESTree.Node, handler: TSESTree.Node): boolean {
  for (let at = call.parent; at && at !== handler; at = at.parent) {
    if (!isFunction(at)) continue;
    const holder = at.parent.type === 'CallExpression' || at.parent.type === 'NewExpression' ? at.parent : undefined;
    const callee = holder && unwrap(holder.callee);
    const name = callee?.type === 'Identifier' ? callee.name : callee?.type === 'MemberExpression' ? propertyName(callee) : undefined;
    if (name === undefined || !/^(?:setTimeout|setImmediate|nextTick|queueMicrotask|Promise|then|finally|resolve)$/u.test(name)) return false;
  }
  return true;
}

function timerAround(call: TSESTree.Node, handler: TSESTree.Node): TSESTree.CallExpression | undefined {
  for (let at = call.parent; at && at !== handler; at = at.parent) if (isTimer(at)) return at;
  return undefined;
}

function ofRecall(source: SourceCode, tried: TSESTree.Node, handler: Failure['handler'], { fn, call, timer }: Again): Repetition {
  const counted = countedIn(source, [fn.body]);
  const errors = handler.type === 'CatchClause' ? handler.param : handler.params[0];
  const subject: Subject = { counted, errors: new Set(errors ? boundBy(source, errors).map(({ name }) => name) : []), results: new Set() };
  const input = inputOf(fn, call, call === timer);
  const tests = [...testsAround(call, fn.body), ...guards(source, fn, call)];
  const scope = handler.body;
  const counts = new Set([...counted, ...fn.params.flatMap((param) => boundBy(source, param).map(({ name }) => name)).filter((name) => /attempt|retr|tries|count|^n$|^i$/iu.test(name))]);
  return {
    form: timer ? 'timer' : 'recursion',
    kind: input === 'other' ? 'unknown' : kindOf(source, fn, tried, handler, timer),
    purpose: purposeOf(source, fn, tried, handler, []),
    node: call,
    body: fn.body,
    fn,
    tried,
    handler,
    bound: input === 'counted' ? 'counter' : boundOf(source, tests, subject),
    tries: undefined,
    delay: timer ? delayOfTimer(source, timer, counts, fn) : delayIn(source, [scope], counts, fn, [scope].filter(() => !contains(scope, call) || awaitsMore(source, scope, call))),
  };
}

/** Whether the handler awaits something else than the next try. */
function awaitsMore(source: SourceCode, scope: TSESTree.Node, call: TSESTree.Node): boolean {
  return [...walk(scope, source.visitorKeys, isFunction)].some((node) => node.type === 'AwaitExpression' && !contains(node, call));
}

/** What the next try is called with: the same, a number that counts, or something else. */
function inputOf(fn: FunctionNode, call: TSESTree.CallExpression, timer: boolean): 'same' | 'counted' | 'other' {
  if (timer) return call.arguments.length > 2 ? 'other' : 'same';
  let input: 'same' | 'counted' = 'same';
  for (const [index, given] of call.arguments.entries()) {
    const parameter = fn.params[index];
    const own = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
    const at = unwrap(given);
    if (at.type === 'Identifier' && own?.type === 'Identifier' && at.name === own.name) continue;
    if (at.type === 'UpdateExpression' || (at.type === 'BinaryExpression' && /^[-+]$/u.test(at.operator) && [at.left, at.right].some((side) => side.type === 'Literal' && typeof side.value === 'number'))) input = 'counted';
    else return 'other';
  }
  return input;
}

/** Tests in the function's body, and in those of callbacks on the way, that leave it before the next try. */
function guards(source: SourceCode, fn: FunctionNode, call: TSESTree.Node): TSESTree.Node[] {
  const tests: TSESTree.Node[] = [];
  for (const node of walk(fn.body, source.visitorKeys, (inner) => isFunction(inner) && !contains(inner, call))) {
    if (node.type !== 'IfStatement' || node.range[0] > call.range[0]) continue;
    for (const at of walk(node, source.visitorKeys, isFunction)) {
      if (at.type === 'ReturnStatement' || at.type === 'ThrowStatement') {
        tests.push(node.test);
        break;
      }
    }
  }
  return tests;
}

/** What runs again and again by its own timer. */
const monitoring = /beat|monitor|tick|poll|schedul|loop|refresh|sync|cron|interval|work|jobs?$|queue|flush|drain|sweep|clean/iu;

/** A timer of half a minute or more is no burden: what it runs is brought up to date now and then. */
const rare = 30_000;

function isRare(source: SourceCode, timer: TSESTree.CallExpression): boolean {
  const amount = timer.arguments[1] ? valueOf(source, timer.arguments[1]) : undefined;
  return amount?.known === true && typeof amount.value === 'number' && amount.value >= rare;
}

function kindOf(source: SourceCode, fn: FunctionNode, tried: TSESTree.Node, handler: TSESTree.Node, timer: TSESTree.CallExpression | undefined): RepetitionKind {
  if (fn.generator) return 'generator';
  if (removesWhatItTries(source, [fn.body])) return 'drain';
  if (waitsForNext(source, tried)) return 'consumer';
  const name = functionName(fn);
  // Starting itself elsewhere too, as a listener or after success, it goes on whatever happens.
  for (const node of walk(fn.body, source.visitorKeys)) {
    if (contains(handler, node) || (node.type !== 'Identifier' && node.type !== 'PrivateIdentifier') || node.name !== name) continue;
    const whole = node.parent.type === 'MemberExpression' && node.parent.property === node ? node.parent : node;
    if (resolveFunction(source, whole) === fn) return 'monitor';
  }
  if (timer && ((name !== undefined && monitoring.test(name)) || isRare(source, timer))) return 'monitor';
  return calledNames(source, handler).some((called) => called !== name && changing.test(called)) ? 'unknown' : 'retry';
}
