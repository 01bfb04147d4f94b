import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Editor, under, type Action, type Diagnostic } from './editor.js';
import { eslintConfigOf, examples, filesOf } from './examples.js';
import { edited, Project, type Major, type Message } from './project.js';
import { policy, typescript } from './sources.js';

/** What the plugin has to do with of what the light bulb offers. */
const offered = (actions: readonly Action[]) => actions.map(({ title }) => title).filter((title) => !/^(?:Disable|Show documentation|Fix all)/u.test(title));
const named = (actions: readonly Action[], title: string) => actions.find((action) => action.title === title)!;
const squiggles = (editor: Editor, file: string, diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, severity, range }) => [code?.replace('archprinciples/', ''), severity === 1 ? 'error' : 'warning', under(editor.text(file), range)]);

describe('the example service', () => {
  let project: Project;
  let editor: Editor;
  beforeAll(async () => {
    project = new Project(10, {});
    cpSync('examples/shop-api', project.directory, { recursive: true, filter: (file) => !file.includes('node_modules') });
    editor = await Editor.open(project.directory);
  });
  afterAll(() => editor.close());

  it.each([
    ['src/config.ts', []],
    ['src/db.ts', []],
    ['src/openai.ts', []],
    ['src/routes/accounts.ts', [['no-blocking-handler', 'error', 'bcrypt.hashSync(password, 12)']]],
    ['src/routes/assistant.ts', [['prefer-parallel-agents', 'warning', 'openai.responses.create']]],
    ['src/routes/carts.ts', []],
    ['src/routes/orders.ts', []],
    ['src/routes/products.ts', [
      ['no-per-call-client', 'warning', 'new Redis(config.redisUrl)'],
      ['no-blocking-handler', 'error', "readFileSync(new URL('../templates/label.svg', import.meta.url), 'utf8')"],
    ]],
    ['src/services/order-service.ts', []],
  ])('underlines just the construct in %s', async (file, expected) => {
    expect(squiggles(editor, file, await editor.show(file))).toEqual(expected);
  });

  it.each(['src/routes/accounts.ts', 'src/routes/assistant.ts', 'src/routes/products.ts'])('offers the fix of each squiggle in %s and applies it', async (file) => {
    const messages = project.lint(file).files[file]!;
    const diagnostics = await editor.show(file);
    expect(diagnostics).toHaveLength(messages.length);
    const before = editor.text(file);
    for (const [index, diagnostic] of diagnostics.entries()) {
      const actions = await editor.actions(file, diagnostic);
      expect(offered(actions)).toEqual([`Fix this ${diagnostic.code} problem`]);
      const [fix] = actions;
      expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true });
      expect(await editor.run(file, fix!)).toBe(edited(before, messages[index]!.fix!));
      expect((await editor.diagnostics(file)).map(({ code }) => code)).not.toContain(diagnostic.code);
      await editor.type(file, before);
    }
  });

  it('saving with "fix all" does what `eslint --fix` does, and nothing the second time', async () => {
    const files = ['src/routes/accounts.ts', 'src/routes/assistant.ts', 'src/routes/products.ts'];
    const saved: string[] = [];
    for (const file of files) {
      await editor.show(file);
      saved.push(await editor.save(file));
      expect(await editor.save(file)).toBe(saved.at(-1));
      expect(await editor.diagnostics(file)).toEqual([]);
    }
    project.eslint('--fix', 'src');
    expect(saved).toEqual(files.map((file) => project.read(file)));
  });

  it('shows a defect while it is typed', async () => {
    const file = 'src/routes/carts.ts';
    await editor.show(file);
    const sound = editor.text(file);
    expect(squiggles(editor, file, await editor.type(file, `${typescript.replace('cached', 'cachedCart')}\n${sound.replace("import Redis from 'ioredis';\n", '')}`)))
      .toEqual([['no-per-call-client', 'warning', 'new Redis()']]);
    expect(await editor.type(file, sound)).toEqual([]);
  });

  it('disables a rule for a line', async () => {
    const file = 'src/main.ts';
    await editor.show(file);
    const [squiggle] = await editor.type(file, typescript);
    const actions = await editor.actions(file, squiggle!);
    expect(await editor.run(file, named(actions, 'Disable archprinciples/no-per-call-client for this line')))
      .toBe(typescript.replace('  const redis', '  // eslint-disable-next-line archprinciples/no-per-call-client\n  const redis'));
    expect(await editor.diagnostics(file)).toEqual([]);
  });
});

describe.each<Major>([8, 9])('on ESLint %i', (major) => {
  it('squiggle, fix and link are there', async () => {
    const config = 'import plugin from "eslint-plugin-archprinciples";\nimport * as parser from "@typescript-eslint/parser";\nexport default [{ files: ["**/*.ts"], languageOptions: { parser } }, plugin.configs["flat/recommended"]];\n';
    const project = new Project(major, { 'src/a.ts': typescript, 'eslint.config.mjs': config });
    const editor = await Editor.open(project.directory);
    try {
      const diagnostics = await editor.show('src/a.ts');
      expect(squiggles(editor, 'src/a.ts', diagnostics)).toEqual([['no-per-call-client', 'warning', 'new Redis()']]);
      expect(diagnostics[0]!.codeDescription?.href).toMatch(/docs\/rules\/no-per-call-client\.md$/u);
      expect(await editor.save('src/a.ts')).toContain('??= new Redis()');
    } finally {
      await editor.close();
    }
  });
});

