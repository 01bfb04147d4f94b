import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import scorecard from '../../formatters/scorecard.js';
import { trendOf } from '../../formatters/trend.js';
import { page as render } from '../../formatters/scorecard/page.js';
import { reportOf } from '../../formatters/report.js';
import { findChromium, launch } from '../../tools/screenshots/browser.js';
import { hostileContext, hostileResults } from './hostile.js';
import { context, message, result, rules } from './results.js';

const chromium = findChromium();
if (!chromium) console.warn('The scorecard was not looked at in a browser: no Chromium was found. Install one, or name it in the variable CHROMIUM.');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const directory = mkdtempSync(path.join(tmpdir(), 'archprinciples-browser-'));
const results = [
  ...Array.from({ length: 12 }, (_, index) => result(`src/modules/area${index}/handlers/create-something-with-a-long-name.ts`, 40 * (index + 1), [
    message(rules.high, 3, { message: '`new Redis()` opens a connection each time `handler` runs (P012). Create it once and share it.' }),
    ...(index % 2 ? [message(rules.critical, 7, { severity: 1, fix: { range: [0, 0], text: '' } })] : []),
    ...(index % 3 ? [] : [message(rules.medium, 9), message('no-var', 1)]),
  ])),
  result('broken.ts', 3, [message(null, 1, { fatal: true, message: 'Parsing error: unexpected token' })]),
];
const report = reportOf(results, context);
const pages = {
  full: render(report, trendOf(report, results.slice(3, 9), context, 'baseline.json')),
  empty: scorecard([result('a.ts', 10)], context),
  hostile: scorecard(hostileResults, hostileContext),
};

interface Violation { id: string; nodes: { target: string[]; failureSummary: string }[] }

describe.skipIf(!chromium)('the scorecard in Chromium', () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await launch(chromium);
    for (const [name, text] of Object.entries(pages)) writeFileSync(path.join(directory, `${name}.html`), text);
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function open(name: keyof typeof pages, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
    page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    problems.length = 0;
    page.on('console', (said) => problems.push(said.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:file|data):/u.test(request.url())) problems.push(`asks for ${request.url()}`);
    });
    await page.goto(pathToFileURL(path.join(directory, `${name}.html`)).href);
  }

  it.each((['full', 'empty'] as const).flatMap((name) => (['light', 'dark'] as const).flatMap((scheme) => [1280, 400].map((width) => ({ name, scheme, width })))))('is accessible: $name, $scheme, $width px', async ({ name, scheme, width }) => {
    await open(name, width, scheme);
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(scheme === 'light' ? 'rgb(244, 246, 248)' : 'rgb(15, 19, 24)');
    expect(await page.evaluate('document.documentElement.scrollWidth'), 'wider than the window').toBe(width);
    await page.evaluate(axe);
    const { violations, passes } = (await page.evaluate('axe.run()')) as { violations: Violation[]; passes: unknown[] };
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`))).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
    expect(problems).toEqual([]);
  });

  it('finds, opens and closes findings by keyboard', async () => {
    await open('full');
    const shown = () => page.locator('.finding:visible').count();
    expect(await shown()).toBe(0);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await shown()).toBe(6);
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('area3/ no-per-call');
    expect(await shown()).toBe(1);
    expect(await page.getByRole('status').textContent()).toBe('1 of 22 findings');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Close all');
    await page.keyboard.press('Space');
    expect(await shown()).toBe(0);
    await page.getByRole('link', { name: 'Event-Driven Architecture' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#principle-P011 .finding').first().waitFor({ state: 'visible' });
    expect(await shown()).toBe(6);
  });

  it('prints every finding, without what only works on a screen', async () => {
    await open('full', 1280, 'dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('.finding:visible').count()).toBe(22);
    expect(await page.locator('nav:visible, .tools:visible').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.evaluate('document.querySelectorAll("details[open]").length')).toBe(0);
  });

  it('runs nothing that a hostile project wrote', async () => {
    await open('hostile');
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(await page.locator('img, main script, b, i').count()).toBe(0);
    expect(problems).toEqual([]);
    // The policy of the page stands behind the escaping.
    await page.evaluate('document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\'hacked = 1\'>")');
    await page.waitForTimeout(50);
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(problems.join()).toContain('Content Security Policy');
  });

  it('shows all without its script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(pathToFileURL(path.join(directory, 'full.html')).href);
    expect(await page.locator('.tools:visible').count()).toBe(0);
    await page.locator('summary').first().click();
    expect(await page.locator('.finding:visible').count()).toBe(6);
    await context.close();
  });
});
