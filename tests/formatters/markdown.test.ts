import MarkdownIt from 'markdown-it';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import markdown, { mostBytes } from '../../formatters/markdown.js';
import { code, prose } from '../../formatters/markdown-text.js';
import { baselineVariable } from '../../formatters/trend.js';
import { hostile, hostileContext, hostileResults } from './hostile.js';
import { context, message, result, rules } from './results.js';

const renderer = new MarkdownIt({ html: true, linkify: true });
afterEach(() => vi.unstubAllEnvs());

/** What a reader sees of some Markdown. */
function seen(text: string): string {
  return renderer.render(text).replace(/<[^>]*>/gu, '').replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&amp;/gu, '&').trim();
}

describe('the Markdown report', () => {
  it('has a table by principle and the findings by rule', () => {
    const text = markdown([
      result('src/a.ts', 1500, [message(rules.critical, 3, { message: '`hashSync()` blocks (P011).', fix: { range: [0, 0], text: '' } }), message('no-var')]),
      result('src/b.ts', 500, [message(rules.high, 7, { severity: 1 })], { suppressedMessages: [message(rules.high, 9)] }),
    ], context);
    expect(text.split('\n').slice(0, 9)).toEqual([
      '## Architecture: 2 findings',
      '',
      'Score **40** of 100 · 1 error, 1 warning · 1.0 per 1,000 lines · 1 suppressed',
      '',
      '| Principle | Tier | Score | Findings | Per 1,000 lines |',
      '| --- | --- | ---: | ---: | ---: |',
      '| P011 Event-Driven Architecture | CRITICAL | 50 | 1 | 0.5 |',
      '| P012 Singleton Pattern for Expensive Resources | HIGH | 67 | 1 | 0.5 |',
      '',
    ]);
    expect(text).toContain('\n- `src/a.ts:3` `hashSync()` blocks (P011). _(`--fix` mends it)_\n');
    expect(text).toMatch(/\n\*\*\[no-per-call-client\]\(https:\/\/github\.com\/\S+\/docs\/rules\/no-per-call-client\.md\)\*\* /u);
    expect(text).toContain('_1 finding of other rules not shown._');
  });

  it('is short without findings', () => {
    expect(markdown([result('a.ts', 10)], context)).toBe('## Architecture: no findings\n\nScore **100** of 100 · 0 errors, 0 warnings · 0 per 1,000 lines\n\n');
  });

  it('names files that do not parse', () => {
    expect(markdown([result('a.ts', 10, [message(null, 4, { fatal: true })])], context)).toContain('**1 file could not be parsed** and no rule has seen it: `a.ts:4`.');
  });

  it('fits into a comment and says what it left out', () => {
    const many = Array.from({ length: 3000 }, (_, index) => result(`src/${'ä'.repeat(20)}${index}.ts`, 10, [message(index % 2 ? rules.critical : rules.medium)]));
    const text = markdown(many, context);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostBytes);
    expect(Buffer.byteLength(text)).toBeGreaterThan(mostBytes * 0.95);
    const shown = text.match(/^- /gmu)!.length;
    expect(text).toContain(`_${(3000 - shown).toLocaleString('en-US')} more findings did not fit`);
    expect(text, 'the worst tier comes first').not.toContain('no-query-in-loop');
  });

  it('puts new findings first', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'archprinciples-markdown-'));
    const file = path.join(directory, 'baseline.json');
    writeFileSync(file, JSON.stringify([result('a.ts', 10, [message(rules.high)])]));
    vi.stubEnv(baselineVariable, file);
    const text = markdown([result('a.ts', 10, [message(rules.high)]), result('b.ts', 10, [message(rules.high, 2)])], context);
    rmSync(directory, { recursive: true, force: true });
    expect(text.match(/^- .*$/gmu)).toEqual([`- **new** \`b.ts:2\` Says ${rules.high}.`, `- \`a.ts:1\` Says ${rules.high}.`]);
    expect(text).toContain('| Principle | Tier | Score | Findings | Per 1,000 lines | Change | New |');
    expect(text).toContain('−17 since the baseline (1 new, 0 gone)');
  });
});

describe('text in Markdown', () => {
  it.each([
    ['plain (words), 1 #1 | 2'], ['<script>x</script> & &lt;'], ['[a](http://b) ![c](d)'], ['*a* _b_ ~~c~~ $x$'], ['`code` and `more`'], ['one ` backtick'], ['a\\*b'],
  ])('shows as it is: %s', (text) => {
    expect(seen(prose(text)).replaceAll('\u200B', '')).toBe(text.replaceAll('`', text.includes('one ') ? '`' : ''));
  });

  it.each(['a`b', '`', '``x`', 'a|b', '<b>'])('code too: %s', (text) => {
    expect(renderer.render(code(text))).toMatch(/^<p><code>[^<]*<\/code><\/p>\n$/u);
    expect(seen(code(text))).toBe(text);
  });

  it('calls nobody, links nothing and stays on its line', () => {
    const html = renderer.render(prose('@somebody fixes #12 in https://evil.example, www.evil.example\n# Heading\n- item'));
    expect(html).not.toMatch(/<a|<h1|<li/u);
    expect(html).not.toMatch(/@somebody|#12/u);
  });

  it('of a hostile project makes no markup', () => {
    const html = renderer.render(markdown(hostileResults, hostileContext));
    expect(html).not.toMatch(/<(?:script|img|b|i|style)\b/u);
    expect(html).not.toContain('\u202E');
    expect(seen(prose(hostile))).toContain('<img src=x onerror="hacked = 1">');
  });
});
