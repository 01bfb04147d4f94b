import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', browser: 'src/browser.ts', 'import-resolver': 'src/node/import-resolver.ts', 'yaml-parser': 'src/node/yaml-parser.ts' },
  // One build: with an ESM and a CommonJS one, a config that imports and a config that requires would get two plugin objects.
  format: ['cjs'],
  target: 'node20',
  platform: 'node',
  clean: true,
  // tsup's declaration build sets `baseUrl`, which TypeScript 6 calls deprecated.
  dts: { entry: { index: 'src/index.ts', browser: 'src/browser.ts' }, compilerOptions: { ignoreDeprecations: '6.0' } },
  // `export =` in the declarations; in the code it works only with `splitting`, which turns every `?.` into a function call.
  cjsInterop: true,
  splitting: false,
  footer: { js: 'module.exports = module.exports.default;' },
});
