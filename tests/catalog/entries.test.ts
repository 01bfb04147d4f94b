import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/catalog.js';
import { librarySchema, type Action, type Entity, type Library } from '../../src/catalog/schema.js';
import { libraries } from '../../src/generated/libraries.js';

const catalog = createCatalog(libraries);
const folder = fileURLToPath(new URL('../../src/catalog/libraries', import.meta.url));

/** An action with the place where the catalog states it. */
interface StatedAction {
  library: Library;
  at: string;
  name: string;
  action: Action;
}

function* entities(library: Library): Generator<{ at: string; name: string; entity: Entity }> {
  const tables: [string, Record<string, Entity>][] = [['', library.exports], ['#', library.types ?? {}]];
  for (let next = tables.pop(); next; next = tables.pop()) {
    for (const [name, entity] of Object.entries(next[1])) {
      const at = `${next[0]}${name}`;
      yield { at, name, entity };
      if (entity.members) tables.push([`${at}.`, entity.members]);
    }
  }
}

function* actions(): Generator<StatedAction> {
  for (const library of libraries) {
    for (const { at, name, entity } of entities(library)) {
      for (const action of [entity.new, entity.call, entity.decorate, entity.annotate]) if (action) yield { library, at, name, action };
    }
  }
}

/** The statements that fail a test, readable: `redis createClient`. */
function failing(stated: Iterable<StatedAction>, holds: (stated: StatedAction) => boolean): string[] {
  return [...stated].filter((one) => !holds(one)).map(({ library, at }) => `${library.package} ${at}`);
}

it('has at least 120 packages', () => {
  expect(libraries.length).toBeGreaterThanOrEqual(120);
});

describe.each(libraries.map((library) => [library.package, library] as const))('%s', (_, library) => {
  it('satisfies the schema that users extend', () => {
    expect(v.safeParse(librarySchema, library).issues).toBeUndefined();
  });

  it('refers only to what there is', () => {
    const refs = [...entities(library)].flatMap(({ entity }) => [
      ...(entity.is === undefined ? [] : [entity.is]),
      ...[entity.new, entity.call, entity.decorate, entity.annotate].flatMap((action) => [action?.returns, ...Object.values(action?.passes ?? {}).flat()]),
    ]);
    const broken = refs.filter((ref) => ref !== undefined && ref !== '' && !catalog.type(library, ref));
    expect(broken).toEqual([]);
  });

  it('says on what versions it was checked, and how', () => {
    expect(library.checked?.length ?? 0).toBeGreaterThan(0);
    expect(library.evidence).toBeTruthy();
  });
});

it('no two libraries claim a package', () => {
  const names = libraries.flatMap((library) => [library.package, ...(library.aliases ?? [])]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('each file is named after its package and listed', async () => {
  const files = readdirSync(folder);
  expect(libraries).toHaveLength(files.length);
  for (const file of files) {
    const { default: library } = (await import(pathToFileURL(path.join(folder, file)).href)) as { default: Library };
    expect(libraries).toContain(library);
    // `hapi.ts` for `@hapi/hapi`, `prisma-adapters.ts` for `@prisma/adapter-*`.
    const foreign = path.basename(file, '.ts').split('-').filter((word) => !library.package.includes(word.replace(/s$/u, '')));
    expect(foreign.filter((word) => word !== 'legacy' && !library.package.endsWith('*')), file).toEqual([]);
  }
});

it('tells what it costs to build each expensive client', () => {
  const clients = [...actions()].filter(({ action }) => action.roles?.includes('expensive-client'));
  expect(clients.length).toBeGreaterThan(100);
  // "`new Redis()` opens a TCP connection": the first word is a verb in the third person.
  expect(failing(clients, ({ action }) => /^[a-z]+s (?!.*\.$)/u.test(action.resource?.cost ?? ''))).toEqual([]);
});

it('counts everything with a cost among the expensive clients', () => {
  expect(failing([...actions()].filter(({ action }) => action.resource), ({ action }) => action.roles?.includes('expensive-client') === true)).toEqual([]);
});

it('says how to open what opens by a call of its own', () => {
  const explicit = [...actions()].filter(({ action }) => action.resource?.connects === 'explicit');
  expect(failing(explicit, ({ action }) => action.resource?.connectCall !== undefined)).toEqual([]);
});

describe('blocking calls', () => {
  const blocking = [...actions()].filter(({ action }) => action.blocking);

  it('are many', () => {
    expect(blocking.length).toBeGreaterThan(100);
  });

  it('have the role, and a verb phrase for what they do meanwhile', () => {
    expect(failing(blocking, ({ action }) => action.roles?.includes('blocking') === true && /^[a-z]+s /u.test(action.blocking?.does ?? ''))).toEqual([]);
  });

  it('have a twin of another name, or advice as an imperative sentence', () => {
    expect(failing(blocking, ({ name, action: { blocking: { twin, advice } = { does: '' } } }) => (twin ? !name.split('|').includes(twin.name) : /^[A-Z].*\.$/u.test(advice ?? '')))).toEqual([]);
  });

  it('have twins whose module is known, where the twin comes from another', () => {
    expect(failing(blocking, ({ action }) => action.blocking?.twin?.module === undefined || action.blocking.twin.module.startsWith('node:'))).toEqual([]);
  });
});

it('gives every call of a model a place for what it is asked', () => {
  const calls = [...actions()].filter(({ action }) => action.roles?.some((role) => role === 'agent-call' || role === 'agent-stream'));
  expect(calls.length).toBeGreaterThan(50);
  const places = ['prompt', 'messages', 'command', 'session'];
  expect(failing(calls, ({ action }) => places.some((place) => action.args?.[place] !== undefined))).toEqual([]);
});
