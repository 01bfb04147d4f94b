import type { TSESLint } from '@typescript-eslint/utils';
import type { Fix } from './rule.js';

/** Whether `settings.archprinciples.applySuggestions` makes fixes of the suggestions of the rule `name`. */
export function promotes(setting: boolean | readonly string[], name: string): boolean {
  return typeof setting === 'boolean' ? setting : setting.some((entry) => entry === name || entry.endsWith(`/${name}`));
}

interface Edit { readonly messageId: string; readonly data?: unknown; readonly fix: Fix }

/**
 * What ESLint is told of a problem. With `promote`, the first suggestion becomes the fix, and no suggestions are left.
 */
export function descriptorOf(problem: object, promote: boolean): TSESLint.ReportDescriptor<string> {
  const { suggest, fix, ...rest } = problem as { suggest?: readonly (Edit | undefined)[]; fix?: Fix };
  const suggestions = suggest?.filter((edit) => edit !== undefined) ?? [];
  const first = promote && !fix ? suggestions[0]?.fix : undefined;
  return {
    ...rest,
    ...(fix ?? first ? { fix: fix ?? first } : {}),
    ...(suggestions.length > 0 && !first ? { suggest: suggestions } : {}),
  } as unknown as TSESLint.ReportDescriptor<string>;
}
