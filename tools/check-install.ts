import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `npm run check-install`: installs the packed plugin from the registry next to each ESLint, with npm's own checks of peers, and lints a file. */

const shell = process.platform === 'win32';
const plain = 'import plugin from "eslint-plugin-archprinciples";\nexport default [plugin.configs["flat/recommended"]];\n';
const typed = plain.replace('[', '[{ files: ["**/*.ts"], languageOptions: { parser } }, ').replace('export', 'import * as parser from "@typescript-eslint/parser";\nexport');
const source = `import Redis from 'ioredis';
export async function cached(key) {
  const redis = new Redis();
  return redis.get(key);
}
`;
const projects = [
  { name: 'eslint-8', packages: ['eslint@8.57.1', '@typescript-eslint/parser@8', 'typescript@~6.0.3'], config: typed, file: 'cache.ts' },
  { name: 'eslint-9', packages: ['eslint@9', '@typescript-eslint/parser@8', 'typescript@~6.0.3'], config: typed, file: 'cache.ts' },
  { name: 'eslint-10', packages: ['eslint@10', '@typescript-eslint/parser@8', 'typescript@~6.0.3'], config: typed, file: 'cache.ts' },
  { name: 'javascript', packages: ['eslint@10'], config: plain, file: 'cache.js' },
  { name: 'typescript-7', packages: ['eslint@10', 'typescript@7'], config: plain, file: 'cache.js' },
];

const root = mkdtempSync(path.join(tmpdir(), 'archprinciples-install-'));
try {
  const json = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', root], { encoding: 'utf8', shell });
  const [packed] = JSON.parse(json.slice(json.indexOf('['))) as [{ filename: string }];
  for (const { name, packages, config, file } of projects) {
    const cwd = path.join(root, name);
    mkdirSync(cwd);
    writeFileSync(path.join(cwd, 'package.json'), '{ "private": true, "type": "module" }\n');
    writeFileSync(path.join(cwd, 'eslint.config.mjs'), config);
    writeFileSync(path.join(cwd, file), source.replace('key)', file.endsWith('.ts') ? 'key: string)' : 'key)'));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', path.join(root, packed.filename), ...packages], { cwd, stdio: 'inherit', shell });
    const { stdout, stderr } = spawnSync(process.execPath, ['node_modules/eslint/bin/eslint.js', file], { cwd, encoding: 'utf8', env: { ...process.env, ESLINT_USE_FLAT_CONFIG: 'true' } });
    const found = /^\s+3:17 .* archprinciples\/no-per-call-client$/mu.test(stdout);
    console.log(`${name}: ${found ? 'installed and reported' : `no report\n${stdout}${stderr}`}`);
    if (!found) process.exitCode = 1;
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
