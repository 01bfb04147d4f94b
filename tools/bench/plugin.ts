import type { ESLint } from 'eslint';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'tsup';

export type BenchPlugin = ESLint.Plugin & { rules: Record<string, { create(context: never): object }>; configs: Record<string, unknown> };

/** Each build has a folder of its own: Node keeps what it loaded from a path. */
let builds = 0;
/** Under this global name the built plugin finds what goes around its services. */
const slot = 'archprinciplesBench';

/**
 * Builds the plugin of a checkout as its package is built, and loads it.
 *
 * @param checkout the folder with `src/` and `node_modules/`.
 * @param keep leaves the build in `node_modules/.cache`, where a CPU profile's places point to.
 * @param around what goes around the computation of each service, if anything.
 */
export async function builtFrom(checkout: string, keep: boolean, around?: <F extends (source: never) => unknown>(compute: F) => F): Promise<BenchPlugin> {
  const folder = path.resolve(checkout, 'node_modules/.cache/archprinciples-bench', `${process.pid}-${builds++}`);
  mkdirSync(folder, { recursive: true });
  const source = (file: string) => JSON.stringify(path.resolve(checkout, 'src', file));
  // The first import is run before the services of the second are defined.
  writeFileSync(path.join(folder, 'observe.ts'), `import { observeServices } from ${source('analysis/service.ts')};\nobserveServices((globalThis as any).${slot});\n`);
  writeFileSync(path.join(folder, 'entry.ts'), `${around ? "import './observe.ts';\n" : ''}export { default } from ${source('index.ts')};\n`);
  (globalThis as Record<string, unknown>)[slot] = around;
  await build({
    config: false, entry: [path.join(folder, 'entry.ts')], outDir: folder, silent: true, format: ['cjs'], target: 'node20', platform: 'node', splitting: false,
  });
  const { default: plugin } = createRequire(import.meta.url)(path.join(folder, 'entry.cjs')) as { default: BenchPlugin };
  if (!keep) rmSync(folder, { recursive: true });
  return plugin;
}
