import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Settings that name a service specification, with what its text is now. */
export interface SpecificationSettings {
  spec: string;
  specHash: string;
}

/**
 * Settings for a service specification: its path, and a hash of its text. ESLint keeps the settings with its cached results, so
 * that `--cache` lints anew when the specification has changed.
 *
 * @param file its path, relative to the working directory, or its URL: `new URL('architecture.yaml', import.meta.url)`.
 * @returns what goes into `settings.archprinciples`. A file that cannot be read is no error here: the rule says so where it runs.
 */
export function specification(file: string | URL): SpecificationSettings {
  const spec = typeof file === 'string' && !file.startsWith('file:') ? file : fileURLToPath(file);
  return { spec, specHash: hashOf(spec) };
}

function hashOf(file: string): string {
  try {
    // Line endings are no change: a checkout may turn them.
    return createHash('sha256').update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);
  } catch {
    return 'unreadable';
  }
}
