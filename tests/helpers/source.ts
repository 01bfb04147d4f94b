import * as tsParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import path from 'node:path';
import { bindContext, contextOf, type FileContext } from '../../src/analysis/context.js';
import type { SourceCode } from '../../src/analysis/service.js';

export interface SourceOptions {
  filename?: string;
  /** `ts` (default) parses with typescript-eslint's parser, `js` with ESLint's own. */
  language?: 'js' | 'ts';
  sourceType?: 'commonjs' | 'module' | 'script';
  context?: Partial<FileContext>;
}

/** Parses `code` as ESLint would and binds a context, so that services can be asked about it. */
export function sourceOf(code: string, options: SourceOptions = {}): SourceCode {
  const linter = new Linter({ configType: 'flat', cwd: '/' });
  const filename = path.resolve('/', options.filename ?? (options.language === 'js' ? 'file.js' : 'file.ts'));
  const languageOptions = {
    sourceType: options.sourceType ?? 'module',
    ...(options.language === 'js' ? {} : { parser: tsParser as unknown as Linter.Parser }),
  };
  const messages = linter.verify(code, [{ files: ['**/*.*'], languageOptions }], { filename });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new SyntaxError(`${fatal.message} at ${fatal.line}:${fatal.column}\n${code}`);
  const source = linter.getSourceCode() as unknown as SourceCode;
  if (options.context || options.filename) {
    const base = contextOf(sourceOf(''));
    bindContext(source, () => ({ ...base, filename, languageOptions: { ecmaVersion: 2024, sourceType: languageOptions.sourceType }, ...options.context }));
  }
  return source;
}

/** The first node of `type` whose text contains `text`, innermost preferred; fails the test when there is none. */
export function nodeOf<T extends TSESTree.Node['type']>(source: SourceCode, type: T | `${T}`, text = ''): Extract<TSESTree.Node, { type: T }> {
  let best: TSESTree.Node | undefined;
  const visit = (node: TSESTree.Node) => {
    if (node.type === type && source.getText(node).includes(text) && (!best || best.range[1] - best.range[0] > node.range[1] - node.range[0])) best = node;
    for (const key of source.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const item of Array.isArray(child) ? child : [child]) if (item) visit(item as TSESTree.Node);
    }
  };
  visit(source.ast);
  if (!best) throw new Error(`No ${type} with ${JSON.stringify(text)} in:\n${source.text}`);
  return best as Extract<TSESTree.Node, { type: T }>;
}
