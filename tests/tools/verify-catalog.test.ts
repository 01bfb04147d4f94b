import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineLibrary, type Library } from '../../src/catalog/schema.js';
import { checkLibrary, elsewhere, missingTwins } from '../../tools/verify-catalog/check.js';
import { DeclaredNames } from '../../tools/verify-catalog/declared.js';
import { packageOf, typesName } from '../../tools/verify-catalog/install.js';
import type { RuntimeModule } from '../../tools/verify-catalog/runtime.js';

let directory: string;
let declared: DeclaredNames;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'verify-catalog-test-'));
  declaration('shop', 'export interface Options {} export declare class Shop { sell(): void }', { dependencies: { till: '1' } });
  declaration('till', 'export interface Till { open(): void }');
  declared = new DeclaredNames(directory);
});
afterAll(() => rmSync(directory, { recursive: true }));

function declaration(name: string, text: string, manifest: object = {}): void {
  const folder = path.join(directory, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '2.1.0', ...manifest }));
  writeFileSync(path.join(folder, 'index.d.ts'), text);
}

const shop = (exports: Library['exports'], more: Partial<Library> = {}): Library => defineLibrary({ package: 'shop', title: 'Shop', exports, ...more });
const loaded = (...names: string[]): RuntimeModule => ({ exports: new Set(names) });
const missing = (library: Library, ...names: string[]) => checkLibrary(library, new Map([['shop', loaded(...names)]]), declared, '2.1.0').map(({ what }) => what);

describe('checkLibrary', () => {
  it('accepts what is exported, and types that are declared', () => {
    expect(missing(shop({ Shop: { new: { returns: '#Shop' } }, Options: {} }, { types: { Shop: { members: { sell: { call: {} } } } } }), 'Shop')).toEqual([]);
  });

  it('misses what can be called but is only declared, and what is nowhere', () => {
    expect(missing(shop({ 'Shop|Sale': { new: {} }, Options: { call: {} }, Basket: {} }), 'Shop')).toEqual(['#Sale', '#Options', '#Basket']);
  });

  it('misses members of a name that occurs nowhere, and finds those of a dependency', () => {
    expect(missing(shop({ Shop: { new: { returns: '#Shop' } } }, { types: { Shop: { members: { 'sell|open|steal': { call: {} }, '*': {} } } } }), 'Shop')).toEqual(['.steal']);
  });

  it('leaves alone what is said of other versions', () => {
    const library = shop({ OldShop: { new: { versions: '<2' } }, Shop: { new: { versions: '>=2' } } });
    expect(missing(library, 'Shop')).toEqual([]);
    expect(elsewhere(library, '2.1.0')).toEqual(new Map([['<2', ['OldShop']]]));
  });

  it('tells which import source cannot be loaded or is another module altogether', () => {
    const modules = new Map([['shop', loaded('Shop')], ['shop/native', { exports: new Set<string>(), error: 'no binding' }], ['shop/other', loaded('Other')]]);
    expect(checkLibrary(shop({ Shop: { new: {} } }), modules, declared, '2.1.0')).toEqual([
      { what: '@shop/native', why: 'cannot be loaded: no binding' },
      { what: '@shop/other', why: 'has none of the exports' },
    ]);
  });
});

it('missingTwins looks for the twin in its module', async () => {
  const library = shop({
    sellSync: { call: { blocking: { does: 'sells', twin: { name: 'sell' } } } },
    buySync: { call: { blocking: { does: 'buys', twin: { name: 'buy', module: 'node:shop' } } } },
  });
  const found = await missingTwins(library, '2.1.0', () => Promise.resolve(loaded('sell')));
  expect(found.map(({ what, why }) => `${what} ${why}`)).toEqual(['#buySync has no twin buy in node:shop']);
});

it('knows the package of an import source and how its types are named', () => {
  expect([packageOf('mysql2/promise'), packageOf('@scope/name/sub'), packageOf('pg')]).toEqual(['mysql2', '@scope/name', 'pg']);
  expect([typesName('pg'), typesName('@scope/name')]).toEqual(['pg', 'scope__name']);
});
