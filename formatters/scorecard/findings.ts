import { principles, type PrincipleId } from '../../src/principles.js';
import type { FrameLine } from '../frame.js';
import type { Finding, Report } from '../report.js';
import { byTier, groupBy } from '../summary.js';
import type { Trend } from '../trend.js';
import { plural, whole } from '../words.js';
import { html, prose, type Html } from './html.js';
import { titled } from './principles.js';

/** The last card: every finding with its code, below the reason for its principle. */
export function findingList(report: Report, trend: Trend | undefined): Html {
  const found = byTier(report).flatMap((tier) => tier.principles);
  return html`<section class="card" aria-labelledby="findings-title" id="findings">
<h2 id="findings-title">Findings</h2>
${found.length === 0 && html`<p>Nothing was found.</p>`}
${found.length > 0 && html`<div class="tools" hidden><label>Search in rules, files and messages <input type="search" autocomplete="off"></label><button type="button">Open all</button><p class="note" role="status"></p></div>`}
${found.map(({ id, findings }) => principleFindings(id, findings, trend))}
</section>`;
}

function principleFindings(id: PrincipleId, findings: readonly Finding[], trend: Trend | undefined): Html {
  const { tier, why } = principles[id];
  return html`<div class="principle" id="principle-${id}">
<h3>${titled(id)} <span class="tag edit">${tier.toUpperCase()}</span></h3>
<p class="why soft">${why}</p>
${[...groupBy(findings, ({ rule }) => rule.id)].map(([, some]) => ruleFindings(some, trend))}
</div>`;
}

function ruleFindings(findings: readonly Finding[], trend: Trend | undefined): Html {
  const { rule } = findings[0]!;
  return html`<details><summary><span class="name">${rule.name}</span> <span class="about">${rule.description}</span> <span class="count">${plural(findings.length, 'finding')}</span></summary>
<div class="rule">${rule.url && html`<p><a href="${rule.url}">About ${rule.name}: examples, options, limits</a></p>`}
${findings.map((finding) => one(finding, trend))}</div></details>
`;
}

function one(finding: Finding, trend: Trend | undefined): Html {
  const { rule, file, line, column, message, error, edit, frame } = finding;
  return html`<article class="finding" data-about="${rule.id} ${finding.principle}"><div class="place"><code>${file}:${line}:${column}</code><span class="tag ${error ? 'error' : 'warning'}">${error ? 'error' : 'warning'}</span>${edit && html`<span class="tag edit">${edit === 'fix' ? 'has a fix' : 'has a suggestion'}</span>`}${trend?.added.has(finding) && html`<span class="tag new">new</span>`}</div>
<p>${prose(message)}</p>
${frame.length > 0 ? html`<div class="frame">${frame.map((shown) => codeLine(shown, line))}</div>` : html`<p class="note">Line ${whole(line)}; the code is not at hand.</p>`}</article>
`;
}

function codeLine({ number, before, marked, after }: FrameLine, line: number): Html {
  return html`<span class="line${number === line && ' hit'}"><span class="at">${number}</span><span class="code">${before}${marked !== '' && html`<mark>${marked}</mark>`}${after}</span></span>`;
}
