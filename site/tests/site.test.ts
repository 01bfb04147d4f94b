import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteLink } from '../../docs/.vitepress/links.js';
import { chromiumPath, openPage, startBrowser, type Complaints } from './browser.js';
import { dist, serveSite } from './server.js';

const pages = existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')) : [];

describe('the built site', () => {
  it('has every page of the docs', () => {
    const written = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md') && !file.startsWith('.vitepress'));
    const expected = written.map((file) => file.replace(/README\.md$/u, 'index.md').replace(/\.md$/u, '.html'));
    expect(expected.filter((file) => !pages.includes(file))).toEqual([]);
    expect(expected.length).toBeGreaterThan(100);
  });

  it('links only to pages and headings that are there', () => {
    const texts = new Map(pages.map((file) => [file, readFileSync(path.join(dist, file), 'utf8')]));
    const ids = new Map([...texts].map(([file, text]) => [file, new Set([...text.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id!))]));
    const broken = [...texts].flatMap(([file, text]) => [...text.matchAll(/<a [^>]*href="([^"]*)"/gu)].flatMap(([, href]) => {
      if (/^[a-z]+:/iu.test(href!)) return [];
      const url = new URL(href!, `http://site/${file}`);
      const target = (url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname).slice(1);
      // The playground reads the rest of its address itself.
      const anchor = target === 'playground.html' ? '' : decodeURIComponent(url.hash.slice(1));
      const found = [target, `${target}.html`].find((name) => ids.has(name));
      return found && (anchor === '' || ids.get(found)!.has(anchor)) ? [] : [`${file}: ${href}`];
    }));
    expect(broken).toEqual([]);
  });

  it.each([
    ['docs/rules/no-x.md', '../principles.md#p012', '../principles.md#p012'],
    ['docs/guides/start.md', '../rules/README.md', '../rules/index.md'],
    ['docs/rules/no-x.md', 'README.md#p011', 'index.md#p011'],
    ['docs/rules/no-x.md', '../../src/rules/no-x.ts', 'https://example.test/blob/main/src/rules/no-x.ts'],
    ['docs/guides/start.md', '../../README.md#configure', 'https://example.test/blob/main/README.md#configure'],
    ['docs/index.md', 'https://eslint.org/', 'https://eslint.org/'],
    ['docs/index.md', '#here', '#here'],
  ])('%s: %s leads to %s', (page, href, expected) => {
    expect(siteLink(page, href, 'https://example.test/blob/main')).toBe(expected);
  });
});

describe.skipIf(!chromiumPath)('the site in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let page: Page & { complaints: Complaints };

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serveSite()]);
    page = await openPage(browser);
  });
  afterAll(async () => {
    await browser.close();
    site.close();
  });

  it('finds a rule in the whole text, and asks no other machine', async () => {
    await page.goto(`${site.address}/`);
    await page.getByRole('button', { name: 'Search' }).first().click();
    await page.locator('.VPLocalSearchBox input').fill('circuit breaker around calls');
    const result = page.locator('.VPLocalSearchBox .result').filter({ hasText: 'require-circuit-breaker' }).first();
    await result.waitFor();
    await result.click();
    await page.waitForURL('**/rules/require-circuit-breaker.html*');
    expect(page.complaints).toEqual({ errors: [], foreign: [] });
  });

  it('leads from a rule to its example in the playground', async () => {
    await page.goto(`${site.address}/rules/no-per-call-client.html`);
    await page.getByRole('link', { name: 'Try it in the playground' }).click();
    await page.waitForSelector('.ap-playground[data-state=linted]');
    expect(await page.locator('.ap-finding').allTextContents()).toEqual([expect.stringContaining('no-per-call-client')]);
  });

  it('loads nothing of the playground on other pages', async () => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(`${site.address}/guides/start.html`, { waitUntil: 'networkidle' });
    expect(requested.filter((url) => url.includes('/playground/'))).toEqual([]);
    expect(requested.length).toBeGreaterThan(3);
  });
});
