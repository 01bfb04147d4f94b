import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Preset } from '../../src/configs.js';
import { docsIndex, guidePages } from '../../tools/gen/docs-index.js';
import { principlesPage, readmeTable, ruleIndex } from '../../tools/gen/indexes.js';
import { replacePart, wrapPart } from '../../tools/gen/markers.js';
import { updatePage } from '../../tools/gen/rule-page.js';
import { fixSafetyPage } from '../../tools/gen/fix-safety-page.js';
import { precisionPage, wilson } from '../../tools/gen/precision-page.js';
import { principleFile, principlePage } from '../../tools/gen/principle-pages.js';
import { rulesModule } from '../../tools/gen/rules.js';
import { headingSlug } from '../../tools/gen/slug.js';
import { fakeRule } from './fake-rules.js';

const rule = fakeRule('no-bad', { bad: 'Bad.' }, () => {}, {
  allow: { description: 'Names | to leave alone.', type: 'array', items: { type: 'string' }, default: [] },
  mode: { description: 'How.', type: 'string', enum: ['all', 'some'], default: 'some' },
});
const documented = { rule: { ...rule, definition: { ...rule.definition, strict: { mode: 'all' } } }, folder: 'p012-singleton' };
const presets: Preset[] = [
  { name: 'recommended', rules: { 'no-bad': 'warn' } },
  { name: 'critical', rules: { 'no-other': 'error' } },
  { name: 'strict', rules: { 'no-bad': ['error', { mode: 'all' }] } },
];

describe('a rule page', () => {
  const written = '# whatever\n\nWhy.\n\n## Bad\n\n## Options\n\n## Limits\n\nNone.\n';
  const page = updatePage(written, documented, presets);

  it('gets the header, the options and the links where an author left them out', () => {
    expect(page).toBe(`<!-- generated: header (npm run gen) -->
# no-bad

Disallow no-bad.

- Principle: [P012 Singleton Pattern for Expensive Resources](../principles.md#p012-singleton-pattern-for-expensive-resources), HIGH
- 🔧 \`eslint --fix\` mends what it can mend without changing results
- Presets: \`recommended\` (warn), \`strict\` (error)
<!-- end: header -->

Why.

## Bad

## Options

<!-- generated: options (npm run gen) -->
| Option | Type | Default | In \`strict\` | Description |
| --- | --- | --- | --- | --- |
| \`allow\` | string[] | \`[]\` |  | Names \\| to leave alone. |
| \`mode\` | \`"all"\` or \`"some"\` | \`"some"\` | \`"all"\` | How. |
<!-- end: options -->

## Limits

None.

<!-- generated: footer (npm run gen) -->
[Rule source](../../src/rules/p012-singleton/no-bad.ts) · [Tests](../../tests/rules/no-bad.test.ts)
<!-- end: footer -->
`);
  });

  it('does not change when it is up to date', () => {
    expect(updatePage(page, documented, presets)).toBe(page);
  });

  it('follows a change of the rule and keeps the prose', () => {
    const changed = updatePage(page, documented, [{ name: 'all', rules: { 'no-bad': 'error' } }]);
    expect(changed).toContain('- Presets: `all` (error)\n');
    expect(changed).toContain('Why.');
    expect(changed).not.toContain('recommended');
  });

  it('says that a rule has no options, and that it waits for the precision gate', () => {
    const bare = { ...documented, rule: { ...rule, definition: { ...rule.definition, options: {}, presets: false } } };
    const text = updatePage(written, bare, presets);
    expect(text).toContain('This rule has no options.');
    expect(text).toContain('has not passed the precision gate');
  });
});

it('replaces a generated part and nothing else', () => {
  const text = `a\n${wrapPart('x', 'old')}\nb`;
  expect(replacePart(text, 'x', 'new')).toBe(`a\n${wrapPart('x', 'new')}\nb`);
  expect(replacePart(text, 'y', 'new')).toBeUndefined();
});

