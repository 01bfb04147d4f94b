import * as tsParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { readPage, sectionProse } from './page.js';

const { blocks, prose } = readPage(readFileSync('docs/guides/agents.md', 'utf8'));
const exampleIn = (section: string) => blocks.find((block) => block.section === section && block.title === 'src/research.ts')!;
const before = exampleIn('Before');
const after = exampleIn('After');

/** The principles whose rules the config `agents` holds, once they are known to be precise. */
const principles = new Set(['P066', 'P070', 'agent-protocol', 'agent-roles', 'cost-optimization']);
const agentRules = Object.entries(plugin.rules).filter(([, rule]) => principles.has(rule.meta.docs!.principle)).map(([name]) => `archprinciples/${name}`);
const preset = plugin.configs['flat/agents']!.rules;
const inPreset = (names: readonly string[]) => names.filter((name) => `archprinciples/${name}` in preset);

const houseRules = 'Cite every source by its title and year. '.repeat(200);
const files: Record<string, string> = {
  'package.json': '{ "type": "module", "dependencies": { "openai": "^6.0.0" } }',
  'src/house-rules.ts': `export const houseRules = ${JSON.stringify(houseRules)};\n`,
};
let cwd: string;
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-guide-')));
  mkdirSync(path.join(cwd, 'src'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Names of the rules that report, sorted. */
async function reporting(code: string, rules: Linter.RulesRecord): Promise<string[]> {
  const config = {
    files: ['**/*.ts'],
    plugins: { archprinciples: plugin as unknown as ESLint.Plugin },
    languageOptions: { parser: tsParser as Linter.Parser },
    settings: { archprinciples: { agents: ['askExpert'] } },
    rules,
  };
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [config] });
  const [result] = await eslint.lintText(code, { filePath: path.join(cwd, 'src/research.ts') });
  return [...new Set(result!.messages.map(({ ruleId, message }) => ruleId?.replace('archprinciples/', '') ?? message))].sort();
}

describe('linting the example', () => {
  const listed = [...sectionProse(prose, 'Before').matchAll(/^\| \[([\w-]+)\]/gmu)].map(([, name]) => name!);
  const all = Object.fromEntries(agentRules.map((name) => [name, 'error'] as const));

  it('before: every rule of the table reports, and no other agent rule', async () => {
    expect(await reporting(before.code, all)).toEqual(listed);
  });

  it('before: the config reports what it holds of them', async () => {
    const found = await reporting(before.code, preset as Linter.RulesRecord);
    expect(found).toEqual(inPreset(listed));
    expect(found).toContain('prefer-parallel-agents');
  });

  it('after: none reports', async () => {
    expect(await reporting(after.code, all)).toEqual([]);
  });
});

interface Request {
  model: string;
  input: { type?: string; content?: string; output?: string }[] | string;
  instructions?: string;
  max_output_tokens?: number;
}

/** A model that answers by what it is asked, not by which model it is, and a web and a notebook to go with it. */
class World {
  readonly requests: Request[] = [];
  atOnce = 0;
  private now = 0;

  private async takes<T>(answer: T): Promise<T> {
    this.atOnce = Math.max(this.atOnce, (this.now += 1));
    for (let wait = 0; wait < 20; wait += 1) await Promise.resolve();
    this.now -= 1;
    return answer;
  }

  private answer({ input }: Request): { output_text: string; output: object[] } {
    const said = (output_text: string) => ({ output_text, output: [{ type: 'message', content: output_text }] });
    if (typeof input === 'string') return said(input.startsWith('Extract') ? 'grain, price, 1770' : `- ${/\n([^.]*\.)/u.exec(input)![1]!}`);
    const looked = input.find(({ type }) => type === 'function_call_output');
    if (!looked) return { output_text: '', output: [{ type: 'function_call', call_id: 'c1', name: 'open_page', arguments: '{"url":"https://example.org/1770"}' }] };
    return said(`${input.find(({ content }) => content !== undefined)!.content}\n\n${looked.output}`);
  }

  readonly modules: Record<string, unknown> = {
    openai: {
      __esModule: true,
      default: class {
        constructor(readonly responses = { create: (request: Request) => world!.ask(request) }) {}
      },
    },
    'node:crypto': { randomUUID: () => 'id' },
    'node:fs/promises': { readFile: async (file: string) => `The notes say that bread doubled, says the file ${file.slice(0, 5)}. ${'And more. '.repeat(5000)}` },
    './experts.js': { askExpert: (role: string, question: string) => this.takes(`The ${role} on ${question}`) },
    './house-rules.js': { houseRules },
    './search.js': {
      searchWeb: async (terms: string) => ['a', 'b', 'c'].map((name) => ({ url: `https://example.org/${name}`, excerpt: `Page ${name} is about ${terms}. More.` })),
      openPage: async (url: string) => `Read at ${url}`,
    },
  };

  ask(request: Request): Promise<unknown> {
    this.requests.push(structuredClone(request));
    return this.takes(this.answer(request));
  }
}

let world: World | undefined;

async function run(code: string): Promise<{ payload: string; world: World }> {
  world = new World();
  const { modules } = world;
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true } });
  const exported: { research?: (question: string, notes: string) => Promise<{ payload: string }> } = {};
  new Function('exports', 'require', outputText)(exported, (name: string) => modules[name]);
  const { payload } = await exported.research!('why bread became dear', 'notes/bread.md');
  return { payload, world };
}

describe('running the example', () => {
  const sent = ({ requests }: World) => requests.reduce((sum, { input, instructions = '' }) => sum + JSON.stringify(input).length + instructions.length, 0);

  it('gives the same answer before and after', async () => {
    const [old, mended] = [await run(before.code), await run(after.code)];
    expect(mended.payload).toBe(old.payload);
    for (const part of ['- Page b is about grain, price, 1770.', '- The notes say that bread doubled, says the file notes.', 'The historian on why bread became dear', 'Read at https://example.org/1770']) expect(old.payload).toContain(part);
  });

  it('asks as often, at once, for less, and with a limit each', async () => {
    const [old, mended] = [(await run(before.code)).world, (await run(after.code)).world];
    expect(mended.requests).toHaveLength(old.requests.length);
    expect([old.atOnce, mended.atOnce]).toEqual([1, 6]);
    expect(sent(mended)).toBeLessThan(sent(old) / 2);
    expect(old.requests.every(({ max_output_tokens }) => max_output_tokens)).toBe(false);
    expect(mended.requests.every(({ max_output_tokens }) => max_output_tokens)).toBe(true);
  });
});
