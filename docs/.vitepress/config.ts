import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import manifest from '../../package.json' with { type: 'json' };
import { headingSlug } from '../../tools/gen/slug.js';
import { siteLink } from './links.js';
import { sidebar } from './sidebar.js';

const docs = fileURLToPath(new URL('..', import.meta.url));
const title = 'archprinciples';

export default defineConfig({
  title,
  description: manifest.description,
  base: (process.env.SITE_BASE as `/${string}/` | undefined) ?? '/',
  cleanUrls: false,
  // The folder's index, on GitHub and here.
  rewrites: { 'rules/README.md': 'rules/index.md' },
  ignoreDeadLinks: false,
  lastUpdated: false,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    // Anchors as GitHub has them: the pages are read in both places.
    anchor: { slugify: headingSlug },
    config: (md) => {
      md.core.ruler.push('archprinciples-links', ({ tokens, env }) => {
        const page = `docs/${path.relative(docs, (env as { path: string }).path).replaceAll(path.sep, '/')}`;
        for (const link of tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open')) {
          link.attrSet('href', siteLink(page, link.attrGet('href') ?? '', `${manifest.homepage}/blob/main`));
        }
      });
    },
  },
  themeConfig: {
    siteTitle: title,
    nav: [
      { text: 'Start', link: '/guides/start' },
      { text: 'Rules', link: '/rules/' },
      { text: 'Principles', link: '/principles' },
      { text: 'Precision', link: '/precision' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar: sidebar(docs),
    outline: [2, 3],
    search: { provider: 'local', options: { detailedView: false } },
    socialLinks: [{ icon: 'github', link: manifest.homepage }],
  },
  /** The start page has a banner here; on GitHub, where settings in a page would show as a table, it is plain text. */
  transformPageData: (page) => {
    if (page.relativePath === 'playground.md') return { frontmatter: { ...page.frontmatter, aside: false, sidebar: false, pageClass: 'playground-page' } };
    if (page.relativePath !== 'index.md') return {};
    return {
      frontmatter: {
        ...page.frontmatter,
        layout: 'home',
        hero: {
          name: title,
          text: 'Architecture rules for Node and TypeScript back ends',
          tagline: 'An ESLint plugin that knows libraries through your imports, and mends what can be mended safely.',
          actions: [
            { theme: 'brand', text: 'Get started', link: '/guides/start' },
            { theme: 'alt', text: 'Playground', link: '/playground' },
            { theme: 'alt', text: 'Rules', link: '/rules/' },
          ],
        },
      },
    };
  },
});
