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

  it('sees context files, options in comments and settings', async () => {
    const code = "import { connect } from './redis.js';\nexport function load() { return connect().get('x'); }\n";
    const redis = { ...block, title: 'src/redis.ts', context: true, code: "import { Redis } from 'ioredis';\nexport const connect = () => new Redis();\n" };
    const library = { package: './redis.js', title: 'x', exports: { connect: { call: { roles: ['expensive-client'], returns: '#C', resource: { cost: 'x', singleton: 'yes', connects: 'construct' } } } }, types: { C: {} } };
    const taught = { ...block, settings: { libraries: [library] }, code };
    expect((await lintBlock(taught, [redis], 'no-per-call-client')).rules).toEqual(['no-per-call-client']);
    const allowed = { ...taught, code: `/* eslint archprinciples/no-per-call-client: ["error", { "allow": ["./redis.js"] }] */\n${code}` };
    expect((await lintBlock(allowed, [redis], 'no-per-call-client')).rules).toEqual([]);
  });
});
