import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import { getStaticYAMLValue, parseYAML } from 'yaml-eslint-parser';
import manifest from '../../package.json' with { type: 'json' };
import plugin from '../../src/index.js';

interface Step { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> }
interface Job { 'runs-on': string; 'timeout-minutes': number; permissions?: Record<string, string>; strategy?: { matrix: { node: string[] } }; steps: Step[] }
interface Workflow { on: Record<string, unknown>; permissions: Record<string, string>; jobs: Record<string, Job> }

const folder = '.github/workflows';
const files = readdirSync(folder);
const read = (name: string) => getStaticYAMLValue(parseYAML(readFileSync(`${folder}/${name}`, 'utf8'))) as unknown as Workflow;
const runs = (job: Job | undefined) => (job?.steps ?? []).flatMap(({ run }) => run ?? []);

describe.each(files)('%s', (name) => {
  const workflow = read(name);

  it('has jobs that end, read-only but where they say so', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(workflow.jobs)) {
      expect(job['runs-on']).toBe('ubuntu-latest');
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
      for (const step of job.steps) expect([step.uses, step.run].filter(Boolean)).toHaveLength(1);
    }
  });

  it('runs scripts that there are', () => {
    for (const command of Object.values(workflow.jobs).flatMap(runs)) {
      const script = /^npm run ([\w-]+)$/u.exec(command)?.[1];
      if (script) expect(manifest.scripts).toHaveProperty(script);
      else expect(['npm ci', '.ci/run']).toContain(command);
    }
  });

  it('is nothing that our own rules of YAML files report', async () => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs['flat/manifests-strict'] as never] });
    const [result] = await eslint.lintFiles(`${folder}/${name}`);
    expect(result!.messages).toEqual([]);
  });
});

it('every push is tested as .ci/run does, and on each line of Node that is supported', () => {
  const { on, jobs } = read('ci.yml');
  expect(Object.keys(on)).toEqual(['push', 'pull_request']);
  expect(runs(jobs['test'])).toEqual(['.ci/run']);
  const nodes = jobs['node']!.strategy!.matrix.node;
  expect(nodes.map((node) => semver.major(semver.coerce(node)!))).toEqual([20, 22, 24]);
  for (const node of nodes) expect(semver.satisfies(semver.coerce(node)!, manifest.engines.node)).toBe(true);
  expect(runs(jobs['node'])).toEqual(['npm ci', 'npm run unit', 'npm run e2e']);
});

it('what needs the network runs by itself, on a schedule', () => {
  const { on, jobs } = read('network.yml');
  expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch']);
  expect(Object.values(jobs).map((job) => runs(job).at(-1))).toEqual(['npm run verify-catalog', 'npm run check-install']);
});

it('a release is tested, and published with provenance through changesets', () => {
  const { release } = read('release.yml').jobs;
  expect(release!.permissions).toEqual({ contents: 'write', 'pull-requests': 'write', 'id-token': 'write' });
  expect(runs(release)).toEqual(['.ci/run']);
  const action = release!.steps.at(-1)!;
  expect(action.uses).toMatch(/^changesets\/action@/u);
  for (const key of ['version', 'publish']) expect(manifest.scripts).toHaveProperty(String(action.with![key]).replace('npm run ', ''));
  expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true });
});
