import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { Project } from './project.js';

const files = {
  'eslint.config.js': `import archprinciples from 'eslint-plugin-archprinciples';
export default [{ ...archprinciples.configs['flat/recommended'], plugins: { archprinciples } }, { rules: { 'no-var': 'error' } }];
`,
  'src/routes.js': `import bcrypt from 'bcryptjs';
import express from 'express';
import { Redis } from 'ioredis';
const app = express();
app.post('/signup', (req, res) => {
  var hash = bcrypt.hashSync(req.body.password, 12);
  res.json({ hash });
});
app.get('/', async (req, res) => {
  const redis = new Redis(process.env.URL);
  res.json(await redis.get('a'));
});
app.get('/more', async (req, res) => {
  // eslint-disable-next-line archprinciples/no-per-call-client -- measured
  const redis = new Redis(process.env.URL);
  res.json(await redis.get('b'));
});
`,
  'src/clean.js': 'export const a = 1;\n',
};

describe.each([8, 9, 10] as const)('the formatters on ESLint %i', (major) => {
  const project = new Project(major, files);
  const eslint = (...args: string[]) => project.eslint('--no-error-on-unmatched-pattern', ...args, 'src');
  // As documented, but for the modules, which lie one folder up.
  const at = (name: string): string => `../node_modules/eslint-plugin-archprinciples/dist/formatters/${name}.cjs`;

  it('write the scorecard', () => {
    const { stdout, status } = eslint('-f', at('scorecard'));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^<!doctype html>/u);
    expect(stdout).toContain('<title>Architecture scorecard: 25 of 100, 2 findings</title>');
    expect(stdout).toContain('18 lines');
    expect(stdout).toContain('<dt>Suppressed</dt><dd>1<small>');
    expect(stdout).toContain('Not shown: 1 finding of other rules (ESLint 1).');
    expect(stdout).toContain('<code>src/routes.js:6:14</code>');
    expect(stdout).toContain('<mark>bcrypt.hashSync(req.body.password, 12)</mark>');
  });

  it('write Markdown', () => {
    const { stdout } = eslint('-f', at('markdown'));
    expect(stdout).toContain('| P011 Event-Driven Architecture | CRITICAL | 33 | 1 |');
    expect(stdout).toContain('- `src/routes.js:6` ');
  });

  it('write SARIF', () => {
    const [run] = (JSON.parse(eslint('-f', at('sarif')).stdout) as { runs: [{ results: { ruleId: string; fixes?: object[]; suppressions?: object[] }[] }] }).runs;
    expect(run.results.map(({ ruleId, fixes, suppressions }) => ({ ruleId, fixes: fixes?.length ?? 0, suppressions }))).toEqual([
      { ruleId: 'no-var', fixes: 1, suppressions: undefined },
      { ruleId: 'archprinciples/no-blocking-handler', fixes: 1, suppressions: undefined },
      { ruleId: 'archprinciples/no-per-call-client', fixes: 1, suppressions: undefined },
      { ruleId: 'archprinciples/no-per-call-client', fixes: 1, suppressions: [{ kind: 'inSource', justification: 'measured' }] },
    ]);
  });

  // What ESLint saves is of one form in all majors.
  it.runIf(major === 10)('say the same of saved results, and of shards', () => {
    const run = (...args: string[]) => spawnSync(process.execPath, [at('merge'), ...args], { cwd: project.directory, encoding: 'utf8' });
    project.write('all.json', eslint('-f', 'json').stdout);
    ['routes', 'clean'].forEach((name) => project.write(`${name}.json`, project.eslint('-f', 'json', `src/${name}.js`).stdout));
    for (const format of ['scorecard', 'markdown', 'sarif']) {
      const direct = eslint('-f', at(format)).stdout;
      const { stdout, stderr, status } = run('--format', format, 'routes.json', 'clean.json');
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
      if (format !== 'sarif') expect(stdout.trim()).toBe(direct.trim());
      // What ESLint says of its own rules is not in its JSON.
      else expect((JSON.parse(stdout) as { runs: [{ results: object[] }] }).runs[0].results).toEqual((JSON.parse(direct) as { runs: [{ results: object[] }] }).runs[0].results);
    }
    expect(run('--baseline', 'all.json', '--format', 'markdown', 'routes.json').stdout).toContain('±0 since the baseline (0 new, 0 gone)');
    expect(run('--format', 'pdf', 'all.json')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('There is no format pdf.') as string });
    expect(run('missing.json')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^missing\.json: /u) as string });
    const counts = (text: string): number[][] => (JSON.parse(text) as Record<string, number>[]).map((one) => ['errorCount', 'fatalErrorCount', 'warningCount', 'fixableErrorCount', 'fixableWarningCount'].map((name) => one[name]!));
    expect(counts(run('--format', 'json', 'clean.json', 'routes.json').stdout)).toEqual(counts(project.read('all.json')));
  });
});
