import type { TSESTree } from '@typescript-eslint/utils';
import { argument } from '../arguments.js';
import { resolveFunction } from '../calls.js';
import { calleeName } from '../callee-names.js';
import { usesOf } from '../facts.js';
import { defineService, type SourceCode } from '../service.js';
import { functionName, propertyName, walk, type FunctionNode } from '../syntax.js';
import type { Use } from '../use.js';
import { expressionOf, stringOf } from '../values.js';
import { partNames } from './content-bounds.js';
import { contentOrigin } from './content-origin.js';
import type { ContentRead } from './content-reads.js';
import { resultsOf } from './content-steps.js';
import { readsContent, wholeReads } from './whole-content.js';

/**
 * Tools by which a model reads files or pages and gets them whole, since it cannot say which part it wants.
 * Does not see: tools that a table of functions carries out, tools whose parameters are defined in another file.
 */
export interface ReadingTool {
  /** What to mark: the function that makes the tool. */
  readonly node: TSESTree.Node;
  readonly name: string;
  readonly read: ContentRead;
}

/** Names of tools that hand over content. */
const reads = /(?:read|get|load|open|view|show|cat|fetch|retrieve|download|scrape|crawl|browse|visit|import|file|page|url|website|web|document|content|source|code|html)/iu;

/** Every such tool of the file. */
export const readingTools = defineService((source: SourceCode): readonly ReadingTool[] => {
  if (!readsContent(source)) return [];
  return usesOf(source, 'llm-tool').flatMap((use) => {
    const { registers } = use.action;
    if (use.kind === 'decorate' || registers?.kind !== 'tool' || use.node.type === 'Decorator') return [];
    // A resource or prompt of a server is whole by its definition.
    if ('callee' in use.node && /(?:resource|prompt)\w*$/iu.test(calleeName(source, use.node.callee))) return [];
    const at = argument(source, use.args, registers.handler);
    const handler = at && resolveFunction(source, at);
    const name = nameOf(source, use, handler);
    if (!handler || name === undefined || !reads.test(name) || takesPart(source, use, handler)) return [];
    const [read] = resultsOf(source, handler).flatMap((result) => wholeReads(source, contentOrigin(source, result)));
    return read ? [{ node: 'callee' in use.node ? use.node.callee : use.node, name, read }] : [];
  });
});

function nameOf(source: SourceCode, { node, args, action }: Use, handler: FunctionNode | undefined): string | undefined {
  const path = action.args?.['name'] ?? action.registers?.path;
  const given = path === undefined ? undefined : argument(source, args, path);
  const text = given && stringOf(source, given);
  if (text !== undefined) return text;
  const { parent } = node;
  if (parent?.type === 'Property') return propertyName(parent);
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  return handler && functionName(handler);
}

/** Whether the model can ask for a part, by the names of the tool's parameters; where they cannot be seen, it may. */
function takesPart(source: SourceCode, { args, action }: Use, handler: FunctionNode): boolean {
  const path = action.args?.['schema'];
  const schema = path === undefined ? undefined : argument(source, args, path);
  const at = schema && expressionOf(source, schema);
  if (at?.type === 'Identifier' || at?.type === 'MemberExpression') return true;
  for (const root of [at, ...handler.params]) {
    if (!root) continue;
    for (const node of walk(root, source.visitorKeys)) {
      if (node.type === 'Property' && partNames.test(propertyName(node) ?? '')) return true;
    }
  }
  return false;
}
