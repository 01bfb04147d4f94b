import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../cli/explain/pages.js';
import { render, wrap } from '../../cli/explain/render.js';
import { terminalOn } from '../../cli/terminal.js';
import { pageBlocks, rulePages } from '../../tools/pages.js';

const plain = (columns: number) => terminalOn({ write: () => true, columns }, {});
const pages = Object.entries(rulePages('.'));
const isCode = (block: Block) => 'code' in block;

describe('pages for the terminal', () => {
  it.each(pages)('%s: has its sections and all its examples, and no markup', (name, blocks) => {
    const source = readFileSync(`docs/rules/${name}.md`, 'utf8');
    const text = render(blocks, plain(80));
    expect(text.startsWith(`${name.toUpperCase()}\n\n`)).toBe(true);
    for (const section of ['BAD', 'GOOD', 'OPTIONS', 'LIMITS', 'WHEN NOT TO USE IT', 'RELATED']) expect(text).toContain(`\n\n${section}\n\n`);
    expect(blocks.filter(isCode)).toHaveLength(source.match(/^```\w/gmu)?.length ?? 0);
    const prose = render(blocks.filter((block) => !isCode(block)), plain(80));
    expect(prose).not.toMatch(/<!--|\]\(|\*\*[A-Za-z]|```|Rule source/u);
  });

  it('wrap prose, and never code', () => {
    const text = render(pageBlocks(`# x\n\n${'word '.repeat(40)}\n\n- ${'item '.repeat(40)}\n\n\`\`\`ts\n${'code '.repeat(40)}\n\`\`\`\n`), plain(60));
    const lines = text.split('\n');
    expect(lines.filter((line) => line.length > 60)).toHaveLength(1);
    expect(lines).toContain(`  ${'item '.repeat(11).trim()}`);
  });

  it('say a table row by row, cells under their headings', () => {
    expect(render(pageBlocks('| Option | Default |\n| --- | --- |\n| `a` | `1` |\n| `b` | `[]` |\n'), plain(80))).toBe('a\n  Default: 1\n\nb\n  Default: []\n');
  });

  it('keep the address of a link that leads somewhere', () => {
    expect(render(pageBlocks('[here](other.md) and **there**: [site](https://example.com)'), plain(80))).toBe('here and there: site (https://example.com)\n');
  });

  it('count what is seen, not the codes of colours', () => {
    const styled = `${String.fromCharCode(27)}[36mword${String.fromCharCode(27)}[39m`;
    expect(wrap(`${styled} ${styled} ${styled}`, 14, '', '').split('\n')).toHaveLength(1);
  });
});
