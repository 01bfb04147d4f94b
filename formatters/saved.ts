import type { Result, RulesMeta } from './eslint.js';

/** Results that an earlier run wrote, with `-f json` or `-f json-with-metadata`; the latter also says where it ran. */
export interface SavedResults {
  readonly results: readonly Result[];
  readonly cwd?: string;
  readonly rulesMeta?: RulesMeta;
}

/** Reads what ESLint's two JSON formatters write. Throws with a reason for the user where the text is something else. */
export function readResults(text: string): SavedResults {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new Error('it is not JSON');
  }
  const { results = value, metadata } = (isObject(value) ? value : {}) as { results?: unknown; metadata?: { cwd?: string; rulesMeta?: RulesMeta } };
  if (!Array.isArray(results) || !results.every(isResult)) throw new Error('it does not hold results of `eslint -f json`');
  return { results, cwd: metadata?.cwd, rulesMeta: metadata?.rulesMeta };
}

function isResult(value: unknown): value is Result {
  return isObject(value) && typeof value['filePath'] === 'string' && Array.isArray(value['messages']) && value['messages'].every((message) => isObject(message) && typeof message['message'] === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