it('lists rules by principle', () => {
  expect(readmeTable([documented])).toContain('| [P012 Singleton Pattern for Expensive Resources](docs/principles/p012.md) | HIGH | [no-bad](docs/rules/no-bad.md) 🔧 |');
  expect(ruleIndex([documented], presets)).toContain('## P012 Singleton Pattern for Expensive Resources');
  expect(ruleIndex([documented], presets)).not.toContain('P011');
  expect(principlesPage([documented])).toMatch(/## P012 [^]*Rules: \[no-bad\]\(rules\/no-bad\.md\)\.\n\n## P013 [^]*No rule yet\./u);
});

describe('the page of a principle', () => {
  const rulePage = [
    '# no-bad', '', 'Why.', '', '## Bad', '', '```ts title="src/db.ts" context', 'export const db = 1;', '```', '',
    '```ts title="src/a.ts" also="x"', 'bad();', '```', '', 'Fixed:', '', '```ts', 'good();', '```', '', '## Good', '', '```js', 'best();', '```', '', '```js', 'other();', '```', '',
  ].join('\n');

  it('says what and why, and shows the first defect and the first sound form of each rule', () => {
    const text = principlePage('P012', [documented], [...presets, { name: 'p012', rules: {} }], () => rulePage);
    expect(text).toMatch(/^<!-- Written by `npm run gen`\. Do not edit\. -->\n\n# P012 Singleton Pattern for Expensive Resources\n\nWhat is dear to build[^\n]*\n\nTier: HIGH\. Its rules of code alone: the preset `p012`\. [^]*\n## Why\n\nConnections, /u);
    expect(text).toContain('| [no-bad](../rules/no-bad.md) | Disallow no-bad | 🔧 |');
    expect(text).toContain('### no-bad\n\nBad:\n\n```ts title="src/a.ts"\nbad();\n```\n\nGood:\n\n```js\nbest();\n```\n\nMore on the page of [no-bad](../rules/no-bad.md).\n');
    expect(text).not.toMatch(/good\(\)|other\(\)|const db/u);
  });

  it('is there without rules, and then names no preset', () => {
    const text = principlePage('sharding', [documented], presets, () => rulePage);
    expect(text).toContain('## Rules\n\nNo rule yet.\n');
    expect(text).not.toMatch(/## Examples|preset/u);
  });

  it('is linked from the index', () => {
    expect(principleFile('P012')).toBe('principles/p012.md');
    const index = principlesPage([documented]);
    expect(index).toContain(' [Examples](principles/p012.md)\n');
    expect(index).toContain(' [More](principles/sharding.md)\n');
  });
});

it('lists the guides by the way of a reader, and the figures there are', () => {
  const docs = mkdtempSync(path.join(tmpdir(), 'archprinciples-index-'));
  try {
    mkdirSync(path.join(docs, 'guides'));
    for (const file of ['guides/zebra.md', 'guides/agents.md', 'guides/start.md', 'performance.md']) writeFileSync(path.join(docs, file), `Text.\n\n# About ${path.basename(file, '.md')}\n`);
    expect(guidePages(docs)).toEqual(['guides/start.md', 'guides/agents.md', 'guides/zebra.md']);
    const { guides, figures } = docsIndex(docs);
    expect(guides).toMatch(/^- \[About start\]\(guides\/start\.md\): install[^\n]*\n- \[About agents\][^\n]*\n- \[About zebra\]\(guides\/zebra\.md\)$/u);
    expect(figures).toBe('- [About performance](performance.md): what linting costs');
  } finally {
    rmSync(docs, { recursive: true });
  }
});

it('writes the list of rules', () => {
  expect(rulesModule([{ name: 'no-x-y', folder: 'p012-singleton' }])).toBe(`// Written by \`npm run gen\`. Do not edit.
import noXY from '../rules/p012-singleton/no-x-y.js';

export const rules = {
  'no-x-y': noXY,
};
`);
});

it.each([
  ['When not to use it', 'when-not-to-use-it'],
  ['P012 Singleton `x.y()`', 'p012-singleton-xy'],
  ['[Rules](a.md), and more', 'rules-and-more'],
])('anchors %s as GitHub does', (heading, slug) => expect(headingSlug(heading)).toBe(slug));

describe('the precision page', () => {
  const judgement = { repo: 'shop', commit: 'c0ffee', rule: 'no-bad', file: 'a.ts', line: 1, verdict: 'right', reason: 'It is bad.' } as const;
  const repositories = { shop: { repository: 'acme/shop', commit: 'c0ffee' }, unused: { repository: 'acme/unused', commit: 'c0ffee' } };

  it('counts what is reported, and what was mended', () => {
    const text = precisionPage([documented], presets, [judgement, { ...judgement, line: 2 }, { ...judgement, line: 3, verdict: 'wrong', reason: 'It is | fine.' }, { ...judgement, line: 4, verdict: 'wrong', found: false }], repositories);
    expect(text).toContain('| [no-bad](rules/no-bad.md) | 3 | 2 | 1 | 66.7 % | 20.8 % to 93.9 % | 1 | yes |');
    expect(text).toContain('| [no-bad](rules/no-bad.md) | shop/a.ts:3 | It is \\| fine. |');
    expect(text).not.toContain('shop/a.ts:4');
    expect(text).toContain('| [acme/shop](https://github.com/acme/shop) | `c0ffee` | 4 |');
    expect(text).not.toContain('acme/unused');
    expect(text).toContain('below that line since later findings were judged: [no-bad](rules/no-bad.md).');
    expect(precisionPage([documented], presets, [judgement], repositories)).not.toContain('below that line');
  });

  it('says where a rule rests on its tests', () => {
    expect(precisionPage([documented], presets, [{ ...judgement, draw: 1 }, { ...judgement, line: 2, draw: 2 }, { ...judgement, line: 3, draw: 2, verdict: 'wrong' }, { ...judgement, line: 4 }], repositories))
      .toContain('| Rule | Draw 1 | Draw 2 |\n| --- | --- | --- |\n| [no-bad](rules/no-bad.md) | 1 of 1 | 1 of 2 |\n| all | 1 of 1 | 1 of 2 |');
    expect(precisionPage([documented], [], [], repositories)).toContain('| [no-bad](rules/no-bad.md) | 0 |  |  | tests only |  | 0 | no |');
  });

  it.each([[10, 10, 0.722, 1], [0, 10, 0, 0.278], [19, 20, 0.764, 0.991]])('has Wilson\'s interval: %i of %i', (hits, count, low, high) => {
    const interval = wilson(hits, count);
    expect(interval[0]).toBeCloseTo(low, 3);
    expect(interval[1]).toBeCloseTo(high, 3);
  });
});

it('the fix safety page shows what was edited, and names what was not', () => {
  const text = fixSafetyPage([
    { repo: 'shop', commit: 'c0ffee', suggestions: true, changed: 3, broken: 0, unstable: 0, typeErrors: [5, 6], tests: { before: { passed: 7, failed: 0 }, after: { passed: 6, failed: 1 } } },
    { repo: 'idle', suggestions: false, changed: 0, broken: 0, unstable: 0 },
  ], { shop: { repository: 'acme/shop', commit: 'c0ffee' } }, { shop: { afterwards: 'they count calls' } });
  expect(text).toContain('Why tests of shop fail afterwards: they count calls.');
  expect(text).toContain('| [shop](https://github.com/acme/shop) | fixes and suggestions | 3 | 0 | 0 | 5 → 6 | 7 → 6 | 0 → 1 |');
  expect(text).toContain('Nothing to edit: idle.');
});
