import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run version-packages`, second half: gives CHANGELOG.md and package-lock.json the form they have here, after `changeset version`. */

const headings: Readonly<Record<string, string>> = { 'Major Changes': 'Breaking:', 'Minor Changes': 'New:', 'Patch Changes': 'Fixed:' };

/**
 * `changeset version` puts a release right below the title and its changes under headings. Here the introduction comes first, and a
 * release has paragraphs.
 *
 * @param changelog as that command leaves it; in its final form already it stays as it is.
 */
export function formChangelog(changelog: string): string {
  const [, title = '', rest = ''] = /^(# .*\n)([^]*)$/u.exec(changelog) ?? [];
  const sections = rest.split(/^(?=## )/mu);
  const introduction = sections.map((section) => /^(?!## )[^]*/u.exec(section)?.[0] ?? '').join('');
  const releases = sections.filter((section) => section.startsWith('## ')).map((section) => splitIntroduction(section));
  const moved = releases.map(({ after }) => after).join('');
  const body = releases.map(({ release }) => release.replace(/^### (.*)$/gmu, (heading, name: string) => headings[name] ?? heading).trim()).join('\n\n');
  return `${title}\n${(introduction + moved).trim()}\n\n${body}\n`;
}

/** The introduction ends up behind the newest release; it is told by its first words. */
function splitIntroduction(section: string): { release: string; after: string } {
  const at = section.search(/^What changed, for those who use the plugin\./mu);
  return at === -1 ? { release: section, after: '' } : { release: section.slice(0, at), after: section.slice(at) };
}

/** The lock file with the version of package.json, which `changeset version` does not write there. */
export function formLock(lock: string, version: string): string {
  const parsed = JSON.parse(lock) as { version: string; packages: { '': { version: string } } };
  parsed.version = version;
  parsed.packages[''].version = version;
  return `${JSON.stringify(parsed, undefined, /^\{\n( +)/u.exec(lock)?.[1] ?? 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync('CHANGELOG.md', formChangelog(readFileSync('CHANGELOG.md', 'utf8')));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  writeFileSync('package-lock.json', formLock(readFileSync('package-lock.json', 'utf8'), version));
}
