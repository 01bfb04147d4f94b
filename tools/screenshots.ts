import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import scorecard from '../formatters/scorecard.js';
import { baselineVariable } from '../formatters/trend.js';
import { findChromium, launch } from './screenshots/browser.js';
import { screenshotEditor } from './screenshots/editor.js';
import { sample } from './screenshots/sample.js';
import { root } from './shared/build.js';

/** `npm run screenshots`: the pictures of the README and the guides, from a run of the built plugin and of the site (`npm run site`). */

const images = path.join(root, 'docs/images');
const directory = mkdtempSync(path.join(tmpdir(), 'archprinciples-screenshots-'));
try {
  const before = await sample('before');
  const baseline = path.join(directory, 'baseline.json');
  writeFileSync(baseline, JSON.stringify({ results: before.results, metadata: before.context }));
  const now = await sample('now');
  process.chdir(directory);
  process.env[baselineVariable] = 'baseline.json';
  const page = path.join(directory, 'scorecard.html');
  writeFileSync(page, scorecard(now.results, now.context));

  mkdirSync(images, { recursive: true });
  const browser = await launch(findChromium());
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: 'light' });
    await tab.goto(pathToFileURL(page).href);
    await tab.screenshot({ path: path.join(images, 'scorecard.png') });
    await screenshotEditor(browser, path.join(images, 'editor.png'));
  } finally {
    await browser.close();
  }
  console.log('docs/images/scorecard.png and docs/images/editor.png are written.');
} finally {
  rmSync(directory, { recursive: true, force: true });
}
