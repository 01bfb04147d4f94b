import type { Entity, Library } from '../../src/catalog/schema.js';

/** A name that an entry states, with what is stated of it. */
export interface StatedName {
  readonly name: string;
  readonly entity: Entity;
}

/** The exports that an entry names; `*` names none. */
export function statedExports(library: Library): StatedName[] {
  return split(library.exports);
}

/** The members that an entry's exports and types name, at any depth. */
export function statedMembers(library: Library): StatedName[] {
  const found: StatedName[] = [];
  const visit = (entity: Entity): void => {
    for (const member of split(entity.members ?? {})) {
      found.push(member);
      visit(member.entity);
    }
  };
  for (const entity of [...Object.values(library.exports), ...Object.values(library.types ?? {})]) visit(entity);
  return found;
}

/** Whether something is stated of the name that only a value at run time can do: being called, constructed, used as a decorator. */
export function isValue(entity: Entity): boolean {
  return Boolean(entity.new ?? entity.call ?? entity.decorate);
}

/** The version ranges that limit what is stated of an entity; `undefined` where something holds for all versions. */
export function rangesOf(entity: Entity): readonly (string | undefined)[] {
  return [entity.new, entity.call, entity.decorate].flatMap((action) => (action ? [action.versions] : []));
}

/** The asynchronous twins that an entry's exports have. */
export function statedTwins(library: Library): { stated: StatedName; module: string; name: string }[] {
  return statedExports(library).flatMap((stated) => {
    const twin = stated.entity.call?.blocking?.twin;
    return twin ? [{ stated, module: twin.module ?? library.package, name: twin.name }] : [];
  });
}

function split(table: Record<string, Entity>): StatedName[] {
  return Object.entries(table).flatMap(([names, entity]) => names.split('|').filter((name) => name !== '*').map((name) => ({ name, entity })));
}
