import type { TSESTree } from '@typescript-eslint/utils';
import type { PoolTwin } from '../catalog/schema.js';

export { calleeName, constructionName } from '../analysis/callee-names.js';

/** Names in a sentence: `a`, `a` and `b`, `a` and 3 more; each as code. */
export function listed(names: readonly string[]): string {
  const [first = '', second] = names.map((name) => `\`${name}\``);
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more`;
}

/** The functions that one comes through, in code marks: of a long way where it begins and ends. */
export function callPath(names: readonly string[]): string {
  const marked = names.map((name) => `\`${name}\``);
  return (marked.length > 5 ? [...marked.slice(0, 2), '...', ...marked.slice(-2)] : marked).join(' -> ');
}

/** How the pool is made that may stand in place of a single connection: `new Pool()`, `createPool()`. */
export function poolConstruction(construction: TSESTree.Node, pool: PoolTwin): string {
  return `${construction.type === 'NewExpression' ? 'new ' : ''}${pool.name}()`;
}

/** Source text or prose on one line, cut so that a message stays a sentence. */
export function excerpt(text: string, max = 40): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > max ? `${line.slice(0, max - 3)}...` : line;
}
