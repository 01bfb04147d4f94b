import type { TSESTree } from '@typescript-eslint/utils';
import type { AwaitStep } from './awaits.js';
import { boundBy, derivedFrom, mentions } from './bindings.js';
import { resolveFunction, variableOf } from './calls.js';
import { changedBy } from './changes.js';
import { isLogging, isPureMethod } from './effects.js';
import { definedIn, heldBy, namedIn, overlap, reachedFrom, referenceOf, type Reference } from './references.js';
import type { SourceCode } from './service.js';
import { contains, propertyName, unwrap, walk } from './syntax.js';

/**
 * What the body of a loop leaves behind for what comes after the loop, when it carries nothing from one iteration to the next.
 * Does not see: elements that are the same object; what imported functions keep.
 */

/** The loop, what it runs over, and the name by which the body knows the element or its index. */
export interface LoopHead {
  readonly loop: TSESTree.ForOfStatement | TSESTree.ForStatement;
  readonly collection: TSESTree.Node;
  readonly element: TSESTree.Node;
}

/** A statement that adds to something outside the loop. */
export interface Collect {
  /** `key`: `found[key] = value`. `count`: `n++`, whose order never shows. `call`: hands a result to a function that nobody knows. */
  readonly kind: 'push' | 'add' | 'set' | 'key' | 'count' | 'call';
  readonly statement: TSESTree.ExpressionStatement;
  /** What is added to, and the name it starts from. */
  readonly target: TSESTree.Node;
}

/**
 * The statements that collect, if nothing else that is written in the body outlives an iteration; `undefined` where an
 * iteration could read what another one wrote, or where the order of effects shows.
 */
export function collectedIn(source: SourceCode, head: LoopHead, steps: readonly AwaitStep[]): Collect[] | undefined {
  const { body } = head.loop;
  const results = derivedFrom(source, body, steps.flatMap((step) => (step.target ? boundBy(source, step.target) : [])));
  const collects: Collect[] = [];
  const kept = new Set<Reference>();
  for (const node of walk(body, source.visitorKeys)) {
    const changed = isOwn(source, head, node) ? [] : [...changedBy(source, node)].filter((reference) => isOutside(head, reference));
    if (changed.length === 0) {
      if (node.type === 'CallExpression' && isUnknown(source, head, steps, node)) {
        if (mayChangeInput(source, steps, node)) return undefined;
        if (node.parent.type === 'ExpressionStatement' && node.arguments.some((argument) => mentions(argument, results))) collects.push({ kind: 'call', statement: node.parent, target: node.callee });
      }
      if (isIndexWrite(source, head, node)) return undefined;
      continue;
    }
    const collect = collectOf(node);
    if (!collect || changed.some((reference) => typeof reference === 'string') || steps.some((step) => step.statement !== collect.statement && contains(step.statement, node))) return undefined;
    collects.push(collect);
    for (const reference of changed) kept.add(reference);
  }
  // Whoever reads what is collected sees what other iterations did.
  const read = namedIn(source, head.loop, new Set(collects.map(({ target }) => rootOf(target))));
  return kept.size > 0 && overlap(kept, reachedFrom(source, read)) ? undefined : collects;
}

function isOutside({ loop }: LoopHead, reference: Reference): boolean {
  return typeof reference === 'string' || !definedIn(loop, reference);
}

const collecting = /^(?:push|add|set)$/u;

function collectOf(node: TSESTree.Node): Collect | undefined {
  const statement = node.parent;
  if (statement?.type !== 'ExpressionStatement') return undefined;
  if (node.type === 'UpdateExpression') return { kind: 'count', statement, target: node.argument };
  if (node.type === 'AssignmentExpression') {
    // `found[key] = value` collects; `last = value` and `total += value` carry over.
    return node.left.type === 'MemberExpression' && node.left.computed && node.operator === '=' ? { kind: 'key', statement, target: node.left.object } : undefined;
  }
  const callee = node.type === 'CallExpression' ? node.callee : undefined;
  const method = callee?.type === 'MemberExpression' ? propertyName(callee) : undefined;
  return callee?.type === 'MemberExpression' && collecting.test(method ?? '') ? { kind: method as 'push', statement, target: callee.object } : undefined;
}

function rootOf(node: TSESTree.Node): TSESTree.Node {
  let at = unwrap(node);
  while (at.type === 'MemberExpression') at = unwrap(at.object);
  return at;
}

/** True for a change of the element, of `items[i]`, or of what the body took from them. */
function isOwn(source: SourceCode, head: LoopHead, node: TSESTree.Node): boolean {
  const target = node.type === 'AssignmentExpression' ? node.left : node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
  return target !== undefined && (node.type === 'CallExpression' || target.type === 'MemberExpression') && comesFromElement(source, head, target);
}

function comesFromElement(source: SourceCode, head: LoopHead, node: TSESTree.Node): boolean {
  const at = unwrap(node);
  if (at.type === 'MemberExpression') {
    const byIndex = head.loop.type === 'ForStatement' && at.computed && source.getText(at.property) === source.getText(head.element) && source.getText(at.object) === source.getText(head.collection);
    return byIndex || comesFromElement(source, head, at.object);
  }
  const variable = at.type === 'Identifier' ? variableOf(source, at) : undefined;
  if (!variable) return false;
  if (head.loop.type === 'ForOfStatement' && boundBy(source, head.element).includes(variable)) return true;
  const definition = variable.defs[0]?.node as TSESTree.Node | undefined;
  return definedIn(head.loop.body, variable) && definition?.type === 'VariableDeclarator' && definition.init !== null && comesFromElement(source, head, definition.init);
}

/** A body that moves the index on leaves elements out. */
function isIndexWrite(source: SourceCode, head: LoopHead, node: TSESTree.Node): boolean {
  if (head.loop.type !== 'ForStatement') return false;
  const target = node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : undefined;
  return target?.type === 'Identifier' && target.name === source.getText(head.element);
}

/** True for a call beside the steps whose function is not of this file, and that the loop did not make itself. */
function isUnknown(source: SourceCode, head: LoopHead, steps: readonly AwaitStep[], call: TSESTree.CallExpression): boolean {
  if (isLogging(call) || steps.some((step) => contains(step.call, call))) return false;
  const callee = unwrap(call.callee);
  if (resolveFunction(source, callee)) return false;
  return callee.type !== 'MemberExpression' || (!isPureMethod(propertyName(callee)) && isOutsideRoot(source, head, callee.object));
}

/** True for a method of an object that an agent call uses. Whatever field it is called on, a method may write to others. */
function mayChangeInput(source: SourceCode, steps: readonly AwaitStep[], { callee }: TSESTree.CallExpression): boolean {
  const method = unwrap(callee);
  if (method.type !== 'MemberExpression') return false;
  const written = new Set([...heldBy(source, method.object)].map((reference) => (typeof reference === 'string' ? 'this' : reference)));
  return steps.some((step) => overlap(written, namedIn(source, step.call)));
}

function isOutsideRoot(source: SourceCode, head: LoopHead, node: TSESTree.Node): boolean {
  const reference = referenceOf(source, node);
  return reference !== undefined && isOutside(head, reference);
}
