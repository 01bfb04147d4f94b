import { describe, expect, it } from 'vitest';
import { brief, Project, type Major } from './project.js';
import { commonjs, files, javascript, typescript } from './sources.js';

const rule = 'archprinciples/no-per-call-client';
/** A flat config that all three majors read, with the strict preset and what `extra` adds. */
const config = (extra = '{}') => `import plugin from "eslint-plugin-archprinciples";
import * as parser from "@typescript-eslint/parser";
export default [{ files: ["**/*.ts"], languageOptions: { parser } }, plugin.configs["flat/strict"], ${extra}];
`;

const long = javascript + Array.from({ length: 10_000 }, (_, index) => `
export function add${index}(value) {
  const sum = value + ${index};
  return log(sum);
}
`).join('');
const deep = `${javascript}export const sum = ${Array.from({ length: 2000 }, (_, index) => `'${index}'`).join(' +\n  ')};
export const nest = ${'f('.repeat(200)}${')'.repeat(200)};
`;
/** A file with a shebang is a script unless it starts a server. */
const server = `import express from 'express';
import Redis from 'ioredis';

const app = express();
app.get('/', async (request, response) => {
  const redis = new Redis();
  response.send(await redis.get('home'));
});
app.listen(80);
`;
const modern = `${typescript}
import fs = require('node:fs');
import type { Readable } from 'node:stream';
declare global { interface Window { redis?: Redis } }
declare module 'x' { export = y; }
namespace A.B { export const value = <const T,>(it: T) => it satisfies T; }
abstract class Store<in out T> { accessor size = 0; static { this.#open(); } static #open() {} @log() declare key: T; abstract get(): T; constructor(private readonly stream?: Readable) { new.target; import.meta.url; } }
enum Level { Low = 1 << 0, High = Level.Low }
async function* pages(this: Store<string>, { a = 1, ...rest }: any = {}, ...more: unknown[]) { label: for await (using page of rest[\`\${a}\`]?.list?.() ?? []) { if (page!) continue label; yield* [page, ...more]; } await using end = await import('x', { with: { type: 'json' } }); delete rest.a; }
function overload(a: string): asserts a is 'x'; function overload(a: any) { [a.b, { c: a['d'] = 1 }] = a; return /[\\p{L}--[a-z]]/v.test(a) ? void 0 : tag\`a\${1n}\`; }
export { fs, A, Store, Level, pages, overload as 'any name' };
export default (await import('x')).default as unknown as typeof fs;
`;

