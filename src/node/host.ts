import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFresh, now } from '../freshness.js';
import type { Host, Manifest } from '../host.js';
import { isRecord, readJson } from './json.js';
import { Resolver } from './resolve.js';
import yamlParser from './yaml-parser.js';

interface KeptText { readonly text: string; readonly modified: number }

/** A kept file is taken as it is for this time in milliseconds, or the round, before its modification time is looked at again. */
const trustFor = 1000;
/** Characters of text kept at once. */
const maxKept = 30_000_000;

/** The file system of Node as the plugin's host. One for the whole process, so that what is read is shared by all files. */
export function nodeHost(): Host {
  const resolver = new Resolver();
  const texts = new KeptTexts((path) => resolver.drop(path));
  const manifests = new Manifests();
  const folders = new Folders();
  return {
    resolve: (specifier, fromFile) => resolver.resolve(specifier, fromFile),
    read: (file) => texts.read(file),
    isFolder: (path) => folders.has(path),
    siblings: (file) => folders.files(dirname(file)),
    parseYaml,
    manifest: (file) => manifests.nearest(dirname(file)),
  };
}

class KeptTexts {
  private readonly kept = new Map<string, { file: KeptText | undefined; checked: number }>();
  private size = 0;

  constructor(private readonly onGone: (path: string) => void) {}

  read(path: string): KeptText | undefined {
    const known = this.kept.get(path);
    if (known && isFresh(known.checked, trustFor)) return known.file;
    const modified = modifiedAt(path);
    if (known?.file && known.file.modified === modified) {
      known.checked = now();
      return known.file;
    }
    const file = modified === undefined ? undefined : textOf(path, modified);
    if (known?.file && !file) this.onGone(path);
    this.size += (file?.text.length ?? 0) - (known?.file?.text.length ?? 0);
    this.kept.delete(path);
    this.kept.set(path, { file, checked: now() });
    for (const [oldest, entry] of this.kept) {
      if (this.size <= maxKept) break;
      this.kept.delete(oldest);
      this.size -= entry.file?.text.length ?? 0;
    }
    return file;
  }
}

function modifiedAt(path: string): number | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() ? stat.mtimeMs : undefined;
  } catch {
    return undefined;
  }
}

function textOf(path: string, modified: number): KeptText | undefined {
  try {
    return { text: readFileSync(path, 'utf8'), modified };
  } catch {
    return undefined;
  }
}

class Folders {
  private readonly kept = new Map<string, { there: boolean; checked: number }>();
  private readonly lists = new Map<string, { files: readonly string[]; checked: number }>();

  files(path: string): readonly string[] {
    let known = this.lists.get(path);
    if (!known || !isFresh(known.checked, trustFor)) this.lists.set(path, (known = { files: filesIn(path), checked: now() }));
    return known.files;
  }

  has(path: string): boolean {
    let known = this.kept.get(path);
    if (!known || !isFresh(known.checked, 10 * trustFor)) this.kept.set(path, (known = { there: isFolder(path), checked: now() }));
    return known.there;
  }
}

function filesIn(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => join(path, name)).sort();
  } catch {
    return [];
  }
}

function parseYaml(text: string): unknown {
  try {
    return yamlParser.parseForESLint(text).ast;
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

class Manifests {
  private readonly byDirectory = new Map<string, { manifest: Manifest | undefined; checked: number }>();

  nearest(directory: string): Manifest | undefined {
    const known = this.byDirectory.get(directory);
    if (known && isFresh(known.checked, 10 * trustFor)) return known.manifest;
    const manifest = this.find(directory);
    this.byDirectory.set(directory, { manifest, checked: now() });
    return manifest;
  }

  private find(directory: string): Manifest | undefined {
    const file = join(directory, 'package.json');
    const parent = dirname(directory);
    const above = () => (parent === directory ? undefined : this.nearest(parent));
    if (!existsSync(file)) return above();
    const json = readJson(file);
    if (!json) return undefined; // broken: what stands above is not this package's
    const own = manifestOf(directory, json);
    // A file that only states the module type (`dist/package.json`) belongs to the package above.
    const upper = own.name === undefined && Object.keys(own.dependencies).length === 0 ? above() : undefined;
    return upper ? { ...upper, ...(own.type && { type: own.type }) } : own;
  }
}

function manifestOf(directory: string, json: Readonly<Record<string, unknown>>): Manifest {
  const { name, type, bin, engines } = json;
  const dependencies: Record<string, string> = {};
  for (const kind of ['peerDependencies', 'optionalDependencies', 'devDependencies', 'dependencies']) {
    for (const [key, range] of Object.entries(isRecord(json[kind]) ? json[kind] : {})) if (typeof range === 'string') dependencies[key] = range;
  }
  return {
    directory,
    ...(typeof name === 'string' && { name }),
    ...((type === 'module' || type === 'commonjs') && { type }),
    ...(bin !== undefined && { programs: true }),
    ...(isRecord(engines) && typeof engines['node'] === 'string' && { node: engines['node'] }),
    dependencies,
  };
}
