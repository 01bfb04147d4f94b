import path from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from './explain/explain.js';
import type { Pages } from './explain/pages.js';
import { help } from './help.js';
import { init, type ExitCode, type InitWorld } from './init/init.js';
import type { Terminal } from './terminal.js';

/** The plugin, as far as the commands need it. */
export interface PluginFacts {
  readonly meta: { readonly version: string };
  readonly rules: Readonly<Record<string, { meta?: unknown }>>;
  readonly configs: object;
}

/** What the commands work with. */
export interface World {
  readonly out: Terminal;
  readonly errors: Terminal;
  readonly cwd: string;
  readonly ask: InitWorld['ask'];
  readonly plugin: PluginFacts;
  /** Read when a page is asked for. */
  pages(): Pages;
}

const options = {
  yes: { type: 'boolean', short: 'y', default: false },
  'dry-run': { type: 'boolean', default: false },
  preset: { type: 'string', multiple: true, default: [] as string[] },
  cwd: { type: 'string' },
  'no-baseline': { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Runs a command line, without the program's own name; see `help` for what it may be. Never throws. */
export async function main(args: readonly string[], world: World): Promise<ExitCode> {
  const fail = (message: string): ExitCode => {
    world.errors.write(`${message}\n`);
    return 2;
  };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, ...names] = positionals;
    if (values.version) {
      world.out.write(`${world.plugin.meta.version}\n`);
      return 0;
    }
    if (values.help || command === undefined) {
      world.out.write(help);
      return values.help ? 0 : 2;
    }
    if (command === 'explain') return explain(names.join(' '), values.list, { terminal: world.out, errors: world.errors, rules: world.plugin.rules, pages: () => world.pages() });
    if (command !== 'init') return fail(`There is no command "${command}".\n\n${help}`);
    if (names.length > 0) return fail(`init takes no name: "${names.join(' ')}". A folder goes behind --cwd, a preset behind --preset.`);
    return await init(
      { cwd: path.resolve(world.cwd, values.cwd ?? '.'), yes: values.yes, dryRun: values['dry-run'], presets: values.preset, baseline: !values['no-baseline'] },
      { terminal: world.out, ask: world.ask, presets: presetsOf(world.plugin.configs) },
    );
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** The presets that need nothing beside the plugin. Those of layers are configured by hand, since they name the project's folders. */
function presetsOf(configs: object): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(configs).flatMap(([name, config]) => (name.startsWith('flat/') ? [[name.slice('flat/'.length), (config as { rules: Record<string, unknown> }).rules]] : [])));
}
