import { describe, expect, it } from 'vitest';
import type { FlatConfig } from '../../src/configs.js';
import { layerPresets } from '../../src/layers.js';
import plugin from '../../src/index.js';

// What they report is tested end to end: eslint-plugin-boundaries loads the built resolver.
describe('layer presets', () => {
  it('are the same in both shapes', () => {
    expect(layerPresets.map(({ name }) => name)).toEqual(['layered', 'hexagonal', 'clean']);
    for (const { name } of layerPresets) {
      const flat = plugin.configs[`flat/${name}`] as FlatConfig;
      expect(flat.name).toBe(`archprinciples/${name}`);
      expect(Object.keys(flat.plugins)).toEqual(['boundaries']);
      expect(plugin.configs[name]).toEqual({ plugins: ['boundaries'], settings: flat.settings, rules: flat.rules, overrides: [] });
    }
  });

  it('are not enumerable, since reading them needs the peer', () => {
    expect(Object.keys(plugin.configs).filter((name) => /layered|hexagonal|clean/u.test(name))).toEqual([]);
    expect('layered' in plugin.configs && 'flat/layered' in plugin.configs).toBe(true);
  });

  it('name in each ban only layers they have, and speak in at most 30 words', () => {
    for (const { layers, bans } of layerPresets) {
      const names = layers.map(({ name }) => name);
      for (const { from, to, message } of bans) {
        expect(names).toEqual(expect.arrayContaining([...from, ...to]));
        expect(message.split(/\s+/u).length).toBeLessThanOrEqual(30);
      }
    }
  });
});
