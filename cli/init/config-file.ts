import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LegacyPlace } from './edit/legacy.js';
import { jsonOf } from './walk.js';

/** The configuration file that ESLint reads in a folder. */
export interface ConfigFile {
  /** Its name in that folder. */
  readonly name: string;
  readonly text: string;
  readonly form: { readonly kind: 'flat' } | { readonly kind: 'legacy'; readonly place: LegacyPlace | undefined };
}

/** In the order in which ESLint looks for them. */
const flatNames = ['eslint.config.js', 'eslint.config.mjs', 'eslint.config.cjs', 'eslint.config.ts', 'eslint.config.mts', 'eslint.config.cts'];
const legacyNames = ['.eslintrc.js', '.eslintrc.cjs', '.eslintrc.yaml', '.eslintrc.yml', '.eslintrc.json', '.eslintrc'];

/**
 * Finds the configuration of a folder, not of those above it.
 *
 * @param eslint the major version of ESLint, where it is known: from 10 on nothing reads eslintrc.
 */
export function configFileIn(folder: string, eslint?: number): ConfigFile | undefined {
  const present = (names: readonly string[]) => names.find((name) => existsSync(path.join(folder, name)));
  const flat = present(flatNames);
  if (flat) return { name: flat, text: readFileSync(path.join(folder, flat), 'utf8'), form: { kind: 'flat' } };
  if (eslint !== undefined && eslint >= 10) return undefined;
  const legacy = present(legacyNames);
  if (legacy) {
    const text = readFileSync(path.join(folder, legacy), 'utf8');
    return { name: legacy, text, form: { kind: 'legacy', place: placeIn(legacy, text) } };
  }
  if (jsonOf(path.join(folder, 'package.json'))?.['eslintConfig'] === undefined) return undefined;
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  return { name: 'package.json', text, form: { kind: 'legacy', place: { language: 'json', key: 'eslintConfig' } } };
}

/** Undefined for YAML, which is not edited. */
function placeIn(name: string, text: string): LegacyPlace | undefined {
  if (/\.c?js$/u.test(name)) return { language: 'js' };
  if (name.endsWith('.json') || (name === '.eslintrc' && /^\s*(?:\/[/*][^]*?\n\s*)*\{/u.test(text))) return { language: 'json' };
  return undefined;
}
