import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { buildCli } from './tools/build-cli.js';

/** Small packages that the build takes in, so that users install fewer. Their licences go along. */
const bundled = ['fastest-levenshtein', 'picomatch', 'semver'];

function licence(name: string): string {
  const folder = `node_modules/${name}`;
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string };
  const file = ['LICENSE', 'LICENSE.md', 'license'].map((name) => `${folder}/${name}`).find((path) => existsSync(path));
  if (!file) throw new Error(`${name} has no licence file.`);
  return `${name} ${version}\n\n${readFileSync(file, 'utf8').trim()}\n`;
}

/** Formatters take the rules from the built plugin beside them, which has mostly been loaded already. */
const builtPlugin: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'built-plugin',
  setup: (build) => build.onResolve({ filter: /^\.\.\/src\/index\.js$/ }, () => ({ path: '../index.cjs', external: true })),
};

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    browser: 'src/browser.ts',
    'import-resolver': 'src/node/import-resolver.ts',
    'yaml-parser': 'src/node/yaml-parser.ts',
    'formatters/scorecard': 'formatters/scorecard.ts',
    'formatters/markdown': 'formatters/markdown.ts',
    'formatters/sarif': 'formatters/sarif.ts',
    'formatters/merge': 'formatters/merge.ts',
  },
  esbuildPlugins: [builtPlugin],
  // One build: with an ESM and a CommonJS one, a config that imports and a config that requires would get two plugin objects.
  format: ['cjs'],
  target: 'node20',
  platform: 'node',
  clean: true,
  noExternal: bundled,
  onSuccess: async () => {
    const brought = new Set([...bundled, ...await buildCli('dist')]);
    writeFileSync('dist/THIRD-PARTY-LICENSES.txt', [...brought].sort().map(licence).join(`\n${'-'.repeat(80)}\n\n`));
  },
  // tsup's declaration build sets `baseUrl`, which TypeScript 6 calls deprecated.
  dts: { entry: { index: 'src/index.ts', browser: 'src/browser.ts' }, compilerOptions: { ignoreDeprecations: '6.0' } },
  // `export =` in the declarations; in the code it works only with `splitting`, which turns every `?.` into a function call.
  cjsInterop: true,
  splitting: false,
  footer: { js: 'module.exports = module.exports.default;' },
});
