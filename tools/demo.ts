import { createTwoFilesPatch } from 'diff';
import { ESLint, type Linter } from 'eslint';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import { builtPlugin, root } from './shared/build.js';
import { copyProject } from './shared/copy.js';
import { codeFrame } from './shared/frame.js';

/** `npm run demo`: lints the example service as a user would, then fixes a copy of it and type-checks that. */
const project = path.join(root, 'examples/shop-api');
const plugin = builtPlugin();
const config = [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as Linter.Parser } },
  { files: ['**/*.ts'], ...(plugin.configs['flat/recommended'] as Linter.Config) },
];

async function lint(cwd: string, fix: boolean): Promise<ESLint.LintResult[]> {
  return new ESLint({ cwd, fix, overrideConfigFile: true, overrideConfig: config }).lintFiles(['src/**/*.ts']);
}

function show(results: readonly ESLint.LintResult[], cwd: string): void {
  for (const { filePath, messages, source } of results) {
    const file = path.relative(cwd, filePath);
    for (const message of messages) {
      const text = source ?? readFileSync(filePath, 'utf8');
      console.log(`${file}:${message.line}:${message.column}  ${message.severity === 2 ? 'error' : 'warning'}  ${message.ruleId ?? ''}`);
      console.log(`  ${message.message}`);
      console.log(`${codeFrame(text, message).replace(/^/gmu, '  ')}\n`);
    }
  }
}

const count = (results: readonly ESLint.LintResult[]) => results.reduce((sum, { messages }) => sum + messages.length, 0);

console.log('examples/shop-api, linted with archprinciples/recommended:\n');
const before = await lint(project, false);
show(before, project);

const copy = copyProject(project, path.join(root, 'node_modules'));
try {
  const after = await lint(copy, true);
  await ESLint.outputFixes(after);
  console.log('What `eslint --fix` makes of it:\n');
  for (const { filePath, output } of after) {
    if (output === undefined) continue;
    const file = path.relative(copy, filePath);
    console.log(createTwoFilesPatch(`a/${file}`, `b/${file}`, readFileSync(path.join(project, file), 'utf8'), output, '', '', { context: 3 }).replace(/^=+\n/u, ''));
  }
  if (count(after) > 0) {
    console.log('Left for a person to decide:\n');
    show(after, copy);
  }
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', copy], { encoding: 'utf8' });
  console.log(`${count(before)} findings, ${count(before) - count(after)} fixed; the fixed copy ${status === 0 ? 'type-checks' : `does not type-check:\n${stdout}`}.`);
  // A demonstration of nothing, or of fixes that break the service, is a failure.
  process.exitCode = status === 0 && count(before) > 0 ? 0 : 1;
} finally {
  rmSync(path.dirname(copy), { recursive: true });
}
