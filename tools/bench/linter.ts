import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../shared/build.js';
import type { BenchPlugin } from './plugin.js';

// As the command line does, so that a file's configuration, with its settings object, is made once and not for every file.
const { FlatConfigArray } = createRequire(import.meta.url)(path.join(root, 'node_modules/eslint/lib/config/flat-config-array.js')) as {
  FlatConfigArray: new (configs: Linter.Config[], options: { basePath: string }) => Linter.Config[] & { normalizeSync(): Linter.Config[] };
};

export type Rules = Linter.RulesRecord;

/** What one file gave, or the sum over some. Times in milliseconds. */
export interface Measured {
  files: number;
  /** ESLint's own figures: what `eslint --stats` gives. */
  parse: number;
  rules: Map<string, number>;
  /** The same as processor time of the thread, which other load of the machine hardly changes. */
  parseCpu: number;
  rulesCpu: number;
  /** What of that the creation of the rules took, with their gates. */
  createCpu: number;
  /** Files that rules parsed beside the linted one. */
  extra: number;
  findings: string[];
}

export const nothing = (): Measured => ({ files: 0, parse: 0, rules: new Map(), parseCpu: 0, rulesCpu: 0, createCpu: 0, extra: 0, findings: [] });

/** Lints files with all rules at once and measures parser and rules. */
export class BenchLinter {
  private readonly linter: Linter;
  private readonly config: Linter.Config[];
  private parses = 0;
  private parseCpu = 0;
  private spans: number[] = [];

  /**
   * @param clock gives milliseconds of processor time.
   */
  constructor(private readonly directory: string, plugin: BenchPlugin, rules: Rules, settings: object, private readonly clock: () => number) {
    this.linter = new Linter({ configType: 'flat', cwd: directory });
    const at = () => { this.spans.push(clock()); };
    const mark = { create: () => { at(); return { Program: at }; } };
    this.config = new FlatConfigArray([{
      files: ['**/*.*'],
      plugins: { archprinciples: plugin, bench: { rules: { begin: mark, end: mark } } },
      // Rules run in the order in which they are named.
      rules: { 'bench/begin': 'error', ...rules, 'bench/end': 'error' },
      settings: { archprinciples: settings },
      languageOptions: { sourceType: 'module', parser: { ...tsParser, parseForESLint: this.parse.bind(this) } as unknown as Linter.Parser },
    }, {
      files: ['**/*.{js,jsx,tsx,mjs,cjs}'],
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    }], { basePath: directory }).normalizeSync();
  }

  private parse(text: string, options?: tsParser.ParserOptions): ReturnType<typeof tsParser.parseForESLint> {
    this.parses += 1;
    const begun = this.clock();
    const result = tsParser.parseForESLint(text, options);
    if (this.parses === 1) this.parseCpu += this.clock() - begun;
    return result;
  }

  /** Lints one file and adds what it measures to `sum`; a file that does not parse adds nothing. */
  run(file: string, text: string, sum: Measured): void {
    this.parses = 0;
    this.parseCpu = 0;
    this.spans = [];
    // `verify` takes no times; `verifyAndFix` does, though its types do not say so, and with `fix: false` it only reports.
    const options = { filename: path.join(this.directory, file), allowInlineConfig: false, stats: true, fix: false };
    const { messages } = this.linter.verifyAndFix(text, this.config, options);
    if (messages.some(({ fatal }) => fatal)) return;
    sum.files += 1;
    sum.extra += this.parses - 1;
    sum.parseCpu += this.parseCpu;
    const [createBegun = 0, createEnded = 0, begun = 0, ended = 0] = this.spans;
    sum.createCpu += createEnded - createBegun;
    sum.rulesCpu += createEnded - createBegun + ended - begun;
    for (const pass of this.linter.getTimes().passes) {
      sum.parse += pass.parse?.total ?? 0;
      for (const [rule, { total }] of Object.entries(pass.rules ?? {})) if (!rule.startsWith('bench/')) sum.rules.set(rule, (sum.rules.get(rule) ?? 0) + total);
    }
    for (const { line, column, ruleId, message, fix, suggestions } of messages) {
      sum.findings.push(`${path.basename(this.directory)}/${file}:${line}:${column} ${ruleId} ${message} ${JSON.stringify([fix, suggestions?.map((one) => one.fix)])}`);
    }
  }
}
