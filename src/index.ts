import core, { type Plugin } from './browser.js';
import { presetsOf } from './configs.js';
import { rules } from './generated/rules.js';
import { setHost } from './kit/host-slot.js';
import { nodeHost } from './node/host.js';
import { addLayerConfigs } from './node/layer-configs.js';
import { addYamlConfigs } from './node/yaml-configs.js';
import type { ArchPrinciplesSettings } from './settings.js';

setHost(nodeHost());

const plugin: Plugin = core;
addLayerConfigs(plugin.configs, plugin.meta.namespace);
addYamlConfigs(plugin.configs, presetsOf(rules), plugin.meta.namespace, plugin);

// Types beside `export =`: a namespace is the only place TypeScript has for them.
// eslint-disable-next-line @typescript-eslint/no-namespace
declare namespace plugin {
  /** What `settings.archprinciples` may hold. */
  type Settings = ArchPrinciplesSettings;
}

export default plugin;
