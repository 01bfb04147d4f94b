import { createTwoFilesPatch } from 'diff';
import { patchFlat } from './edit/flat.js';
import { patchLegacy } from './edit/legacy.js';
import type { Patch, Wanted } from './edit/patch.js';
import { newConfig, newConfigName } from './new-config.js';
import type { Project } from './project.js';

/** What is to be written, or why not. */
export interface Change {
  readonly file: string;
  /** The text there is; undefined for a new file. */
  readonly before: string | undefined;
  readonly patch: Patch;
}

/** The change that gives a project's configuration what is wanted. */
export function changeOf(project: Project, wanted: Wanted): Change {
  const { config } = project;
  if (!config) return { file: newConfigName, before: undefined, patch: { kind: 'patched', code: newConfig(project, wanted.presets, wanted.settings) } };
  const { name: file, text: before, form } = config;
  if (form.kind === 'flat') return { file, before, patch: patchFlat(before, wanted) };
  if (!form.place) return { file, before, patch: /plugin:archprinciples\//u.test(before) ? { kind: 'unchanged', presets: [] } : { kind: 'manual', reason: 'YAML is not edited' } };
  return { file, before, patch: patchLegacy(before, form.place, wanted) };
}

/** A unified diff of a file's text. */
export function diffOf(file: string, before: string | undefined, after: string): string {
  const diff = createTwoFilesPatch(before === undefined ? '/dev/null' : `a/${file}`, `b/${file}`, before ?? '', after, undefined, undefined, { context: 3 });
  return diff.replace(/^=+\n/u, '').trimEnd();
}

/** What to write by hand where nothing could be patched. */
export function instructions(project: Project, { presets, settings }: Wanted): string {
  if (project.config?.form.kind === 'legacy') {
    const lines = ['extends:', ...presets.map((preset) => `  - plugin:archprinciples/${preset}`)];
    return [...lines, ...(settings ? ['settings:', '  archprinciples:', ...Object.entries(settings).map(([key, value]) => `    ${key}: ${String(value)}`)] : [])].join('\n');
  }
  return newConfig(project, presets, settings).trimEnd();
}
