import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import type { Block, Pages, Span } from '../cli/explain/pages.js';

/**
 * The rules' pages for the terminal, which the build puts beside the plugin: parsed here, so that the package needs no Markdown parser.
 * What only the web page needs (the generated comments, the links to source and tests at its end) is left out.
 */

const markdown = new MarkdownIt({ html: true });
type Token = ReturnType<typeof markdown.parse>[number];

/** All pages of `docs/rules`, by rule name. */
export function rulePages(root: string): Pages {
  const folder = path.join(root, 'docs/rules');
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md').sort();
  return Object.fromEntries(files.map((file) => [path.basename(file, '.md'), pageBlocks(readFileSync(path.join(folder, file), 'utf8'))]));
}

/** One page as blocks. */
export function pageBlocks(text: string): Block[] {
  const tokens = markdown.parse(text.replace(/<!-- generated: footer[^]*$/u, ''), {});
  const blocks: Block[] = [];
  let depth = -1;
  let item = false;
  let rows: Span[][][] | undefined;
  for (const [index, token] of tokens.entries()) {
    switch (token.type) {
      case 'bullet_list_open': case 'ordered_list_open': depth += 1; break;
      case 'bullet_list_close': case 'ordered_list_close': depth -= 1; break;
      case 'list_item_open': item = true; break;
      case 'table_open': rows = []; break;
      case 'tr_open': rows?.push([]); break;
      case 'table_close':
        if (rows) blocks.push({ table: rows });
        rows = undefined;
        break;
      case 'fence': case 'code_block': blocks.push({ code: token.content.trimEnd() }); break;
      case 'inline': {
        const spans = spansOf(token.children ?? []);
        const parent = tokens[index - 1];
        if (rows) rows.at(-1)?.push(spans);
        else if (parent?.type === 'heading_open') blocks.push({ heading: spans, level: Number(parent.tag.slice(1)) });
        else if (item) blocks.push({ item: spans, depth });
        else blocks.push({ text: spans });
        item = false;
        break;
      }
      // Generated comments; there is no other HTML.
      case 'html_block': default: break;
    }
  }
  return blocks;
}

function spansOf(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let link: { href: string; text: string } | undefined;
  let strong = false;
  for (const token of tokens) {
    if (token.type === 'link_open') link = { href: String(token.attrGet('href') ?? ''), text: '' };
    else if (token.type === 'link_close' && link) {
      spans.push(['link', link.text, link.href]);
      link = undefined;
    } else if (token.type === 'strong_open' || token.type === 'strong_close') strong = token.type === 'strong_open';
    else if (token.type === 'softbreak' || token.type === 'hardbreak') push(spans, ' ');
    else if (link) link.text += token.content;
    else if (token.type === 'code_inline') spans.push(['code', token.content]);
    else if (strong && token.content) spans.push(['strong', token.content]);
    else if (token.type === 'text') push(spans, token.content);
  }
  return spans;
}

/** Neighbouring texts are one, which keeps the file small. */
function push(spans: Span[], text: string): void {
  const last = spans.at(-1);
  if (typeof last === 'string') spans[spans.length - 1] = last + text;
  else if (text) spans.push(text);
}
