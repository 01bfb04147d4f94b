import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DefaultTheme } from 'vitepress';
import { figurePages, guidePages, pageTitle } from '../../tools/gen/docs-index.js';

/** The site's contents, read from the pages themselves: a page that is added is listed. */
export function sidebar(docs: string): DefaultTheme.SidebarItem[] {
  const item = (file: string): DefaultTheme.SidebarItem => ({ text: pageTitle(docs, file), link: `/${file.replace(/\.md$/u, '')}` });
  const rules = readdirSync(path.join(docs, 'rules')).filter((file) => file.endsWith('.md') && file !== 'README.md').sort();
  return [
    { text: 'Guides', items: [...guidePages(docs), 'layers.md'].map(item) },
    { text: 'Try it', items: [item('playground.md')] },
    { text: 'Figures', items: figurePages(docs).map(item) },
    { text: 'Principles', link: '/principles', collapsed: true, items: principlesInOrder(docs).map(item) },
    { text: 'Rules', link: '/rules/', collapsed: true, items: rules.map((file) => item(`rules/${file}`)) },
  ];
}

/** The principles' pages in the order of their index. */
function principlesInOrder(docs: string): string[] {
  return [...new Set([...readFileSync(path.join(docs, 'principles.md'), 'utf8').matchAll(/\]\((principles\/[\w-]+\.md)\)/gu)].map(([, file]) => file!))];
}
