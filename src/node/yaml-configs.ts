import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { yamlConfigsOf, type Configs, type Preset } from '../configs.js';
import parser from './yaml-parser.js';

const here = typeof __filename === 'string' ? __filename : fileURLToPath(import.meta.url);
/** Beside the built plugin; where the plugin runs from its sources, beside this file. */
const parserPath = join(dirname(here), here.endsWith('.cjs') ? 'yaml-parser.cjs' : 'yaml-parser.ts');

/**
 * Adds the presets of YAML files, which bring the parser with them.
 *
 * @param namespace what the flat configs' names start with.
 * @param plugin the plugin object, which flat configs carry themselves.
 */
export function addYamlConfigs(configs: Configs, presets: readonly Preset[], namespace: string, plugin: object): void {
  Object.assign(configs, yamlConfigsOf(presets, namespace, plugin, parser, parserPath));
}
