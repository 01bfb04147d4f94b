import { describe, expect, it } from 'vitest';
import { configReads } from '../../src/analysis/config-reads.js';
import { sourceOf } from '../helpers/source.js';

const imports = `import fs, { readFileSync } from 'node:fs'; import { readFile } from 'node:fs/promises'; import path from 'node:path'; import { fileURLToPath } from 'node:url'; import yaml from 'js-yaml'; import YAML from 'yaml'; import fse from 'fs-extra'; import dotenv from 'dotenv';`;

/** The paths of the configuration files that `code` reads and parses. */
function paths(code: string): string[] {
  return configReads(sourceOf(imports + code)).map((config) => config.path);
}

describe('configuration that is read and parsed', () => {
  it.each([
    ['JSON', `JSON.parse(readFileSync('config.json', 'utf8'));`, 'config.json'],
    ['of a buffer', `JSON.parse(fs.readFileSync('./config.json').toString());`, 'config.json'],
    ['through a constant', `const text = fs.readFileSync('settings.json', 'utf8'); const settings = JSON.parse(text);`, 'settings.json'],
    ['awaited', `const f = async () => JSON.parse(await readFile('package.json', 'utf8'));`, 'package.json'],
    ['with promises of fs', `const f = async () => JSON.parse(await fs.promises.readFile('package.json', 'utf8'));`, 'package.json'],
    ['YAML', `yaml.load(fs.readFileSync('deploy.yml', 'utf8'));`, 'deploy.yml'],
    ['YAML of another package', `YAML.parse(fs.readFileSync('deploy.yaml', 'utf8'));`, 'deploy.yaml'],
    ['in one call', `fse.readJsonSync('app.config.json');`, 'app.config.json'],
    ['.env', `dotenv.parse(fs.readFileSync('.env'));`, 'env'],
    ['beside the file', `JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'config', 'roles.config.json'), 'utf8'));`, 'config/roles.config.json'],
    ['beside the module', `JSON.parse(fs.readFileSync(fileURLToPath(new URL('../openapi.json', import.meta.url)), 'utf8'));`, 'openapi.json'],
    ['in the working directory', 'const file = `${process.cwd()}/service-account.json`; JSON.parse(fs.readFileSync(file, "utf8"));', 'service-account.json'],
    ['in a directory of the environment', `JSON.parse(fs.readFileSync(process.env.CONF_DIR + '/flags.json', 'utf8'));`, 'flags.json'],
  ])('%s', (_, code, expected) => {
    expect(paths(code)).toEqual([expected]);
  });

  it.each([
    ['data', `JSON.parse(fs.readFileSync('users.json', 'utf8'));`],
    ['a path of the call', `export const load = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));`],
    ['a path that the call completes', `export const load = (id) => JSON.parse(fs.readFileSync(path.join('plugins', id, 'manifest.json'), 'utf8'));`],
    ['a file that is written too', `fs.writeFileSync('config.json', JSON.stringify({})); JSON.parse(fs.readFileSync('config.json', 'utf8'));`],
    ['text that is only read', `fs.readFileSync('config.json', 'utf8');`],
    ['text from elsewhere', `export const f = (text) => JSON.parse(text);`],
    ['what another function reads', `import { readFileSync as read } from './files.js'; JSON.parse(read('config.json', 'utf8'));`],
    ['what an answer holds', `export const f = async (res) => JSON.parse(await res.text());`],
  ])('not %s', (_, code) => {
    expect(paths(code)).toEqual([]);
  });

  it('says whose parsing takes its time', () => {
    const code = `JSON.parse(readFileSync('config.json', 'utf8')); yaml.load(fs.readFileSync('deploy.yml', 'utf8'));`;
    expect(configReads(sourceOf(imports + code)).map(({ path, slow }) => [path, slow])).toEqual([['config.json', false], ['deploy.yml', true]]);
  });
});
