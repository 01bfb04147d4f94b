import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Folders that hold what is installed, built or fetched. */
const skipped = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'vendor', 'tmp', 'temp', 'bower_components', '__pycache__']);
/** More than this is not counted on: the figures say "more than" then. */
export const mostFiles = 50_000;

export interface FoundFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

/** The files of a project, without what is installed, built or hidden (`.github` aside, nothing hidden says what a project is). Never throws. */
export function filesOf(root: string): FoundFile[] {
  const files: FoundFile[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined && files.length < mostFiles; folder = pending.pop()) {
    for (const entry of entriesOf(path.join(root, folder))) {
      const place = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !skipped.has(entry.name)) pending.push(place);
      } else if (entry.isFile()) {
        files.push({ path: place, bytes: statSync(path.join(root, place), { throwIfNoEntry: false })?.size ?? 0 });
      }
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A file's text; undefined where it cannot be read. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A file's JSON object; undefined where it is none. */
export function jsonOf(file: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
