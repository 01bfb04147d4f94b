import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { stepOf, type AwaitStep } from './awaits.js';
import { mentions, readByFunction } from './bindings.js';
import { variableOf } from './calls.js';
import { isLogging, isPureMethod } from './effects.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { contains, isFunction, propertyName, unwrap, walk } from './syntax.js';

/**
 * Loops over a collection that await a call for each element, and whose iterations do not feed each other: no variable,
 * object or array carries something from one to the next, none ends the loop early, nothing else is awaited.
 * Does not see: state behind the calls themselves, which callers judge with `wanted`; `while` loops; loops by index over more than one array.
 */
export interface AwaitLoop {
  readonly loop: TSESTree.ForOfStatement | TSESTree.ForStatement;
  /** The collection, and the name by which the body knows the element or its index. */
  readonly collection: TSESTree.Node;
  readonly element: TSESTree.Node;
  /** The awaiting statements, in order. */
  readonly steps: readonly AwaitStep[];
  /** Calls that add to an array or set outside the loop. */
  readonly collects: readonly TSESTree.CallExpression[];
}

const loops = defineService((source: SourceCode): readonly AwaitLoop[] => {
  const found: AwaitLoop[] = [];
  if (!/\bfor\s*\(/u.test(source.text)) return found;
  for (const node of nodesOf(source, 'ForOfStatement', 'ForStatement')) {
    const head = node.type === 'ForOfStatement' ? headOfForOf(node) : headOfFor(source, node);
    const loop = head && readBody(source, head);
    if (loop) found.push(loop);
  }
  return found;
});

/** Whether there are loops that could be judged: a look at the syntax alone. */
export function mayHaveLoops(source: SourceCode): boolean {
  return loops(source).length > 0;
}

/** The loops all of whose awaits are steps that `wanted` picks. */
export function independentLoops(source: SourceCode, wanted: (step: AwaitStep, loop: AwaitLoop) => boolean): AwaitLoop[] {
  return loops(source).filter((loop) => loop.steps.every((step) => wanted(step, loop)));
}

type Head = Pick<AwaitLoop, 'loop' | 'collection' | 'element'>;

function headOfForOf(loop: TSESTree.ForOfStatement): Head | undefined {
  const [declarator] = loop.left.type === 'VariableDeclaration' ? loop.left.declarations : [];
  return declarator && !loop.await ? { loop, collection: loop.right, element: declarator.id } : undefined;
}

/** `for (let i = 0; i < items.length; i++)` that uses `items[i]`. */
function headOfFor(source: SourceCode, loop: TSESTree.ForStatement): Head | undefined {
  const [declarator] = loop.init?.type === 'VariableDeclaration' ? loop.init.declarations : [];
  if (declarator?.id.type !== 'Identifier' || loop.test?.type !== 'BinaryExpression' || loop.test.operator !== '<' || loop.update?.type !== 'UpdateExpression') return undefined;
  const limit = unwrap(loop.test.right);
  const index = declarator.id;
  if (source.getText(loop.test.left) !== index.name || limit.type !== 'MemberExpression' || propertyName(limit) !== 'length') return undefined;
  const items = source.getText(limit.object);
  const reads = [...walk(loop.body, source.visitorKeys)].some((node) => node.type === 'MemberExpression' && node.computed && source.getText(node.property) === index.name && source.getText(node.object) === items);
  return reads ? { loop, collection: limit.object, element: index } : undefined;
}

const ends = new Set(['BreakStatement', 'ReturnStatement', 'ThrowStatement', 'YieldExpression', 'LabeledStatement', 'WhileStatement', 'DoWhileStatement']);

function readBody(source: SourceCode, head: Head): AwaitLoop | undefined {
  const { body } = head.loop;
  const steps: AwaitStep[] = [];
  const awaits: TSESTree.Node[] = [];
  for (const node of walk(body, source.visitorKeys, isFunction)) {
    if (ends.has(node.type) || (node.type === 'ContinueStatement' && node.label) || (node.type === 'ForOfStatement' && node.await)) return undefined;
    if (node.type === 'AwaitExpression') awaits.push(node);
    const step = /^(?:VariableDeclaration|ExpressionStatement)$/u.test(node.type) ? stepOf(node) : undefined;
    if (!step) continue;
    if (insideLoop(node, head.loop)) return undefined;
    steps.push(step);
  }
  if (steps.length === 0 || awaits.length !== steps.length) return undefined;
  const collects = carriesNothing(source, head, steps);
  return collects && { ...head, steps, collects };
}

function insideLoop(node: TSESTree.Node, loop: TSESTree.Node): boolean {
  for (let at = node.parent; at && at !== loop; at = at.parent) if (/^For\w*Statement$/u.test(at.type)) return true;
  return false;
}

const collecting = /^(?:push|add|set)$/u;

/**
 * The calls that only collect results, if nothing else that is written in the body outlives an iteration; `undefined`
 * where an iteration could read what another one wrote, or where the order of effects shows.
 */
function carriesNothing(source: SourceCode, head: Head, steps: readonly AwaitStep[]): TSESTree.CallExpression[] | undefined {
  const collects: TSESTree.CallExpression[] = [];
  const kept = new Map<TSESLint.Scope.Variable, number>();
  const keep = (target: TSESTree.Node): boolean => {
    const variable = outerVariable(source, head, target);
    if (variable === 'this') return false;
    if (variable) kept.set(variable, (kept.get(variable) ?? 0) + 1);
    return true;
  };
  for (const node of walk(head.loop.body, source.visitorKeys)) {
    if (node.type === 'AssignmentExpression') {
      const target = unwrap(node.left);
      const isOwn = target.type === 'MemberExpression' ? outerVariable(source, head, target) === undefined : !outerIn(source, head, target);
      // `found[key] = value` collects; `last = value` and `total += value` carry over.
      if (!isOwn && !(target.type === 'MemberExpression' && target.computed && node.operator === '=' && keep(target))) return undefined;
    } else if (node.type === 'UpdateExpression' && !keep(node.argument)) {
      return undefined;
    } else if (node.type === 'CallExpression' && !isLogging(node) && !steps.some((step) => contains(step.call, node))) {
      const callee = unwrap(node.callee);
      const method = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
      if (callee.type !== 'MemberExpression' || isPureMethod(method) || !outerVariable(source, head, callee)) continue;
      if (collecting.test(method ?? '')) {
        if (!keep(callee)) return undefined;
        collects.push(node);
      } else if (steps.some((step) => sharesRoot(source, head, step.call, callee))) {
        return undefined;
      }
    }
  }
  // Whoever reads what is collected sees what other iterations did.
  for (const [variable, writes] of kept) {
    const inside = variable.references.filter((reference) => contains(head.loop, reference.identifier as TSESTree.Node)).length;
    if (inside > writes || readByFunction(variable, head.loop)) return undefined;
  }
  return collects;
}

/** True if the call uses the object from outside the loop whose method is called: the method may change what the call sees. */
function sharesRoot(source: SourceCode, head: Head, call: TSESTree.Node, method: TSESTree.Node): boolean {
  const root = outerVariable(source, head, method);
  if (root === 'this') return [...walk(call, source.visitorKeys)].some((node) => node.type === 'ThisExpression');
  return root !== undefined && mentions(call, [root]);
}

function outerIn(source: SourceCode, head: Head, pattern: TSESTree.Node): boolean {
  return [...walk(pattern, source.visitorKeys)].some((node) => node.type === 'Identifier' && outerVariable(source, head, node) !== undefined);
}

/** The variable from outside the loop that a name or member starts from; `undefined` if the loop itself declares it. */
function outerVariable(source: SourceCode, head: Head, node: TSESTree.Node): TSESLint.Scope.Variable | 'this' | undefined {
  let root = unwrap(node);
  while (root.type === 'MemberExpression' || root.type === 'CallExpression') root = unwrap(root.type === 'MemberExpression' ? root.object : root.callee);
  if (root.type === 'ThisExpression' || root.type === 'Super') return 'this';
  const variable = root.type === 'Identifier' ? variableOf(source, root) : undefined;
  const definition = variable?.defs[0];
  if (!variable) return root.type === 'Identifier' ? 'this' : undefined;
  return definition && contains(head.loop, definition.name) ? undefined : variable;
}
