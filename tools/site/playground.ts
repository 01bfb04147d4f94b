import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type InlineConfig, type Plugin } from 'vite';
import { examplesOf } from './examples.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = path.join(root, 'site/playground');
/** VitePress copies what lies in its public folder; the page imports `playground.js` from there when it is opened. */
export const playgroundFolder = path.join(root, 'docs/public/playground');

/** What the playground weighs, in bytes. */
export interface PlaygroundSize {
  bytes: number;
  gzip: number;
}

/** The examples as a module, so that they come with the build and are never out of date. */
function examples(): Plugin {
  return {
    name: 'playground-examples',
    resolveId: (id) => (id === 'virtual:examples' ? '\0virtual:examples' : undefined),
    load: (id) => (id === '\0virtual:examples' ? `export default ${JSON.stringify(examplesOf(path.join(root, 'docs/rules')))};` : undefined),
  };
}

/** ESLint's own rules are not run, so they are left out. */
function withoutCoreRules(): Plugin {
  return {
    name: 'playground-without-core-rules',
    enforce: 'pre',
    load: (id) => (/[\\/]eslint[\\/]lib[\\/]rules[\\/]index\.js$/u.test(id) ? 'module.exports = new Map();' : undefined),
  };
}

/** What stands in for Node and for the parts of packages that only run there. */
function shared(): InlineConfig {
  const shim = (name: string) => path.join(source, 'shims', `${name}.ts`);
  return {
    root: source,
    configFile: false,
    publicDir: false,
    base: './',
    logLevel: 'warn',
    define: { __filename: '"/playground.js"', __dirname: '"/"', 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: /^esquery$/u, replacement: path.join(root, 'node_modules/esquery/dist/esquery.min.js') },
        { find: /^eslint(?:\/use-at-your-own-risk)?$/u, replacement: shim('eslint') },
        { find: /^(?:node:)?path(?:\/posix)?$/u, replacement: 'path-browserify' },
        { find: /^(?:node:)?(?:fs|fs\/promises|url|module|util|os|tty|crypto|inspector|perf_hooks|assert|child_process|worker_threads|v8)$/u, replacement: shim('empty') },
        { find: 'tinyglobby', replacement: shim('empty') },
      ],
    },
  };
}

/** Builds the playground into the site's public folder and says what it weighs. */
export async function buildPlayground(): Promise<PlaygroundSize> {
  const common = shared();
  await build({
    ...common,
    plugins: [examples()],
    worker: { format: 'es', plugins: () => [withoutCoreRules()] },
    build: {
      outDir: playgroundFolder,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 8000,
      modulePreload: false,
      rolldownOptions: {
        input: path.join(source, 'main.ts'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'playground.js' },
      },
    },
  });
  const size = sizeOf(playgroundFolder);
  writeFileSync(path.join(playgroundFolder, 'size.json'), `${JSON.stringify(size)}\n`);
  return size;
}

function sizeOf(folder: string): PlaygroundSize {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)).filter((file) => statSync(file).isFile());
  const contents = files.map((file) => readFileSync(file));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return { bytes: sum(contents.map(({ length }) => length)), gzip: sum(contents.map((content) => gzipSync(content).length)) };
}

/** Removes what a build wrote. */
export function removePlayground(): void {
  rmSync(playgroundFolder, { recursive: true, force: true });
}
