import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { serveSite } from '../../site/tests/server.js';
import { readPage } from '../docs/page.js';
import { root } from '../shared/build.js';

/** Takes the picture of the README's example in the playground's editor, with the pointer on a finding. The site must be built. */
export async function screenshotEditor(browser: Browser, file: string): Promise<void> {
  if (!existsSync(path.join(root, 'docs/.vitepress/dist/playground.html'))) throw new Error('The site is not built: run `npm run site` first.');
  const [example] = readPage(readFileSync(path.join(root, 'README.md'), 'utf8')).blocks;
  const state = { code: `${example!.code}\n`, file: 'src/server.ts', preset: 'recommended', overrides: {}, settings: '' };
  const hash = deflateRawSync(JSON.stringify(state)).toString('base64url');
  const site = await serveSite();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1400 }, colorScheme: 'light' });
    await page.goto(`${site.address}/playground.html#${hash}`);
    await page.waitForSelector('.ap-playground[data-state=linted]');
    await page.locator('.cm-lintRange').first().hover();
    await page.locator('.cm-tooltip-lint').first().waitFor();
    await page.locator('.cm-editor').screenshot({ path: file });
    await page.close();
  } finally {
    site.close();
  }
}
