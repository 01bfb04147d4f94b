import { existsSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { packages as known } from '../generated/packages.js';
import { configFileIn, type ConfigFile } from './config-file.js';
import { manifestIn, type ManifestKind } from './manifests.js';
import { packageManagerOf, type PackageManager } from './package-manager.js';
import { packageName } from './edit/patch.js';
import { filesOf, jsonOf, mostFiles, textOf, type FoundFile } from './walk.js';

/** What packages are depended on for. */
export type PackageKind = keyof typeof known;

/** One package.json of the project. */
export interface ProjectPackage {
  /** Relative to the project; `.` for its root. */
  readonly folder: string;
  readonly uses: Readonly<Record<PackageKind, readonly string[]>>;
  /** It depends on a server framework and can be started. */
  readonly service: boolean;
}

/** What `init` has seen of a project. All paths are relative to it, with `/`. */
export interface Project {
  readonly cwd: string;
  readonly packages: readonly ProjectPackage[];
  readonly packageManager: PackageManager;
  readonly workspaces: boolean;
  /** `"type": "module"` in the root's package.json. */
  readonly esm: boolean;
  /** The plain `.js` files are CommonJS. */
  readonly commonjs: boolean;
  /** Source files and their size; `more` when counting stopped early. */
  readonly size: { readonly files: number; readonly typescript: number; readonly kilobytes: number; readonly more: boolean };
  readonly manifests: Readonly<Record<ManifestKind, readonly string[]>>;
  readonly mesh: 'istio' | 'linkerd' | undefined;
  /** Folders with migrations of a database, each with its number of files. */
  readonly migrations: readonly { readonly folder: string; readonly files: number }[];
  /** Folders of build results that exist or that git ignores. */
  readonly outputs: readonly string[];
  readonly dependencies: ReadonlySet<string>;
  /** Version in node_modules; undefined where ESLint is not installed. */
  readonly eslint: string | undefined;
  readonly pluginInstalled: boolean;
  readonly config: ConfigFile | undefined;
  /** An eslintrc file that the installed ESLint does not read any more. */
  readonly deadConfig: string | undefined;
  /** Folders with a configuration of their own, where the root has none. */
  readonly configsBelow: readonly string[];
}

const sources = /\.[cm]?[jt]sx?$/u;
const noProject = picomatch('**/{example,examples,fixture,fixtures,__fixtures__,test,tests,__tests__,e2e,template,templates,docs,samples}/**', { dot: true });
const buildFolders = ['dist', 'build', 'out', 'coverage', 'public', '.next', '.nuxt', '.output', '.turbo', 'generated'];

/** Looks at a project: its packages, its files, its ESLint. Reads, and never throws. */
export function readProject(cwd: string): Project {
  const files = filesOf(cwd);
  const scripts = files.filter((file) => sources.test(file.path) && !file.path.endsWith('.d.ts'));
  const manifests = files.filter((file) => file.path.endsWith('package.json') && !noProject(file.path)).flatMap((file) => {
    const json = jsonOf(path.join(cwd, file.path));
    return json ? [{ folder: path.posix.dirname(file.path), json }] : [];
  });
  const root = manifests.find(({ folder }) => folder === '.')?.json ?? {};
  const eslint = versionOf(cwd, 'eslint');
  const major = eslint === undefined ? undefined : Number(eslint.split('.')[0]);
  const yaml = readManifests(cwd, files);
  const config = configFileIn(cwd, major);
  return {
    cwd,
    packages: manifests.map(({ folder, json }) => packageOf(folder, json)),
    packageManager: packageManagerOf(cwd, root),
    workspaces: root['workspaces'] !== undefined || existsSync(path.join(cwd, 'pnpm-workspace.yaml')),
    esm: root['type'] === 'module',
    commonjs: root['type'] !== 'module' && isCommonjs(cwd, scripts),
    size: { files: scripts.length, typescript: scripts.filter((file) => /\.[cm]?tsx?$/u.test(file.path)).length, kilobytes: Math.round(scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024), more: files.length >= mostFiles },
    ...yaml,
    migrations: migrationsIn(files),
    outputs: outputsOf(cwd),
    dependencies: new Set(manifests.flatMap(({ json }) => dependenciesOf(json))),
    eslint,
    pluginInstalled: versionOf(cwd, packageName) !== undefined,
    config,
    deadConfig: config || major === undefined || major < 10 ? undefined : configFileIn(cwd)?.name,
    configsBelow: config ? [] : foldersWithConfig(files),
  };
}

function dependenciesOf(json: Record<string, unknown>): string[] {
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((key) => Object.keys((json[key] as object | undefined) ?? {}));
}

function packageOf(folder: string, json: Record<string, unknown>): ProjectPackage {
  const names = dependenciesOf(json);
  const uses = Object.fromEntries(Object.entries(known).map(([kind, list]) => [kind, names.filter((name) => (list as readonly string[]).some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name)))])) as Record<PackageKind, string[]>;
  const starts = Object.keys((json['scripts'] as object | undefined) ?? {}).some((name) => /^(?:start|serve|dev)\b/u.test(name));
  // A router of React is no server by itself.
  return { folder, uses, service: starts && uses.web.some((name) => name !== 'react-router' && !name.endsWith('/react')) };
}

