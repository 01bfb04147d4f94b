import * as tsParser from '@typescript-eslint/parser';
import { Linter, type ESLint } from 'eslint';
import path from 'node:path';
import yamlParser from '../../src/node/yaml-parser.js';

export type Rules = Linter.RulesRecord;

/** What one file gave. Times in milliseconds. */
export interface FileResult {
  messages: Linter.LintMessage[];
  /** The text after fixing; undefined when only reports were asked for. */
  fixed?: string;
  parseTime: number;
  /** By rule id. */
  ruleTimes: Record<string, number>;
  /** Files that rules parsed beside this one. */
  extraParses: number;
  crashes: Crash[];
}

export interface Crash {
  rule: string;
  error: string;
}

/** Lints the files of one repository with the given rules alone: neither its own ESLint config nor its comments count. */
export class CorpusLinter {
  private readonly linter: Linter;
  private parses = 0;
  private readonly parser = {
    ...tsParser,
    // Rules that read other files parse them with the parser of the linted one, so that counting calls counts those files.
    parseForESLint: (text: string, options?: tsParser.ParserOptions) => {
      this.parses++;
      return tsParser.parseForESLint(text, options);
    },
  } as unknown as Linter.Parser;

  constructor(private readonly directory: string, private readonly plugin: ESLint.Plugin, private readonly rules: Rules, private readonly settings: object) {
    this.linter = new Linter({ configType: 'flat', cwd: directory });
  }

  /** Lints, or fixes, one file's text. A rule that throws is noted and left out for this file; the others still run. */
  run(file: string, text: string, fix = false): FileResult {
    const crashes: Crash[] = [];
    const rules = { ...this.rules };
    for (;;) {
      try {
        return { ...this.once(file, text, rules, fix), crashes };
      } catch (error) {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const rule = /Rule: "([^"]+)"/u.exec(message)?.[1];
        crashes.push({ rule: rule ?? '(unknown)', error: message });
        if (!rule || !(rule in rules)) return { messages: [], parseTime: 0, ruleTimes: {}, extraParses: 0, crashes, ...(fix ? { fixed: text } : {}) };
        delete rules[rule];
      }
    }
  }

  private once(file: string, text: string, rules: Rules, fix: boolean): Omit<FileResult, 'crashes'> {
    this.parses = 0;
    let result = this.verify(file, text, rules, fix, /\.ya?ml$/u.test(file) ? (yamlParser as unknown as Linter.Parser) : this.parser);
    // Some scripts are no modules (a `return` at the top, `with`): ESLint's own parser reads them.
    if (result.messages.some(({ fatal }) => fatal) && /\.c?jsx?$/u.test(file)) {
      const second = this.verify(file, text, rules, fix, undefined);
      if (!second.messages.some(({ fatal }) => fatal)) result = second;
    }
    const passes = this.linter.getTimes().passes;
    const ruleTimes: Record<string, number> = {};
    for (const pass of passes) for (const [rule, { total }] of Object.entries(pass.rules ?? {})) ruleTimes[rule] = (ruleTimes[rule] ?? 0) + total;
    return {
      ...result,
      parseTime: passes.reduce((sum, { parse }) => sum + (parse?.total ?? 0), 0),
      ruleTimes,
      extraParses: Math.max(0, this.parses - passes.length),
    };
  }

  private verify(file: string, text: string, rules: Rules, fix: boolean, parser: Linter.Parser | undefined): Pick<FileResult, 'fixed' | 'messages'> {
    const config: Linter.Config[] = [{
      files: ['**/*.*'],
      plugins: { archprinciples: this.plugin },
      rules,
      settings: { archprinciples: this.settings },
      languageOptions: {
        sourceType: parser && !file.endsWith('.cjs') ? 'module' : 'commonjs',
        ...(parser ? { parser } : {}),
        parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(file) } },
      },
    }];
    // `verify` takes no times; `verifyAndFix` does, though its types do not say so, and with `fix: false` it only reports.
    const options = { filename: path.join(this.directory, file), allowInlineConfig: false, stats: true, fix };
    const { messages, output } = this.linter.verifyAndFix(text, config, options);
    return fix ? { messages, fixed: output } : { messages };
  }
}
