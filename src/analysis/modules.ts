import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './service.js';

/** Placeholder until the service lands. */
export function importedExport(
  _source: SourceCode, _specifier: string, _name: string, _mentions: RegExp,
): { source: SourceCode; node: TSESTree.Node; variable?: TSESLint.Scope.Variable } | undefined {
  return undefined;
}
