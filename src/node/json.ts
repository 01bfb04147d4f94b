import { readFileSync } from 'node:fs';

/**
 * Reads a JSON file as tools for TypeScript do: comments and trailing commas are allowed.
 *
 * @returns the value if it is an object; `undefined` for files that are missing, broken or something else.
 */
export function readJson(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
    const value: unknown = parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(plain(text));
  }
}

/** Without comments and trailing commas; strings stay as they are. */
function plain(text: string): string {
  const bare = text.replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//gu, (_, string: string | undefined) => string ?? ' ');
  return bare.replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/gu, (_, string: string | undefined) => string ?? '');
}
