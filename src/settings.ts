import type { Library } from './catalog/schema.js';

/** `settings.archprinciples` after checking, with defaults filled in. */
export interface Settings {
  libraries: readonly Library[];
  agents: readonly string[];
  resilience: readonly string[];
  mesh: 'istio' | 'linkerd' | boolean;
  crossFile: boolean;
  applySuggestions: boolean | readonly string[];
  files: Readonly<Record<FileGroup, readonly string[]>>;
}

export type FileGroup = 'tests' | 'scripts' | 'migrations' | 'compositionRoot' | 'domain' | 'services' | 'repositories';

export const defaultSettings: Settings = {
  libraries: [],
  agents: [],
  resilience: [],
  mesh: false,
  crossFile: true,
  applySuggestions: false,
  files: { tests: [], scripts: [], migrations: [], compositionRoot: [], domain: [], services: [], repositories: [] },
};
