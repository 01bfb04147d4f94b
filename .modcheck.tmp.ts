import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindContext } from './src/analysis/context.js';
import { importsOf } from './src/analysis/imports.js';
import { parsed } from './src/analysis/load.js';
import { importedExport } from './src/analysis/modules.js';
import { builtInCatalog } from './src/catalog/catalog.js';
import { nodeHost } from './src/node/host.js';
import { defaultSettings } from './src/settings.js';

const catalog = builtInCatalog();
const roles = ['expensive-client', 'orm', 'cache', 'http-client', 'llm', 'queue'] as const;
function* files(dir: string): Generator<string> {
  for (const e of readdirSync(dir, { withFileTypes: true })) {
    if (e.name === 'node_modules' || e.name.startsWith('.') || e.isSymbolicLink()) continue;
    const p = join(dir, e.name);
    if (e.isDirectory()) yield* files(p);
    else if (/\.(ts|js|mts|cts|mjs|cjs|tsx)$/.test(e.name) && !/\.d\.ts$/.test(e.name)) yield p;
  }
}
for (const repo of process.argv.slice(2)) {
  const host = nodeHost();
  let parseT = 0, resT = 0, expT = 0, n = 0, rel = 0, relOk = 0, alias = 0, hits = 0, calls = 0, bytes = 0;
  const bad = new Map<string, string>(); const hitsBy: string[] = []; const ok = new Set<string>();
  const p0 = parsed.files;
  for (const file of files(repo)) {
    const text = readFileSync(file, 'utf8'); if (text.length > 300000) continue;
    const linter = new Linter({ configType: 'flat', cwd: repo });
    let t = performance.now();
    linter.verify(text, [{ files: ['**/*.*'], languageOptions: { parser: tsParser as never } }], { filename: file });
    const source = linter.getSourceCode() as never; parseT += performance.now() - t;
    if (!source) continue; n++; bytes += text.length;
    bindContext(source, () => ({ filename: file, cwd: repo, settings: defaultSettings, catalog, host, parser: tsParser, depth: 0, languageOptions: { ecmaVersion: 2024, sourceType: 'module' } }));
    for (const entry of importsOf(source)) {
      if (catalog.find(entry.from)) continue;
      t = performance.now();
      const path = host.resolve(entry.from, file); resT += performance.now() - t;
      if (/^\./.test(entry.from)) { rel++; if (path) relOk++; else if (!/\.(css|scss|svg|png|json|md|vue|less)$/.test(entry.from)) bad.set(entry.from, file); }
      else if (path) { alias++; ok.add(entry.from); } else bad.set(entry.from, file);
      t = performance.now();
      const names = entry.kind === 'binding' ? [entry.name] : ['default', '*'];
      for (const role of roles) for (const name of names) { calls++; const f = importedExport(source, entry.from, name, catalog.mentions(role)); if (f) { hits++; if (hitsBy.length < 4000) hitsBy.push(`${file.slice(repo.length)} ${entry.from} ${name} ${role} -> ${f.source.getText(f.node).slice(0, 70).replace(/\n/g, ' ')} ${f.from ? JSON.stringify(f.from) : ''}`); } }
      expT += performance.now() - t;
    }
  }
  console.log(`${repo}: files ${n} (${(bytes / 1e6).toFixed(1)}MB) parse ${parseT | 0}ms resolve ${resT | 0}ms exports ${expT | 0}ms extra-parsed ${parsed.files - p0} relative ${relOk}/${rel} alias ${alias} hits ${hits}/${calls} heap ${(process.memoryUsage().heapUsed / 1e6) | 0}MB`);
  const rels = [...bad].filter(([s]) => /^\./.test(s)); const al = [...bad.keys()].filter((s) => /^[@~#$]|^src|^(app|lib)\//.test(s) && !/^@[a-z-]+\/[a-z]/.test(s));
  console.log('  unresolved rel', rels.slice(0, 8).map(([s, f]) => `${s} in ${f.slice(repo.length)}`)); console.log('  unresolved alias-like', al.slice(0, 10)); console.log('  resolved aliases', [...ok].slice(0, 6));
  if (process.env.HITS) console.log(hitsBy.filter((_, i) => i % Math.max(1, Math.floor(hitsBy.length / 12)) === 0).join('\n'));
}
