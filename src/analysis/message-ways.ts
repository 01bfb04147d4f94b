import type { TSESTree } from '@typescript-eslint/utils';
import { callersOf } from './calls.js';
import { usesOfPackages } from './facts.js';
import type { Reach } from './handlers.js';
import type { Leg } from './message-outcomes.js';
import type { Step } from './reached-calls.js';
import type { SourceCode } from './service.js';
import { calledName, contains, endsFunction, functionName, isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';

/**
 * The way from a handler to a message that goes out: the calls on it, and whether these say that the message is the point of the
 * request, goes to a queue already, or is put off by whoever delivers it.
 */

/**
 * The calls on the way, from the one that sends to the one in the handler, each with the function around it. Undefined where a function
 * on the way is handed over by name and called by others.
 *
 * @param node the call in the linted file.
 * @param steps the calls from there on into other files.
 */
export function legsOf(source: SourceCode, node: TSESTree.Node, { handler, path }: Reach, steps: readonly Step[], found: TSESTree.Node, foundIn: SourceCode): Leg[] | undefined {
  const legs: Leg[] = [];
  let call = found;
  let at = foundIn;
  for (const step of [...steps].reverse()) {
    legs.push({ source: at, call, fn: step.target.node });
    call = step.call;
    at = step.source;
  }
  const hosts = [handler.node, ...path];
  call = node;
  for (let index = hosts.length - 1; index >= 0; index--) {
    const fn = hosts[index]!;
    legs.push({ source, call, fn });
    const outer = index > 0 ? callersOf(source, fn).filter((one) => contains(hosts[index - 1]!, one.call)) : [];
    if (index > 0 && outer.length !== 1) return undefined;
    if (outer[0]) call = outer[0].call;
  }
  return legs;
}

/** Whether a function on the way can put something on a queue: nobody knows that the message goes out meanwhile. */
export function mayEnqueue(legs: readonly Leg[]): boolean {
  return legs.slice(0, -1).some(({ source, fn }) => {
    if (enqueues.test(functionName(fn) ?? '')) return true;
    if (usesOfPackages(source, 'queue').some(({ node, action }) => action.roles?.includes('publish') && contains(fn, node))) return true;
    for (const node of walk(fn.body, source.visitorKeys)) if (node.type === 'CallExpression' && enqueues.test(calledName(node) ?? '')) return true;
    return false;
  });
}

const enqueues = /enqueue|(?:publish|add|send|push|put)\w*To\w*Queue|Queue(?:Mail|Email|Job|Message)|^(?:add|dispatch|schedule)Job/iu;

/** Whether the message is handed over with a time at which it is to go out. */
export function isPutOff(legs: readonly Leg[]): boolean {
  return legs.some(({ source, call }) => {
    if (call.type !== 'CallExpression') return false;
    for (const node of call.arguments.flatMap((one) => [...walk(one, source.visitorKeys, isFunction)])) {
      if (node.type === 'Property' && times.test(propertyName(node) ?? '') && !isPassedOn(node)) return true;
    }
    return false;
  });
}

const times = /^(?:scheduled_?at|send_?at|deliver_?at|(?:o:)?delivery-?_?time|delay_?until)$/iu;

/** `{ scheduledAt }`, `{ scheduledAt: options.scheduledAt }`: whoever calls may say it. */
function isPassedOn({ shorthand, value }: TSESTree.Property): boolean {
  const given = unwrap(value);
  return shorthand || (given.type === 'MemberExpression' && times.test(propertyName(given) ?? '')) || (given.type === 'Identifier' && (times.test(given.name) || given.name === 'undefined'));
}

/**
 * Whether something else is changed on the way, before the message or after it, and waited for: a request that only reads, and then
 * sends, is there to send. What is written for the sake of a message does not count: a code, a token, a log, and all that a function
 * does that is named after sending.
 */
export function changesMore(legs: readonly Leg[]): boolean {
  return legs.some((leg) => !/^(?:re)?(?:send|notify|mail|email|deliver|dispatch)(?:$|[A-Z_])/u.test(functionName(leg.fn) ?? '') && [...changesOf(leg.source, leg.fn)].some((call) => !contains(call, leg.call) && runBoth(call, leg.call, leg.fn)));
}

/** Whether two calls in a function can both run: they are in no two branches of one condition, and no branch with one of them ends the function before the other. */
function runBoth(one: TSESTree.Node, other: TSESTree.Node, fn: FunctionNode): boolean {
  const [first, second] = one.range[0] < other.range[0] ? [one, other] : [other, one];
  for (let child = first, at = first.parent; at && child !== fn; child = at, at = at.parent) {
    if (contains(at, second)) return !((at.type === 'IfStatement' || at.type === 'ConditionalExpression') && at.test !== child) && at.type !== 'SwitchStatement';
    if (at.type === 'BlockStatement' && !isFunction(at.parent) && endsFunction(at.body.at(-1))) return false;
    if (at.type === 'SwitchCase' && endsFunction(at.consequent.at(-1))) return false;
    if (at.type === 'IfStatement' && at.test !== child && endsFunction(child)) return false;
  }
  return true;
}

function* changesOf(source: SourceCode, fn: FunctionNode): Generator<TSESTree.Node> {
  for (const node of walk(fn.body, source.visitorKeys)) {
    if (node.type !== 'CallExpression') continue;
    const { parent } = node;
    const waited = parent.type === 'AwaitExpression' || parent.type === 'ArrayExpression' || parent.type === 'ReturnStatement' || parent.type === 'ChainExpression' || (parent.type === 'MemberExpression' && /^(?:then|catch|finally)$/u.test(propertyName(parent) ?? ''));
    if (!waited || !namesIn(node).some((name) => changes.test(name) && !makes.test(name))) continue;
    if (!forMessages.test(source.getText(unwrap(node.callee)))) yield node;
  }
}

/** The names in a chain of calls: `db`, `insert` and `values` of `db.insert(users).values(user)`. */
function namesIn(call: TSESTree.CallExpression): string[] {
  const names: string[] = [];
  let at: TSESTree.Node = call;
  while (at.type === 'CallExpression') {
    names.push(calledName(at) ?? '');
    const callee = unwrap(at.callee);
    at = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  }
  return names;
}

const changes = /^\$?(?:create|insert|save|update|upsert|delete|remove|destroy|add|set|put|patch|write|store|register|sign|approve|accept|reject|decline|invite|enable|disable|activate|deactivate|archive|mark|transfer|charge|pay|cancel|reset|change|assign|grant|revoke|sync|process|apply|commit|execute|run|transaction|upload|complete|confirm|close|publish|increment|merge|append|replace|move|handle|link|connect|join|leave|book|submit|import|restore|ban|block|start|stop|find\w*And|bulk)(?:$|[A-Z_])/u;
const makes = /^create\w*(?:Client|Connection|Context|Logger|Caller|Transport\w*|Template|Hash|Url)$/u;
const forMessages = /[mM]ail|[sS]ms|SMS|[mM]essage|[nN]otif|[tT]oken|(?:^|[._])otp|Otp|OTP(?![a-z])|(?:[vV]erif\w*|[rR]eset|[lL]ogin|[cC]onfirm\w*)_?[cC]ode|(?:^|[._])log(?:s?\.|[A-Z])|[a-z]Logs?(?![a-z])|logger|[aA]udit|[rR]ate_?[lL]imit|[cC]ache|[cC]aptcha|[tT]rack/u;
