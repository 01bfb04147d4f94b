import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The text of `src/generated/libraries.ts`: every file of `src/catalog/libraries`, by name. */
export function librariesModule(root: string): string {
  const names = readdirSync(path.join(root, 'src/catalog/libraries'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.basename(file, '.ts'))
    .sort();
  return [
    '// Written by `npm run gen`. Do not edit.',
    "import type { Library } from '../catalog/schema.js';",
    ...names.map((name) => `import ${identifier(name)} from '../catalog/libraries/${name}.js';`),
    '',
    'export const libraries: readonly Library[] = [',
    ...names.map((name) => `  ${identifier(name)},`),
    '];',
    '',
  ].join('\n');
}

/** A file's name as an identifier: `socket.io` becomes `socketIo`; reserved words and digits get an underscore. */
function identifier(name: string): string {
  const camel = name.replace(/[^a-z\d]+([a-z\d])/giu, (_, letter: string) => letter.toUpperCase());
  return /^\d|^(?:class|default|delete|export|function|import|in|module|new|package|switch|try|var|void|while|with|yield)$/u.test(camel) ? `_${camel}` : camel;
}

// Run by itself, it brings this one file up to date.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  writeFileSync(path.join(root, 'src/generated/libraries.ts'), librariesModule(root));
}
