import { name, version } from '../package.json';
import { configsOf, presetsOf, type Configs } from './configs.js';
import { rules } from './generated/rules.js';

const namespace = 'archprinciples';

/** A rule as far as every major of ESLint agrees on it; the types of each major differ in the context. */
export interface LooseRule {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each ESLint has its own type of `meta`
  meta?: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each ESLint has its own type of context and visitor
  create(context: any): any;
}

/** The plugin object. */
export interface Plugin {
  meta: { name: string; version: string; namespace: string };
  rules: Record<string, LooseRule>;
  configs: Configs;
}

/** The plugin without a file system: it judges each file by itself, so it runs in a browser too. */
const plugin: Plugin = { meta: { name, version, namespace }, rules, configs: {} as Configs };
// A flat config carries the plugin itself, so the plugin must be there first.
plugin.configs = configsOf(presetsOf(rules), namespace, plugin);

export default plugin;
