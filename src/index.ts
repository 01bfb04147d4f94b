import core, { type Plugin } from './browser.js';
import { presetsOf } from './configs.js';
import type { ArchPrinciplesRules } from './generated/rule-options.js';
import { rules } from './generated/rules.js';
import { setHost } from './kit/host-slot.js';
import { nodeHost } from './node/host.js';
import { addLayerConfigs } from './node/layer-configs.js';
import { specification, type SpecificationSettings } from './node/specification.js';
import { addYamlConfigs } from './node/yaml-configs.js';
import type { ArchPrinciplesSettings } from './settings.js';

setHost(nodeHost());

/** The plugin where there is a file system. */
interface NodePlugin extends Plugin {
  /**
   * Settings that name a service specification, with a hash of its text, so that ESLint's `--cache` lints anew when it changes:
   * `settings: { archprinciples: plugin.specification('architecture.yaml') }`.
   */
  specification(file: string | URL): SpecificationSettings;
}

const plugin: NodePlugin = Object.assign(core, { specification });
addLayerConfigs(plugin.configs, plugin.meta.namespace);
addYamlConfigs(plugin.configs, presetsOf(rules), plugin.meta.namespace, plugin);

// Names of their own, since inside the namespace the public ones would mean themselves.
type SettingsOfThis = ArchPrinciplesSettings;
type RulesOfThis = ArchPrinciplesRules;

// Types beside `export =`: a namespace is the only place TypeScript has for them.
// eslint-disable-next-line @typescript-eslint/no-namespace
declare namespace plugin {
  /** What `settings.archprinciples` may hold. */
  type ArchPrinciplesSettings = SettingsOfThis;
  /** The same under its first name. */
  type Settings = SettingsOfThis;
  /** What `rules` of a configuration may hold of this plugin, with every rule's options. */
  type ArchPrinciplesRules = RulesOfThis;
}

export default plugin;
