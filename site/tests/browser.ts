import type { Browser, Page } from 'playwright-core';
import { findChromium, launch } from '../../tools/screenshots/browser.js';

export const chromiumPath = findChromium();

if (!chromiumPath) console.warn('SKIPPED: the browser tests of the site need Chromium; set CHROMIUM to its path.');

export function startBrowser(): Promise<Browser> {
  return launch(chromiumPath);
}

/** What went wrong in a page: exceptions, errors on the console, and requests to other machines. */
export interface Complaints {
  readonly errors: string[];
  readonly foreign: string[];
}

/** A new page that notes what goes wrong and reaches no other machine. */
export async function openPage(browser: Browser, options: { colorScheme?: 'dark' | 'light' } = {}): Promise<Page & { complaints: Complaints }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: options.colorScheme ?? 'light' });
  const page = await context.newPage();
  const complaints: Complaints = { errors: [], foreign: [] };
  page.on('pageerror', (error) => complaints.errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.errors.push(message.text()));
  await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/u, async (route) => {
    complaints.foreign.push(route.request().url());
    await route.abort();
  });
  return Object.assign(page, { complaints });
}
