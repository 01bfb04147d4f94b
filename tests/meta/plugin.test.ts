import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import plugin from '../../src/index.js';
import browser from '../../src/browser.js';
import { rules } from '../../src/generated/rules.js';

describe('the plugin object', () => {
  it('names itself, its version and its namespace', () => {
    expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'archprinciples' });
  });

  it('holds every rule, in the browser too', () => {
    expect(Object.keys(plugin.rules)).toEqual(Object.keys(rules));
    expect(Object.keys(browser.rules)).toEqual(Object.keys(rules));
  });

  it('holds itself in its flat configs', () => {
    for (const [name, config] of Object.entries(plugin.configs).filter(([key]) => key.startsWith('flat/'))) {
      expect(config.plugins, name).toEqual({ archprinciples: plugin });
      expect((config.plugins as Record<string, unknown>)['archprinciples'], name).toBe(plugin);
    }
  });

  it('sends readers to a page of the project', () => {
    for (const [name, rule] of Object.entries(plugin.rules)) {
      expect((rule.meta as { docs: { url: string } }).docs.url).toBe(`${manifest.homepage}/blob/main/docs/rules/${name}.md`);
    }
  });
});
