import { existsSync } from 'node:fs';
import path from 'node:path';

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

const lockFiles: readonly [string, PackageManager][] = [
  ['pnpm-lock.yaml', 'pnpm'], ['yarn.lock', 'yarn'], ['bun.lock', 'bun'], ['bun.lockb', 'bun'], ['package-lock.json', 'npm'],
];

/** The package manager of a project: what `packageManager` of package.json says, else by its lock file, looked for in the folders above too; else npm. */
export function packageManagerOf(cwd: string, manifest: Readonly<Record<string, unknown>>): PackageManager {
  const stated = typeof manifest['packageManager'] === 'string' ? /^(?:npm|pnpm|yarn|bun)(?=@)/u.exec(manifest['packageManager'])?.[0] : undefined;
  if (stated) return stated as PackageManager;
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const found = lockFiles.find(([name]) => existsSync(path.join(folder, name)));
    if (found) return found[1];
    if (folder === path.dirname(folder)) return 'npm';
  }
}

/** The command that installs development dependencies. It is printed, and never run. */
export function installCommand(manager: PackageManager, names: readonly string[], workspaces: boolean): string {
  const list = names.join(' ');
  switch (manager) {
    case 'pnpm': return `pnpm add --save-dev ${workspaces ? '--workspace-root ' : ''}${list}`;
    case 'yarn': return `yarn add --dev ${list}`;
    case 'bun': return `bun add --dev ${list}`;
    case 'npm': return `npm install --save-dev ${list}`;
  }
}
