import type { TSESTree } from '@typescript-eslint/utils';
import type { Retry } from '../catalog/schema.js';
import type { Place } from './arguments.js';
import { growthOf, type Growth } from './retry-growth.js';
import type { SourceCode } from './service.js';
import { isFunction, propertyName, unwrap, walk, type FunctionNode } from './syntax.js';
import { expressionOf, valueOf } from './values.js';

export type { Growth } from './retry-growth.js';

/** How the waits of a policy grow by its options, and the option that says so. What cannot be read off is `unknown`. */
export function policyGrowth(source: SourceCode, facts: Retry, option: (name: string | undefined) => Place): { growth: Growth; growthNode: TSESTree.Node | undefined } {
  const kind = option(facts.kind);
  if (typeof kind === 'object') {
    const value = valueOf(source, kind.found);
    return { growth: (value.known && typeof value.value === 'string' ? facts.growths?.[value.value] : undefined) ?? 'unknown', growthNode: kind.found };
  }
  const wait = option(facts.wait);
  if (typeof wait === 'object') return { growth: growthOfWait(source, facts, wait.found), growthNode: wait.found };
  const factor = option(facts.factor);
  if (typeof factor === 'object') {
    const value = valueOf(source, factor.found);
    if (!value.known || typeof value.value !== 'number') return { growth: 'unknown', growthNode: factor.found };
    if (value.value <= 1) return { growth: option(facts.cap) === 'absent' ? 'constant' : 'unknown', growthNode: factor.found };
  }
  const hidden = [kind, wait, factor].includes('unknown');
  return { growth: hidden ? 'unknown' : facts.growth, growthNode: undefined };
}

/** A number of milliseconds, a function of the try, or something that the library makes. */
function growthOfWait(source: SourceCode, facts: Retry, node: TSESTree.Node): Growth {
  const at = expressionOf(source, node);
  const value = valueOf(source, at);
  if (value.known) return typeof value.value === 'number' ? (value.value > 0 ? 'constant' : 'none') : 'unknown';
  if (isFunction(at)) return growthOfFunction(source, facts, at);
  const named = at.type === 'NewExpression' || at.type === 'CallExpression' ? unwrap(at.callee) : at;
  const name = named.type === 'Identifier' ? named.name : named.type === 'MemberExpression' ? propertyName(named) : undefined;
  return (name === undefined ? undefined : facts.growths?.[name]) ?? 'unknown';
}

/** What a function of the try returns: a mixture of waits grows as the one that grows most. */
function growthOfFunction(source: SourceCode, facts: Retry, fn: FunctionNode): Growth {
  const counted = new Set(fn.params.flatMap((param) => (param.type === 'Identifier' ? [param.name] : [...walk(param, source.visitorKeys)].flatMap((node) => (node.type === 'Identifier' ? [node.name] : [])))));
  const returned = returnsOf(source, fn);
  const growths = returned.map((node) => {
    const name = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? propertyName(node.callee) : undefined;
    return (name === undefined ? undefined : facts.growths?.[name]) ?? growthOf(source, node, counted, fn).growth;
  });
  if (growths.length === 0 || growths.includes('unknown')) return 'unknown';
  return (['exponential', 'linear', 'constant'] as const).find((growth) => growths.includes(growth)) ?? 'none';
}

/** What a function gives back: its expression, or those of its `return` statements. */
export function returnsOf(source: SourceCode, fn: FunctionNode): TSESTree.Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  return [...walk(fn.body, source.visitorKeys, isFunction)].flatMap((node) => (node.type === 'ReturnStatement' ? [node.argument ?? node] : []));
}
