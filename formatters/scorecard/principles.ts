import { principles, type PrincipleId } from '../../src/principles.js';
import type { Report } from '../report.js';
import { byTier, type PrincipleFigures, type TierFigures } from '../summary.js';
import type { Trend } from '../trend.js';
import { decimal, plural, scoreText, signed, whole } from '../words.js';
import { band, bar } from './drawings.js';
import { html, type Content, type Html } from './html.js';

/** The id where it is a number of the specification, and the title. */
export function titled(id: PrincipleId): Html {
  return html`${number(id)}${principles[id].title}`;
}

function number(id: PrincipleId): Content {
  return /^P\d/u.test(id) && html`<span class="id">${id}</span> `;
}

/** The second card: each principle with findings, by tier. */
export function principleTables(report: Report, trend: Trend | undefined): Html {
  return html`<section class="card" aria-labelledby="principles-title" id="principles">
<h2 id="principles-title">Principles by tier</h2>
${trend && html`<p class="note">The line in a bar is the score of the baseline.</p>`}
${byTier(report).map((tier) => tierTable(tier, report, trend))}
</section>`;
}

function tierTable(tier: TierFigures, report: Report, trend: Trend | undefined): Html {
  const name = tier.tier.toUpperCase();
  return html`<div class="tier">
<header><h3>${name}</h3><span class="soft">${plural(tier.findings.length, 'finding')}</span><span class="value ${band(tier.score)}">${scoreText(tier.score)}</span></header>
${tier.principles.length > 0 && html`<table aria-label="${name} principles with findings">
<thead><tr><th scope="col">Principle</th><th scope="col" colspan="2">Score</th>${trend && html`<th scope="col" class="number">Change</th>`}<th scope="col" class="number">Findings</th><th scope="col" class="number">Per 1,000 lines</th><th scope="col" class="number">Suppressed</th></tr></thead>
<tbody>${tier.principles.map((principle) => row(principle, trend))}</tbody></table>`}
${clean(tier, report)}
</div>`;
}

function row({ id, score, findings, density, suppressed }: PrincipleFigures, trend: Trend | undefined): Html {
  const before = trend?.principles.get(id)?.score;
  return html`<tr><th scope="row">${number(id)}<a href="#principle-${id}">${principles[id].title}</a></th><td class="bar">${bar(score, before)}</td><td class="number score ${band(score)}">${scoreText(score)}</td>${trend && html`<td class="number" data-label="Change">${before === undefined || score === undefined ? '–' : signed(score - before)}</td>`}<td class="number" data-label="Findings">${whole(findings.length)}</td><td class="number" data-label="Per 1,000 lines">${decimal(density)}</td><td class="number" data-label="Suppressed">${whole(suppressed)}</td></tr>
`;
}

function clean({ clean: ids, off }: TierFigures, report: Report): Content {
  const kept = ids.filter((id) => !off.includes(id));
  const list = (some: readonly PrincipleId[]): Content => some.map((id, index) => html`${index > 0 && ', '}${principles[id].title}`);
  return [
    kept.length > 0 && html`<p class="note">No findings: ${list(kept)}.${!report.ran && ' (Results do not tell which rules were on; those of <code>--stats</code> do.)'}</p>`,
    off.length > 0 && html`<p class="note">No rule ran: ${list(off)}.</p>`,
  ];
}
