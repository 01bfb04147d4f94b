import { scoreText } from '../words.js';
import { html, type Html } from './html.js';

/** Which of the three colours a score has. */
export function band(score: number | undefined): 'good' | 'fair' | 'poor' | 'none' {
  return score === undefined ? 'none' : score >= 80 ? 'good' : score >= 50 ? 'fair' : 'poor';
}

/** The score of everything, as a ring. */
export function ring(score: number | undefined): Html {
  const circumference = 2 * Math.PI * 52;
  const filled = (circumference * (score ?? 0)) / 100;
  return html`<svg class="ring" viewBox="0 0 128 128" role="img" aria-label="Score: ${scoreText(score)} of 100">
<circle cx="64" cy="64" r="52"/>${(score ?? 0) > 0 && html`<circle class="arc ${band(score)}" cx="64" cy="64" r="52" stroke-dasharray="${filled.toFixed(1)} ${circumference.toFixed(1)}" transform="rotate(-90 64 64)"/>`}
<text x="64" y="72" text-anchor="middle" font-size="36">${scoreText(score)}</text><text class="of" x="64" y="90" text-anchor="middle" font-size="12">of 100</text></svg>`;
}

/** A score as a bar, with a line where it stood before. The number beside it says the same. */
export function bar(score: number | undefined, before?: number): Html {
  return html`<svg class="bar ${band(score)}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10" rx="2"/><rect class="fill" width="${score ?? 0}" height="10" rx="2"/>${before !== undefined && html`<line class="before" x1="${before}" x2="${before}" y1="0" y2="10" vector-effect="non-scaling-stroke"/>`}</svg>`;
}
