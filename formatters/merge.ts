import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Context, Result } from './eslint.js';
import markdown from './markdown.js';
import { mergeResults } from './merge-results.js';
import sarif from './sarif.js';
import { readResults, type SavedResults } from './saved.js';
import scorecard from './scorecard.js';
import { baselineVariable } from './trend.js';

/** `node dist/formatters/merge.cjs --format scorecard shard-1.json shard-2.json > scorecard.html` */

const formats: Readonly<Record<string, (results: readonly Result[], context: Context) => string>> = {
  scorecard,
  markdown,
  sarif,
  json: (results) => `${JSON.stringify(results.map(withCounts))}\n`,
};

const usage = `Usage: merge.cjs [--format ${Object.keys(formats).join('|')}] [--cwd FOLDER] [--baseline FILE] RESULTS.json...

Runs a formatter over results that \`eslint -f json\` or \`eslint -f json-with-metadata\` saved, those of several runs together,
and prints the report.

  --format    scorecard (HTML, the default), markdown, sarif, or json: the merged results themselves
  --cwd       the folder that was linted, where it is not this one
  --baseline  earlier results to compare with, as the variable ${baselineVariable} does
`;

/** The counts that other readers of ESLint's JSON expect. */
function withCounts(result: Result): object {
  const count = (severity: number, fixable: boolean): number => result.messages.filter((message) => message.severity === severity && (!fixable || message.fix)).length;
  return {
    ...result,
    suppressedMessages: result.suppressedMessages ?? [],
    errorCount: count(2, false),
    fatalErrorCount: result.messages.filter(({ fatal }) => fatal).length,
    warningCount: count(1, false),
    fixableErrorCount: count(2, true),
    fixableWarningCount: count(1, true),
  };
}

function readShard(file: string): SavedResults {
  try {
    return readResults(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

function main(): string {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'scorecard' }, cwd: { type: 'string' }, baseline: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return usage;
  const format = Object.hasOwn(formats, values.format) ? formats[values.format] : undefined;
  if (!format) throw new Error(`There is no format ${values.format}.\n\n${usage}`);
  if (positionals.length === 0) throw new Error(`No results were named.\n\n${usage}`);
  if (values.baseline) process.env[baselineVariable] = values.baseline;
  const { results, context } = mergeResults(positionals.map(readShard), realpathSync(path.resolve(values.cwd ?? '.')));
  return format(results, context);
}

try {
  process.stdout.write(main());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
