import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPage, type Block } from '../docs/page.js';

/** An example of the playground: the first defect on a rule's page. */
export interface Example {
  rule: string;
  file: string;
  code: string;
  /** What stands under `settings.archprinciples`. */
  settings?: object;
}

const endings = new Set(['ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'mts', 'cts', 'yaml']);

/** Whether a block is a defect that rules see without another file: it neither is such a file nor imports or names one, nor shows a result. */
function standsAlone({ language, context, code, intro, settings = {} }: Block): boolean {
  return endings.has(language) && !context && !('spec' in settings) && !/(?:from|import|require\()\s*\(?['"]\./u.test(code) && !/^(?:Fixed|Suggested):/u.test(intro);
}

/**
 * One example for each rule whose page has one that needs no other file.
 *
 * @param folder the folder of the rules' pages.
 */
export function examplesOf(folder: string): Example[] {
  const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md').sort();
  return pages.flatMap((page) => {
    const first = readPage(readFileSync(path.join(folder, page), 'utf8')).blocks.find((block) => block.section === 'Bad' && standsAlone(block));
    return first ? [{
      rule: path.basename(page, '.md'),
      file: first.title ?? `src/example.${first.language}`,
      code: `${first.code}\n`,
      ...(first.settings ? { settings: first.settings } : {}),
    }] : [];
  });
}
