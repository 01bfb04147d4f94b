import { principles } from '../../src/principles.js';
import { heatMap, heatSteps, type Cell } from '../heat-map.js';
import type { Report } from '../report.js';
import { perThousand } from '../score.js';
import { byTier, groupBy, worstFiles } from '../summary.js';
import { decimal, plural, whole } from '../words.js';
import { html, type Content, type Html } from './html.js';
import { titled } from './principles.js';

const mostFiles = 15;

/** The third card: findings by folder and principle. */
export function folders(report: Report): Content {
  const ids = byTier(report).flatMap((tier) => tier.principles.map(({ id }) => id));
  const map = heatMap(report, ids);
  if (map.rows.length === 0) return undefined;
  return html`<section class="card" aria-labelledby="folders-title" id="folders">
<h2 id="folders-title">Folders and principles</h2>
<p class="note">Findings in each folder; the colour is their number per 1,000 lines of the folder.${map.cleanFolders > 0 && ` ${plural(map.cleanFolders, 'folder')} without findings ${map.cleanFolders === 1 ? 'is' : 'are'} left out.`}</p>
<div class="scroll" role="region" aria-label="Table of folders" tabindex="0"><table class="heat">
<thead><tr><th scope="col">Folder</th>${ids.map((id) => html`<th scope="col">${titled(id)}</th>`)}</tr></thead>
<tbody>${map.rows.map(({ folder, lines, cells }) => html`<tr><th scope="row"><code>${folder}</code> <span class="id">${whole(lines)} lines</span></th>${cells.map((cell, index) => heatCell(cell, principles[ids[index]!].title))}</tr>
`)}</tbody></table></div>
<ul class="key" aria-label="Colours: findings per 1,000 lines">${[0, ...heatSteps].map((from, index) => html`<li><span class="h${index + 1}">${label(from, heatSteps[index])}</span></li>`)}<li>per 1,000 lines</li></ul>
</section>`;
}

function label(from: number, to: number | undefined): string {
  return to === undefined ? `${from} and more` : from === 0 ? `below ${to}` : `${from} to ${to}`;
}

function heatCell({ count, density, heat }: Cell, title: string): Html {
  return html`<td><span class="h${heat}" title="${title}: ${plural(count, 'finding')}, ${decimal(density)} per 1,000 lines">${count === 0 ? '·' : whole(count)}</span></td>`;
}

/** The fourth card: where to begin. */
export function files(report: Report): Content {
  const worst = worstFiles(report, mostFiles);
  if (worst.length === 0) return undefined;
  const all = report.files.filter(({ findings }) => findings.length > 0).length;
  return html`<section class="card" aria-labelledby="files-title" id="files">
<h2 id="files-title">Worst files</h2>
<p class="note">${worst.length < all ? `The ${worst.length} files with most points, of ${whole(all)} with findings.` : 'Files with findings, those with most points first.'}</p>
<div class="scroll" role="region" aria-label="Table of files" tabindex="0"><table class="files">
<thead><tr><th scope="col">File</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Lines</th><th scope="col" class="number">Per 1,000 lines</th><th scope="col">Rules</th></tr></thead>
<tbody>${worst.map(({ file, lines, findings }) => html`<tr><th scope="row"><code>${file}</code></th><td class="number">${whole(findings.length)}</td><td class="number">${lines === undefined ? '–' : whole(lines)}</td><td class="number">${decimal(perThousand(findings.length, lines ?? 0))}</td><td><ul class="chips">${[...groupBy(findings, ({ rule }) => rule.name)].map(([name, some]) => html`<li>${name}${some.length > 1 && ` × ${some.length}`}</li>`)}</ul></td></tr>
`)}</tbody></table></div>
</section>`;
}
