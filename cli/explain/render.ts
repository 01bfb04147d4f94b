import { stripVTControlCharacters } from 'node:util';
import type { Terminal } from '../terminal.js';
import type { Block, Span } from './pages.js';

/** A page as text for a terminal, wrapped at its width; code is never wrapped. */
export function render(blocks: readonly Block[], terminal: Terminal): string {
  const parts: string[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const text = blockText(block, terminal);
    const tight = before && 'item' in before && 'item' in block;
    parts.push(`${index === 0 ? '' : tight ? '\n' : '\n\n'}${text}`);
  }
  return `${parts.join('')}\n`;
}

function blockText(block: Block, terminal: Terminal): string {
  if ('heading' in block) return terminal.style('bold', spansText(block.heading, { ...terminal, style: (_, text) => text }).toUpperCase());
  if ('code' in block) return block.code.split('\n').map((line) => (line ? `    ${terminal.style('cyan', line)}` : '')).join('\n');
  if ('item' in block) return wrap(spansText(block.item, terminal), terminal.width, `${'  '.repeat(block.depth)}- `, `${'  '.repeat(block.depth)}  `);
  if ('text' in block) return wrap(spansText(block.text, terminal), terminal.width, '', '');
  return tableText(block.table, terminal);
}

function spansText(spans: readonly Span[], { style }: Pick<Terminal, 'style'>): string {
  return spans.map((span) => {
    if (typeof span === 'string') return span;
    if (span[0] !== 'link') return style(span[0] === 'code' ? 'cyan' : 'bold', span[1]);
    const [, text, href] = span;
    // Addresses inside the docs lead nowhere in a terminal.
    return /^https?:/u.test(href) ? `${style('underline', text)} (${href})` : style('underline', text);
  }).join('');
}

/** Each row as its cells under their headings: tables of options are wider than terminals. */
function tableText(rows: readonly (readonly (readonly Span[])[])[], terminal: Terminal): string {
  const [head = [], ...body] = rows;
  return body.map(([first = [], ...cells]) => [
    spansText(first, terminal),
    ...cells.map((cell, index) => wrap(`${terminal.style('dim', spansText(head[index + 1] ?? [], { style: (_, text) => text }))}: ${spansText(cell, terminal)}`, terminal.width, '  ', '    ')),
  ].join('\n')).join('\n\n');
}

/** Wraps words; a word that is longer than a line stays whole. */
export function wrap(text: string, width: number, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    if (!empty && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = rest + word;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...lines, line].join('\n');
}

function lengthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
