import core, { type Plugin } from './browser.js';
import { setHost } from './kit/host-slot.js';
import { nodeHost } from './node/host.js';
import type { ArchPrinciplesSettings } from './settings.js';

setHost(nodeHost());

const plugin: Plugin = core;

// Types beside `export =`: a namespace is the only place TypeScript has for them.
// eslint-disable-next-line @typescript-eslint/no-namespace
declare namespace plugin {
  /** What `settings.archprinciples` may hold. */
  type Settings = ArchPrinciplesSettings;
}

export default plugin;
