import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Checks the tarball that would be published: what is in it, that it comes out the same twice, publint, are-the-types-wrong, and
 * what it makes users install.
 */

interface Packed { filename: string; integrity: string; files: { path: string }[] }
interface LockEntry { dependencies?: Record<string, string>; dev?: boolean; optional?: boolean; peer?: boolean; hasInstallScript?: boolean }

/** Each package that users install beside ours is somebody else to trust. */
const maxDependencies = 5;

/** Builds and packs, into `directory`. */
function pack(): Packed {
  const json = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', directory], { encoding: 'utf8' });
  return (JSON.parse(json.slice(json.indexOf('['))) as [Packed])[0];
}

const directory = mkdtempSync(path.join(tmpdir(), 'archprinciples-pack-'));
const problems: string[] = [];
try {
  const packed = pack();
  const tarball = path.join(directory, packed.filename);
  if (pack().integrity !== packed.integrity) problems.push('Packing twice gives two different tarballs.');

  const paths = new Set(packed.files.map((file) => file.path));
  const wanted = ['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/index.cjs', 'dist/index.d.cts', 'dist/browser.cjs', 'dist/browser.d.cts', 'dist/import-resolver.cjs', 'dist/yaml-parser.cjs', 'dist/formatters/scorecard.cjs', 'dist/formatters/markdown.cjs', 'dist/formatters/sarif.cjs', 'dist/formatters/merge.cjs', 'dist/THIRD-PARTY-LICENSES.txt', 'dist/cli.cjs', 'dist/pages.json', 'esm/index.mjs', 'esm/index.d.mts', 'esm/browser.mjs', 'esm/browser.d.mts', 'schemas/architecture.schema.json', 'oxlint/recommended.json'];
  problems.push(...wanted.filter((name) => !paths.has(name)).map((name) => `The tarball lacks ${name}.`));
  problems.push(...[...paths].filter((name) => !/^(?:(?:dist|esm)\/|oxlint\/[\w-]+\.json$|schemas\/architecture\.schema\.json$|LICENSE$|package\.json$|README\.md$|CHANGELOG\.md$)/u.test(name)).map((name) => `The tarball should not hold ${name}.`));

  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> };
  const dependencies = Object.keys(lock.packages['']?.dependencies ?? {});
  if (dependencies.length > maxDependencies) problems.push(`${dependencies.length} runtime dependencies, of at most ${maxDependencies}: ${dependencies.join(', ')}.`);
  const scripted = Object.entries(lock.packages).filter(([place, entry]) => place && !entry.dev && entry.hasInstallScript);
  problems.push(...scripted.map(([place]) => `${place} runs an install script on users' machines.`));

  for (const [tool, ...args] of [['publint', 'run', tarball, '--strict'], ['attw', tarball, '--profile', 'node16']] as const) {
    try {
      execFileSync('npx', ['--no-install', tool, ...args], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      problems.push(`${tool}:\n${(error as { stdout: string }).stdout}`);
    }
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
console.log(problems.length > 0 ? `${problems.length} problems with the package` : 'The package is sound.');
process.exitCode = problems.length > 0 ? 1 : 0;
