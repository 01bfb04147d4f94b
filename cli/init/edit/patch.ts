import type { ProposedSettings } from '../proposal.js';

export const packageName = 'eslint-plugin-archprinciples';

/** What a configuration shall have. */
export interface Wanted {
  readonly presets: readonly string[];
  /** The presets were named, so that those a configured project lacks are added to it. */
  readonly explicit: boolean;
  readonly settings: ProposedSettings | undefined;
}

/** What became of a configuration file. */
export type Patch =
  | { readonly kind: 'patched'; readonly code: string }
  /** The plugin is there already, with these presets. */
  | { readonly kind: 'unchanged'; readonly presets: readonly string[] }
  /** It could not be patched safely; `suggestion` is the whole file as it may be meant to be. */
  | { readonly kind: 'manual'; readonly reason: string; readonly suggestion?: string };

/**
 * The presets of the plugin that a configuration names, in any of the forms there are.
 *
 * @param local what the plugin is called in the file, since other plugins have a `recommended` too.
 */
export function presetsIn(bare: string, local?: string): string[] {
  const strings = bare.matchAll(/['"`](?:plugin:)?archprinciples\/(?:flat\/)?([\w-]+)/gu);
  const members = local ? bare.matchAll(new RegExp(`(?<![\\w.$])${local.replaceAll('$', '\\$')}\\s*\\.\\s*configs\\s*(?:\\[\\s*['"\`]|\\.)\\s*(?:flat/)?([\\w-]+)`, 'gu')) : [];
  return [...new Set([...strings, ...members].map(([, name]) => name!))];
}
