import * as tsParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import yamlParser from '../../src/node/yaml-parser.js';

/** What one text did to the rules under one parser. */
export interface Outcome {
  parser: string;
  /** The text could be read. */
  parsed: boolean;
  /** What a rule threw, with its place. */
  crash?: string;
  /** Milliseconds spent in all rules. */
  ruleTime: number;
}

interface Reader { name: string; files: RegExp; languageOptions: Linter.LanguageOptions }

const jsx = { parserOptions: { ecmaFeatures: { jsx: true } } };
const readers: readonly Reader[] = [
  { name: 'typescript-eslint', files: /\.[cm]?[jt]sx?$/u, languageOptions: { parser: tsParser as unknown as Linter.Parser, ...jsx } },
  { name: 'espree, module', files: /\.[cm]?jsx?$/u, languageOptions: { sourceType: 'module', ...jsx } },
  { name: 'espree, script', files: /\.[cm]?jsx?$/u, languageOptions: { sourceType: 'script', ...jsx } },
  { name: 'yaml', files: /\.ya?ml$/u, languageOptions: { parser: yamlParser as unknown as Linter.Parser } },
];

/** Lints texts with every parser that may read them. */
export class RobustLinter {
  private readonly linters = new Map<string, ESLint>();

  constructor(private readonly cwd: string, private readonly plugin: ESLint.Plugin, private readonly rules: Linter.RulesRecord) {}

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
    try {
      const [result] = await this.linterOf(reader).lintText(text, { filePath });
      const times = result?.stats?.times.passes[0]?.rules ?? {};
      return { parser: reader.name, parsed: result !== undefined && result.fatalErrorCount === 0, ruleTime: Object.values(times).reduce((sum, { total }) => sum + total, 0) };
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { parser: reader.name, parsed: true, crash: stack.split('\n').slice(0, 12).join('\n'), ruleTime: 0 };
    }
  }

  /** One for each parser: an ESLint checks its configuration once, a bare Linter with each text. */
  private linterOf({ name, languageOptions }: Reader): ESLint {
    let linter = this.linters.get(name);
    if (!linter) {
      const config: Linter.Config = { files: ['**/*.*'], plugins: { archprinciples: this.plugin }, rules: this.rules, languageOptions };
      linter = new ESLint({ cwd: this.cwd, overrideConfigFile: true, overrideConfig: [config], allowInlineConfig: false, ignore: false, stats: true });
      this.linters.set(name, linter);
    }
    return linter;
  }
}
