import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from './nodes.js';
import { defineService, type SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk } from './syntax.js';

type Loop = TSESTree.DoWhileStatement | TSESTree.ForStatement | TSESTree.WhileStatement;

/**
 * Loops that do nothing but look at the clock until it is late enough: `while (Date.now() < end) {}`.
 * Does not see: loops that wait for something else than time, or count to waste time. A loop that works until a deadline is none.
 */
export const busyWaits = defineService((source: SourceCode): readonly Loop[] => {
  if (!/\b(?:while|for)\b/u.test(source.text) || !/\b(?:Date|performance|hrtime)\b/u.test(source.text)) return [];
  const found: Loop[] = [];
  for (const node of nodesOf(source, 'WhileStatement', 'DoWhileStatement', 'ForStatement')) {
    if (node.test?.type !== 'BinaryExpression' || !/^[<>]=?$/u.test(node.test.operator)) continue;
    const parts = [node.test, node.body, ...(node.type === 'ForStatement' && node.update ? [node.update] : [])];
    if (parts.slice(0, 2).some((part) => readsClock(source, part)) && parts.every((part) => onlyReadsClock(source, part))) found.push(node);
  }
  return found;
});

function readsClock(source: SourceCode, node: TSESTree.Node): boolean {
  for (const at of walk(node, source.visitorKeys)) if (isClock(at)) return true;
  return false;
}

/** Whether nothing in `node` does anything but read the clock, compare and count. */
function onlyReadsClock(source: SourceCode, node: TSESTree.Node): boolean {
  for (const at of walk(node, source.visitorKeys)) {
    switch (at.type) {
      case 'CallExpression':
      case 'NewExpression':
        if (!isClock(at) && !isClock(at.parent) && !(at.parent.type === 'MemberExpression' && isClock(at.parent.parent))) return false;
        break;
      case 'AwaitExpression':
      case 'BreakStatement':
      case 'ImportExpression':
      case 'ReturnStatement':
      case 'TaggedTemplateExpression':
      case 'ThrowStatement':
      case 'YieldExpression':
        return false;
      case 'AssignmentExpression':
        if (at.left.type !== 'Identifier') return false;
        break;
      default:
        if (isFunction(at)) return false;
    }
  }
  return true;
}

/** `Date.now()`, `performance.now()`, `process.hrtime()`, `process.hrtime.bigint()`, `new Date()`, `new Date().getTime()`. */
function isClock(node: TSESTree.Node | undefined): boolean {
  if (node?.type === 'NewExpression') return node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0;
  if (node?.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const name = propertyName(node.callee);
  const object = unwrap(node.callee.object);
  if (name === 'now') return object.type === 'Identifier' && /^(?:Date|performance)$/u.test(object.name);
  if (name === 'getTime' || name === 'valueOf') return isClock(object);
  if (name === 'hrtime') return object.type === 'Identifier' && object.name === 'process';
  return name === 'bigint' && object.type === 'MemberExpression' && propertyName(object) === 'hrtime';
}
