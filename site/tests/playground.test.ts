import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openPage, startBrowser, type Complaints } from './browser.js';
import { dist, serveSite } from './server.js';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

describe.skipIf(!chromiumPath)('the playground', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let page: Page & { complaints: Complaints };

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serveSite()]);
  });
  afterAll(async () => {
    await browser.close();
    site.close();
  });
  afterEach(async () => {
    expect(page.complaints).toEqual({ errors: [], foreign: [] });
    await page.context().close();
  });

  const findings = () => page.locator('.ap-finding');
  const status = () => page.locator('.ap-status');
  const text = async () => (await page.locator('.cm-line').allTextContents()).join('\n');

  async function open(hash = '', colorScheme: 'dark' | 'light' = 'light'): Promise<void> {
    page = await openPage(browser, { colorScheme });
    await page.goto(`${site.address}/playground.html${hash}`);
    await page.waitForSelector('.ap-playground[data-state=linted]');
  }

  /** Empties the editor and types. */
  async function type(code: string): Promise<void> {
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await status().getByText('No findings.').waitFor();
    // Line by line from the first column: the editor indents by itself.
    for (const line of code.trim().split('\n')) {
      await page.keyboard.insertText(`${line}\n`);
    }
  }

  it('finds what is typed, says it on hover with a link, fixes it, and is content', async () => {
    await open();
    console.log(`First findings after ${await page.locator('.ap-playground').getAttribute('data-first-lint')} ms.`);
    await type("import { Redis } from 'ioredis';\n\nexport async function load(id: string) {\n  const redis = new Redis();\n  return redis.get(id);\n}\n");
    const squiggle = page.locator('.cm-lintRange');
    await squiggle.first().waitFor();
    expect((await squiggle.allTextContents()).join('')).toContain('new Redis()');

    await squiggle.first().hover();
    const tooltip = page.locator('.cm-tooltip-lint');
    await tooltip.getByText('opens a TCP connection each time').waitFor();
    const link = tooltip.getByRole('link', { name: 'no-per-call-client' });
    expect(await link.getAttribute('href')).toBe('/rules/no-per-call-client.html');

    await tooltip.getByRole('button', { name: 'Fix' }).click();
    await status().getByText('No findings.').waitFor();
    expect(await squiggle.count()).toBe(0);
    expect(await text()).toContain('(redis ??= new Redis())');

    await page.keyboard.press('ControlOrMeta+z');
    await findings().first().waitFor();
    expect(await text()).toContain('const redis = new Redis();');
  });

  it('does the same with YAML and a suggestion', async () => {
    await open();
    await page.locator('[data-control=language]').selectOption('yaml');
    expect(await page.locator('[data-control=file]').inputValue()).toBe('src/example.yaml');
    await page.locator('.ap-playground[data-state=linted]').waitFor();
    await type('apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: default }\nspec: { mtls: { mode: PERMISSIVE } }\n');
    const squiggle = page.locator('.cm-lintRange');
    await squiggle.first().waitFor();
    await squiggle.first().hover();
    const tooltip = page.locator('.cm-tooltip-lint');
    expect(await tooltip.getByRole('link').first().getAttribute('href')).toBe('/rules/istio-strict-mtls.html');
    await tooltip.getByRole('button', { name: 'Suggestion: ' }).first().click();
    await status().getByText('No findings.').waitFor();
    expect(await text()).toContain('STRICT');
  });

  it('reads templates as the presets do, and says what is no YAML', async () => {
    await open();
    await page.locator('[data-control=language]').selectOption('yaml');
    await type('{{- if .Values.mtls }}\nkind: PeerAuthentication\n{{- end }}\n');
    // Each line that is typed may be linted by itself; what counts is the last result, of the whole.
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.ap-playground')?.dataset.lintedText?.includes('end }}'));
    expect(await status().textContent()).toBe('No findings.');
    await type('kind: [\n');
    await findings().first().waitFor();
    expect(await findings().first().textContent()).toContain('error');
  });

  it('fixes all, with suggestions if asked', async () => {
    await open('#rule=require-timeout');
    const before = await text();
    await page.locator('[data-control=fix-all]').click();
    await status().getByText('Nothing to fix.').waitFor();
    expect(await text()).toBe(before);
    await page.locator('[data-control=suggest-all]').click();
    await status().getByText('No findings.').waitFor();
    expect(await text()).not.toBe(before);
  });

  it('lints with the preset, the rules and the settings that are chosen', async () => {
    await open('#rule=no-per-call-client');
    expect(await findings().locator('.ap-severity').allTextContents()).toEqual(['error']);
    await page.locator('[data-control=preset]').selectOption('recommended');
    await findings().locator('.ap-severity').getByText('warning').waitFor();
    await page.locator('[data-control=rules] summary').click();
    await page.getByLabel('Severity of no-per-call-client').selectOption('off');
    await status().getByText('No findings.').waitFor();
    await page.getByLabel('Severity of no-per-call-client').selectOption('error');
    await findings().locator('.ap-severity').getByText('error').waitFor();

    await page.getByText('Settings', { exact: true }).click();
    const settings = page.locator('[data-control=settings]');
    await settings.fill('{ "agent": [] }');
    await settings.blur();
    await findings().getByText('agent').first().waitFor();
    await settings.fill('{');
    await settings.blur();
    await status().getByText('no JSON').waitFor();
  });

  it('restores what a link shares', async () => {
    await open();
    await page.locator('[data-control=example]').selectOption('no-blocking-handler');
    await findings().getByText('no-blocking-handler').first().waitFor();
    await page.locator('[data-control=preset]').selectOption('p011');
    await page.locator('[data-control=file]').fill('src/shared.ts');
    await page.locator('[data-control=file]').blur();
    await page.locator('[data-control=share]').click();
    await status().getByText('address bar').waitFor();
    const [code, hash] = [await text(), new URL(page.url()).hash];
    expect(hash.length).toBeLessThan(1500);
    await page.context().close();

    await open(hash);
    expect(await text()).toBe(code);
    expect(await page.locator('[data-control=file]').inputValue()).toBe('src/shared.ts');
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('[data-control=preset]')?.value === 'p011');
    expect(await findings().count()).toBeGreaterThan(0);
  });

  it('starts with an example where a link is damaged', async () => {
    await open('#AAAA');
    expect(await text()).toContain('new Redis(');
  });

  it.each(['light', 'dark'] as const)('is usable for all, in %s', async (colorScheme) => {
    await open('#rule=no-per-call-client', colorScheme);
    expect(await page.locator('.ap-playground').evaluate((root) => root.classList.contains('ap-dark'))).toBe(colorScheme === 'dark');
    await page.locator('[data-control=rules] summary').click();
    await page.getByText('Settings', { exact: true }).click();
    await page.locator('.cm-lintRange').first().hover();
    await page.locator('.cm-tooltip-lint').waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(context: string): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }).axe.run('.ap-playground'));
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`)).toEqual([]);
  });

  it('states what it weighs', () => {
    const { bytes, gzip } = JSON.parse(readFileSync(path.join(dist, 'playground/size.json'), 'utf8')) as { bytes: number; gzip: number };
    const [, stated = '', whole = ''] = /([\d.]+) MB compressed \(([\d.]+) MB in all\)/u.exec(readFileSync('docs/playground.md', 'utf8')) ?? [];
    expect(Math.abs(Number(stated) - gzip / 1e6)).toBeLessThan(0.15);
    expect(Math.abs(Number(whole) - bytes / 1e6)).toBeLessThan(0.5);
  });
});
