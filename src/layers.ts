import { defaultSettings } from './settings.js';

/**
 * The layer presets as data: which folders are which layer, and which layer may not import which. The import graph itself is
 * the field of eslint-plugin-boundaries; these presets configure it.
 */

/** A part of a code base, told by the nearest folder of one of these names or by the end of the file's name. */
export interface Layer {
  readonly name: string;
  readonly folders: readonly string[];
  /** What stands before the extension: `controller` is `users.controller.ts`. */
  readonly endings?: readonly string[];
}

/** Imports that break the layering, with what its message says. */
export interface Ban {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly message: string;
}

export interface LayerPreset {
  readonly name: string;
  readonly layers: readonly Layer[];
  readonly bans: readonly Ban[];
}

const layered: LayerPreset = {
  name: 'layered',
  layers: [
    { name: 'routes', folders: ['routes', 'routers'], endings: ['route', 'routes', 'router'] },
    { name: 'controllers', folders: ['controllers'], endings: ['controller', 'resolver'] },
    { name: 'services', folders: ['services'], endings: ['service'] },
    { name: 'repositories', folders: ['repositories'], endings: ['repository', 'repo', 'dao'] },
    { name: 'db', folders: ['db', 'database'] },
    { name: 'models', folders: ['models'], endings: ['model', 'entity'] },
    { name: 'utils', folders: ['utils', 'helpers'], endings: ['util', 'utils', 'helper'] },
  ],
  bans: [
    { from: ['routes', 'controllers'], to: ['repositories', 'db'], message: 'Routes and controllers reach data through a service (P013). Move this access into one and call it.' },
    { from: ['services'], to: ['routes', 'controllers'], message: 'A service that imports a controller or route depends on its caller (P013). Move what both need into a service.' },
    { from: ['repositories', 'db'], to: ['routes', 'controllers', 'services'], message: 'Data access that imports a layer above it depends on its caller (P013). Pass in what it needs.' },
    // Models import the connection they are defined on, so `db` is no layer above them.
    { from: ['models'], to: ['routes', 'controllers', 'services', 'repositories'], message: 'Models are shared by all layers, so they import none of them (P013). Move this logic into a service.' },
    { from: ['utils'], to: ['routes', 'controllers', 'services', 'repositories', 'db'], message: 'Utilities are shared by all layers, so they import none of them (P013). Pass in what this one needs.' },
  ],
};

const hexagonal: LayerPreset = {
  name: 'hexagonal',
  layers: [
    { name: 'domain', folders: ['domain'] },
    { name: 'application', folders: ['application', 'use-cases', 'usecases', 'ports'] },
    { name: 'adapters', folders: ['adapters', 'infrastructure', 'infra', 'presentation', 'interfaces'] },
  ],
  bans: [
    { from: ['domain'], to: ['application', 'adapters'], message: 'The domain imports nothing outward (hexagonal architecture). Declare a port in it that the outer layer implements.' },
    { from: ['application'], to: ['adapters'], message: 'The application knows adapters by their ports only (hexagonal architecture). Import the port and have the adapter injected.' },
  ],
};

const clean: LayerPreset = {
  name: 'clean',
  layers: [
    { name: 'entities', folders: ['entities', 'domain'] },
    { name: 'use-cases', folders: ['use-cases', 'usecases', 'application'] },
    { name: 'interface-adapters', folders: ['interface-adapters', 'adapters', 'controllers', 'presenters', 'gateways', 'repositories'] },
    { name: 'frameworks', folders: ['frameworks', 'infrastructure', 'infra', 'drivers'] },
  ],
  bans: [
    { from: ['entities'], to: ['use-cases', 'interface-adapters', 'frameworks'], message: 'Entities import nothing of the circles around them (clean architecture). Declare an interface here that the outer circle implements.' },
    { from: ['use-cases'], to: ['interface-adapters', 'frameworks'], message: 'A use case imports nothing of the circles around it (clean architecture). Declare an interface and have it injected.' },
    { from: ['interface-adapters'], to: ['frameworks'], message: 'An interface adapter does not import frameworks and drivers (clean architecture). Declare an interface and have it injected.' },
  ],
};

export const layerPresets: readonly LayerPreset[] = [layered, hexagonal, clean];

type Selector = ({ element: { type: string } } | { file: { categories: string } })[];

/** What a preset adds to a configuration: settings and rules of eslint-plugin-boundaries. */
export interface BoundariesConfig {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly rules: Readonly<Record<string, ['error', Record<string, unknown>]>>;
}

/**
 * The configuration of eslint-plugin-boundaries for a preset.
 *
 * @param resolver absolute path of the module that finds the file an import means, in the form eslint-plugin-import gave resolvers.
 */
export function boundariesConfig({ layers, bans }: LayerPreset, resolver: string): BoundariesConfig {
  const categories = new Set(layers.flatMap(({ name, endings }) => (endings ? [name] : [])));
  const select = (names: readonly string[]): Selector => names.flatMap((name): Selector => [
    { element: { type: name } },
    ...(categories.has(name) ? [{ file: { categories: name } }] : []),
  ]);
  return {
    settings: {
      'boundaries/elements': layers.flatMap(({ name, folders }) => folders.map((folder) => ({ type: name, pattern: folder }))),
      'boundaries/files': layers.flatMap(({ name, endings = [] }) => endings.map((ending) => ({ category: name, pattern: `**/*.${ending}.*` }))),
      // Tests put together what production code keeps apart.
      'boundaries/ignore': [...defaultSettings.files.tests],
      'boundaries/dependency-nodes': ['import', 'export', 'require', 'dynamic-import'],
      'boundaries/additional-dependency-nodes': [{ selector: 'TSExternalModuleReference > Literal', kind: 'value', name: 'require' }],
      'import/resolver': { [resolver]: {} },
    },
    rules: {
      'boundaries/dependencies': ['error', {
        default: 'allow',
        policies: bans.map(({ from, to, message }) => ({ from: select(from), disallow: { to: select(to) }, message })),
      }],
    },
  };
}
