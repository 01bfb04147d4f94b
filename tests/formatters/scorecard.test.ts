import { describe, expect, it } from 'vitest';
import scorecard from '../../formatters/scorecard.js';
import { escape, html } from '../../formatters/scorecard/html.js';
import { hostile, hostileContext, hostileResults } from './hostile.js';
import { context, message, result, rules } from './results.js';

describe('escaping', () => {
  it('is what templates do unless told', () => {
    expect(html`<a title="${'"><b>'}">${['<i>', html`<br>`, false, undefined, 0]}</a>`.text).toBe('<a title="&quot;&gt;&lt;b&gt;">&lt;i&gt;<br>0</a>');
  });

  it('shows what would reorder or end text', () => {
    expect(escape('a\u202Eb\u0000\u2066\tc\n')).toBe('a[U+202E]b[U+0000][U+2066]\tc\n');
  });
});

describe('the scorecard', () => {
  const page = scorecard([
    result('src/a.ts', 1500, [message(rules.critical, 3, { severity: 1, message: '`hashSync()` blocks.' }), message('no-var')]),
    result('src/b.ts', 500, [message(rules.high, 7, { suggestions: [{ desc: 'x', fix: { range: [0, 0], text: '' } }] })], { suppressedMessages: [message(rules.high, 9)] }),
    { filePath: '/shop/gone.ts', messages: [] },
    result('broken.ts', 0, [message(null, 1, { fatal: true, message: 'Parsing error' })]),
  ], context);

  it.each([
    ['the score', 'aria-label="Score: 40 of 100"'],
    ['the formula', '<code>score = 100 / (1 + p), where p = points per 1,000 lines</code>'],
    ['the weights', 'A finding of a CRITICAL principle is 2 points, of a HIGH one 1, of a MEDIUM one 0.5'],
    ['findings per 1,000 lines', '<dt>Per 1,000 lines</dt><dd>1.0<small>2,000 lines</small></dd>'],
    ['suppressed findings', '<dt>Suppressed</dt><dd>1<small>'],
    ['findings of other plugins', 'Not shown: 1 finding of other rules (ESLint 1).'],
    ['files that are gone', '; 1 file could not be read and is left out.'],
    ['files that do not parse', '<strong>1 file could not be parsed</strong>, so no rule has seen it: <code>broken.ts:1</code> Parsing error'],
    ['the heat map', '<td><span class="h1" title="Event-Driven Architecture: 1 finding, 0.5 per 1,000 lines">1</span></td>'],
    ['the worst files', '<th scope="row"><code>src/a.ts</code></th><td class="number">1</td><td class="number">1,500</td><td class="number">0.7</td>'],
    ['the reason', 'One thread serves every request of a Node process.'],
    ['the message', '<p><code>hashSync()</code> blocks.</p>'],
    ['the place and severity', '<code>src/a.ts:3:1</code><span class="tag warning">warning</span>'],
    ['what mends it', '<span class="tag edit">has a suggestion</span>'],
    ['the code', '<span class="line hit"><span class="at">3</span><span class="code"><mark>c</mark>ode();</span></span>'],
    ['the docs', '/docs/rules/no-blocking-handler.md">About no-blocking-handler'],
    ['principles without findings', 'No findings: '],
  ])('shows %s', (_name, text) => {
    expect(page).toContain(text);
  });

  it('loads nothing', () => {
    expect(page).not.toMatch(/<(?:link|iframe|img|object|embed)\b|\ssrc=|@import|url\(|\sstyle=|\son\w+=/u);
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;;/u);
  });

  it('is the same each time', () => {
    const results = [result('a.ts', 5, [message(rules.high)])];
    expect(scorecard(results, context)).toBe(scorecard(results, context));
  });

  it('has something to say without findings and without files', () => {
    expect(scorecard([result('a.ts', 5)], context)).toContain('<p>Nothing was found.</p>');
    expect(scorecard([], context)).toContain('aria-label="Score: – of 100"');
  });

  it('makes no markup of a hostile project', () => {
    const clean = scorecard([result('a.ts', 1)], context);
    const hacked = scorecard(hostileResults, hostileContext);
    const count = (text: string, tag: string): number => text.split(tag).length - 1;
    for (const tag of ['<script', '</script', '<style', '</style']) expect(count(hacked, tag), tag).toBe(count(clean, tag));
    expect(hacked).not.toMatch(/<(?:img|b|i)[\s>]/u);
    expect(hacked).not.toContain(hostile);
    expect(hacked).not.toMatch(/[\u0000\u202E]/u);
  });
});
