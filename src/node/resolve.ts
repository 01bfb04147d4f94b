import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import type { NapiResolveOptions, ResolverFactory } from 'oxc-resolver';
import { isFresh, now } from '../freshness.js';
import { readJson } from './json.js';
import { probe } from './probe.js';
import { sourceCandidates, unbuilt } from './sources.js';
import { TsconfigPaths } from './tsconfig-paths.js';
import { Workspaces } from './workspaces.js';

/**
 * Which file of the project an import means. `oxc-resolver` answers for what Node and TypeScript would find; what is not
 * installed, not built or configured in a way that it refuses is looked for beside it. Sources come before what is built from them.
 */

const options: NapiResolveOptions = {
  extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'],
  extensionAlias: { '.js': ['.ts', '.tsx', '.js', '.jsx'], '.jsx': ['.tsx', '.jsx'], '.mjs': ['.mts', '.mjs'], '.cjs': ['.cts', '.cjs'] },
  conditionNames: ['source', 'import', 'require', 'node', 'default'],
  mainFields: ['source', 'module', 'main'],
};

/** What was not found is looked for again after this time in milliseconds: in an editor the file may have been made since. */
const forgetAfter = 10_000;

/** Resolves imports and keeps the answers. */
export class Resolver {
  private readonly known = new Map<string, string | undefined>();
  private since = 0;
  private tools: Tools | undefined;

  /** The file that `specifier` means in `fromFile` (absolute), outside node_modules. Never throws. */
  resolve(specifier: string, fromFile: string): string | undefined {
    if (!isFresh(this.since, forgetAfter)) {
      for (const [key, path] of this.known) if (path === undefined) this.known.delete(key);
      this.tools?.forget();
      this.since = now();
    }
    const directory = dirname(fromFile);
    const key = `${directory}\0${specifier}`;
    if (!this.known.has(key)) this.known.set(key, this.find(specifier, directory, fromFile));
    return this.known.get(key);
  }

  private find(specifier: string, directory: string, fromFile: string): string | undefined {
    // `?raw` and `!` are a bundler's; `node:` and `https:` are no files.
    if (specifier === '' || /[?!\0]|^[a-z][a-z+.-]+:/iu.test(specifier)) return undefined;
    try {
      this.tools ??= new Tools();
      const found = this.tools.find(specifier, directory, fromFile);
      return found === undefined || found.split(sep).includes('node_modules') ? undefined : found;
    } catch {
      return undefined; // a folder that may not be read
    }
  }

  /** Forgets what is kept of a file that is gone. */
  drop(path: string): void {
    for (const [key, known] of this.known) if (known === path) this.known.delete(key);
  }
}

/** Loads the resolver on first use: it is a native library, and many runs never read another file. */
function factoryOf(): ResolverFactory | undefined {
  try {
    const load = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);
    const { ResolverFactory } = load('oxc-resolver') as typeof import('oxc-resolver');
    return new ResolverFactory(options);
  } catch {
    return undefined; // none for this platform: what `probe` and the tables below find is all there is
  }
}

class Tools {
  private readonly plain = factoryOf();
  private readonly configured = this.plain?.cloneWithOptions({ ...options, tsconfig: 'auto' });
  private paths = new TsconfigPaths();
  private workspaces = new Workspaces();

  forget(): void {
    this.plain?.clearCache();
    this.configured?.clearCache();
    this.paths = new TsconfigPaths();
    this.workspaces = new Workspaces();
  }

  find(specifier: string, directory: string, fromFile: string): string | undefined {
    // No configuration changes what a relative path means, so a broken one does no harm.
    if (/^\.{0,2}(?:\/|$)/u.test(specifier)) return this.fileAt(directory, specifier);
    const found = this.configured?.resolveFileSync(fromFile, specifier).path;
    if (found !== undefined) return found.includes('node_modules') ? found : this.sourceOf(found);
    for (const candidate of this.paths.candidates(specifier, directory)) {
      const mapped = this.fileAt(directory, candidate);
      if (mapped !== undefined) return mapped;
    }
    return specifier.startsWith('#') ? this.inPackage(ownPackage(directory), specifier) : this.inWorkspace(specifier, directory);
  }

  /** The file that a relative or absolute path means. */
  private fileAt(directory: string, path: string): string | undefined {
    return this.plain?.sync(directory, path).path ?? probe(resolve(directory, path));
  }

  private inWorkspace(specifier: string, directory: string): string | undefined {
    const [, name, subpath = ''] = /^((?:@[^/]+\/)?[^/@]+)(\/.*)?$/u.exec(specifier) ?? [];
    const home = name === undefined ? undefined : this.workspaces.directoryOf(name, directory);
    return this.inPackage(home, subpath);
  }

  private inPackage(home: string | undefined, subpath: string): string | undefined {
    const manifest = home === undefined ? undefined : readJson(join(home, 'package.json'));
    if (home === undefined || !manifest) return undefined;
    for (const candidate of sourceCandidates(manifest, subpath)) {
      const path = this.fileAt(home, candidate.startsWith('.') ? candidate : `./${candidate}`);
      if (path !== undefined && !/\.d\.[cm]?ts$/u.test(path)) return this.sourceOf(path);
    }
    return undefined;
  }

  private sourceOf(path: string): string {
    if (!/[/\\](?:dist|build|out)[/\\]/u.test(path)) return path;
    for (const candidate of unbuilt(path.replaceAll('\\', '/'))) {
      const source = this.fileAt(dirname(path), candidate);
      if (source !== undefined) return source;
    }
    return path;
  }
}

function ownPackage(directory: string): string | undefined {
  for (let at = directory; ; at = dirname(at)) {
    if (readJson(join(at, 'package.json'))) return at;
    if (dirname(at) === at) return undefined;
  }
}
