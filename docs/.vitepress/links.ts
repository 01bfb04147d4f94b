import path from 'node:path';

/**
 * Where a link of a page leads on the site. Pages link each other as files, so that they also work where the repository is
 * browsed; what lies outside the docs is shown there.
 *
 * @param page path of the page in the repository, with slashes: `docs/rules/no-x.md`.
 * @param href the link as it is written.
 * @param repository address under which the repository's files stand.
 */
export function siteLink(page: string, href: string, repository: string): string {
  if (/^(?:[a-z][a-z+.-]*:|\/|#)/iu.test(href)) return href;
  const [file = '', anchor] = href.split('#');
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(page), file));
  const behind = anchor === undefined ? '' : `#${anchor}`;
  if (!target.startsWith('docs/')) return `${repository}/${target}${behind}`;
  // GitHub shows a folder's README.md, a web server its index.html.
  return path.posix.basename(target) === 'README.md' ? `${file.replace(/README\.md$/u, 'index.md')}${behind}` : href;
}