describe.each<Major>([8, 9, 10])('on ESLint %i', (major) => {
  it('an unknown option is ESLint\'s own error', () => {
    const run = new Project(major, { ...files, 'eslint.config.mjs': config(`{ rules: { "${rule}": ["error", { alow: [] }] } }`) }).eslint('src');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(rule);
    expect(run.stderr).toMatch(/alow/u);
  });

  it.each([
    ['{ librarys: [] }', /librarys.*libraries/u],
    ['{ crossFile: "yes" }', /crossFile/u],
    ['{ libraries: [{ package: "@acme/redis", title: "Acme", exports: { connect: { call: { roles: ["expensive-clent"] } } } }] }', /expensive-clent.*expensive-client/u],
    ['"on"', /settings\.archprinciples/u],
    ['[]', /settings\.archprinciples/u],
  ])('wrong settings %s are one error per file', (settings, message) => {
    const { status, files: found } = new Project(major, { ...files, 'eslint.config.mjs': config(`{ settings: { archprinciples: ${settings} } }`) }).lint('src');
    expect(status).toBe(1);
    for (const messages of Object.values(found)) {
      expect(messages.map(({ line, column, severity, fatal }) => ({ line, column, severity, fatal }))).toEqual([{ line: 1, column: 1, severity: 2, fatal: undefined }]);
      expect(messages[0]?.message).toMatch(message);
    }
    expect(Object.keys(found)).toEqual(Object.keys(files));
  });

  it('a file that does not parse does not hide the others', () => {
    const { status, files: found } = new Project(major, { 'src/a.ts': 'const = ;\n', 'src/b.ts': typescript, 'eslint.config.mjs': config() }).lint('src');
    expect(status).toBe(1);
    expect(found['src/a.ts']?.map(({ fatal }) => fatal)).toEqual([true]);
    expect(brief(found['src/b.ts'])).toEqual([`4:17 error ${rule}`]);
  });

  it('a .ts file without a TypeScript parser is judged if it parses', () => {
    const plain = `import plugin from "eslint-plugin-archprinciples";\nexport default [{ ...plugin.configs["flat/strict"], files: ["**/*.ts"] }];\n`;
    const { files: found } = new Project(major, { 'a.ts': javascript, 'b.ts': typescript, 'eslint.config.mjs': plain }).lint('a.ts', 'b.ts');
    expect(brief(found['a.ts'])).toEqual([`4:17 error ${rule}`]);
    expect(found['b.ts']?.map(({ fatal }) => fatal)).toEqual([true]);
  });

  it('a file of 50,000 lines and deep expressions are judged', () => {
    const { files: found } = new Project(major, { 'long.js': long, 'deep.js': deep, 'eslint.config.mjs': config() }).lint('long.js', 'deep.js');
    expect(brief(found['long.js'])).toEqual([`4:17 error ${rule}`]);
    expect(brief(found['deep.js'])).toEqual([`4:17 error ${rule}`]);
  });

  it('syntax the rules do not know is passed over', () => {
    const { files: found } = new Project(major, { 'modern.ts': modern, 'empty.ts': '', 'comment.ts': '// nothing', 'eslint.config.mjs': config() }).lint('.');
    expect(brief(found['modern.ts'])).toEqual([`4:17 error ${rule}`]);
    expect([found['empty.ts'], found['comment.ts']]).toEqual([[], []]);
  });

  it('standard input without a name is judged', () => {
    const project = new Project(major, { 'eslint.config.mjs': config() });
    const { files: found } = project.lint('--stdin', { input: javascript });
    expect(Object.values(found).map(brief)).toEqual([[`4:17 error ${rule}`]]);
  });

  it('a fix keeps the head of the file and its line ends', () => {
    const heads = {
      'bom.ts': '\uFEFF',
      'server.ts': '"use server";\n\n',
      'licence.ts': '/**\n * @license MIT\n */\n\n',
      'all.ts': '\uFEFF// @ts-check\n"use server";\n"use strict";\n\n',
    };
    const written: Record<string, string> = {
      ...Object.fromEntries(Object.entries(heads).map(([name, head]) => [name, head + typescript])),
      'shebang.js': `#!/usr/bin/env node\n${server}`,
      'strict.cjs': `'use strict';\n\n${commonjs}`,
      'crlf.ts': `"use strict";\n${typescript}`.replaceAll('\n', '\r\n'),
    };
    const project = new Project(major, { ...written, 'eslint.config.mjs': config() });
    const names = Object.keys(written);
    for (const [name, messages] of Object.entries(project.lint(...names).files)) expect(brief(messages), name).toEqual([expect.stringContaining(rule)]);

    expect(project.lint('--fix', ...names)).toEqual({ status: 0, files: Object.fromEntries(names.map((name) => [name, []])) });
    for (const [name, head] of Object.entries(heads)) expect(project.read(name).startsWith(`${head}import Redis from 'ioredis';\n`), name).toBe(true);
    expect(project.read('shebang.js')).toMatch(/^#!\/usr\/bin\/env node\nimport express/u);
    expect(project.read('strict.cjs')).toMatch(/^'use strict';\n\nconst Redis = require\('ioredis'\);\n/u);
    expect(project.read('crlf.ts')).toMatch(/^"use strict";\r\nimport Redis/u);
    expect(project.read('crlf.ts').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const name of names) expect(project.read(name), name).toContain('??= new Redis()');
  });

  it('blocks that a processor cuts out of other files are judged, and their edits fit', () => {
    const processor = `{
  files: ["**/*.vue"],
  processor: {
    meta: { name: "blocks", version: "1" },
    supportsAutofix: true,
    preprocess: (text) => { const [head, script] = text.split(/(?<=<script lang="ts">\\n)|(?=<\\/script>)/u); globalThis.offset = head.length; return [{ text: script, filename: "0.ts" }]; },
    postprocess: (lists) => lists.flat().map((message) => message.fix
      ? { ...message, line: message.line + 4, fix: { ...message.fix, range: message.fix.range.map((at) => at + globalThis.offset) } }
      : { ...message, line: message.line + 4 }),
  },
}`;
    const page = (script: string) => `<template>\n  <p />\n</template>\n<script lang="ts">\n${script}</script>\n`;
    const project = new Project(major, { 'page.vue': page(typescript), 'eslint.config.mjs': config(processor) });
    expect(brief(project.lint('page.vue').files['page.vue'])).toEqual([`8:17 error ${rule}`]);
    expect(project.lint('--fix', 'page.vue').files['page.vue']?.filter(({ fatal }) => fatal)).toEqual([]);
    expect(project.read('page.vue')).toMatch(/^<template>\n {2}<p \/>\n<\/template>\n<script lang="ts">\nimport Redis from 'ioredis';\n[^]*\n<\/script>\n$/u);
  });
});
