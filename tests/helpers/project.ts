import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A project in a folder of its own, written by a test. */
export interface Project {
  readonly root: string;
  /** The absolute path of a file. */
  path(file: string): string;
  /** Writes a file; objects as JSON. A second write of the same file counts as later. */
  write(file: string, content: object | string): void;
  /** Makes `link` a symbolic link to the folder `target`. */
  link(link: string, target: string): void;
  remove(): void;
}

/** Writes `files` into a new temporary folder. */
export function projectOf(files: Readonly<Record<string, object | string>>): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'project-')));
  let time = Date.now() / 1000 - 1000;
  const project: Project = {
    root,
    path: (file) => join(root, file),
    write(file, content) {
      const path = join(root, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      time += 1;
      utimesSync(path, time, time);
    },
    link(link, target) {
      mkdirSync(dirname(join(root, link)), { recursive: true });
      symlinkSync(join(root, target), join(root, link), 'junction');
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [file, content] of Object.entries(files)) project.write(file, content);
  return project;
}
