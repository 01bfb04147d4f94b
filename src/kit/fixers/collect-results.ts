import type { TSESTree } from '@typescript-eslint/utils';
import { hasEffect } from '../../analysis/effects.js';
import type { AwaitLoop } from '../../analysis/independent-loops.js';
import type { Collect } from '../../analysis/loop-results.js';
import { definedIn, namedIn } from '../../analysis/references.js';
import type { SourceCode } from '../../analysis/service.js';
import { freshName } from './fresh-name.js';
import { isTypeScript } from './style.js';

/** What an iteration gives in place of its collecting statement, and the statement that collects all that. */
export interface Moved {
  readonly result: string;
  /** @param all an expression for the array of results. */
  collected(all: string): string;
}

/**
 * Moves a collecting statement from the end of a loop's body behind the loop.
 *
 * @returns `undefined` where another place than the end, or a target that depends on the element, rules that out.
 */
export function collectedAfter(source: SourceCode, { loop }: AwaitLoop, { kind, statement, target }: Collect): Moved | undefined {
  const last = loop.body.type === 'BlockStatement' ? loop.body.body.at(-1) : loop.body;
  const { expression } = statement;
  if (last !== statement || (expression.type !== 'CallExpression' && expression.type !== 'AssignmentExpression')) return undefined;
  // The target moves out of the loop.
  if ([...namedIn(source, target)].some((reference) => typeof reference !== 'string' && definedIn(loop, reference)) || hasEffect(source, target)) return undefined;
  const text = (node: TSESTree.Node) => source.getText(node);
  const fresh = (name: string) => freshName(source, [name, `each${name[0]!.toUpperCase()}${name.slice(1)}`], { scope: source.getScope(loop.parent), usedAt: [loop] });
  if (expression.type === 'AssignmentExpression') {
    if (expression.left.type !== 'MemberExpression') return undefined;
    const [key, value] = [fresh('key'), fresh('value')];
    return { result: pair(source, text(expression.left.property), text(expression.right)), collected: (all) => `for (const [${key}, ${value}] of ${all}) ${text(target)}[${key}] = ${value}` };
  }
  const given = expression.arguments;
  const single = given.length === 1 && given[0]?.type !== 'SpreadElement';
  if (kind === 'push') {
    const values = given.map(text).join(', ');
    return given.length === 0 ? undefined : { result: single ? values : `[${values}]`, collected: (all) => `${text(expression.callee)}(...(${all})${single ? '' : '.flat()'})` };
  }
  if (kind === 'add' && single) {
    const value = fresh('value');
    return { result: text(given[0]!), collected: (all) => `for (const ${value} of ${all}) ${text(expression.callee)}(${value})` };
  }
  if (kind !== 'set' || given.length !== 2 || given.some((argument) => argument.type === 'SpreadElement')) return undefined;
  const [key, value] = [fresh('key'), fresh('value')];
  return { result: pair(source, text(given[0]!), text(given[1]!)), collected: (all) => `for (const [${key}, ${value}] of ${all}) ${text(expression.callee)}(${key}, ${value})` };
}

function pair(source: SourceCode, key: string, value: string): string {
  return `[${key}, ${value}]${isTypeScript(source) ? ' as const' : ''}`;
}
