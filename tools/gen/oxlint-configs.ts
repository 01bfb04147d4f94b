import type { Preset } from '../../src/configs.js';

/**
 * The presets that the package has for oxlint: those of the README. Those of one principle are short enough to be written by hand, and
 * those of YAML files are of no use, since oxlint reads none.
 */
const offered: ReadonlySet<string> = new Set(['critical', 'recommended', 'strict', 'all', 'single-api', 'microservices', 'enterprise', 'agents']);

/**
 * Configurations for oxlint, which does not read a plugin's `configs`.
 *
 * @param packageName what oxlint finds the plugin by.
 * @returns the text of each file by its path in the project and in the package.
 */
export function oxlintConfigs(presets: readonly Preset[], packageName: string): Readonly<Record<string, string>> {
  const prefix = packageName.replace(/^eslint-plugin-/u, '');
  return Object.fromEntries(presets.filter(({ name, language }) => offered.has(name) && language === undefined).map(({ name, rules }) => {
    const named = Object.fromEntries(Object.entries(rules).map(([rule, entry]) => [`${prefix}/${rule}`, entry]));
    return [`oxlint/${name}.json`, `${JSON.stringify({ jsPlugins: [packageName], rules: named }, undefined, 2)}\n`];
  }));
}
