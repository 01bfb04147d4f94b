import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../src/catalog/catalog.js';
import { brokenReference } from '../src/catalog/references.js';
import { libraries } from '../src/generated/libraries.js';
import { catalogFor, defaultSettings, isNamed, readSettings, type ArchPrinciplesSettings, type Settings } from '../src/settings.js';

function settingsOf(raw: ArchPrinciplesSettings): Settings {
  const read = readSettings(raw);
  if (!read.ok) throw new Error(read.message);
  return read.settings;
}

function message(raw: unknown): string {
  const read = readSettings(raw);
  return read.ok ? 'OK' : read.message;
}

const redis = { package: '@acme/redis', title: 'our Redis', exports: { Client: { new: { roles: ['expensive-client'], resource: { cost: 'opens a connection', singleton: 'yes', connects: 'construct' } } } } } as const;

/** A copy of `redis` with one change. */
function library(change: (entry: Record<string, unknown> & { exports: { Client: { new: Record<string, unknown> & { resource: Record<string, unknown> } } } }) => void): unknown {
  const entry = JSON.parse(JSON.stringify(redis)) as Parameters<typeof change>[0];
  change(entry);
  return { libraries: [entry] };
}

describe('readSettings', () => {
  it('gives the defaults for nothing', () => {
    expect(settingsOf({})).toEqual(defaultSettings);
    expect(readSettings(undefined)).toEqual({ ok: true, settings: defaultSettings });
  });

  it('takes what is given and fills in the rest', () => {
    const settings = settingsOf({ agents: ['runAgent'], mesh: 'istio', crossFile: false, files: { domain: ['src/core/**'] }, tier: 'microservices', spec: 'architecture.yaml' });
    expect(settings).toEqual({
      ...defaultSettings, agents: ['runAgent'], mesh: 'istio', crossFile: false, tier: 'microservices', spec: 'architecture.yaml',
      files: { ...defaultSettings.files, domain: ['src/core/**'] },
    });
  });

  it('checks each settings object once', () => {
    const raw = { agents: ['a'] };
    expect(readSettings(raw)).toBe(readSettings(raw));
    expect(readSettings({ agents: ['a'] })).not.toBe(readSettings(raw));
  });

  it.each([
    [{ crossfile: true }, 'settings.archprinciples.crossfile is no setting. Did you mean "crossFile"?'],
    [{ 'apply-suggestions': true }, 'settings.archprinciples["apply-suggestions"] is no setting. Did you mean "applySuggestions"?'],
    [{ whatever: true }, 'settings.archprinciples.whatever is no setting. Known are: "libraries", "agents", "resilience", "mesh", "contexts", "spec", "specHash", "tier", "crossFile", "applySuggestions", "files".'],
    [{ files: { test: ['a'] } }, 'settings.archprinciples.files.test is no setting. Did you mean "tests"?'],
    [{ crossFile: 'yes' }, 'settings.archprinciples.crossFile: expected a boolean, got "yes".'],
    [{ agents: 'Task' }, 'settings.archprinciples.agents: expected an array, got "Task".'],
    [{ agents: ['a', 5] }, 'settings.archprinciples.agents[1]: expected a string, got 5.'],
    [{ agents: [''] }, 'settings.archprinciples.agents[0] must not be empty.'],
    [{ agents: ['/run(/'] }, 'settings.archprinciples.agents[0]: "/run(/" is no valid regular expression.'],
    [{ resilience: [{}] }, 'settings.archprinciples.resilience[0]: expected a string, got an object.'],
    [{ mesh: 'istoi' }, 'settings.archprinciples.mesh: expected a boolean, "istio" or "linkerd", got "istoi".'],
    [{ tier: 'microservice' }, 'settings.archprinciples.tier: "microservice" is no valid value. Did you mean "microservices"?'],
    [{ applySuggestions: [1] }, 'settings.archprinciples.applySuggestions[0]: expected a string, got 1.'],
    [{ files: { tests: '**/*.ts' } }, 'settings.archprinciples.files.tests: expected an array, got "**/*.ts".'],
    [{ files: [] }, 'settings.archprinciples.files: expected an object, got an array.'],
    [[], 'settings.archprinciples: expected an object, got an array.'],
    [null, 'settings.archprinciples: expected an object, got null.'],
    ['on', 'settings.archprinciples: expected an object, got "on".'],
    [library((entry) => delete entry['title']), 'settings.archprinciples.libraries[0].title is missing.'],
    [library((entry) => { delete entry['package']; entry['pakage'] = 'x'; }), 'settings.archprinciples.libraries[0].pakage is no setting. Did you mean "package"?'],
    [library((entry) => { entry.exports.Client.new.resource['cost'] = 5; }), 'settings.archprinciples.libraries[0].exports.Client.new.resource.cost: expected a string, got 5.'],
    [library((entry) => { entry.exports.Client.new.resource['singelton'] = 'yes'; }), 'settings.archprinciples.libraries[0].exports.Client.new.resource.singelton is no setting. Did you mean "singleton"?'],
    [library((entry) => { entry.exports.Client.new['roles'] = ['expensive-clint']; }), 'settings.archprinciples.libraries[0].exports.Client.new.roles[0]: "expensive-clint" is no valid value. Did you mean "expensive-client"?'],
    [library((entry) => { entry.exports.Client.new['returns'] = '#Redis'; }), 'settings.archprinciples.libraries[0].exports.Client.new.returns: "#Redis" names no type of this library.'],
  ])('%j', (raw, expected) => {
    expect(message(raw)).toBe(expected);
  });

  it('does not throw when the object does', () => {
    expect(message({ get agents(): never { throw new Error('boom'); } })).toBe('settings.archprinciples cannot be read: boom');
  });

  it('takes a library entry as the catalog writes it', () => {
    expect(message({ libraries })).toBe('OK');
  });
});

describe('catalogFor', () => {
  it('is the built-in catalog without libraries in the settings', () => {
    expect(catalogFor(settingsOf({ crossFile: false }))).toBe(builtInCatalog());
  });

  it('adds the libraries of the settings, which win, once per settings object', () => {
    const own = { ...redis, package: 'ioredis' };
    const settings = settingsOf({ libraries: [own, redis] as unknown as NonNullable<ArchPrinciplesSettings['libraries']> });
    const catalog = catalogFor(settings);
    expect(catalogFor(settings)).toBe(catalog);
    expect(catalog.find('@acme/redis')?.title).toBe('our Redis');
    expect(catalog.find('ioredis')?.title).toBe('our Redis');
    expect(catalog.find('express')?.title).toBe('Express');
    expect(builtInCatalog().find('ioredis')?.title).toBe('ioredis');
  });

  it('has no built-in library that refers to a type it does not state', () => {
    expect(libraries.flatMap((entry) => brokenReference(entry) ?? [])).toEqual([]);
  });
});

describe('isNamed', () => {
  it.each([
    ['runAgent', 'runAgent', true],
    ['runAgent', 'this.agents.runAgent', true],
    ['agents.run', 'this.agents.run', true],
    ['agents.run', 'queue.run', false],
    ['run', 'rerun', false],
    ['/^(?:this\\.)?run.*Agent$/i', 'this.runPlannerAgent', true],
    ['/^run/', 'task.run', false],
  ])('%s and %s', (entry, called, expected) => {
    expect(isNamed([entry], called)).toBe(expected);
  });
});
