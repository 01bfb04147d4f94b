import { analyze } from 'eslint-scope';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Parser } from '../host.js';
import type { FileContext } from './context.js';
import type { SourceCode } from './service.js';

/**
 * Another file's text as a SourceCode of the same kind as the linting file's: same parser object, same class.
 * Does not see: types, since options that make a parser build a program are left out.
 */

type SourceCodeClass = new (config: object) => TSESLint.SourceCode;
/** The parser's services are left out: without a program they tell nothing and keep a second syntax tree alive. */
interface ParseResult { ast: TSESTree.Program; scopeManager?: unknown; visitorKeys?: unknown }

/** What makes typescript-eslint's parser start a TypeScript program: dear, and not needed to see what a value is. */
const programOptions = [
  'project', 'projectService', 'EXPERIMENTAL_useProjectService', 'program', 'programs', 'tsconfigRootDir', 'cacheLifetime',
  'errorOnTypeScriptSyntacticAndSemanticIssues',
];

export interface ParsedText {
  readonly source: SourceCode;
  readonly sourceType: string;
}

/**
 * Parses `text` of the file `filename` as ESLint would have, had it linted that file with the configuration of `like`.
 * Gives `undefined` for what that parser cannot read; never throws.
 */
export function parseLike(like: SourceCode, context: FileContext, filename: string, text: string): ParsedText | undefined {
  const parser = context.parser as Parser | null | undefined;
  if (typeof parser?.parseForESLint !== 'function' && typeof parser?.parse !== 'function') return undefined;
  const hasBOM = text.startsWith('\uFEFF');
  const stripped = hasBOM ? text.slice(1) : text;
  const parsable = stripped.replace(/^#!/u, '//'); // as ESLint does, so that any parser takes it
  for (const sourceType of sourceTypes(filename, context.languageOptions.sourceType)) {
    try {
      const options = parserOptions(context, filename, sourceType);
      const result = (parser.parseForESLint?.(parsable, options) ?? { ast: parser.parse?.(parsable, options) }) as ParseResult;
      const visitorKeys = (result.visitorKeys ?? like.visitorKeys) as TSESLint.SourceCode.VisitorKeys;
      // Before the parents are set: scope analysis of unknown nodes walks over every property.
      const scopeManager = result.scopeManager ?? scopesOf(result.ast, options, visitorKeys);
      linkParents(result.ast, visitorKeys);
      const source = new (like.constructor as unknown as SourceCodeClass)({ ast: result.ast, hasBOM, parserServices: {}, scopeManager, text: stripped, visitorKeys });
      if (typeof source.getScope === 'function' && source.ast === result.ast) return { source, sourceType };
      return undefined;
    } catch {
      // Not this kind of source, or not this parser's language: the next kind, else nobody knows.
    }
  }
  return undefined;
}

/** The kinds of source to try: what the file's ending says, else the linting file's own kind and then the others. */
function sourceTypes(filename: string, own: string | undefined): readonly string[] {
  if (/\.m[jt]s$/u.test(filename)) return ['module'];
  if (/\.c[jt]s$/u.test(filename)) return ['commonjs'];
  return [...new Set([own ?? 'module', 'module', 'commonjs'])];
}

function parserOptions(context: FileContext, filename: string, sourceType: string): Record<string, unknown> {
  const { ecmaVersion, parserOptions: own } = context.languageOptions;
  const options: Record<string, unknown> = { ...own, ecmaVersion: ecmaVersion ?? 'latest', sourceType };
  for (const name of programOptions) delete options[name];
  return { ...options, filePath: filename, range: true, loc: true, tokens: true, comment: true, raw: true, eslintVisitorKeys: true, eslintScopeManager: true };
}

/** Scopes for parsers that give none (espree), made by the library that ESLint itself uses. */
function scopesOf(ast: TSESTree.Program, options: Record<string, unknown>, visitorKeys: TSESLint.SourceCode.VisitorKeys): unknown {
  const features = (options['ecmaFeatures'] ?? {}) as { globalReturn?: boolean; impliedStrict?: boolean; jsx?: boolean };
  return analyze(ast as never, {
    ignoreEval: true,
    nodejsScope: features.globalReturn === true,
    impliedStrict: features.impliedStrict === true,
    ecmaVersion: typeof options['ecmaVersion'] === 'number' ? options['ecmaVersion'] : 2022,
    sourceType: options['sourceType'] as 'module',
    childVisitorKeys: visitorKeys,
    fallback: (node: object) => Object.keys(node).filter((key) => key !== 'parent'),
    jsx: features.jsx === true,
  });
}

/** ESLint sets the parents when it first walks over a file, which it never does with this one. */
function linkParents(root: TSESTree.Program, keys: TSESLint.SourceCode.VisitorKeys): void {
  const pending: TSESTree.Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const key of keys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const item of Array.isArray(child) ? (child as unknown[]) : [child]) {
        if (!isNode(item)) continue;
        item.parent = node;
        pending.push(item);
      }
    }
  }
}

function isNode(value: unknown): value is TSESTree.Node & { parent: TSESTree.Node } {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
