/** A fenced code block of a page. */
export interface Block {
  /** Line of the opening fence, from 1. */
  line: number;
  /** The `##` heading it stands under. */
  section: string;
  /** The last line of text above it, blank lines left out. */
  intro: string;
  language: string;
  /** `title="src/x.ts"` */
  title?: string;
  /** The bare word `context`: a file that the judged blocks of its section import, not judged itself. */
  context: boolean;
  /** `also="rule-a rule-b"`: other rules that report in the block too. */
  also: readonly string[];
  /** `settings={...}`, JSON to the end of the line: what stands under `settings.archprinciples`. */
  settings?: object;
  code: string;
}

/** A heading of a page. */
export interface Heading {
  depth: number;
  text: string;
}

/** The headings and fenced blocks of a Markdown text, and its text without the blocks. */
export function readPage(text: string): { headings: Heading[]; blocks: Block[]; prose: string } {
  const headings: Heading[] = [];
  const blocks: Block[] = [];
  const prose: string[] = [];
  let section = '';
  let intro = '';
  const lines = text.replace(/\r\n/gu, '\n').split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const [, fence, info = ''] = /^(`{3,})(.*)$/u.exec(line) ?? [];
    if (fence) {
      const end = lines.indexOf(fence, index + 1);
      if (end === -1) throw new SyntaxError(`The fence of line ${index + 1} is not closed`);
      blocks.push({ ...readInfo(info), line: index + 1, section, intro, code: lines.slice(index + 1, end).join('\n') });
      index = end;
      intro = '';
      continue;
    }
    prose.push(line);
    const [, hashes, heading] = /^(#{1,6}) (.+)$/u.exec(line) ?? [];
    if (hashes && heading) {
      headings.push({ depth: hashes.length, text: heading });
      if (hashes.length === 2) section = heading;
    }
    if (line.trim()) intro = line.trim();
  }
  return { headings, blocks, prose: prose.join('\n') };
}

function readInfo(info: string): Pick<Block, 'also' | 'context' | 'language' | 'settings' | 'title'> {
  const settings = /\bsettings=(\{.*\})\s*$/u.exec(info)?.[1];
  const words = settings ? info.slice(0, info.indexOf('settings=')) : info;
  const title = /\btitle="([^"]+)"/u.exec(words)?.[1];
  return {
    language: /^\s*(\S*)/u.exec(words)![1]!,
    ...(title ? { title } : {}),
    context: /\scontext(?:\s|$)/u.test(words),
    also: /\balso="([^"]+)"/u.exec(words)?.[1]?.split(' ') ?? [],
    ...(settings ? { settings: JSON.parse(settings) as object } : {}),
  };
}

/** The prose of one `##` section of a page: no blocks, no comments. */
export function sectionProse(prose: string, section: string): string {
  const body = prose.split(/^## /mu).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return withoutComments(body.slice(section.length));
}

/** The prose above the first `##` heading, without the title. */
export function leadProse(prose: string): string {
  const lead = prose.split(/^## /mu)[0]!;
  return withoutComments(lead.replace(/<!-- generated: header[^]*?<!-- end: header -->/u, ''));
}

function withoutComments(text: string): string {
  return text.replace(/<!--[^]*?-->/gu, '').trim();
}
