import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { isCode, lintBlock } from './lint-block.js';
import { leadProse, readPage, sectionProse, type Block } from './page.js';

const sections = ['Bad', 'Good', 'Options', 'Limits', 'When not to use it', 'Related'];

for (const name of Object.keys(plugin.rules)) {
  const file = path.resolve('docs/rules', `${name}.md`);

  describe(`docs/rules/${name}.md`, () => {
    it('exists', () => expect(existsSync(file)).toBe(true));
    if (!existsSync(file)) return;
    const { headings, blocks, prose } = readPage(readFileSync(file, 'utf8'));

    it('has the sections of a rule page in their order', () => {
      expect(headings.filter(({ depth }) => depth === 2).map(({ text }) => text)).toEqual(sections);
      expect(headings[0]).toEqual({ depth: 1, text: name });
    });

    it('says what happens and why before the examples', () => {
      expect(leadProse(prose).split(/\s+/u).length).toBeGreaterThanOrEqual(25);
    });

    it.each(['Options', 'Limits', 'When not to use it', 'Related'])('says something under %s', (section) => {
      expect(sectionProse(prose, section)).not.toBe('');
    });

    for (const section of ['Bad', 'Good']) {
      const own = blocks.filter((block) => block.section === section);
      const judged = own.filter((block) => isCode(block) && !block.context && !isResult(block));
      const context = own.filter((block) => block.context);

      it(`has an example under ${section}`, () => expect(judged.length).toBeGreaterThan(0));

      it.each(judged)(`${section}, line $line`, async (block) => {
        const { rules, fixed, promoted } = await lintBlock(block, context, name);
        expect(rules).toEqual([...(section === 'Bad' ? [name] : []), ...block.also].sort());

        const shown = resultsOf(own, block);
        expect(code(shown.fixed ?? block), 'The block after `Fixed:` shows what --fix makes of this one').toBe(withoutOptions(fixed));
        if (shown.suggested) expect(code(shown.suggested), 'The block after `Suggested:` shows the first suggestion').toBe(withoutOptions(promoted));
      });
    }
  });
}

/** Whether a block shows what an edit makes of the one above it. */
function isResult({ intro }: Block): boolean {
  return /^(?:Fixed|Suggested):/u.test(intro);
}

/** The results shown for a block: those that follow it before the next example. */
function resultsOf(blocks: readonly Block[], block: Block): { fixed?: Block; suggested?: Block } {
  const rest = blocks.slice(blocks.indexOf(block) + 1);
  const end = rest.findIndex((next) => !isResult(next));
  const results = end === -1 ? rest : rest.slice(0, end);
  const of = (word: string) => results.find(({ intro }) => intro.startsWith(word));
  const fixed = of('Fixed:');
  const suggested = of('Suggested:');
  return { ...(fixed ? { fixed } : {}), ...(suggested ? { suggested } : {}) };
}

function code(block: Block): string {
  return withoutOptions(block.code);
}

/** Drops the comment that sets the rule's options for an example: results need not repeat it. */
function withoutOptions(text: string): string {
  return text.replace(/^\/\* eslint archprinciples\/[^]*?\*\/\n+/u, '').trimEnd();
}
