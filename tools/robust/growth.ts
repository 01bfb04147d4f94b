import * as tsParser from '@typescript-eslint/parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { Linter, type ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import { measured } from './measured.js';
import { repeated, type Apart } from './repeat.js';

/** Files worth repeating, in characters: enough to look at, and not too much when there are sixteen. */
const sizes = { from: 4096, to: 32_768 };
/** Milliseconds that rules must take on sixteen copies for a growth to mean something. */
const noticeable = 8;
/** How much more a copy may cost among sixteen than among four. */
const tolerated = 2;

export interface GrowthSetup { readonly plugin: ESLint.Plugin; readonly rules: Linter.RulesRecord; readonly clock: () => number }

/** Milliseconds, by rule. */
type Times = Readonly<Record<string, number>>;

/**
 * Repeats the content of files, with the names of each copy its own, in blocks of one file, and in functions. Where time grows in
 * proportion to the text, a copy among sixteen costs what it costs among four.
 *
 * @returns whether the time of some file grows faster. Prints which, and the rules that do; what rules share is charged to the first that asks.
 */
export async function growth({ plugin, rules, clock }: GrowthSetup, files: readonly string[]): Promise<boolean> {
  const { plugin: timed, take } = measured(plugin, clock);
  const linter = new Linter({ configType: 'flat', cwd: '/' });
  let looked = 0;
  let grown = 0;
  const ratios: number[] = [];

  /** The quickest of some runs; undefined where the text does not parse. */
  function timesOf(file: string, text: string, runs: number): Times | undefined {
    let best: Times | undefined;
    for (let run = 0; run < runs; run++) {
      take();
      const messages = linter.verify(text, [{
        files: ['**/*.*'],
        plugins: { archprinciples: timed },
        rules,
        settings: { archprinciples: { crossFile: false } },
        languageOptions: { parser: tsParser as unknown as Linter.Parser, parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(file) } } },
      }], { filename: file, allowInlineConfig: false });
      if (messages.some(({ fatal }) => fatal)) return undefined;
      const { times, opened } = take();
      if (opened === 0) return undefined;
      best = best && sum(best) < sum(times) ? best : times;
    }
    return best;
  }

  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    if (text.length < sizes.from || text.length > sizes.to || !timesOf(file, text, 1)) continue;
    const source = linter.getSourceCode() as unknown as TSESLint.SourceCode;
    for (const apart of ['renamed', 'block', 'function'] satisfies Apart[]) {
      const [few, many] = [repeated(source, 4, { apart }), repeated(source, 16, { apart })];
      if (few === undefined || many === undefined) continue;
      let result = compare(timesOf(file, few, 1), timesOf(file, many, 1));
      if (!result) continue;
      looked++;
      if (result.times > tolerated) result = compare(timesOf(file, few, 4), timesOf(file, many, 4)) ?? result;
      ratios.push(result.times);
      if (result.times <= tolerated) continue;
      grown++;
      console.log(`${result.times.toFixed(1)} times the time per copy among sixteen (${result.total.toFixed(0)} ms in all): ${file} (${(text.length / 1024).toFixed(0)} KB, ${apart})`);
      for (const { rule, times, of } of result.rules.slice(0, 5)) console.log(`  ${rule}: ${times.toFixed(1)} times, ${of.toFixed(1)} ms`);
    }
  }
  ratios.sort((a, b) => a - b);
  const at = (part: number) => ratios[Math.min(ratios.length - 1, Math.floor(part * ratios.length))]?.toFixed(2) ?? '-';
  console.log(`${looked} repetitions of files compared: median ${at(0.5)}, nine of ten below ${at(0.9)}, most ${at(1)}; ${grown} grow faster than their text`);
  return grown > 0;
}

function sum(times: Times): number {
  return Object.values(times).reduce((total, time) => total + time, 0);
}

/** What a copy costs among sixteen, in parts of what it costs among four. Undefined where that is too little to tell. */
function compare(few: Times | undefined, many: Times | undefined) {
  if (!few || !many || sum(many) < noticeable) return undefined;
  const rules = Object.entries(many)
    .map(([rule, of]) => ({ rule, of, times: of / 4 / (few[rule] ?? of) }))
    .filter(({ of, times }) => of > 1 && times > 1.5)
    .sort((a, b) => b.of - a.of);
  return { times: sum(many) / 4 / sum(few), total: sum(many), rules };
}
