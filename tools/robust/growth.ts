import * as tsParser from '@typescript-eslint/parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { Linter, type ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import { BlockCounter, grownBlocks, type Counts } from './counts.js';
import { repeated, type Apart } from './repeat.js';

/** Files worth repeating, in characters: enough to look at, and not too much when there are sixteen. */
const sizes = { from: 4096, to: 32_768 };
const [few, many] = [4, 16];

export interface GrowthSetup {
  readonly plugin: ESLint.Plugin;
  readonly rules: Linter.RulesRecord;
  /** The script that the plugin was loaded from. */
  readonly script: string;
}

/**
 * Repeats the content of files four and sixteen times in one text, with the names of each copy its own, in blocks, and in functions, and
 * counts how often each block of the plugin runs. It should be four times as often; where it is far more, work grows faster than the text.
 *
 * @returns whether there is such a block. Prints which, and the file that showed it.
 */
export function growth({ plugin, rules, script }: GrowthSetup, files: readonly string[]): boolean {
  const counter = new BlockCounter((url) => url.endsWith(script));
  const places = placesIn(readFileSync(script, 'utf8'));
  const linter = new Linter({ configType: 'flat', cwd: '/' });
  const found = new Map<string, { text: string; times: number; file: string }>();
  let compared = 0;

  /** What ran over a text, and its tokens; undefined where it does not parse or no rule looks at it. */
  function work(file: string, text: string): { counts: Counts; tokens: number } | undefined {
    counter.take();
    const messages = linter.verify(text, [{
      files: ['**/*.*'],
      plugins: { archprinciples: plugin },
      rules,
      settings: { archprinciples: { crossFile: false } },
      languageOptions: { parser: tsParser as unknown as Linter.Parser, parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(file) } } },
    }], { filename: file, allowInlineConfig: false });
    return messages.some(({ fatal }) => fatal) ? undefined : { counts: counter.take(), tokens: linter.getSourceCode().ast.tokens!.length };
  }

  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    if (text.length < sizes.from || text.length > sizes.to || !work(file, text)) continue;
    const source = linter.getSourceCode() as unknown as TSESLint.SourceCode;
    for (const apart of ['renamed', 'block', 'function'] satisfies Apart[]) {
      const [short, long] = [repeated(source, few, { apart }), repeated(source, many, { apart })];
      if (short === undefined || long === undefined) continue;
      const [before, after] = [work(file, short), work(file, long)];
      if (!before || !after) continue;
      compared++;
      for (const { block, was, count } of grownBlocks(before.counts, after, many / few)) {
        const times = count / was / (many / few);
        const known = found.get(block);
        if (!known || known.times < times) found.set(block, { times, file, text: `${places(block)}: ran ${was} times over ${few} copies and ${count} times over ${many}` });
      }
    }
  }
  counter.close();
  for (const { text, file } of [...found.values()].sort((a, b) => b.times - a.times).slice(0, 40)) console.log(`${text}\n  ${file}`);
  console.log(`${compared} repetitions of files compared; ${found.size} blocks of the plugin run more and more often for each copy`);
  return found.size > 0;
}

/** Tells where a block stands: the function, the source file as the bundler notes it, and the line of the bundle. */
function placesIn(script: string): (block: string) => string {
  return (block) => {
    const [, name = '', start = '0'] = /^(.*) (\d+)-\d+$/u.exec(block) ?? [];
    const before = script.slice(0, Number(start));
    const file = before.slice(before.lastIndexOf('\n// ') + 4).split('\n')[0];
    return `${name || '(anonymous)'} of ${file}, line ${before.split('\n').length} of the bundle`;
  };
}
