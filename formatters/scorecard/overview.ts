import type { Report } from '../report.js';
import { fewestLines, formula, weights } from '../score.js';
import { figuresOf } from '../summary.js';
import type { NoTrend, Trend } from '../trend.js';
import { decimal, plural, scoreText, signed, whole } from '../words.js';
import { ring } from './drawings.js';
import { html, type Content, type Html } from './html.js';

/** The first card: the score with its formula, and what it was made from. */
export function overview(report: Report, trend: Trend | NoTrend | undefined): Html {
  const figures = figuresOf(report.findings, report.lines);
  const errors = report.findings.filter(({ error }) => error).length;
  const fixes = report.findings.filter(({ edit }) => edit === 'fix').length;
  return html`<section class="card" aria-labelledby="overview-title" id="overview">
<h2 id="overview-title">Overview</h2>
<div class="top">${ring(figures.score)}
<dl class="facts">
${fact('Findings', whole(report.findings.length), `${plural(errors, 'error')}, ${plural(report.findings.length - errors, 'warning')}`)}
${fact('Per 1,000 lines', decimal(figures.density), `${whole(report.lines)} lines`)}
${fact('Files with findings', whole(report.files.filter(({ findings }) => findings.length > 0).length), `of ${whole(report.files.length)}`)}
${fact('Mended by --fix', whole(fixes), 'the rest needs a person')}
${fact('Suppressed', whole(report.suppressed.length), 'by comments or in bulk')}
${trend && 'earlier' in trend && fact('Since baseline', trend.earlier.score === undefined || figures.score === undefined ? '–' : `${signed(figures.score - trend.earlier.score)}`, `${whole(trend.added.size)} new, ${whole(trend.gone)} gone`)}
</dl></div>
<div class="formula"><p><code>${formula}</code></p>
<p class="note">A finding of a CRITICAL principle is ${weights.critical} points, of a HIGH one ${weights.high}, of a MEDIUM one ${weights.medium}, whether it is an error or a warning. One point in 1,000 lines halves the score. Principles, tiers and the whole are scored alike, against all lines; fewer than ${whole(fewestLines)} lines count as ${whole(fewestLines)}. Suppressed findings do not count.</p>
<ul class="note">${notes(report, trend)}</ul></div>
</section>`;
}

function fact(name: string, value: string, more: string): Html {
  return html`<div><dt>${name}</dt><dd>${value}<small>${more}</small></dd></div>
`;
}

/** What a reader must know to trust the figures. */
function notes(report: Report, trend: Trend | NoTrend | undefined): Content {
  const others = [...report.others].sort((a, b) => b[1] - a[1]);
  return [
    html`<li>Lines are those of the ${plural(report.files.length - report.unreadFiles, 'linted file')} whose text was at hand, blank lines and comments included${report.unreadFiles > 0 && `; ${plural(report.unreadFiles, 'file')} could not be read and ${report.unreadFiles === 1 ? 'is' : 'are'} left out`}.</li>`,
    others.length > 0 && html`<li>Not shown: ${plural(others.reduce((sum, [, count]) => sum + count, 0), 'finding')} of other rules (${others.map(([plugin, count]) => `${plugin} ${whole(count)}`).join(', ')}).</li>`,
    report.broken.length > 0 && html`<li><strong>${plural(report.broken.length, 'file')} could not be parsed</strong>, so no rule has seen ${report.broken.length === 1 ? 'it' : 'them'}: ${report.broken.slice(0, 10).map(({ file, line, message }, index) => html`${index > 0 && '; '}<code>${file}:${line}</code> ${message}`)}${report.broken.length > 10 && `; and ${report.broken.length - 10} more`}</li>`,
    trend && 'earlier' in trend && html`<li>The baseline <code>${trend.file}</code> had ${plural(trend.earlier.findings, 'finding')} in ${plural(trend.earlier.lines, 'line')} and a score of ${scoreText(trend.earlier.score)}. Saved results do not hold the text of files without findings: their lines are those of today.</li>`,
    trend && 'problem' in trend && html`<li><strong>No trend</strong>: the baseline <code>${trend.file}</code> could not be used, since ${trend.problem}.</li>`,
  ];
}
