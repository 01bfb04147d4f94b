import { describe, expect, it } from 'vitest';
import { patchLegacy, type LegacyPlace } from '../../cli/init/edit/legacy.js';
import type { Wanted } from '../../cli/init/edit/patch.js';

const wanted: Wanted = { presets: ['recommended'], explicit: false, settings: undefined };
const json: LegacyPlace = { language: 'json' };
const js: LegacyPlace = { language: 'js' };

/** The patched text; patched again it stays as it is. */
function patched(code: string, place: LegacyPlace, wish = wanted): string {
  const patch = patchLegacy(code, place, wish);
  if (patch.kind !== 'patched') throw new Error(JSON.stringify(patch));
  expect(patchLegacy(patch.code, place, wish).kind).toBe('unchanged');
  return patch.code;
}

describe('eslintrc', () => {
  it.each([
    ['a list', '{\n  "extends": ["airbnb-base", "prettier"],\n  "rules": {}\n}\n', '{\n  "extends": ["airbnb-base", "prettier", "plugin:archprinciples/recommended"],\n  "rules": {}\n}\n'],
    ['one name', '{ "extends": "eslint:recommended" }', '{ "extends": ["eslint:recommended", "plugin:archprinciples/recommended"] }'],
    ['nothing', '{\n  // Ours\n  "root": true\n}\n', '{\n  // Ours\n  "root": true,\n  "extends": ["plugin:archprinciples/recommended"]\n}\n'],
    ['an empty list', '{ "extends": [] }', '{ "extends": [\n  "plugin:archprinciples/recommended"\n] }'],
  ])('in JSON that extends %s', (_, before, after) => {
    expect(patched(before, json)).toBe(after);
  });

  it('in JavaScript, with its quotes, commas and comments', () => {
    expect(patched('module.exports = {\n    root: true,\n    extends: [\n        \'eslint:recommended\',\n        \'prettier\', // last\n    ],\n    rules: { a: process.env.CI ? 2 : 1 },\n};\n', js))
      .toBe('module.exports = {\n    root: true,\n    extends: [\n        \'eslint:recommended\',\n        \'prettier\', // last\n        \'plugin:archprinciples/recommended\',\n    ],\n    rules: { a: process.env.CI ? 2 : 1 },\n};\n');
    expect(patched('/** @type {object} */\nconst config = { extends: [\'a\'] };\nmodule.exports = config;\n', js)).toContain('[\'a\', \'plugin:archprinciples/recommended\']');
  });

  it('in package.json', () => {
    const before = '{\n  "name": "shop",\n  "eslintConfig": {\n    "extends": ["standard"]\n  }\n}\n';
    expect(patched(before, { language: 'json', key: 'eslintConfig' })).toBe(before.replace('["standard"]', '["standard", "plugin:archprinciples/recommended"]'));
  });

  it('gets settings beside those of others', () => {
    const wish: Wanted = { ...wanted, settings: { mesh: 'linkerd', spec: 'docs/architecture.yaml' } };
    const after = patched('{ "extends": ["a"], "settings": { "react": { "version": "detect" } } }', json, wish);
    expect(JSON.parse(after)).toEqual({ extends: ['a', 'plugin:archprinciples/recommended'], settings: { react: { version: 'detect' }, archprinciples: { mesh: 'linkerd', spec: 'docs/architecture.yaml' } } });
    expect(JSON.parse(patched('{ "extends": ["a"] }', json, wish))).toHaveProperty('settings.archprinciples.mesh', 'linkerd');
  });

  it.each([
    ['computed names', 'module.exports = { extends: names() };', js, 'its `extends` is computed'],
    ['a computed object', 'module.exports = make({ extends: [] });', js, 'what it exports is computed'],
    ['computed settings', 'module.exports = { extends: [], settings: shared };', js, 'its `settings` are computed'],
    ['no JSON', 'extends: a', json, 'it is not JSON'],
    ['a list', '[]', json, 'it is not JSON'],
  ] as const)('with %s is left to people', (_, before, place, reason) => {
    expect(patchLegacy(before, place, { ...wanted, settings: { mesh: 'istio' } })).toEqual({ kind: 'manual', reason });
  });

  it('that has the plugin is left alone, also when it names rules only', () => {
    expect(patchLegacy('{ "plugins": ["archprinciples"], "rules": { "archprinciples/require-timeout": "error" } }', json, wanted).kind).toBe('unchanged');
  });
});
