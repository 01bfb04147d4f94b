import semver from 'semver';
import { packageName } from './edit/patch.js';
import { settingsCode } from './edit/settings-code.js';
import type { Project } from './project.js';
import type { ProposedSettings } from './proposal.js';

/** The name of a configuration file that is written anew: it is a module whatever package.json says. */
export const newConfigName = 'eslint.config.mjs';

/** The text of a first configuration. ESLint that is not installed yet is taken for the newest. */
export function newConfig(project: Pick<Project, 'commonjs' | 'eslint' | 'outputs' | 'size'>, presets: readonly string[], settings: ProposedSettings | undefined): string {
  const defined = !project.eslint || semver.gte(project.eslint, '9.22.0');
  const typescript = project.size.typescript > 0;
  const entries = [
    `{ ignores: [${project.outputs.map((name) => `'**/${name}/'`).join(', ')}] }`,
    ...(typescript ? ['{\n  files: [\'**/*.{ts,mts,cts,tsx}\'],\n  languageOptions: { parser: tseslint.parser },\n}'] : []),
    ...(project.commonjs ? ['{ files: [\'**/*.js\'], languageOptions: { sourceType: \'commonjs\' } }'] : []),
    ...presets.map((name) => `archprinciples.configs['flat/${name}']`),
    ...(settings ? [settingsCode(settings, 'archprinciples', '\'')] : []),
  ];
  const body = entries.map((entry) => `${entry.split('\n').map((line) => `  ${line}`).join('\n')},\n`).join('');
  return [
    `import archprinciples from '${packageName}';`,
    ...(defined ? ['import { defineConfig } from \'eslint/config\';'] : []),
    ...(typescript ? ['import tseslint from \'typescript-eslint\';'] : []),
    '',
    defined ? `export default defineConfig([\n${body}]);` : `export default [\n${body}];`,
    '',
  ].join('\n');
}

/** What must be installed for the configuration to run and is not declared yet. */
export function missingPackages(project: Pick<Project, 'config' | 'dependencies' | 'eslint' | 'size'>): string[] {
  const declared = (name: string) => project.dependencies.has(name);
  const old = project.eslint !== undefined && semver.lt(project.eslint, '8.57.0');
  return [
    ...(old ? ['eslint@^8.57.1'] : declared('eslint') || project.eslint ? [] : ['eslint']),
    ...(declared(packageName) ? [] : [packageName]),
    ...(!project.config && project.size.typescript > 0 ? ['typescript', 'typescript-eslint'].filter((name) => !declared(name)) : []),
  ];
}
