import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { specificationSchema } from '../../src/specification.js';
import { architectureSchema, schemaFile } from '../../tools/gen/architecture-schema.js';

interface Schema { description?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; additionalProperties?: Schema | boolean; patternProperties?: object }

const text = architectureSchema(manifest.homepage);
const schema = JSON.parse(text) as Schema & { $id: string };
const validate = new Ajv().compile(schema);
const service = { domain: 'shop', responsibilities: ['selling'], apis: ['GET /orders'], database: 'postgresql', events: { publishes: ['order_created'], subscribes: [] } };
const withService = (changes: object) => ({ services: { orders: { ...service, ...changes } } });

function* properties(at: Schema, path = ''): Generator<[string, Schema]> {
  for (const [name, property] of Object.entries(at.properties ?? {})) {
    yield [`${path}${name}`, property];
    yield* properties(property, `${path}${name}.`);
  }
  for (const inner of [at.items, ...(at.anyOf ?? []), at.additionalProperties]) if (typeof inner === 'object') yield* properties(inner, path);
}

describe('the published schema', () => {
  it('is what is written down, and in the package', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(text);
    expect(manifest.files).toContain('schemas');
    expect(manifest.exports).toMatchObject({ [`./${schemaFile}`]: `./${schemaFile}` });
    expect(schema.$id.startsWith(manifest.homepage)).toBe(true);
  });

  it('explains every part', () => {
    const all = [...properties(schema)];
    expect(all.length).toBeGreaterThan(15);
    expect(all.filter(([, property]) => !property.description?.endsWith('.')).map(([path]) => path)).toEqual([]);
  });

  it('says the same as the check', () => {
    const cases: [object, boolean][] = [
      [withService({}), true],
      [{ ...withService({ calls: ['users'], cache: 'redis', message_queue: 'kafka', path: 'apps/orders', description: 'Sells.' }), external_events: [], version: 1 }, true],
      [withService({ database: { engine: 'mysql', name: 'shop' } }), true],
      [withService({ database: { engine: 'mysql' } }), false],
      [withService({ responsibilities: [] }), false],
      [withService({ domain: '' }), false],
      [withService({ apis: 'GET /orders' }), false],
      [withService({ team: 'shop' }), false],
      [{ services: { orders: {} } }, false],
      [{}, false],
    ];
    for (const [data, valid] of cases) expect([JSON.stringify(data), validate(data), v.safeParse(specificationSchema, data).success]).toEqual([JSON.stringify(data), valid, valid]);
  });

  it('leaves keys of the user\'s own to the user', () => {
    expect(validate({ 'x-a': 1, ...withService({ 'x-b': 1, events: { publishes: [], subscribes: [], 'x-c': 1 } }) })).toBe(true);
  });
});
