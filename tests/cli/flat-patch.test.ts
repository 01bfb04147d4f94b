import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { diffOf } from '../../cli/init/change.js';
import { patchFlat } from '../../cli/init/edit/flat.js';
import type { Patch, Wanted } from '../../cli/init/edit/patch.js';

const wanted: Wanted = { presets: ['recommended'], explicit: false, settings: undefined };
const withAgents: Wanted = { presets: ['recommended', 'agents'], explicit: true, settings: { mesh: 'istio', spec: 'architecture.yaml' } };

/** The lines that a patch adds (`+`) and takes away (`-`), which is what people see of it. */
function changed(before: string, patch: Patch): string[] {
  if (patch.kind !== 'patched') return [`${patch.kind}${patch.kind === 'manual' ? `: ${patch.reason}` : ''}`];
  return diffOf('c', before, patch.code).split('\n').filter((line) => /^[+-](?!\+\+ |-- )/u.test(line));
}

/** Patched twice: the second time there is nothing to do. */
function patched(before: string, wish: Wanted = wanted): string[] {
  const patch = patchFlat(before, wish);
  if (patch.kind === 'patched') expect(patchFlat(patch.code, wish).kind).toBe('unchanged');
  return changed(before, patch);
}

describe('a configuration that is a list', () => {
  it('gets a line at its end, in its own form', () => {
    expect(patched(`import js from '@eslint/js';\n\nexport default [\n  js.configs.recommended,\n  { rules: {} },\n];\n`)).toEqual([
      '+import archprinciples from \'eslint-plugin-archprinciples\';',
      '+  archprinciples.configs[\'flat/recommended\'],',
    ]);
  });

  it('gets the comma that is missing, and no semicolons or other quotes where it has none', () => {
    expect(patched(`import neo from "neostandard"\n\nexport default [\n\t...neo({ ts: true }),\n\t{\n\t\trules: {}\n\t} // ours\n]\n`)).toEqual([
      '+import archprinciples from "eslint-plugin-archprinciples"',
      '-\t} // ours',
      '+\t}, // ours',
      '+\tarchprinciples.configs["flat/recommended"]',
    ]);
  });

  it.each([
    ['on one line', 'export default [a, b];', 'export default [a, b, archprinciples.configs[\'flat/recommended\']];'],
    ['on one line with a comma at its end', 'export default [a, b,];', 'export default [a, b, archprinciples.configs[\'flat/recommended\'],];'],
    ['empty', 'export default [];', 'export default [\n  archprinciples.configs[\'flat/recommended\']\n];'],
    ['in parentheses', 'export default ([\n  (a)\n]);', 'export default ([\n  (a),\n  archprinciples.configs[\'flat/recommended\']\n]);'],
  ])('%s', (_, before, after) => {
    const patch = patchFlat(before, wanted);
    expect(patch).toMatchObject({ kind: 'patched', code: `import archprinciples from 'eslint-plugin-archprinciples';\n\n${after}` });
  });

  it('keeps Windows line ends', () => {
    const patch = patchFlat('import a from "a";\r\nexport default [\r\n  a,\r\n];\r\n', wanted);
    expect(patch.kind === 'patched' && patch.code.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('keeps the comments between and behind its entries', () => {
    expect(patched(`import base from "@acme/eslint-config";\n\nexport default [\n  ...base,\n\n  // Ours alone, with ] and , in it\n  { name: "worker/ignores", ignores: ["**/*test*.*"] },\n  // The end\n];\n`)).toEqual([
      '+import archprinciples from "eslint-plugin-archprinciples";',
      '+  archprinciples.configs["flat/recommended"],',
    ]);
  });

  it('may stand in a constant, with a type', () => {
    expect(patched(`import type { Linter } from 'eslint';\nconst config: Linter.Config[] = [\n  { ignores: ['dist'] },\n];\nexport default config satisfies Linter.Config[];\n`)).toEqual([
      '+import archprinciples from \'eslint-plugin-archprinciples\';',
      '+  archprinciples.configs[\'flat/recommended\'],',
    ]);
    expect(patched('const config = [\n  {},\n];\nexport { config as default };\n')).toHaveLength(3);
  });
});

describe('a configuration through a function', () => {
  it.each([
    ['defineConfig with a list', `import { defineConfig } from 'eslint/config';\nexport default defineConfig([\n  {},\n]);\n`],
    ['defineConfig with arguments', `import { defineConfig } from 'eslint/config';\nexport default defineConfig(\n  {},\n);\n`],
    ['defineConfig under another name', `import { defineConfig as define } from 'eslint/config';\nexport default define([\n  {},\n]);\n`],
    ['defineConfig with a constant', `import { defineConfig } from 'eslint/config';\nconst all = [\n  {},\n];\nexport default defineConfig(all);\n`],
    ['tseslint.config', `import tseslint from 'typescript-eslint';\nexport default tseslint.config(\n  tseslint.configs.recommended,\n);\n`],
    ['config of typescript-eslint', `import { config, configs } from 'typescript-eslint';\nexport default config(\n  configs.recommended,\n);\n`],
    ['a factory that takes configurations after its options', `import antfu from '@antfu/eslint-config';\nexport default antfu(\n  { typescript: true },\n);\n`],
    ['with type arguments', `import { defineConfig } from 'eslint/config';\nexport default defineConfig<object>(\n  {},\n);\n`],
  ])('%s', (_, before) => {
    expect(patched(before)).toEqual(['+import archprinciples from \'eslint-plugin-archprinciples\';', '+  archprinciples.configs[\'flat/recommended\'],']);
  });

  it('keeps the arguments\' form where there is no comma at the end', () => {
    expect(patched(`import tseslint from "typescript-eslint";\n\nexport default tseslint.config(\n  tseslint.configs.recommended,\n  {\n    rules: {},\n  }\n);\n`)).toEqual([
      '+import archprinciples from "eslint-plugin-archprinciples";',
      '-  }', '+  },', '+  archprinciples.configs["flat/recommended"]',
    ]);
  });
});

describe('a CommonJS configuration', () => {
  it('gets a require', () => {
    expect(patched(`'use strict';\nconst js = require('@eslint/js');\n\nmodule.exports = [\n  js.configs.recommended,\n];\n`)).toEqual([
      '+const archprinciples = require(\'eslint-plugin-archprinciples\');',
      '+  archprinciples.configs[\'flat/recommended\'],',
    ]);
  });

  it('keeps a type comment at what it is about', () => {
    const patch = patchFlat(`// @ts-check\n\n/** @type {import('eslint').Linter.Config[]} */\nmodule.exports = [\n  {},\n];\n`, wanted);
    expect(patch.kind === 'patched' && patch.code).toMatch(/^\/\/ @ts-check\n\nconst archprinciples = .*\n\n\/\*\* @type .* \*\/\nmodule\.exports = \[/u);
  });

  it('is told from a module by what it exports: `createRequire` is no CommonJS', () => {
    expect(patched(`import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nconst legacy = require('./legacy.json');\nexport default [\n  legacy,\n];\n`)[0]).toBe('+import archprinciples from \'eslint-plugin-archprinciples\';');
  });
});

describe('what is there already', () => {
  const configured = `import arch from 'eslint-plugin-archprinciples';\nexport default [\n  arch.configs['flat/recommended'],\n];\n`;

  it('is left alone', () => {
    expect(patchFlat(configured, wanted)).toEqual({ kind: 'unchanged', presets: ['recommended'] });
    expect(patchFlat(configured, { ...wanted, presets: ['critical'] }).kind).toBe('unchanged');
    expect(patchFlat(`import archprinciples from 'eslint-plugin-archprinciples';\nexport default [{ plugins: { archprinciples }, extends: ['archprinciples/strict'] }];`, wanted)).toMatchObject({ kind: 'unchanged', presets: ['strict'] });
  });

  it('gets what was asked for by name, under the name it has', () => {
    expect(patched(configured, { presets: ['recommended', 'agents'], explicit: true, settings: undefined })).toEqual(['+  arch.configs[\'flat/agents\'],']);
  });

  it('is not what other plugins call alike', () => {
    expect(patched(`import tseslint from 'typescript-eslint';\nexport default tseslint.config(\n  tseslint.configs.recommended,\n);\n`)).toContain('+  archprinciples.configs[\'flat/recommended\'],');
  });

  it('keeps its settings', () => {
    const before = `import arch from 'eslint-plugin-archprinciples';\nexport default [\n  { settings: { archprinciples: { mesh: true } } },\n];\n`;
    expect(patched(before, { ...withAgents, presets: ['agents'] })).toEqual(['+  arch.configs[\'flat/agents\'],']);
  });

  it('does not lend its name', () => {
    expect(patched('import archprinciples from \'./other.js\';\nexport default [\n  archprinciples,\n];\n')).toContain('+  archPrinciplesPlugin.configs[\'flat/recommended\'],');
  });
});

describe('settings', () => {
  it('come with the presets, the specification with its hash', () => {
    expect(patched('export default [\n  {},\n];\n', withAgents)).toEqual([
      '+import archprinciples from \'eslint-plugin-archprinciples\';', '+',
      '+  archprinciples.configs[\'flat/recommended\'],',
      '+  archprinciples.configs[\'flat/agents\'],',
      '+  {', '+    settings: {', '+      archprinciples: { ...archprinciples.specification(\'architecture.yaml\'), mesh: \'istio\' },', '+    },', '+  },',
    ]);
  });
});

describe('forms of real projects, in few words', () => {
  const line = '+  archprinciples.configs[\'flat/recommended\'],';
  const bare = '+  archprinciples.configs[\'flat/recommended\']';
  it.each([
    ['old configurations, translated and spread', `const { FlatCompat } = require('@eslint/eslintrc');\nconst compat = new FlatCompat({ baseDirectory: __dirname });\n\nmodule.exports = [\n  { ignores: ['**/dist'] },\n  ...compat\n    .config({ extends: ['plugin:@nx/typescript'] })\n    .map((config) => ({\n      ...config,\n      rules: {\n        'a/b': 'warn' // for now\n      }\n    }))\n];\n`, ['+const archprinciples = require(\'eslint-plugin-archprinciples\');', '-    }))', '+    })),', bare]],
    ['a list among the arguments', `import tseslint from 'typescript-eslint';\nimport { globalIgnores } from 'eslint/config';\n\nexport default tseslint.config(\n  globalIgnores(['dist/**']),\n  tseslint.configs.recommended,\n  [\n    { rules: {} },\n  ],\n);\n`, ['+import archprinciples from \'eslint-plugin-archprinciples\';', line]],
    ['code before the list', `import path from 'node:path';\nimport js from '@eslint/js';\n\nconst __dirname = path.resolve();\n\nexport default [\n  js.configs.recommended,\n  { files: ['eslint.config.mts'], languageOptions: { parserOptions: { project: null } } },\n];\n`, ['+import archprinciples from \'eslint-plugin-archprinciples\';', line]],
    ['comments between the imports and the list', `import globals from 'globals';\nimport prettier from 'eslint-config-prettier/flat';\n// import { importX } from 'eslint-plugin-import-x';\n\nexport default [\n  prettier, // Prettier owns the style\n  { languageOptions: { globals: { ...globals.node } } },\n];\n`, ['+import archprinciples from \'eslint-plugin-archprinciples\';', line]],
    ['a factory with one large object', `const { antfu } = require('@antfu/eslint-config')\n\nmodule.exports = antfu({\n  typescript: true,\n})\n`, ['+const archprinciples = require(\'eslint-plugin-archprinciples\')', '-})', '+}, archprinciples.configs[\'flat/recommended\'])']],
    ['a list that begins with its first object', `import { defineConfig } from 'eslint/config';\nimport next from 'eslint-config-next';\n\nexport default defineConfig([{\n  extends: [...next],\n}]);\n`, ['+import archprinciples from \'eslint-plugin-archprinciples\';', '-}]);', '+}, archprinciples.configs[\'flat/recommended\']]);']],
  ])('%s', (_, before, lines) => {
    expect(patched(before)).toEqual(lines);
  });
});

describe('what cannot be patched safely', () => {
  it.each([
    ['a list of somebody else', `import { next } from '@acme/eslint-config';\nexport default next;\n`, 'what it exports comes from @acme/eslint-config'],
    ['a function that is not known', `import { withNuxt } from './.nuxt/eslint.config.mjs';\nexport default withNuxt({ rules: {} });\n`, 'what it exports is the result of a function that is not known'],
    ['a list that is built', 'export default [{}].concat(more);\n', 'what it exports is the result of a function that is not known'],
    ['a factory without options', `import antfu from '@antfu/eslint-config';\nexport default antfu();\n`, 'the arguments of the function cannot be told apart'],
    ['a promise', 'export default await load();\n', 'what it exports is computed'],
    ['one object', 'export default { rules: {} };\n', 'it exports one object, and not a list'],
    ['a namesake of defineConfig', 'import { defineConfig } from "./mine.js";\nexport default defineConfig([]);\n', 'what it exports is the result of a function that is not known'],
  ])('%s is shown, inside defineConfig', (_, before, reason) => {
    const patch = patchFlat(before, wanted);
    expect(patch).toMatchObject({ kind: 'manual', reason });
    const { suggestion } = patch as { suggestion: string };
    expect(suggestion).toMatch(/export default define(?:Eslint)?Config\(\[\n/u);
    expect(suggestion).toContain('archprinciples.configs[');
    expect(new Linter().verify(suggestion, { languageOptions: { ecmaVersion: 'latest', sourceType: 'module' } })).toEqual([]);
  });

  it.each([
    ['a file that does not parse', 'export default [', 'the file does not parse'],
    ['a file that exports nothing', 'console.log(1);', 'it exports nothing that can be seen'],
    ['a plugin that is brought in within', 'module.exports = [{ plugins: { archprinciples: require("eslint-plugin-archprinciples") } }];', undefined],
  ])('%s is said', (_, before, reason) => {
    const patch = patchFlat(before, { ...wanted, explicit: true });
    expect(patch.kind).toBe('manual');
    if (reason) expect(patch).toMatchObject({ reason });
  });
});
