import { writeFileSync } from 'node:fs';
import { build, type Options } from 'tsup';
import { rulePages } from './pages.js';

/**
 * Builds the command into `outDir`, beside the plugin: `cli.cjs` with all it needs but the plugin itself, made small, and `pages.json`
 * with the rules' pages.
 *
 * @returns the packages that were taken in, by name, for their licences.
 */
export async function buildCli(outDir: string): Promise<string[]> {
  const inputs = new Set<string>();
  const collect: NonNullable<Options['esbuildPlugins']>[number] = {
    name: 'collect-packages',
    setup: ({ onEnd }) => onEnd(({ metafile }) => {
      for (const file of Object.keys(metafile?.inputs ?? {})) {
        const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(file)?.[1];
        if (name) inputs.add(name);
      }
    }),
  };
  await build({
    config: false,
    silent: true,
    entry: { cli: 'cli/bin.ts' },
    outDir,
    format: ['cjs'],
    target: 'node20',
    platform: 'node',
    noExternal: [/^[@a-z]/],
    minify: true,
    splitting: false,
    esbuildPlugins: [collect],
  });
  writeFileSync(`${outDir}/pages.json`, JSON.stringify(rulePages('.')));
  return [...inputs].sort();
}
