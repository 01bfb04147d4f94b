import { execFile } from 'node:child_process';
import path from 'node:path';

/** What a module has at run time. */
export interface RuntimeModule {
  /** Names that `import()`, `require()` and their default export have. */
  readonly exports: ReadonlySet<string>;
  /** Why it could not be loaded in either way. */
  readonly error?: string;
}

// Loads the module both ways and prints its names: a package may be loadable in one of them only.
const probe = `
  const { createRequire } = require('node:module');
  const [source, from] = process.argv.slice(1);
  const load = createRequire(from);
  const names = new Set();
  const errors = [];
  let loaded = false;
  const add = (value) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
    for (let at = value; at && at !== Object.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) names.add(name);
    }
  };
  const finish = () => {
    if (loaded) errors.length = 0;
    process.stdout.write('\\n#names' + JSON.stringify({ names: [...names], errors }) + '\\n', () => process.exit(0));
  };
  process.on('uncaughtException', (error) => { errors.push(String(error)); finish(); });
  process.on('unhandledRejection', (error) => { errors.push(String(error)); finish(); });
  (async () => {
    try { load('reflect-metadata'); } catch {}
    try {
      const module = load(source);
      loaded = true;
      add(module);
      if (typeof module === 'function') names.add('default');
    } catch (error) { errors.push(String(error)); }
    try {
      const module = await import(source);
      loaded = true;
      add(module);
      add(module.default);
      if (module.default !== undefined) names.add('default');
    } catch (error) { errors.push(String(error)); }
    finish();
  })();
`;

/** Loads `source` from a folder in a process of its own, since packages may hang, print or exit. */
export function runtimeModule(directory: string, source: string): Promise<RuntimeModule> {
  return new Promise((resolve) => {
    const args = ['--no-warnings', '-e', probe, source, path.join(directory, 'probe.js')];
    execFile(process.execPath, args, { cwd: directory, timeout: 60_000, maxBuffer: 1 << 26 }, (error, stdout) => {
      const line = /#names(.*)/u.exec(stdout)?.[1];
      if (!line) return resolve({ exports: new Set(), error: error ? String(error.message).slice(-200) : 'no answer' });
      const { names, errors } = JSON.parse(line) as { names: string[]; errors: string[] };
      resolve({ exports: new Set(names), ...(errors[0] ? { error: errors[0].slice(0, 200) } : {}) });
    });
  });
}
