import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../analysis/service.js';
import { unwrap } from '../analysis/syntax.js';

/** How messages call a construction or call: `new Redis()`, `createClient()`, `fs.readFileSync`. Arguments are left out. */
export function constructionName(source: SourceCode, node: TSESTree.Node): string {
  if (node.type === 'NewExpression') return `new ${calleeName(source, node.callee)}()`;
  if (node.type === 'CallExpression') return `${calleeName(source, node.callee)}()`;
  return calleeName(source, node);
}

/** The dotted name of a callee, calls inside it with their arguments left out: `createClient().connect`. */
export function calleeName(source: SourceCode, node: TSESTree.Node): string {
  const at = unwrap(node);
  switch (at.type) {
    case 'Identifier':
      return at.name;
    case 'ThisExpression':
      return 'this';
    case 'MemberExpression':
      return at.computed ? `${calleeName(source, at.object)}[...]` : `${calleeName(source, at.object)}.${source.getText(at.property)}`;
    case 'CallExpression':
    case 'NewExpression':
      return constructionName(source, at);
    case 'AwaitExpression':
      return calleeName(source, at.argument);
    default:
      return '...';
  }
}

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
