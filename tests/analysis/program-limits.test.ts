import { afterEach, describe, expect, it } from 'vitest';
import { programLimits, type ProgramLimits } from '../../src/analysis/program-limits.js';
import { defaultSettings } from '../../src/settings.js';
import { nodeHost } from '../../src/node/host.js';
import { projectOf, type Project } from '../helpers/project.js';
import { sourceOf } from '../helpers/source.js';

let project: Project | undefined;
afterEach(() => project?.remove());

function limits(files: Record<string, string>, crossFile = true): ProgramLimits {
  project = projectOf({ 'package.json': {}, 'src/users.ts': '', ...files });
  const context = { filename: project.path('src/users.ts'), cwd: project.root, host: nodeHost(), settings: { ...defaultSettings, crossFile } };
  return programLimits(sourceOf('export const a = 1;', { context }));
}

describe('programLimits', () => {
  it('reads entry files', () => {
    expect(limits({ 'src/main.ts': 'axios.defaults.timeout = 5000;' })).toEqual({ defaults: true, dispatcher: false, functions: false });
  });

  it('reads what entry files import', () => {
    expect(limits({ 'index.js': `require('./boot/net')();`, 'boot/net.js': 'setGlobalDispatcher(\n  new Agent({ headersTimeout: ms }));' })).toEqual({ defaults: false, dispatcher: true, functions: false });
  });

  it('does not count a bare proxy agent', () => {
    expect(limits({ 'src/main.ts': 'setGlobalDispatcher(new ProxyAgent(url));' })).toEqual({ defaults: false, dispatcher: false, functions: false });
  });

  it('reads nothing further away, and nothing where files may not be read', () => {
    expect(limits({ 'index.js': `import './a';`, 'a.js': `import './b';`, 'b.js': 'axios.defaults.timeout = 1;' }).defaults).toBe(false);
    project?.remove();
    expect(limits({ 'index.js': 'axios.defaults.timeout = 1;' }, false).defaults).toBe(false);
    expect(programLimits(sourceOf('a()'))).toEqual({ defaults: false, dispatcher: false, functions: false });
  });

  it('reads what an adapter sets for all functions', () => {
    const config = (options: string) => `import adapter from '@sveltejs/adapter-vercel'; export default { kit: { adapter: adapter({ ${options} }) } };`;
    expect(limits({ 'svelte.config.js': config('maxDuration: 10') }).functions).toBe(true);
    project?.remove();
    expect(limits({ 'svelte.config.js': config('memory: 512') }).functions).toBe(false);
  });

  it('ends where entries import each other', () => {
    expect(limits({ 'index.js': `import './app';`, 'app.js': `import './index'; axios.defaults.timeout = 1;` }).defaults).toBe(true);
  });
});
