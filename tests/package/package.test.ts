import { readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';

const directory = path.join(inject('e2eRoot'), 'package');
const manifest = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')) as { version: string; dependencies: Record<string, string> };

/** The packages and built-in modules a built file loads. */
function requiredBy(file: string): string[] {
  const text = readFileSync(path.join(directory, file), 'utf8');
  const sources = [...text.matchAll(/\b(?:require|import|load\d*)\(["']([^"'\n]+)["']\)/gu)].map(([, source]) => source as string);
  return [...new Set(sources.map((source) => {
    if (builtinModules.includes(source.replace(/^node:/u, ''))) return `node:${source.replace(/^node:/u, '')}`;
    return source.split('/').slice(0, source.startsWith('@') ? 2 : 1).join('/');
  }))].sort();
}

describe('the packed plugin', () => {
  it('loads exactly the packages it declares', () => {
    const loaded = requiredBy('dist/index.cjs').filter((name) => !name.startsWith('node:'));
    expect(loaded).toEqual(Object.keys(manifest.dependencies).sort());
  });

  it('needs no file system in its browser entry', () => {
    expect(requiredBy('dist/browser.cjs').filter((name) => name.startsWith('node:') || name === 'oxc-resolver')).toEqual([]);
  });

  it.each(['dist/index.cjs', 'dist/browser.cjs'])('keeps modern syntax and brings only small packages along, with their licences: %s', (file) => {
    const text = readFileSync(path.join(directory, file), 'utf8');
    expect(text).not.toMatch(/_optionalChain|_nullishCoalesce/u);
    const brought = [...new Set([...text.matchAll(/^\/\/ node_modules\/([^/]+)/gmu)].map(([, name]) => name))].sort();
    expect(brought).toEqual(['fastest-levenshtein', 'picomatch', 'semver']);
    const licences = readFileSync(path.join(directory, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of brought) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'mu'));
  });

  it('has a command that needs nothing but Node and the plugin beside it, with licences of all it brings along', () => {
    expect(requiredBy('dist/cli.cjs').filter((name) => !name.startsWith('node:'))).toEqual([]);
    const text = readFileSync(path.join(directory, 'dist/cli.cjs'), 'utf8');
    expect(text.startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(statSync(path.join(directory, 'dist/cli.cjs')).size).toBeLessThan(500_000);
    expect(statSync(path.join(directory, 'dist/pages.json')).size).toBeLessThan(400_000);
    const licences = readFileSync(path.join(directory, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    const names = ['@babel/parser', '@clack/core', '@clack/prompts', 'diff', 'fast-string-truncated-width', 'fast-string-width', 'fast-wrap-ansi', 'fastest-levenshtein', 'picomatch', 'semver', 'sisteransi'];
    expect([...licences.matchAll(/^((?:@[\w-]+\/)?[\w-]+) \d+\.\d+\.\d+$/gmu)].map(([, name]) => name)).toEqual(expect.arrayContaining(names));
  });

  it('names itself for ESLint\'s cache', async () => {
    const { default: plugin } = (await import(path.join(inject('e2eRoot'), '10/node_modules/eslint-plugin-archprinciples/esm/index.mjs'))) as { default: { meta: unknown } };
    expect(plugin.meta).toEqual({ name: 'eslint-plugin-archprinciples', version: manifest.version, namespace: 'archprinciples' });
  });
});
