import { beforeAll, describe, expect, it } from 'vitest';
import { Editor } from './editor.js';
import { codeRules, eslintConfigOf, examples, filesOf, type Example } from './examples.js';
import { lintWithOxlint, oxlintConfigsOf } from './oxlint.js';
import { Project, type Message } from './project.js';

/** A project of the documentation's examples: all that import other files, and the first bad one of each rule. */
function chosen(): readonly Example[] {
  const all = examples();
  const first = new Set(all.filter(({ rule }, index) => all.findIndex((other) => other.rule === rule) === index));
  return all.filter((example) => first.has(example) || Object.keys(example.files).length > 2);
}

type Found = Readonly<Record<string, readonly Message[]>>;
const list = chosen();
const written = filesOf(list);
const names = Object.keys(written).filter((name) => /\.(?:[cm]?[jt]sx?|yaml)$/u.test(name)).sort();
const project = (major: 8 | 9 | 10, more: object = {}) => new Project(major, { ...written, 'eslint.config.mjs': eslintConfigOf(list, more) });
/** One list that does not depend on the order of files. */
const sorted = (found: Found) => Object.entries(found).filter(([, messages]) => messages.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
/** What all hosts say of a finding. */
const spoken = (found: Found) => sorted(found).flatMap(([file, messages]) => messages.map(({ line, column, severity, ruleId, message }) => `${file}:${line}:${column} ${severity} ${ruleId} ${message}`)).sort();

describe('the same findings', () => {
  let whole: Found;
  let alone: Found;
  beforeAll(() => {
    whole = project(10).lint('.').files;
    alone = project(10, { crossFile: false }).lint('.').files;
  });

  it('are many, of all rules, some of which read other files', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    const rules = new Set(Object.values(whole).flat().map(({ ruleId }) => ruleId));
    expect(rules.size).toBeGreaterThanOrEqual(49);
    expect(spoken(whole).filter((each) => !spoken(alone).includes(each)).length).toBeGreaterThanOrEqual(7);
  });

  it('in 3 shards, each of which lints a part of the files of every folder', () => {
    const count = 3;
    const shards = Array.from({ length: count }, (_, shard) => project(10).lint(...names.filter((_name, index) => index % count === shard)).files);
    expect(sorted(Object.assign({}, ...shards) as Found)).toEqual(sorted(whole));
  });

  it('one file after the other, each in a process that knows no other', () => {
    const here = project(10);
    const reading = list.filter(({ files, file }) => Object.keys(files).length > 2 && /\.[jt]s$/u.test(file)).slice(0, 4).map(({ folder, file }) => `${folder}/${file}`);
    expect(reading).toHaveLength(4);
    for (const name of reading) expect(here.lint(name).files[name], name).toEqual(whole[name]);
  });

  it.each([9, 10] as const)('in two threads of ESLint %i', (major) => {
    expect(spoken(project(major).lint('--concurrency', '2', '.').files)).toEqual(spoken(whole));
  });

  it('on ESLint 8', () => {
    expect(spoken(project(8).lint('.').files)).toEqual(spoken(whole));
  });

  it('with a cold cache, a warm one and one of which a part is out of date', () => {
    const here = project(10);
    const run = (...args: string[]) => sorted(here.lint(...args, '.').files);
    const cached = ['--cache', '--cache-strategy', 'content'];
    expect(run(...cached)).toEqual(sorted(whole));
    expect(run(...cached)).toEqual(sorted(whole));
    const changed = 'no-data-access-in-handler-25/src/example.ts';
    expect(whole[changed]).not.toEqual([]);
    here.write(changed, 'export {};\n');
    expect(run(...cached)).toEqual(sorted({ ...whole, [changed]: [] }));
    // What the guide says the cache does not see: a change in a file that a linted one imports.
    here.write(changed, written[changed]!);
    run(...cached);
    here.write('no-data-access-in-handler-25/src/db.ts', 'export const db = { order: { findMany: async () => [] } };\n');
    expect(run(...cached)).toEqual(sorted(whole));
    expect(run()).not.toEqual(sorted(whole));
  });

  it('in the editor', async () => {
    const here = project(10);
    const editor = await Editor.open(here.directory);
    try {
      const found: Record<string, Message[]> = {};
      for (const name of names) {
        found[name] = (await editor.show(name)).map(({ code, severity, message, range: { start, end } }) =>
          ({ ruleId: code ?? null, severity: severity === 1 ? 2 : 1, message, line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 }));
        await editor.hide(name);
      }
      expect(spoken(found)).toEqual(spoken(whole));
      const ends = (all: Found) => sorted(all).flatMap(([file, messages]) => messages.map(({ ruleId, line, endLine, endColumn }) => `${file}:${line} ${ruleId} ${endLine}:${endColumn}`)).sort();
      expect(ends(found)).toEqual(ends(whole));
    } finally {
      await editor.close();
    }
  });

  it('in oxlint, where it can read what the rule needs', () => {
    const here = new Project(10, { ...written, ...oxlintConfigsOf(list, codeRules()) });
    const code = (found: Found) => spoken(Object.fromEntries(Object.entries(found).filter(([name]) => !name.endsWith('.yaml'))));
    const found = code(lintWithOxlint(here, '.').files);
    expect(found).toEqual(code(alone));
    expect(found.filter((each) => !code(whole).includes(each))).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(40);
  });
});
