import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';

/** An ESLint major, beside what a project usually has; `bare`: the newest, beside the plugin alone. */
export type Major = 8 | 9 | 10 | 'bare';

/** One finding in ESLint's JSON output, as far as the tests look at it. */
export interface Message {
  ruleId: string | null; severity: number; line: number; column: number; endLine?: number; endColumn?: number; message: string; fatal?: boolean;
  fix?: Edit;
  suggestions?: { desc: string; fix: Edit }[];
}
/** An edit: what replaces the text between two offsets. */
export interface Edit { range: [number, number]; text: string }
type Argument = string | { input: string };
interface Run { status: number | null; stdout: string; stderr: string }

/** A directory with files in it, below the `node_modules` of one ESLint major. */
export class Project {
  readonly directory: string;
  constructor(readonly major: Major, files: Readonly<Record<string, string>>) {
    this.directory = mkdtempSync(path.join(inject('e2eRoot'), String(major), 'project-'));
    for (const [name, text] of Object.entries({ 'package.json': '{ "name": "shop", "type": "module" }\n', ...files })) this.write(name, text);
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.directory, name)), { recursive: true });
    writeFileSync(path.join(this.directory, name), text);
  }

  read(name: string): string {
    return readFileSync(path.join(this.directory, name), 'utf8');
  }

  has(name: string): boolean {
    return existsSync(path.join(this.directory, name));
  }

  /** Runs the `eslint` binary; an object among the arguments holds its standard input. Projects with an `.eslintrc` file run in eslintrc mode. */
  eslint(...args: readonly Argument[]): Run {
    const binary = path.join(this.directory, '../node_modules/eslint/bin/eslint.js');
    const env = { ...process.env, NODE_OPTIONS: '', ESLINT_USE_FLAT_CONFIG: this.has('.eslintrc.json') ? 'false' : 'true' };
    const words = args.filter((arg) => typeof arg === 'string');
    const { input } = args.find((arg) => typeof arg !== 'string') ?? {};
    return spawnSync(process.execPath, [binary, ...words], { cwd: this.directory, env, input, encoding: 'utf8', maxBuffer: 1 << 27 });
  }

  /** Runs the binary and reads its JSON: the findings by file, with the exit code. Throws ESLint's own words when it could not run. */
  lint(...args: readonly Argument[]): { status: number | null; files: Record<string, Message[]> } {
    const run = this.eslint('--format', 'json', ...args);
    if (run.status === 2 || !run.stdout.startsWith('[')) throw new Error(`eslint ${this.major} ended with ${run.status}:\n${run.stdout}\n${run.stderr}`);
    const results = JSON.parse(run.stdout) as { filePath: string; messages: Message[] }[];
    const files = Object.fromEntries(results.map((result) => [path.relative(this.directory, result.filePath).replaceAll('\\', '/'), result.messages]));
    return { status: run.status, files };
  }
}

/** A text with an edit made. */
export function edited(text: string, { range, text: replacement }: Edit): string {
  return text.slice(0, range[0]) + replacement + text.slice(range[1]);
}

/** `line:column severity rule` of each finding, which is what the tests compare. */
export function brief(messages: readonly Message[] | undefined): string[] {
  return (messages ?? []).map(({ line, column, severity, ruleId }) => `${line}:${column} ${severity === 2 ? 'error' : 'warn'} ${ruleId}`);
}
