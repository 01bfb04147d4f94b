import { describe, expect, it } from 'vitest';
import { handlerRoles } from '../../src/analysis/handler-registrations.js';
import { createCatalog } from '../../src/catalog/catalog.js';
import type { Action, Entity, Library } from '../../src/catalog/schema.js';
import { libraries } from '../../src/generated/libraries.js';

const catalog = createCatalog(libraries);

/** Every action of a library with the place where it stands. */
function* actionsOf(library: Library): Generator<{ at: string; form: 'new' | 'call' | 'decorate' | 'annotate'; action: Action }> {
  function* visit(entity: Entity, at: string): Generator<{ at: string; form: 'new' | 'call' | 'decorate' | 'annotate'; action: Action }> {
    for (const form of ['new', 'call', 'decorate', 'annotate'] as const) {
      const action = entity[form];
      if (action) yield { at: `${library.package} ${at}`, form, action };
    }
    for (const [name, member] of Object.entries(entity.members ?? {})) yield* visit(member, `${at}.${name}`);
  }
  for (const [name, entity] of Object.entries({ ...library.exports, ...library.types })) yield* visit(entity, name);
}

const actions = libraries.flatMap((library) => [...actionsOf(library)].map((entry) => ({ library, ...entry })));

describe('actions that register handlers', () => {
  const registering = actions.filter(({ action }) => action.registers);

  it('are many', () => {
    expect(registering.length).toBeGreaterThan(100);
  });

  it('have a role by which the handler discovery finds the file', () => {
    expect(registering.filter(({ action }) => !action.roles?.some((role) => handlerRoles.includes(role))).map(({ at }) => at)).toEqual([]);
  });

  it('name a place that their form has', () => {
    const argument = /^(?:\d+\.\.|(?:\d+|last)(?:\.[\w*$]+)*)$/u;
    const wrong = registering.filter(({ form, action }) => {
      const handler = action.registers?.handler ?? '';
      if (form === 'decorate') return !/^(?:method|class\.[\w|]+)$/u.test(handler);
      if (form === 'annotate') return !/^(?:typed|parameter|class\.[\w|]+)$/u.test(handler);
      return !handler.split('|').every((path) => argument.test(path));
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});

describe('what an action passes to functions', () => {
  it('is a type that exists', () => {
    const passing = actions.filter(({ action }) => action.passes);
    expect(passing.length).toBeGreaterThan(5);
    const wrong = passing.filter(({ library, action }) => Object.values(action.passes ?? {}).flat().some((ref) => ref !== '' && !catalog.type(library, ref)));
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});
