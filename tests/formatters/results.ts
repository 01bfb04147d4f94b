import type { Context, Message, Result } from '../../formatters/eslint.js';

/** A rule of each tier. */
export const rules = {
  critical: 'archprinciples/no-blocking-handler',
  high: 'archprinciples/no-per-call-client',
  medium: 'archprinciples/no-query-in-loop',
} as const;

export const cwd = '/shop';
export const context: Context = { cwd };

/** A message of a rule at a line, of one character unless told. */
export function message(ruleId: string | null, line = 1, more: Partial<Message> = {}): Message {
  return { ruleId, message: `Says ${ruleId}.`, severity: 2, line, column: 1, endLine: line, endColumn: 2, ...more };
}

/** The result of a file below `cwd` with so many lines. */
export function result(file: string, lines: number, messages: readonly Message[] = [], more: Partial<Result> = {}): Result {
  return { filePath: `${cwd}/${file}`, messages, source: 'code();\n'.repeat(lines), ...more };
}
