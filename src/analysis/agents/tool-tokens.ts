import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../service.js';
import { isFunction, unwrap, walk } from '../syntax.js';
import { expressionOf } from '../values.js';
import { imported } from './constant-texts.js';
import { estimatedTokens } from './prompts.js';
import { partOf, type AgentRequest } from './requests.js';

/**
 * About how many tokens the tools of a request take: their code without the functions that do the work, which is about as long
 * as the JSON that is sent of names, descriptions and parameters. A lower bound.
 * Does not see: tools that functions or other packages give, schemas that stand by themselves.
 */
export function toolTokens(request: AgentRequest): number {
  const place = partOf(request, 'tools');
  return typeof place === 'string' ? 0 : estimatedTokens(codeOf(place.source, place.found, 0));
}

const maxDepth = 4;

function codeOf(source: SourceCode, node: TSESTree.Node, depth: number): string {
  if (depth > maxDepth) return '';
  const found = imported(source, node) ?? { source, node: expressionOf(source, node) };
  const at = unwrap(found.node);
  const inner = (next: TSESTree.Node) => codeOf(found.source, next, depth + 1);
  switch (at.type) {
    case 'ArrayExpression':
      return at.elements.map((element) => (element && element.type !== 'SpreadElement' ? inner(element) : element ? inner(element.argument) : '')).join('');
    case 'ObjectExpression':
      // The list itself may be an object by name; what stands in it is a tool.
      return depth === 0 ? at.properties.map((property) => (property.type === 'Property' ? inner(property.value) : inner(property.argument))).join('') : withoutFunctions(found.source, at);
    case 'CallExpression':
    case 'NewExpression':
      return at.arguments.map((argument) => withoutFunctions(found.source, argument)).join('');
    default:
      return '';
  }
}

/** The text of an expression without functions and layout. */
function withoutFunctions(source: SourceCode, node: TSESTree.Node): string {
  if (isFunction(node)) return '';
  let text = '';
  let from = node.range[0];
  for (const inner of walk(node, source.visitorKeys, isFunction)) {
    if (!isFunction(inner)) continue;
    text += source.text.slice(from, inner.range[0]);
    from = inner.range[1];
  }
  return (text + source.text.slice(from, node.range[1])).replace(/\s+/gu, ' ');
}
