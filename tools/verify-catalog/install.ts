import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--force', '--loglevel=error'];

/** How long one `npm install` may take: some packages bring gigabytes, and npm itself can hang on a registry that does not answer. Milliseconds. */
const patience = 300_000;

/** A source that comes with Node. */
export function isBuiltIn(source: string): boolean {
  return source.startsWith('node:') || source === 'global' || builtinModules.includes(source);
}

/** The package that an import source belongs to: `mysql2/promise` -> `mysql2`. */
export function packageOf(source: string): string {
  return source.split('/').slice(0, source.startsWith('@') ? 2 : 1).join('/');
}

/**
 * Installs packages into a folder, without running their scripts.
 *
 * @param specs what npm shall install: names, or `name@range`.
 * @returns what npm said of those that could not be installed.
 */
export async function install(directory: string, specs: readonly string[]): Promise<Map<string, string>> {
  const failures = new Map<string, string>();
  const missing = specs.filter((spec) => !existsSync(path.join(directory, 'node_modules', nameOf(spec))));
  if (missing.length === 0) return failures;
  mkdirSync(directory, { recursive: true });
  if (!existsSync(path.join(directory, 'package.json'))) writeFileSync(path.join(directory, 'package.json'), '{ "private": true }');
  try {
    await run('npm', ['install', ...flags, ...missing], { cwd: directory, timeout: patience, killSignal: 'SIGKILL', maxBuffer: 1 << 26 });
  } catch (error) {
    if (missing.length === 1) return failures.set(missing[0]!, messageOf(error));
    // One that cannot be installed must not hide the others.
    const half = Math.ceil(missing.length / 2);
    for (const part of [missing.slice(0, half), missing.slice(half)]) {
      for (const [spec, message] of await install(directory, part)) failures.set(spec, message);
    }
  }
  return failures;
}

/** Installs the declarations of those packages that bring none, as far as somebody has published them. */
export async function installTypes(directory: string, names: readonly string[]): Promise<void> {
  const bare = names.filter((name) => {
    const folder = path.join(directory, 'node_modules', name);
    return existsSync(folder) && !readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => /\.d\.[cm]?ts$/u.test(file) && !file.includes('node_modules'));
  });
  await install(directory, bare.map((name) => `@types/${typesName(name)}`));
}

/** How `@types` names a package: `@scope/name` is `scope__name`. */
export function typesName(name: string): string {
  return name.replace('@', '').replace('/', '__');
}

/** The version of a package in a folder. */
export function installedVersion(directory: string, name: string): string | undefined {
  const file = path.join(directory, 'node_modules', name, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : undefined;
}

function nameOf(spec: string): string {
  const at = spec.indexOf('@', 1);
  return at === -1 ? spec : spec.slice(0, at);
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'killed' in error && error.killed === true) return `npm was not done after ${patience / 60_000} minutes`;
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.split('\n').filter((line) => /npm error (?!A complete log)/u.test(line)).slice(0, 2).join(' ').slice(0, 300) || text.slice(0, 300);
}
