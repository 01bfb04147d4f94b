import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk } from './syntax.js';

/**
 * Whether evaluating an expression changes anything outside it or takes part in the course of time.
 * Judged by syntax and by the names of methods that only compute; an unknown call counts as an effect. Does not see: getters, proxies, `toString` with effects.
 */

const pureMethods = new Set(
  ('at concat endsWith entries every filter find findIndex findLast flat flatMap get has includes indexOf join keys lastIndexOf map match matchAll padEnd padStart reduce repeat '
    + 'replace replaceAll slice some split startsWith substring toFixed toISOString toLowerCase toString toUpperCase trim trimEnd trimStart values').split(' '),
);
const pureGlobals = /^(?:JSON\.(?:stringify|parse)|Math\.(?!random$)\w+|Object\.(?:keys|values|entries|fromEntries|freeze)|Array\.(?:from|isArray|of)|Number(?:\.\w+)?|String|Boolean|parseInt|parseFloat)$/u;

const changing = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|remove|clear|append|prepend|insert|record|enqueue|dequeue|reset)$|^(?:push|set|add|delete|remove|clear|append|insert|record)[A-Z]/u;
const textual = /^(?:join|toString|toISOString|toFixed|trim|trimEnd|trimStart|replace|replaceAll|toLowerCase|toUpperCase|padEnd|padStart|repeat|substring|includes|indexOf|lastIndexOf|startsWith|endsWith)$/u;
const textualGlobals = /^(?:JSON\.stringify|Math\.\w+|String|Number|Boolean|parseInt|parseFloat|Array\.isArray|Number\.\w+)$/u;

/** True if a method of this name changes what it is called on. */
export function isChangingMethod(name: string | undefined): boolean {
  return name !== undefined && changing.test(name);
}

/** True if the call gives a text, a number or a truth value. */
export function isTextual(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  return textualGlobals.test(source.getText(callee)) || (callee.type === 'MemberExpression' && textual.test(propertyName(callee) ?? ''));
}

/** True for a line of a log: a method of `console` or of something called a logger. */
export function isLogging(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !/^(?:log|info|warn|error|debug|trace|verbose|group|groupEnd)$/u.test(propertyName(callee) ?? '')) return false;
  const object = unwrap(callee.object);
  const name = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? propertyName(object) : undefined;
  return name !== undefined && /^console$|^#?_?log(?:ger)?$|Logger$/u.test(name);
}

/** True if a method of this name only computes, whatever it is called on. */
export function isPureMethod(name: string | undefined): boolean {
  return name !== undefined && pureMethods.has(name);
}

/** True if evaluating `node` calls something unknown, writes, waits, imports or yields. Functions in it are not run by it, unless they are handed to a method that computes with them. */
export function hasEffect(source: SourceCode, node: TSESTree.Node): boolean {
  for (const at of walk(node, source.visitorKeys, (inner) => isFunction(inner) && !isCallbackOfPure(inner))) {
    switch (at.type) {
      case 'AssignmentExpression':
      case 'AwaitExpression':
      case 'ClassExpression':
      case 'ImportExpression':
      case 'NewExpression':
      case 'TaggedTemplateExpression':
      case 'UpdateExpression':
      case 'YieldExpression':
        return true;
      case 'UnaryExpression':
        if (at.operator === 'delete') return true;
        break;
      case 'CallExpression':
        if (!isPureCall(source, at)) return true;
        break;
      default:
    }
  }
  return false;
}

function isPureCall(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (pureGlobals.test(source.getText(callee))) return true;
  const method = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  return isPureMethod(method);
}

function isCallbackOfPure(fn: TSESTree.Node): boolean {
  const call = fn.parent;
  const callee = call?.type === 'CallExpression' && call.callee !== fn ? unwrap(call.callee) : undefined;
  return callee?.type === 'MemberExpression' && isPureMethod(propertyName(callee));
}
