import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';
import { unwrap } from './syntax.js';

/** What the code calls something, for messages: names as written, arguments left out. */

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
    case 'TaggedTemplateExpression':
      return calleeName(source, at.tag);
    case 'AwaitExpression':
      return calleeName(source, at.argument);
    default:
      return '...';
  }
}
