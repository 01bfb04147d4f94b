import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

/** The installed ESLint of each major. */
const eslints = { 8: 'eslint8', 9: 'eslint9', 10: 'eslint', bare: 'eslint' } as const;
/** What a project that uses the plugin has besides. */
const neighbours = ['@eslint/json', '@eslint/markdown', '@typescript-eslint/parser', 'eslint-plugin-boundaries', 'eslint-plugin-yml', 'jiti', 'typescript', 'typescript-eslint'];

/**
 * Packs the plugin once and makes one directory per ESLint major with the unpacked tarball in its `node_modules`, next to links to that
 * ESLint and to the dependencies the package declares, and to nothing else. No network.
 */
export default function setup(project: TestProject): () => void {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'archprinciples-')));
  const modules = path.resolve('node_modules');
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', root], { encoding: 'utf8' }).replace(/^[^[]*/u, '')) as [{ filename: string }];
  execFileSync('tar', ['xf', packed.filename], { cwd: root });
  const manifest = JSON.parse(readFileSync(path.join(root, 'package/package.json'), 'utf8')) as { name: string; dependencies: Record<string, string> };

  for (const [major, eslint] of Object.entries(eslints)) {
    const link = (name: string, from = name) => {
      const target = path.join(modules, from);
      if (!existsSync(target)) throw new Error(`${from} is not installed: run npm ci.`);
      const place = path.join(root, major, 'node_modules', name);
      mkdirSync(path.dirname(place), { recursive: true });
      symlinkSync(target, place, 'junction');
    };
    link('eslint', eslint);
    [...Object.keys(manifest.dependencies), ...(major === 'bare' ? [] : neighbours)].forEach((name) => link(name));
    cpSync(path.join(root, 'package'), path.join(root, major, 'node_modules', manifest.name), { recursive: true });
  }
  project.provide('e2eRoot', root);
  return () => rmSync(root, { recursive: true, force: true });
}

declare module 'vitest' {
  export interface ProvidedContext {
    e2eRoot: string;
  }
}
