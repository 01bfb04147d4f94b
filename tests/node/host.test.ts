import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeHost } from '../../src/node/host.js';
import { projectOf, type Project } from '../helpers/project.js';

let project: Project;
afterEach(() => {
  vi.useRealTimers();
  project.remove();
});

describe('read', () => {
  it('gives text and modification time, and the same object while nothing changes', () => {
    project = projectOf({ 'a.ts': 'one' });
    const host = nodeHost();
    const first = host.read(project.path('a.ts'));
    expect(first).toMatchObject({ text: 'one' });
    expect(host.read(project.path('a.ts'))).toBe(first);
  });

  it('sees a change after a second, not before', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    project = projectOf({ 'a.ts': 'one' });
    const host = nodeHost();
    const first = host.read(project.path('a.ts'))!;
    project.write('a.ts', 'two');
    expect(host.read(project.path('a.ts'))).toBe(first);
    vi.advanceTimersByTime(1500);
    const second = host.read(project.path('a.ts'))!;
    expect(second.text).toBe('two');
    expect(second.modified).toBeGreaterThan(first.modified);
    vi.advanceTimersByTime(1500);
    expect(host.read(project.path('a.ts'))).toBe(second);
  });

  it('gives nothing for folders and missing files, and notices when one appears or goes', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    project = projectOf({ 'src/a.ts': 'one' });
    const host = nodeHost();
    expect(host.read(project.path('src'))).toBeUndefined();
    expect(host.read(project.path('src/b.ts'))).toBeUndefined();
    expect(host.resolve('./b', project.path('src/a.ts'))).toBeUndefined();
    project.write('src/b.ts', 'two');
    vi.advanceTimersByTime(20_000);
    expect(host.resolve('./b', project.path('src/a.ts'))).toBe(project.path('src/b.ts'));
    expect(host.read(project.path('src/b.ts'))?.text).toBe('two');
    rmSync(project.path('src/b.ts'));
    vi.advanceTimersByTime(20_000);
    expect(host.read(project.path('src/b.ts'))).toBeUndefined();
    expect(host.resolve('./b', project.path('src/a.ts'))).toBeUndefined();
  });
});

describe('manifest', () => {
  it('tells the versions of Node that the package runs on', () => {
    project = projectOf({ 'package.json': { name: 'root', engines: { node: '>=20' } }, 'a.ts': '' });
    expect(nodeHost().manifest(project.path('a.ts'))?.node).toBe('>=20');
  });

  it('is the nearest package.json with the ranges of all kinds of dependencies', () => {
    project = projectOf({
      'package.json': { name: 'root', dependencies: { express: '^4.0.0' } },
      'apps/api/package.json': { name: 'api', type: 'module', dependencies: { express: '^5.0.0', odd: 5 }, devDependencies: { vitest: '1' }, peerDependencies: { react: '*' } },
    });
    const host = nodeHost();
    expect(host.manifest(project.path('apps/api/src/a.ts'))).toEqual({
      directory: project.path('apps/api'), name: 'api', type: 'module', dependencies: { express: '^5.0.0', vitest: '1', react: '*' },
    });
    expect(host.manifest(project.path('lib/a.ts'))).toEqual({ directory: project.root, name: 'root', dependencies: { express: '^4.0.0' } });
  });

  it('takes the module type from a package.json that says nothing else', () => {
    project = projectOf({ 'package.json': { name: 'root', dependencies: { express: '^4.0.0' } }, 'src/esm/package.json': { type: 'module' } });
    expect(nodeHost().manifest(project.path('src/esm/a.js'))).toEqual({ directory: project.root, name: 'root', type: 'module', dependencies: { express: '^4.0.0' } });
  });

  it('is unknown when the nearest package.json is broken', () => {
    project = projectOf({ 'package.json': { name: 'root' }, 'api/package.json': '{ "name": ', 'list/package.json': [] });
    expect(nodeHost().manifest(project.path('api/a.ts'))).toBeUndefined();
    expect(nodeHost().manifest(project.path('list/a.ts'))).toBeUndefined();
  });
});
