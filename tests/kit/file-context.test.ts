import { createRequire } from 'node:module';
import * as tsParser from '@typescript-eslint/parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { ESLint as ESLint10, Linter as Linter10 } from 'eslint';
import { Linter as Linter9 } from 'eslint9';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bindContext, contextOf, type FileContext } from '../../src/analysis/context.js';
import { importedExport } from '../../src/analysis/modules.js';
import { fileContext } from '../../src/kit/file-context.js';
import { setHost } from '../../src/kit/host-slot.js';
import { nodeHost } from '../../src/node/host.js';
import { defaultSettings } from '../../src/settings.js';
import { projectOf, type Project } from '../helpers/project.js';

// It comes without types.
const { ESLint: ESLint8, Linter: Linter8 } = createRequire(import.meta.url)('eslint8') as { ESLint: typeof ESLint10; Linter: unknown };

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;
let project: Project;
let seen: { context: FileContext; redis: string | undefined } | undefined;

/** Keeps what the rule can see and what `redis` of `./db` is. */
const probe = {
  meta: { type: 'problem', schema: [] },
  create(context: Context) {
    const file = bindContext(context.sourceCode, () => fileContext(context));
    const found = importedExport(context.sourceCode, './db', 'redis', /ioredis/u);
    seen = { context: file, redis: found && found.source.getText(found.node) };
    expect(contextOf(context.sourceCode)).toBe(file);
    return {};
  },
};

interface AnyLinter {
  verify(text: string, config: unknown, options: object): { message: string }[];
  defineRule?(name: string, rule: unknown): void;
  defineParser?(name: string, parser: unknown): void;
}
type LinterClass = new (options: object) => AnyLinter;
const classes = { 8: Linter8, 9: Linter9, 10: Linter10 } as unknown as Record<number, LinterClass>;

/** Lints an empty file of the project with the probe. */
function lint(major: number, type: 'eslintrc' | 'flat', language: 'js' | 'ts', settings: object = {}, filename = project.path(`src/a.${language}`)): NonNullable<typeof seen> {
  seen = undefined;
  const linter = new classes[major]!({ configType: type, cwd: project.root });
  let config: unknown;
  if (type === 'flat') {
    const parser = language === 'ts' ? { parser: tsParser } : {};
    config = [{ files: ['**/*.*'], plugins: { probe: { rules: { probe } } }, rules: { 'probe/probe': 2 }, settings, languageOptions: { sourceType: 'module', ...parser } }];
  } else {
    linter.defineRule!('probe', probe);
    linter.defineParser!('ts', tsParser);
    config = { rules: { probe: 2 }, settings, parserOptions: { ecmaVersion: 2022, sourceType: 'module' }, ...(language === 'ts' ? { parser: 'ts' } : {}) };
  }
  expect(linter.verify('export {};', config, { filename })).toEqual([]);
  return seen!;
}

beforeAll(() => {
  project = projectOf({ 'src/db.ts': `import Redis from 'ioredis';\nexport const redis: Redis = new Redis(1);`, 'src/db.js': `import Redis from 'ioredis';\nexport const redis = new Redis(2);` });
});
afterEach(() => setHost(nodeHost()));
afterAll(() => project.remove());

describe.each([[8, 'eslintrc'], [8, 'flat'], [9, 'eslintrc'], [9, 'flat'], [10, 'flat']] as const)('ESLint %i, %s', (major, type) => {
  it.each(['ts', 'js'] as const)('tells where a .%s file stands and lets it read another', (language) => {
    setHost(nodeHost());
    const { context, redis } = lint(major, type, language, { archprinciples: { mesh: true } });
    expect(context).toMatchObject({ filename: project.path(`src/a.${language}`), cwd: project.root, settings: { ...defaultSettings, mesh: true }, depth: 0 });
    expect(context.languageOptions.sourceType).toBe('module');
    expect(context.languageOptions.ecmaVersion).toBeGreaterThanOrEqual(2022);
    expect(context.host).toBeDefined();
    // The resolver prefers sources, which espree cannot read.
    expect(redis).toBe(language === 'ts' ? 'new Redis(1)' : undefined);
    project.write('lib/db.js', `import Redis from 'ioredis';\nexport const redis = new Redis(3);`);
    expect(lint(major, type, language, {}, project.path(`lib/a.${language}`)).redis).toBe('new Redis(3)');
  });

  // Flat configurations match no `<input>`, those of ESLint 8 nothing that is not below the working directory.
  it.skipIf(major === 8 && type === 'flat')('has no host for text without a file', () => {
    setHost(nodeHost());
    for (const filename of type === 'flat' ? ['a.ts'] : ['<input>', 'a.ts']) {
      const { context, redis } = lint(major, type, 'ts', {}, filename);
      expect(context.host).toBeUndefined();
      expect(redis).toBeUndefined();
    }
  });
});

describe('fileContext', () => {
  const raw = (context: object): FileContext => fileContext({ filename: '/repo/a.ts', settings: {}, cwd: '/repo', ...context } as unknown as Context);

  it('has no host for a code block of another file', () => {
    setHost(nodeHost());
    expect(raw({ physicalFilename: '/repo/a.ts' }).host).toBeDefined();
    expect(raw({ filename: '/repo/README.md/0_0.ts', physicalFilename: '/repo/README.md' }).host).toBeUndefined();
  });

  it('takes the defaults in place of bad settings and of what a tool does not tell', () => {
    expect(raw({ settings: { archprinciples: { crossfile: 1 } } }).settings).toBe(defaultSettings);
    expect(raw({ settings: undefined, languageOptions: undefined, cwd: undefined })).toMatchObject({ settings: defaultSettings, languageOptions: {}, cwd: '/' });
  });
});

describe('with processors', () => {
  it('code blocks are no files in ESLint 8 and 10', async () => {
    setHost(nodeHost());
    const processor = { preprocess: () => [{ text: 'export {};', filename: '0.ts' }], postprocess: (lists: unknown[][]) => lists.flat() };
    const plugin = { rules: { probe }, processors: { md: processor } };
    project.write('README.md', '# text');
    for (const [name, run] of [
      ['10', () => new ESLint10({ cwd: project.root, overrideConfigFile: true, overrideConfig: [
        { files: ['**/*.md'], plugins: { probe: plugin as never }, processor: 'probe/md' },
        { files: ['**/*.ts'], plugins: { probe: plugin as never }, rules: { 'probe/probe': 2 }, languageOptions: { parser: tsParser as never } },
      ] }).lintFiles(['README.md'])],
      ['8', () => new ESLint8({ cwd: project.root, useEslintrc: false, plugins: { probe: plugin as never }, overrideConfig: {
        plugins: ['probe'], overrides: [
          { files: ['*.md'], processor: 'probe/md' },
          { files: ['**/*.ts'], rules: { 'probe/probe': 2 }, parserOptions: { sourceType: 'module', ecmaVersion: 2022 } },
        ] } } as never).lintFiles(['README.md'])],
    ] as const) {
      seen = undefined;
      await run();
      expect(seen, name).toBeDefined();
      expect(seen!.context.filename).toMatch(/README\.md[/\\]0_0\.ts$/u);
      expect(seen!.context.host, name).toBeUndefined();
    }
  });
});
