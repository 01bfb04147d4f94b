import { contextOf } from './context.js';
import { defineService, type SourceCode } from './service.js';

/** Time limits that a program sets once for all of its calls. */
export interface ProgramLimits {
  /** On the defaults of an HTTP client: `axios.defaults.timeout = 5000`. */
  readonly defaults: boolean;
  /** On the dispatcher behind global `fetch`: `setGlobalDispatcher(new Agent({ headersTimeout: 5000 }))`. */
  readonly dispatcher: boolean;
  /** By the platform on all functions that an adapter makes of the program: `adapter({ maxDuration: 30 })`. */
  readonly functions: boolean;
}

const folders = ['', 'src/', 'server/', 'src/server/', 'app/', 'lib/'];
const names = ['index', 'main', 'server', 'app', 'instrumentation'];
const imports = /\b(?:from|import|require)\s*(?:\(\s*)?['"](\.[^'"]+)['"]/gu;
/** Imports of an entry that are looked into. */
const maxImports = 60;
const defaults = /\bdefaults\.timeout\s*=/u;
/** Configuration of frameworks whose adapters turn the whole program into functions. */
const adapted = ['svelte.config.js', 'svelte.config.ts', 'astro.config.mjs', 'astro.config.ts', 'astro.config.js'];
/** The agent may be made above; a bare proxy agent names no timeout. */
const dispatcher = /\bsetGlobalDispatcher\s*\((?=[\s\S]{0,400}?Timeout)/u;

/**
 * The limits that the entry files of the package, and the files that these import, set for the whole program. Looks at texts only,
 * under the names that entry files have, and at the configuration of adapters, in the folder of the nearest package.json.
 * Does not see: entries of other names, what stands further away, preloaded modules. Asked only before something is reported.
 */
export const programLimits = defineService((source: SourceCode): ProgramLimits => {
  const { host, filename, settings } = contextOf(source);
  const root = settings.crossFile ? host?.manifest(filename)?.directory : undefined;
  const found = { defaults: false, dispatcher: false, functions: false };
  if (!host || root === undefined) return found;
  const seen = new Set<string>();
  const look = (specifier: string, from: string, further: boolean): void => {
    const path = host.resolve(specifier, from);
    if (path === undefined || seen.has(path)) return;
    seen.add(path);
    const text = host.read(path)?.text;
    if (text === undefined) return;
    found.defaults ||= defaults.test(text);
    found.dispatcher ||= dispatcher.test(text);
    if (further) for (const [, next] of [...text.matchAll(imports)].slice(0, maxImports)) look(next!, path, false);
  };
  for (const folder of folders) for (const name of names) look(`./${folder}${name}`, `${root}/package.json`, true);
  found.functions = adapted.some((name) => /\bmaxDuration\s*:\s*\d/u.test(host.read(`${root}/${name}`)?.text ?? ''));
  return found;
});