const manifests = `import plugin from 'eslint-plugin-archprinciples';
export default [plugin.configs['flat/manifests']];
`;

describe('a manifest', () => {
  const file = 'k8s/peer.yaml';
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.open(new Project(10, { [file]: policy, 'eslint.config.mjs': manifests }).directory);
  });
  afterAll(() => editor.close());

  it('underlines the value, and the suggestion keeps the comment', async () => {
    const [squiggle, ...more] = await editor.show(file);
    expect(more).toEqual([]);
    expect(squiggles(editor, file, [squiggle!])).toEqual([['istio-strict-mtls', 'error', 'PERMISSIVE']]);
    const actions = await editor.actions(file, squiggle!);
    const [title, ...others] = offered(actions);
    expect(others).toEqual([]);
    expect(title).toMatch(/STRICT.*\(archprinciples\/istio-strict-mtls\)$/u);
    expect(await editor.run(file, named(actions, title!))).toBe(policy.replace('PERMISSIVE', 'STRICT'));
    expect(await editor.diagnostics(file)).toEqual([]);
  });

  it('is disabled by a comment of YAML', async () => {
    const [squiggle] = await editor.show(file);
    const actions = await editor.actions(file, squiggle!);
    expect(await editor.run(file, named(actions, 'Disable archprinciples/istio-strict-mtls for this line')))
      .toBe(policy.replace('    mode', '    # eslint-disable-next-line archprinciples/istio-strict-mtls\n    mode'));
    expect(await editor.diagnostics(file)).toEqual([]);
  });
});

describe('the examples of the documentation', () => {
  const list = examples();
  let project: Project;
  let editor: Editor;
  let found: [file: string, messages: Message[]][];
  beforeAll(async () => {
    project = new Project(10, { ...filesOf(list), 'eslint.config.mjs': eslintConfigOf(list) });
    found = Object.entries(project.lint('.').files).filter(([, messages]) => messages.length > 0);
    editor = await Editor.open(project.directory);
  });
  afterAll(() => editor.close());

  it('every squiggle stays in its line and begins and ends at a word', () => {
    const marked = found.flatMap(([file, messages]) => messages.map(({ line, column, endLine, endColumn, ruleId }) =>
      ({ file, ruleId, line, endLine, text: project.read(file).split('\n')[line - 1]!.slice(column - 1, (endColumn ?? 0) - 1) })));
    expect(marked.length).toBeGreaterThan(150);
    expect(marked.filter(({ line, endLine, text }) => line !== endLine || text === '' || text !== text.trim() || text.length > 120)).toEqual([]);
  });

  it('every link leads to the page of the rule', async () => {
    const seen = new Set<string>();
    for (const [file, messages] of found) {
      if (messages.every(({ ruleId }) => seen.has(ruleId!))) continue;
      for (const { code, codeDescription } of await editor.show(file)) {
        seen.add(code!);
        const page = /^https:\/\/github\.com\/[\w-]+\/[\w-]+\/blob\/main\/(docs\/rules\/[\w-]+\.md)$/u.exec(codeDescription!.href)![1]!;
        expect(existsSync(path.resolve(page)), page).toBe(true);
        expect(/^# (.*)$/mu.exec(readFileSync(page, 'utf8'))![1]).toBe(code!.replace('archprinciples/', ''));
      }
      await editor.hide(file);
    }
    expect([...seen].sort()).toEqual([...new Set(found.flatMap(([, messages]) => messages.map(({ ruleId }) => ruleId!)))].sort());
    expect(seen.size).toBeGreaterThanOrEqual(49);
  });

  it('every fix and suggestion appears by name and writes what ESLint says', async () => {
    const applied = { fixes: 0, suggestions: 0 };
    for (const [file, messages] of found) {
      if (!messages.some(({ fix, suggestions }) => fix || suggestions)) continue;
      const diagnostics = await editor.show(file);
      const before = editor.text(file);
      for (const message of messages) {
        const suggestions = message.suggestions ?? [];
        const diagnostic = diagnostics.find(({ code, message: text, range }) => code === message.ruleId && text === message.message && range.start.line === message.line - 1 && range.start.character === message.column - 1)!;
        const actions = await editor.actions(file, diagnostic);
        const edits = [...(message.fix ? [{ title: `Fix this ${message.ruleId} problem`, fix: message.fix }] : []), ...suggestions.map(({ desc, fix }) => ({ title: `${desc} (${message.ruleId})`, fix }))];
        expect(offered(actions), file).toEqual(edits.map(({ title }) => title));
        for (const { title, fix } of edits) {
          expect(await editor.run(file, named(actions, title)), `${file}: ${title}`).toBe(edited(before, fix));
          await editor.type(file, before);
          await editor.actions(file, diagnostic);
        }
        applied.fixes += message.fix ? 1 : 0;
        applied.suggestions += suggestions.length;
      }
      await editor.hide(file);
    }
    expect(applied.fixes).toBeGreaterThanOrEqual(10);
    expect(applied.suggestions).toBeGreaterThanOrEqual(50);
  });
});
