import type { TSESTree } from '@typescript-eslint/utils';
import type { AwaitedCall } from './awaited-calls.js';
import type { AwaitStep, Run } from './awaits.js';
import { boundBy, derivedFrom, mentions } from './bindings.js';
import type { AwaitLoop } from './independent-loops.js';
import type { SourceCode } from './service.js';
import { unwrap, walk } from './syntax.js';

/**
 * Why calls that are independent as far as variables show may still stand one after the other on purpose: a shared
 * conversation, output in order, a comment that says so.
 */

/** True if two calls take part in the same conversation, session or workspace. */
export function sharesState(earlier: AwaitedCall, later: AwaitedCall): boolean {
  for (const entry of later.state) if (earlier.state.has(entry)) return true;
  return false;
}

/** True if all calls of a loop take part in the same conversation: nothing of it changes with the element. */
export function sharesStateAcross(source: SourceCode, loop: AwaitLoop, call: AwaitedCall): boolean {
  const names = boundBy(source, loop.element).map((variable) => variable.name);
  return [...call.state].some((entry) => !names.some((name) => new RegExp(String.raw`[^\w$]${name.replaceAll('$', '\\$')}(?![\w$])`, 'u').test(entry)));
}

/** True if the call's arguments use the element of the loop, or what the body computes from it. */
export function usesElement(source: SourceCode, { loop, element }: AwaitLoop, step: AwaitStep): boolean {
  return mentions(step.call, derivedFrom(source, loop.body, boundBy(source, element)));
}

const printing = /^(?:console\.(?:log|info|table|dir|debug)|process\.stdout\.write|(?:print|display|show|render|log|report|output)\w*)$|\.(?:write|enqueue|emit|send|log|print)$/u;

/** True if the body prints or sends what the calls give: readers expect it in the order of the elements. */
export function outputsInOrder(source: SourceCode, { loop, steps }: AwaitLoop): boolean {
  const results = derivedFrom(source, loop.body, steps.flatMap((step) => (step.target ? boundBy(source, step.target) : [])));
  for (const node of walk(loop.body, source.visitorKeys)) {
    if (node.type === 'CallExpression' && printing.test(source.getText(unwrap(node.callee))) && node.arguments.some((argument) => mentions(argument, results))) return true;
  }
  return false;
}

const deliberate = /rate.?limit|throttl|sequential|one (?:at a time|by one|after)|in (?:order|sequence|series)|serially|too many requests|quota|(?:avoid|never|no|not|n't|without|instead of)\b.{0,40}\b(?:parallel|concurren|simultan|at once)/iu;

/** True if a comment in or directly above the code says that the order is meant. */
export function isDeliberate(source: SourceCode, first: TSESTree.Node, last: TSESTree.Node): boolean {
  const above = source.getCommentsBefore(first);
  const inside = source.getAllComments().filter((comment) => comment.range[0] >= first.range[0] && comment.range[1] <= last.range[1]);
  return [...above, ...inside].some((comment) => deliberate.test(comment.value));
}

/** True if the body takes the time: calls that run together are measured together. */
export function isTimed(source: SourceCode, { loop }: AwaitLoop): boolean {
  return /\b(?:Date\.now|performance\.now|process\.hrtime|console\.time)\b/u.test(source.getText(loop.body));
}

/** True if the code goes on to read what every one of the steps gives. */
export function allResultsUsed(source: SourceCode, { steps }: Run): boolean {
  return steps.every(({ target }) => target !== undefined
    && (target.type === 'MemberExpression' || boundBy(source, target).some((variable) => variable.references.some((reference) => reference.isRead()))));
}
