import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../calls.js';
import type { Loop } from '../loop-flow.js';
import type { SourceCode } from '../service.js';
import { contains, enclosingFunction, unwrap, walk } from '../syntax.js';
import { valueOf } from '../values.js';

/**
 * What a loop computes from certain calls in it: variables and members that get their results, what is made of those, what is
 * collected of them, and flags that are set because of them.
 * Does not see: what functions write that the loop calls, other names of the same object.
 */
export interface LoopValues {
  /** The calls, or something computed from them, stands in `node`. */
  mentions(node: TSESTree.Node): boolean;
  /** The variable or member is written with nothing else while the loop runs. */
  onlyFrom(node: TSESTree.Node): boolean;
}

/** A variable, or a member as written: `this.done`, `state.done`. */
type Key = TSESLint.Scope.Variable | string;

/** @param seeds the calls whose results are followed. */
export function loopValues(source: SourceCode, loop: Loop, seeds: ReadonlySet<TSESTree.Node>): LoopValues {
  const nodes = [...walk(loop, source.visitorKeys)];
  const derived = new Set<Key>();
  const writes = new Set<TSESTree.Node>();

  const mentions = (node: TSESTree.Node): boolean => {
    for (const at of walk(node, source.visitorKeys)) {
      if (seeds.has(at)) return true;
      const key = keyOf(source, at);
      if (key !== undefined && derived.has(key)) return true;
    }
    return false;
  };
  /** Only reached when a test, or a list that is gone through, is about the results. */
  const isDecided = (node: TSESTree.Node): boolean => {
    for (let at = node; at.parent && at !== loop; at = at.parent) {
      const { parent } = at;
      if ((parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && parent.test !== at && mentions(parent.test)) return true;
      if (parent.type === 'LogicalExpression' && parent.right === at && mentions(parent.left)) return true;
      if (parent.type === 'SwitchCase' && parent.parent.type === 'SwitchStatement' && mentions(parent.parent.discriminant)) return true;
      if (parent.type === 'ForOfStatement' && parent.body === at && mentions(parent.right)) return true;
    }
    return false;
  };
  const derive = (targets: readonly TSESTree.Node[]) => {
    for (const target of targets) {
      writes.add(target);
      const key = keyOf(source, target);
      if (key !== undefined) derived.add(key);
    }
  };

  // Each round finds what depends on what the round before found; a chain longer than that is nobody's to follow.
  for (let round = 0, size = -1; round < 8 && size !== derived.size + writes.size; round += 1) {
    size = derived.size + writes.size;
    for (const node of nodes) {
      if (node.type === 'VariableDeclarator' && node.init && mentions(node.init)) derive(targetsOf(node.id));
      if (node.type === 'AssignmentExpression' && (mentions(node.right) || (valueOf(source, node.right).known && isDecided(node)))) derive(targetsOf(node.left));
      if (node.type === 'ForOfStatement' && mentions(node.right)) derive(node.left.type === 'VariableDeclaration' ? node.left.declarations.flatMap(({ id }) => targetsOf(id)) : targetsOf(node.left));
      const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
      if (callee?.type === 'MemberExpression' && node.type === 'CallExpression' && collects.test(source.getText(callee.property)) && node.arguments.some(mentions)) derive([unwrap(callee.object)]);
    }
  }

  return {
    mentions,
    onlyFrom(node) {
      const key = keyOf(source, unwrap(node));
      if (key === undefined || !derived.has(key)) return false;
      if (typeof key === 'string') return true;
      const fn = enclosingFunction(loop);
      return key.references.every((reference) => {
        const at = reference.identifier as TSESTree.Node;
        if (!reference.isWrite() || writes.has(at)) return true;
        return contains(loop, at) ? reference.init === true && isPlain(reference.writeExpr) : enclosingFunction(at) === fn;
      });
    },
  };
}

/** What a variable begins with: it takes nothing from anywhere. */
function isPlain(value: TSESTree.Node | null | undefined): boolean {
  const at = value && unwrap(value);
  return !at || at.type === 'Literal' || (at.type === 'ObjectExpression' && at.properties.length === 0) || (at.type === 'ArrayExpression' && at.elements.length === 0) || (at.type === 'Identifier' && at.name === 'undefined');
}

const collects = /^(?:push|unshift|set|add|concat|append)$/u;

function keyOf(source: SourceCode, node: TSESTree.Node): Key | undefined {
  if (node.type === 'MemberExpression') return source.getText(node);
  if (node.type !== 'Identifier') return undefined;
  const { parent } = node;
  if (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) return undefined;
  if (parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand) return undefined;
  return variableOf(source, node);
}

/** The names and members that a pattern writes. */
function targetsOf(target: TSESTree.Node): TSESTree.Node[] {
  switch (target.type) {
    case 'Identifier':
    case 'MemberExpression':
      return [target];
    case 'ObjectPattern':
      return target.properties.flatMap((property) => targetsOf(property.type === 'Property' ? property.value : property.argument));
    case 'ArrayPattern':
      return target.elements.flatMap((element) => (element ? targetsOf(element) : []));
    case 'AssignmentPattern':
      return targetsOf(target.left);
    case 'RestElement':
      return targetsOf(target.argument);
    default:
      return [];
  }
}
