#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Pages } from './explain/pages.js';
import { prompts } from './init/ask.js';
import { main, type PluginFacts } from './main.js';
import { terminalOn } from './terminal.js';

/** Runs beside the built plugin, in `dist`. */
const load = createRequire(__filename);
const interactive = process.stdin.isTTY && process.stdout.isTTY;

void main(process.argv.slice(2), {
  out: terminalOn(process.stdout, process.env),
  errors: terminalOn(process.stderr, process.env),
  cwd: process.cwd(),
  ask: interactive ? prompts : undefined,
  plugin: load('./index.cjs') as PluginFacts,
  pages: () => JSON.parse(readFileSync(path.join(__dirname, 'pages.json'), 'utf8')) as Pages,
}).then((code) => {
  process.exitCode = code;
});
