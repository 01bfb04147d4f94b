import { expect } from 'vitest';
import { brief, type Project } from './project.js';
import { files } from './sources.js';

const names = Object.keys(files);

/**
 * What everybody who follows the README must get: one warning per file and exit code 0, exit code 1 with `--max-warnings 0`, and a `--fix`
 * that moves the client to module level, leaves nothing to report and changes nothing the second time.
 */
export function expectReportsAndFixes(project: Project, { namespace = 'archprinciples', args = [] as readonly string[] } = {}): void {
  const found = project.lint(...args, 'src');
  expect(Object.fromEntries(names.map((name) => [name, brief(found.files[name])])))
    .toEqual(Object.fromEntries(names.map((name) => [name, [`4:17 warn ${namespace}/no-per-call-client`]])));
  expect(found.status).toBe(0);
  expect(project.eslint(...args, '--max-warnings', '0', 'src').status).toBe(1);

  const fixed = project.lint(...args, '--fix', '--max-warnings', '0', 'src');
  expect(fixed).toEqual({ status: 0, files: Object.fromEntries(names.map((name) => [name, []])) });
  const texts = names.map((name) => project.read(name));
  for (const text of texts) expect(text).toMatch(/^function (\w+)\(\)[^]*\?\?= new Redis\(\)[^]*const redis = \1\(\);/mu);
  project.lint(...args, '--fix', 'src');
  expect(names.map((name) => project.read(name))).toEqual(texts);
}
