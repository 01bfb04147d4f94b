import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../analysis/service.js';
import type { YamlNode } from '../languages/yaml/value.js';

/** What a problem says of its place. */
interface Placed { readonly node: TSESTree.Node | YamlNode; readonly loc?: TSESTree.SourceLocation | undefined }

/**
 * What to mark of a problem: its place, if that is within one line; else the beginning, since an editor underlines all of it and a
 * call with a callback of fifty lines would be fifty red lines. Of a call that is what is called.
 */
export function markOf(source: SourceCode, { node, loc }: Placed): TSESTree.SourceLocation {
  const { start, end } = loc ?? (node as TSESTree.Node).loc;
  if (start.line === end.line) return { start, end };
  const called = loc ? undefined : calleeEnd(node as TSESTree.Node);
  if (called?.line === start.line) return { start, end: called };
  const column = (source.lines[start.line - 1] ?? '').trimEnd().length;
  return { start, end: column > start.column ? { line: start.line, column } : end };
}

function calleeEnd(node: TSESTree.Node): TSESTree.Position | undefined {
  return node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee.loc.end : undefined;
}
