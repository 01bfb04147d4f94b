import { afterEach, describe, expect, it } from 'vitest';
import { dependencyRoles, mayReach } from '../../src/analysis/package-roles.js';
import { nodeHost } from '../../src/node/host.js';
import { catalogFor, defaultSettings, readSettings } from '../../src/settings.js';
import { projectOf, type Project } from '../helpers/project.js';
import { sourceOf } from '../helpers/source.js';

let project: Project | undefined;
afterEach(() => {
  project?.remove();
  project = undefined;
});

function within(manifests: Record<string, object>, file = 'src/a.ts', settings = defaultSettings) {
  project = projectOf(manifests);
  return sourceOf('export const a = 1;', { context: { filename: project.path(file), cwd: project.root, host: nodeHost(), settings, catalog: catalogFor(settings) } });
}

describe('dependencyRoles', () => {
  it('gives the roles of what the nearest package.json lists', () => {
    expect(dependencyRoles(within({ 'package.json': { dependencies: { nodemailer: '6' } } })).has('mail')).toBe(true);
    expect(dependencyRoles(within({ 'package.json': { dependencies: { express: '5' } } })).has('mail')).toBe(false);
  });
});

describe('mayReach', () => {
  it.each([
    ['a listed package', { 'package.json': { dependencies: { nodemailer: '6' } } }, true],
    ['no package for it', { 'package.json': { dependencies: { express: '5' } } }, false],
    ['a package that a package.json above lists', { 'package.json': { devDependencies: { nodemailer: '6' } }, 'src/package.json': { name: 'b', dependencies: { express: '5' } } }, true],
    ['the package itself', { 'package.json': { name: 'nodemailer', dependencies: { express: '5' } } }, true],
    ['a package of the workspace', { 'package.json': { dependencies: { '@acme/mail': 'workspace:*' } } }, true],
  ])('%s', (_, manifests: Record<string, object>, expected) => {
    expect(mayReach(within(manifests), ['mail', 'sms'])).toBe(expected);
  });

  it('sees that an import leads into another package', () => {
    project = projectOf({ 'package.json': { dependencies: { express: '5' } }, 'backend/package.json': { dependencies: { nodemailer: '6' } } });
    const reaches = (code: string) => mayReach(sourceOf(code, { context: { filename: project!.path('run/a.ts'), cwd: project!.root, host: nodeHost(), settings: defaultSettings } }), ['mail']);
    expect(reaches("import { send } from '../backend/src/mail'; send();")).toBe(true);
    expect(reaches("import { send } from '../src/mail'; send();")).toBe(false);
  });

  it('cannot rule out what Node brings along, or what the settings describe', () => {
    expect(mayReach(within({ 'package.json': {} }), ['blocking'])).toBe(true);
    const read = readSettings({ libraries: [{ package: '@/lib/mails', title: 'our mails', roles: ['mail'], exports: {} }] });
    if (!read.ok) throw new Error(read.message);
    expect(mayReach(within({ 'package.json': { dependencies: { express: '5' } } }, 'src/a.ts', read.settings), ['mail'])).toBe(true);
  });
});
