import { readFileSync } from 'node:fs';
import type { Result } from './eslint.js';

/** Lines of a text; one that ends with a line break has no further, empty line. */
export function countLines(text: string): number {
  if (text === '') return 0;
  const breaks = text.match(/\r\n|[\n\r\u2028\u2029]/gu)?.length ?? 0;
  return /[\n\r\u2028\u2029]$/u.test(text) ? breaks : breaks + 1;
}

/** The text that was linted: from the results, which hold it for files with messages, else from the disk; `undefined` if it is gone. */
export function textOf(result: Result): string | undefined {
  const text = result.source ?? result.output ?? read(result.filePath);
  return text?.replace(/^\uFEFF/u, '');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
