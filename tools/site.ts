import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPlayground } from './site/playground.js';

/**
 * `npm run site` builds the site, playground included, into `docs/.vitepress/dist`, without network.
 *
 * `--only-playground` builds the playground alone, for work on it with `npx vitepress dev docs`. The variable `SITE_BASE` is the
 * path under which the site is served, `/` by default.
 */
const docs = fileURLToPath(new URL('../docs', import.meta.url));

const { bytes, gzip } = await buildPlayground();
const megabytes = (size: number) => `${(size / 1e6).toFixed(2)} MB`;
console.log(`Playground: ${megabytes(bytes)}, ${megabytes(gzip)} with gzip.`);

if (!process.argv.includes('--only-playground')) {
  const { build } = await import('vitepress');
  await build(docs);
  console.log(`Site: ${path.join(docs, '.vitepress/dist')}`);
}
