import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configs, FlatConfig, LegacyConfig } from '../configs.js';
import { boundariesConfig, layerPresets, type LayerPreset } from '../layers.js';

const peer = 'eslint-plugin-boundaries';
const here = typeof __filename === 'string' ? __filename : fileURLToPath(import.meta.url);
/** Beside the built plugin; where the plugin runs from its sources, beside this file. */
const resolver = join(dirname(here), here.endsWith('.cjs') ? 'import-resolver.cjs' : 'import-resolver.ts');

/**
 * Adds the layer presets in both shapes. They load eslint-plugin-boundaries when they are read, not before, and are not
 * enumerable, so that looking through all configs works without it.
 *
 * @param namespace what the flat configs' names start with.
 */
export function addLayerConfigs(configs: Configs, namespace: string): void {
  for (const preset of layerPresets) {
    define(configs, preset.name, () => legacyConfig(preset));
    define(configs, `flat/${preset.name}`, () => flatConfig(preset, namespace));
  }
}

function define(configs: Configs, name: string, get: () => FlatConfig | LegacyConfig): void {
  Object.defineProperty(configs, name, { get, enumerable: false, configurable: true });
}

function flatConfig(preset: LayerPreset, namespace: string): FlatConfig {
  return { name: `${namespace}/${preset.name}`, plugins: { boundaries: boundaries(preset) }, ...boundariesConfig(preset, resolver) };
}

/** eslintrc finds the plugin by its name; it is loaded here only to say clearly when it is missing. */
function legacyConfig(preset: LayerPreset): LegacyConfig {
  boundaries(preset);
  return { plugins: ['boundaries'], ...boundariesConfig(preset, resolver), overrides: [] };
}

/** The peer, as the project has it or as it lies beside this plugin. */
function boundaries({ name }: LayerPreset): object {
  const needs = `The preset "${name}" of eslint-plugin-archprinciples needs ${peer}`;
  const install = `Run: npm install --save-dev ${peer}@7`;
  for (const from of [join(process.cwd(), 'package.json'), here]) {
    const load = createRequire(from);
    if (!isThere(load)) continue;
    const plugin = load(peer) as { meta?: { version?: string } };
    const version = plugin.meta?.version;
    if (version === undefined || Number.parseInt(version, 10) < 7) throw new Error(`${needs} 7 or later; ${version ?? 'an older one'} is installed. ${install}`);
    return plugin;
  }
  throw new Error(`${needs}, which is not installed. ${install}`);
}

function isThere(load: NodeJS.Require): boolean {
  try {
    load.resolve(peer);
    return true;
  } catch {
    return false;
  }
}
