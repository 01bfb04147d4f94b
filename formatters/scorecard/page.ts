import { createHash } from 'node:crypto';
import type { Report } from '../report.js';
import { pluginName, pluginVersion } from '../rules.js';
import { figuresOf } from '../summary.js';
import type { NoTrend, Trend } from '../trend.js';
import { plural, scoreText } from '../words.js';
import { files, folders } from './folders.js';
import { findingList } from './findings.js';
import { Html, html } from './html.js';
import { overview } from './overview.js';
import { principleTables } from './principles.js';
import { script } from './script.js';
import { styles } from './styles.js';

/**
 * The page may run its own script and nothing else, and load nothing: should a text ever slip through the escaping, the browser
 * refuses to act on it.
 */
const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src '${hash(styles)}'; script-src '${hash(script)}'`;

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The whole scorecard, one file that needs no network. */
export function page(report: Report, trend: Trend | NoTrend | undefined): string {
  const compared = trend && 'earlier' in trend ? trend : undefined;
  const { score } = figuresOf(report.findings, report.lines);
  return `<!doctype html>\n${html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Architecture scorecard: ${scoreText(score)} of 100, ${plural(report.findings.length, 'finding')}</title>
<style>${new Html(styles)}</style>
</head>
<body>
<a class="skip" href="#overview">Skip to the overview</a>
<div class="wrap">
<header>
<h1>Architecture scorecard</h1>
<p class="soft">${plural(report.findings.length, 'finding')} in ${plural(report.files.length, 'file')} by the rules of ${pluginName} ${pluginVersion}</p>
<nav aria-label="Sections"><ul><li><a href="#principles">Principles</a></li>${report.findings.length > 0 && html`<li><a href="#folders">Folders</a></li><li><a href="#files">Worst files</a></li>`}<li><a href="#findings">Findings</a></li></ul></nav>
</header>
<main>
${overview(report, trend)}
${principleTables(report, compared)}
${folders(report)}
${files(report)}
${findingList(report, compared)}
</main>
<footer>Made by the scorecard formatter of ${pluginName} ${pluginVersion}.</footer>
</div>
<script>${new Html(script)}</script>
</body>
</html>`.text}\n`;
}
