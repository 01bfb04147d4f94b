import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { formChangelog, formLock } from '../../tools/changelog.js';

const introduction = 'What changed, for those who use the plugin. [Versions](README.md#versions) says more.';
const before = `# Changelog\n\n${introduction}\n\n## 0.3.0\n\nThe old one.\n\n- Old: a line\n`;

it('a release made of changesets stands below the introduction, in the form of the others', () => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-changeset-')));
  try {
    cpSync('.changeset', path.join(root, '.changeset'), { recursive: true });
    mkdirSync(path.join(root, 'node_modules'));
    symlinkSync(path.resolve('node_modules/@changesets'), path.join(root, 'node_modules/@changesets'), 'junction');
    writeFileSync(path.join(root, 'package.json'), '{ "name": "eslint-plugin-archprinciples", "version": "0.3.0" }\n');
    writeFileSync(path.join(root, 'CHANGELOG.md'), before);
    const change = (name: string, kind: string, text: string) => writeFileSync(path.join(root, `.changeset/${name}.md`), `---\n'eslint-plugin-archprinciples': ${kind}\n---\n\n${text}\n`);
    change('one', 'minor', 'A rule, [no-x](docs/rules/no-x.md),\nwith a second line.');
    change('two', 'patch', 'A finding that was wrong.');
    const run = (file: string, ...args: string[]) => execFileSync(file, args, { cwd: root, stdio: 'pipe', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' } });
    run('git', 'init', '--quiet', '--initial-branch', 'main');
    run('git', 'add', '.changeset', 'package.json', 'CHANGELOG.md');
    run('git', 'commit', '--quiet', '--message', 'x');
    run(process.execPath, path.resolve('node_modules/@changesets/cli/bin.js'), 'version');
    expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))).toMatchObject({ version: '0.4.0' });
    const text = formChangelog(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'));
    expect(text).toBe(`# Changelog\n\n${introduction}\n\n## 0.4.0\n\nNew:\n\n- A rule, [no-x](docs/rules/no-x.md),\n  with a second line.\n\nFixed:\n\n- A finding that was wrong.\n\n## 0.3.0\n\nThe old one.\n\n- Old: a line\n`);
    expect(formChangelog(text)).toBe(text);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

it('the changelog of this project has the form already, and its lock file the version', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  expect(formChangelog(changelog)).toBe(changelog);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const lock = readFileSync('package-lock.json', 'utf8');
  expect(formLock(lock, version)).toBe(lock);
  expect(JSON.parse(formLock(lock, '99.0.0'))).toMatchObject({ version: '99.0.0', packages: { '': { version: '99.0.0' } } });
});
