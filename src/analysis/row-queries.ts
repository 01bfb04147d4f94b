import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName } from './callee-names.js';
import { dataCalls } from './data-calls.js';
import { useOf, usesOfReached, type Use } from './facts.js';
import { defineService, type SourceCode } from './service.js';

/**
 * The database statements and cache commands of a file of which the catalog says how one of them could do for many rows.
 * Does not see: what `dataCalls` does not see.
 */
export interface RowQuery {
  readonly use: Use;
  /** The call that names the operation. */
  readonly node: TSESTree.Node;
  /** The whole statement. */
  readonly statement: TSESTree.Node;
  /** The expression that sends it: the statement, or `client.send(command)`. */
  readonly sent: TSESTree.Node;
  /** What is called, without arguments: `prisma.user.findFirst`. */
  readonly name: string;
  readonly kind: 'read' | 'write';
}

/** In source order, caches last. */
export const rowQueries = defineService((source: SourceCode): readonly RowQuery[] => {
  const found: RowQuery[] = [];
  for (const { node, statement, kind, name, probe } of dataCalls(source)) {
    const use = probe || kind === 'schema' ? undefined : useOf(source, node);
    if (!use?.action.batch) continue;
    const { parent } = statement;
    const sent = node.type === 'NewExpression' && parent?.type === 'CallExpression' ? parent : statement;
    found.push({ use, node, statement, sent, name, kind: kind === 'write' ? 'write' : 'read' });
  }
  for (const use of usesOfReached(source, 'cache')) {
    const { node } = use;
    if (!use.action.batch || node.type !== 'CallExpression') continue;
    found.push({ use, node, statement: node, sent: node, name: calleeName(source, node.callee), kind: use.action.roles?.includes('write') ? 'write' : 'read' });
  }
  return found;
});
