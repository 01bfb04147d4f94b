import type { TSESTree } from '@typescript-eslint/utils';
import { stepOf, type AwaitStep } from './awaits.js';
import { collectedIn, type Collect, type LoopHead } from './loop-results.js';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk } from './syntax.js';

/**
 * Loops over a collection that await a call for each element, and whose iterations do not feed each other: no variable,
 * object or array carries something from one to the next, none ends the loop early, nothing else is awaited.
 * Does not see: state behind the calls themselves, which callers judge with `wanted`; `while` loops; loops by index over more than one array.
 */
export interface AwaitLoop extends LoopHead {
  /** The awaiting statements, in order. */
  readonly steps: readonly AwaitStep[];
  /** What adds to arrays, maps and the like outside the loop. */
  readonly collects: readonly Collect[];
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

function headOfForOf(loop: TSESTree.ForOfStatement): LoopHead | undefined {
  const [declarator] = loop.left.type === 'VariableDeclaration' ? loop.left.declarations : [];
  return declarator && !loop.await ? { loop, collection: loop.right, element: declarator.id } : undefined;
}

/** `for (let i = 0; i < items.length; i++)` that uses `items[i]`. */
function headOfFor(source: SourceCode, loop: TSESTree.ForStatement): LoopHead | undefined {
  const [declarator, ...others] = loop.init?.type === 'VariableDeclaration' ? loop.init.declarations : [];
  if (declarator?.id.type !== 'Identifier' || others.length > 0 || !isFirst(declarator.init) || loop.test?.type !== 'BinaryExpression' || loop.test.operator !== '<' || loop.update?.type !== 'UpdateExpression' || loop.update.operator !== '++') return undefined;
  const limit = unwrap(loop.test.right);
  const index = declarator.id;
  if (source.getText(loop.test.left) !== index.name || source.getText(loop.update.argument) !== index.name || limit.type !== 'MemberExpression' || propertyName(limit) !== 'length') return undefined;
  const items = source.getText(limit.object);
  const reads = [...walk(loop.body, source.visitorKeys)].some((node) => node.type === 'MemberExpression' && node.computed && source.getText(node.property) === index.name && source.getText(node.object) === items);
  return reads ? { loop, collection: limit.object, element: index } : undefined;
}

function isFirst(node: TSESTree.Node | null): boolean {
  return node?.type === 'Literal' && node.value === 0;
}

const ends = new Set(['BreakStatement', 'ReturnStatement', 'ThrowStatement', 'YieldExpression', 'LabeledStatement', 'WhileStatement', 'DoWhileStatement']);

function readBody(source: SourceCode, head: LoopHead): AwaitLoop | undefined {
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
  const collects = collectedIn(source, head, steps);
  return collects && { ...head, steps, collects };
}

function insideLoop(node: TSESTree.Node, loop: TSESTree.Node): boolean {
  for (let at = node.parent; at && at !== loop; at = at.parent) if (/^For\w*Statement$/u.test(at.type)) return true;
  return false;
}
