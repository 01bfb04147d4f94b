import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Where a rule lies. */
export interface RuleFile {
  /** Its name, which is its file's. */
  name: string;
  /** The folder of its principle below `src/rules`. */
  folder: string;
}

/** Every `src/rules/<folder>/<rule>.ts`, by name. What lies deeper belongs to a rule and is none. */
export function findRules(root: string): RuleFile[] {
  const base = path.join(root, 'src/rules');
  const entries = readdirSync(base, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) => readdirSync(path.join(base, folder))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ name: path.basename(file, '.ts'), folder })))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text of `src/generated/rules.ts`. */
export function rulesModule(rules: readonly RuleFile[]): string {
  return [
    '// Written by `npm run gen`. Do not edit.',
    ...rules.map(({ name, folder }) => `import ${camelCase(name)} from '../rules/${folder}/${name}.js';`),
    '',
    'export const rules = {',
    ...rules.map(({ name }) => `  '${name}': ${camelCase(name)},`),
    '};',
    '',
  ].join('\n');
}

/** `no-per-call-client` as an identifier. */
export function camelCase(name: string): string {
  return name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
