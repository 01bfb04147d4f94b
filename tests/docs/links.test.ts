import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingSlug } from '../../tools/gen/slug.js';
import { readPage } from './page.js';

const root = process.cwd();
const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts);
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).map((file) => path.join('docs', file)),
  ...readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('node_modules')).map((file) => path.join('examples', file)),
];

it('has pages to check', () => expect(pages).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])));

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');
  const { prose } = readPage(text);

  it('links only to files and headings that exist', () => {
    const broken = linksOf(prose).filter((link) => !resolves(page, link));
    expect(broken).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test)\b)/gu)].map(([, run, test]) => (run ?? test)!);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

function linksOf(prose: string): string[] {
  const text = prose.replace(/`[^`]*`/gu, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, link]) => link!).filter((link) => !/^(?:https?|mailto):/u.test(link));
}

function resolves(page: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : path.join(path.dirname(page), decodeURIComponent(file));
  if (!existsSync(target)) return false;
  if (anchor === undefined) return true;
  return statSync(target).isFile() && anchorsOf(readFileSync(target, 'utf8')).has(anchor);
}

/** GitHub numbers repeated headings: `bad`, `bad-1`. */
function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  return new Set(readPage(text).headings.map((heading) => {
    const slug = headingSlug(heading.text);
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  }));
}
