import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { typesName } from './install.js';

/**
 * The identifiers that occur in a package's declarations, or in its sources when it has none, and in those of the packages it
 * depends on, since many only re-export. Enough to find a name that was misspelt or is gone.
 */
export class DeclaredNames {
  private readonly own = new Map<string, { names: Set<string>; dependencies: string[] }>();

  constructor(private readonly directory: string) {}

  /** Whether `name` occurs in what the package or its dependencies (two levels down) declare. */
  has(packageName: string, name: string, depth = 2, seen = new Set<string>()): boolean {
    if (seen.has(packageName)) return false;
    seen.add(packageName);
    const { names, dependencies } = this.read(packageName);
    if (names.has(name)) return true;
    return depth > 0 && dependencies.some((dependency) => this.has(dependency, name, depth - 1, seen));
  }

  private read(packageName: string): { names: Set<string>; dependencies: string[] } {
    let entry = this.own.get(packageName);
    if (entry) return entry;
    entry = { names: new Set(), dependencies: [] };
    this.own.set(packageName, entry);
    const folder = path.join(this.directory, 'node_modules', packageName);
    if (existsSync(path.join(folder, 'package.json'))) {
      const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { dependencies?: object; peerDependencies?: object };
      entry.dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
      const types = path.join(this.directory, 'node_modules/@types', typesName(packageName));
      const declarations = [...filesOf(folder, /\.d\.[cm]?ts$/u), ...filesOf(types, /\.d\.[cm]?ts$/u)];
      for (const file of declarations.length > 0 ? declarations : filesOf(folder, /\.[cm]?js$/u)) {
        for (const [identifier] of readFileSync(file, 'utf8').matchAll(/[A-Za-z_$][\w$]*/gu)) entry.names.add(identifier);
      }
    }
    return entry;
  }
}

function filesOf(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(realpathSync(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file) && !/(?:^|[/\\])node_modules[/\\]/u.test(file))
    .map((file) => path.join(realpathSync(folder), file))
    .filter((file) => statSync(file).size < 8_000_000);
}
