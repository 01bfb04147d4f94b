import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const ignored = new Set(['node_modules', 'dist', 'build', 'generated', 'coverage', '.next', '.git']);

/** Which files a run is about. */
export const kinds = {
  code: (name: string) => /\.[cm]?[jt]sx?$/u.test(name) && !/\.min\.[cm]?js$/u.test(name),
  yaml: (name: string) => /\.ya?ml$/u.test(name),
} as const;

/** The files of one kind in a repository, as paths relative to it, sorted; installed, built and generated ones left out. */
export function sourceFiles(directory: string, kind: keyof typeof kinds = 'code', below = ''): string[] {
  return readdirSync(path.join(directory, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.posix.join(below, entry.name);
      if (entry.isDirectory()) return ignored.has(entry.name) ? [] : sourceFiles(directory, kind, file);
      return entry.isFile() && kinds[kind](entry.name) ? [file] : [];
    });
}

/** The commit a directory stands at; undefined outside a repository. */
export function commitOf(directory: string): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