/** The installed version of a package, looked for as Node does: here and in the folders above. */
function versionOf(cwd: string, name: string): string | undefined {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const version = jsonOf(path.join(folder, 'node_modules', name, 'package.json'))?.['version'];
    if (typeof version === 'string') return version;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function readManifests(cwd: string, files: readonly FoundFile[]): Pick<Project, 'manifests' | 'mesh'> {
  const manifests: Record<ManifestKind, string[]> = { kubernetes: [], istio: [], compose: [], openapi: [], asyncapi: [], specification: [] };
  let mesh: Project['mesh'];
  for (const file of files.filter(({ path: name, bytes }) => /\.ya?ml$/u.test(name) && bytes < 512 * 1024 && !noProject(name)).slice(0, 3000)) {
    const found = manifestIn(path.posix.basename(file.path), textOf(path.join(cwd, file.path)) ?? '');
    for (const kind of found.kinds) manifests[kind].push(file.path);
    mesh ??= found.mesh;
  }
  return { manifests, mesh };
}

function migrationsIn(files: readonly FoundFile[]): Project['migrations'] {
  const folders = new Map<string, number>();
  for (const { path: name } of files) {
    const folder = /^(?:.*\/)?(?:migrations?|migrate)(?=\/)/u.exec(name)?.[0];
    if (folder && !noProject(name) && /\.(?:sql|[cm]?[jt]s)$/u.test(name)) folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [...folders].map(([folder, count]) => ({ folder, files: count }));
}

/** By a sample of the plain `.js` files: some require or export so, and none imports. */
function isCommonjs(cwd: string, scripts: readonly FoundFile[]): boolean {
  const plain = scripts.filter((file) => file.path.endsWith('.js')).slice(0, 60).map((file) => textOf(path.join(cwd, file.path)) ?? '');
  return plain.some((text) => /\brequire\(|\bmodule\.exports\b/u.test(text)) && !plain.some((text) => /^(?:import\s[^(]|export\s)/mu.test(text));
}

function outputsOf(cwd: string): string[] {
  const ignored = new Set((textOf(path.join(cwd, '.gitignore')) ?? '').split(/\r?\n/u).map((line) => line.trim().replace(/^\/|\/$/gu, '')));
  const found = buildFolders.filter((name) => ignored.has(name) || (name !== 'public' && name !== 'generated' && existsSync(path.join(cwd, name))));
  return found.length > 0 ? found : ['dist'];
}

function foldersWithConfig(files: readonly FoundFile[]): string[] {
  const folders = files.filter(({ path: name }) => /(?:^|\/)(?:eslint\.config\.[cm]?[jt]s|\.eslintrc(?:\.\w+)?)$/u.test(name) && !noProject(name)).map(({ path: name }) => path.posix.dirname(name));
  return [...new Set(folders)].filter((folder) => folder !== '.');
}
