import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../../../src/analysis/service.js';
import { sourceOf, type SourceOptions } from '../../helpers/source.js';

/** A fixer that makes edits as ESLint's does. */
export const fixer = {
  insertTextAfter: (at, text) => edit([at.range[1], at.range[1]], text),
  insertTextAfterRange: (range, text) => edit([range[1], range[1]], text),
  insertTextBefore: (at, text) => edit([at.range[0], at.range[0]], text),
  insertTextBeforeRange: (range, text) => edit([range[0], range[0]], text),
  remove: (at) => edit(at.range, ''),
  removeRange: (range) => edit(range, ''),
  replaceText: (at, text) => edit(at.range, text),
  replaceTextRange: (range, text) => edit(range, text),
} satisfies TSESLint.RuleFixer;

function edit(range: Readonly<TSESTree.Range>, text: string): TSESLint.RuleFix {
  return { range: [range[0], range[1]], text };
}

/** The text after the edits; fails on edits that overlap, as ESLint does. */
export function applied(source: SourceCode, edits: readonly TSESLint.RuleFix[]): string {
  let text = '';
  let end = 0;
  for (const { range, text: inserted } of [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    if (range[0] < end) throw new Error(`Edits overlap at ${range[0]}: ${JSON.stringify(edits)}`);
    text += source.text.slice(end, range[0]) + inserted;
    end = range[1];
  }
  return text + source.text.slice(end);
}

/** Parses, asks `make` for edits, applies them and parses the outcome. `null` stays `null`. */
export function fix(code: string, make: (source: SourceCode) => readonly TSESLint.RuleFix[] | null, options: SourceOptions = {}): string | null {
  const source = sourceOf(code, options);
  const edits = make(source);
  if (!edits) return null;
  const output = applied(source, edits);
  sourceOf(output, options);
  return output;
}

/** All nodes of a type in source order. */
export function nodesOf<T extends TSESTree.Node['type']>(source: SourceCode, type: T | `${T}`): Extract<TSESTree.Node, { type: T }>[] {
  const found: TSESTree.Node[] = [];
  const visit = (node: TSESTree.Node) => {
    if (node.type === type) found.push(node);
    for (const key of source.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const item of Array.isArray(child) ? child : [child]) if (item) visit(item as TSESTree.Node);
    }
  };
  visit(source.ast);
  return found as Extract<TSESTree.Node, { type: T }>[];
}
