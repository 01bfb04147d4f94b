import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { principles, type PrincipleId } from '../src/principles.js';
import { findRules } from './gen/rules.js';
import { pageTemplate, ruleTemplate, testTemplate, type NewRule } from './new-rule/templates.js';

/** `npm run new-rule -- <name> <principle>`: a rule, its test and its page, whole and passing, to be rewritten into the real one. */
const root = fileURLToPath(new URL('..', import.meta.url));

function parseArguments([name, wanted]: readonly string[]): NewRule | string {
  if (!name || !wanted) return 'Usage: npm run new-rule -- <name> <principle>, for example: no-per-call-client P012';
  if (!/^[a-z]+(?:-[a-z]+)+$/u.test(name)) return `"${name}" is no rule name: words in lower case, joined by hyphens.`;
  const rules = findRules(root);
  if (rules.some((rule) => rule.name === name)) return `There is a rule ${name} already.`;
  const principle = (Object.keys(principles) as PrincipleId[]).find((id) => id.toLowerCase() === wanted.toLowerCase());
  if (!principle) return `There is no principle ${wanted}: src/principles.ts lists them.`;
  const prefix = principle.toLowerCase();
  const existing = rules.find(({ folder }) => folder === prefix || folder.startsWith(`${prefix}-`))?.folder;
  return { name, principle, folder: existing ?? folderOf(principle) };
}

/** `p012-singleton`: the id with what is telling in the title; patterns have telling ids already. */
function folderOf(id: PrincipleId): string {
  if (!/^P\d+$/u.test(id)) return id;
  const telling = principles[id].title.toLowerCase().replace(/ (?:for|with) .*$/u, '').replace(/ (?:patterns?|architecture|strategy|management)$/u, '');
  return `${id.toLowerCase()}-${telling.replace(/[^a-z]+/gu, '-')}`;
}

function write(file: string, text: string): void {
  const target = path.join(root, file);
  if (existsSync(target)) throw new Error(`${file} exists already.`);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${file}`);
}

const rule = parseArguments(process.argv.slice(2));
if (typeof rule === 'string') {
  console.error(rule);
  process.exitCode = 1;
} else {
  write(`src/rules/${rule.folder}/${rule.name}.ts`, ruleTemplate(rule));
  write(`tests/rules/${rule.name}.test.ts`, testTemplate(rule));
  write(`docs/rules/${rule.name}.md`, pageTemplate(rule));
  const { status } = spawnSync(process.execPath, [...process.execArgv, path.join(root, 'tools/gen.ts')], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
  if (status === 0) console.log(`\nNow make it yours, and run: npx vitest run tests/rules/${rule.name}.test.ts tests/docs tests/meta`);
}
