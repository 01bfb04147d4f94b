import { describe, expect, it } from 'vitest';
import { isCode, lintBlock } from './lint-block.js';
import { leadProse, readPage, sectionProse, type Block } from './page.js';

const page = [
  '<!-- generated: header (npm run gen) -->', '# rule', '', 'Facts.', '<!-- end: header -->', '', 'Why it matters.', '',
  '## Bad', '', 'Like this:', '',
  '```ts title="src/a.ts" also="other-rule third" settings={"agents":["ask me"]}', '## not a heading', '```', '',
  'Fixed:', '', '```json title="package.json" context', '{}', '```', '',
  '## Limits', '', 'Some. <!-- hidden -->', '',
].join('\n');

describe('reading a page', () => {
  const { headings, blocks, prose } = readPage(page);

  it('finds headings outside blocks', () => {
    expect(headings).toEqual([{ depth: 1, text: 'rule' }, { depth: 2, text: 'Bad' }, { depth: 2, text: 'Limits' }]);
  });

  it('reads blocks with what stands around them and on their first line', () => {
    expect(blocks).toEqual([
      { line: 13, section: 'Bad', intro: 'Like this:', language: 'ts', title: 'src/a.ts', context: false, also: ['other-rule', 'third'], settings: { agents: ['ask me'] }, code: '## not a heading' },
      { line: 19, section: 'Bad', intro: 'Fixed:', language: 'json', title: 'package.json', context: true, also: [], code: '{}' },
    ]);
    expect(blocks.map(isCode)).toEqual([true, false]);
  });

  it('tells written prose from generated parts and comments', () => {
    expect(leadProse(prose)).toBe('Why it matters.');
    expect(sectionProse(prose, 'Limits')).toBe('Some.');
    expect(sectionProse(prose, 'Options')).toBe('');
  });

  it('refuses a block that is not closed', () => expect(() => readPage('```ts\nx')).toThrow('line 1'));
});

describe('linting a block', () => {
  const block: Block = { line: 1, section: 'Bad', intro: '', language: 'ts', context: false, also: [], code: '' };

  it('says when it does not parse', async () => {
    const { rules } = await lintBlock({ ...block, code: 'const = 1;' }, [], 'no-per-call-client');
    expect(rules).toEqual([expect.stringContaining('parse error')]);
  });

  it('sees context files', async () => {
    const code = "import { readFileSync } from 'node:fs';\nimport express from 'express';\nexpress().get('/', (_req, res) => {\n  res.send(readFileSync('a.html', 'utf8'));\n});\n";
    const manifest = { ...block, language: 'json', title: 'package.json', context: true, code: '{ "dependencies": { "express": "^5.0.0" } }' };
    // Only Express 5 takes care of a handler that rejects, so only there is making one async a fix.
    expect((await lintBlock({ ...block, code }, [manifest], 'no-blocking-handler')).fixed).toContain('async (_req, res)');
    expect((await lintBlock({ ...block, code }, [], 'no-blocking-handler')).fixed).toBe(code);
  });

  it('takes options from a comment and settings from the first line', async () => {
    const code = "import { open } from '@acme/store';\nexport const load = (req, res) => { res.json(open().get('x')); };\n";
    const library = { package: '@acme/store', title: 'x', exports: { open: { call: { roles: ['expensive-client'], resource: { cost: 'opens it', singleton: 'yes', connects: 'construct' } } } } };
    const taught = { ...block, settings: { libraries: [library] }, code };
    expect((await lintBlock(taught, [], 'no-per-call-client')).rules).toEqual(['no-per-call-client']);
    const allowed = { ...taught, code: `/* eslint archprinciples/no-per-call-client: ["error", { "allow": ["@acme/store"] }] */\n${code}` };
    expect((await lintBlock(allowed, [], 'no-per-call-client')).rules).toEqual([]);
  });
});
