import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The guides in the order of a reader's way, and what each is for. A guide that is not here comes last. */
const guides: Readonly<Record<string, string>> = {
  start: 'install, configure, read the first findings',
  editor: 'squiggles, quick fixes and fix on save',
  cli: 'let `init` write the configuration, and read pages in the terminal',
  legacy: 'today\'s findings recorded, new ones refused',
  'one-principle': 'learn and mend topic by topic',
  settings: 'teach the plugin your own packages and folders',
  agents: 'code that calls language models',
  manifests: 'YAML files of Kubernetes, Istio and others',
  suggestions: 'let `--fix` apply what otherwise waits in the editor',
  monorepos: 'many packages, caching and shards',
  reports: 'scorecard, Markdown and SARIF',
  oxlint: 'the rules in oxlint',
};

/** Pages beside the guides and the rules. */
const figures: Readonly<Record<string, string>> = {
  precision: 'how often a report is right, on real code',
  'fix-safety': 'what all fixes did to real repositories',
  performance: 'what linting costs',
};

/** Guides that there are, as paths in the docs, in their order. */
export function guidePages(docs: string): string[] {
  const order = Object.keys(guides);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const names = readdirSync(path.join(docs, 'guides')).filter((file) => file.endsWith('.md')).map((file) => path.basename(file, '.md'));
  return names.sort((a, b) => place(a) - place(b) || a.localeCompare(b)).map((name) => `guides/${name}.md`);
}

/** Pages of measured figures that there are, as paths in the docs. */
export function figurePages(docs: string): string[] {
  return Object.keys(figures).map((name) => `${name}.md`).filter((file) => existsSync(path.join(docs, file)));
}

/** The title of a page. */
export function pageTitle(docs: string, file: string): string {
  return /^# (.+)$/mu.exec(readFileSync(path.join(docs, file), 'utf8'))?.[1] ?? file;
}

/** The lists of `docs/index.md`: every guide, every page of figures. */
export function docsIndex(docs: string): { guides: string; figures: string } {
  const list = (pages: readonly string[], purposes: Readonly<Record<string, string>>) => pages.map((file) => {
    const purpose = purposes[path.basename(file, '.md')];
    return `- [${pageTitle(docs, file)}](${file})${purpose ? `: ${purpose}` : ''}`;
  }).join('\n');
  return { guides: list(guidePages(docs), guides), figures: list(figurePages(docs), figures) };
}
