import * as tsParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import yamlParser from '../../src/node/yaml-parser.js';
import { measured, type Work } from './measured.js';

/** What one text did to the rules under one parser. */
export interface Outcome {
  parser: string;
  /** The text could be read. */
  parsed: boolean;
  /** What a rule threw, with its place. */
  crash?: string;
  /** Milliseconds of processor time spent in all rules. */
  ruleTime: number;
  /** Milliseconds it took to parse the text. */
  parseTime: number;
  /** Rules that looked at it. */
  opened: number;
}

interface Reader { name: string; files: RegExp; languageOptions: Linter.LanguageOptions }

const jsx = { parserOptions: { ecmaFeatures: { jsx: true } } };
const readers: readonly Reader[] = [
  { name: 'typescript-eslint', files: /\.[cm]?[jt]sx?$/u, languageOptions: { parser: tsParser as unknown as Linter.Parser, ...jsx } },
  { name: 'espree, module', files: /\.[cm]?jsx?$/u, languageOptions: { sourceType: 'module', ...jsx } },
  { name: 'espree, script', files: /\.[cm]?jsx?$/u, languageOptions: { sourceType: 'script', ...jsx } },
  { name: 'yaml', files: /\.ya?ml$/u, languageOptions: { parser: yamlParser as unknown as Linter.Parser } },
];

/** What is linted with. */
export interface Setup {
  readonly plugin: ESLint.Plugin;
  readonly rules: Linter.RulesRecord;
  /** Whether rules read the files that a file imports. Their time then is not that of the file alone. */
  readonly crossFile: boolean;
  readonly clock: () => number;
}

/** Lints texts with every parser that may read them. */
export class RobustLinter {
  private readonly linters = new Map<string, ESLint>();
  private readonly plugin: ESLint.Plugin;
  private readonly take: () => Work;

  constructor(private readonly cwd: string, private readonly setup: Setup) {
    ({ plugin: this.plugin, take: this.take } = measured(setup.plugin, setup.clock));
  }

  /** What each parser that reads such files gave. A script is tried only where the module did not parse. */
  async run(filePath: string, text: string): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const reader of readers) {
      if (!reader.files.test(filePath)) continue;
      if (reader.name === 'espree, script' && outcomes.at(-1)?.parsed) continue;
      outcomes.push(await this.once(reader, filePath, text));
    }
    return outcomes;
  }

  private async once(reader: Reader, filePath: string, text: string): Promise<Outcome> {
    const parser = reader.name;
    this.take();
    try {
      const [result] = await this.linterOf(reader).lintText(text, { filePath });
      const { times, opened } = this.take();
      return {
        parser,
        parsed: result !== undefined && result.fatalErrorCount === 0,
        ruleTime: Object.values(times).reduce((sum, time) => sum + time, 0),
        parseTime: result?.stats?.times.passes[0]?.parse?.total ?? 0,
        opened,
      };
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { parser, parsed: true, crash: stack.split('\n').slice(0, 12).join('\n'), ruleTime: 0, parseTime: 0, opened: 0 };
    }
  }

  /** One for each parser: an ESLint checks its configuration once, a bare Linter with each text. */
  private linterOf({ name, languageOptions }: Reader): ESLint {
    let linter = this.linters.get(name);
    if (!linter) {
      const settings = { archprinciples: { crossFile: this.setup.crossFile } };
      const config: Linter.Config = { files: ['**/*.*'], plugins: { archprinciples: this.plugin }, rules: this.setup.rules, settings, languageOptions };
      linter = new ESLint({ cwd: this.cwd, overrideConfigFile: true, overrideConfig: [config], allowInlineConfig: false, ignore: false, stats: true });
      this.linters.set(name, linter);
    }
    return linter;
  }
}
