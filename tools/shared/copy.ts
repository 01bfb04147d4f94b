import { cpSync, existsSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const left = new Set(['node_modules', '.git']);

/**
 * Copies a project to a temporary directory without its history and what is installed. Its node_modules folders, wherever they
 * lie, become links to the originals.
 *
 * @param modules the folder to link as the copy's own `node_modules` when the project has none.
 * @returns the copy's directory.
 */
export function copyProject(directory: string, modules?: string): string {
  const copy = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-'))), path.basename(directory));
  const links: [string, string][] = [];
  cpSync(directory, copy, {
    recursive: true,
    filter: (source, target) => {
      const name = path.basename(source);
      if (name === 'node_modules') links.push([source, target]);
      return source === directory || !left.has(name);
    },
  });
  if (modules && !existsSync(path.join(directory, 'node_modules'))) links.push([modules, path.join(copy, 'node_modules')]);
  for (const [source, target] of links) symlinkSync(source, target, 'junction');
  return copy;
}
