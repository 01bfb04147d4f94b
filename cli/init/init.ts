import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import { nearest } from '../nearest.js';
import type { Terminal } from '../terminal.js';
import { yes, type Ask } from './ask.js';
import { baselineArguments, baselineMeaning, baselineObstacle, recordBaseline } from './baseline.js';
import { changeOf, diffOf, instructions, type Change } from './change.js';
import type { Wanted } from './edit/patch.js';
import { missingPackages } from './new-config.js';
import { installCommand } from './package-manager.js';
import { readProject, type Project } from './project.js';
import { propose, type Proposal } from './proposal.js';

export interface InitOptions {
  readonly cwd: string;
  /** Writes without asking. */
  readonly yes: boolean;
  /** Writes nothing. */
  readonly dryRun: boolean;
  /** Instead of the proposed presets. */
  readonly presets: readonly string[];
  readonly baseline: boolean;
}

/** What a command needs beside its arguments. */
export interface InitWorld {
  readonly terminal: Terminal;
  /** Undefined where nobody can answer. */
  readonly ask: Ask | undefined;
  /** The rules of each preset by id, with their severity. */
  readonly presets: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** 0: done, or nothing to do. 1: something is left to do by hand. 2: wrong usage, or it failed. */
export type ExitCode = 0 | 1 | 2;

/** `init`: looks at a project and gives its ESLint configuration the presets that suit it. Writes the configuration and nothing else; installs nothing. */
export async function init(options: InitOptions, world: InitWorld): Promise<ExitCode> {
  const { terminal } = world;
  const say = (text = '') => terminal.write(`${text}\n`);
  const unknown = options.presets.find((name) => !(name in world.presets));
  if (unknown !== undefined) {
    const near = nearest(unknown, Object.keys(world.presets));
    say(`There is no preset "${unknown}".${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`);
    return 2;
  }
  if (!existsSync(path.join(options.cwd, 'package.json'))) {
    say(`${options.cwd} has no package.json: run this in a project, or name one with --cwd.`);
    return 2;
  }
  const project = readProject(options.cwd);
  const proposal = propose(project);
  const ask = options.yes || options.dryRun ? yes : world.ask;
  say(terminal.style('bold', 'What there is'));
  for (const line of factsOf(project)) say(`  ${line}`);
  say();

  const configured = changeOf(project, { presets: proposal.presets.map(({ name }) => name), explicit: false, settings: proposal.settings });
  if (configured.patch.kind === 'unchanged' && options.presets.length === 0) return nothingToDo(configured, world, say);
  if (project.configsBelow.length > 0) {
    say(`There is no ESLint configuration here, but there is in ${project.configsBelow.join(', ')}. Run this for each of them:`);
    for (const folder of project.configsBelow) say(`  npx eslint-plugin-archprinciples init --cwd ${folder}`);
    return 1;
  }
  if (!ask) {
    say('Nobody can be asked here: add --yes to write, or --dry-run to look.');
    return 2;
  }

  const presets = options.presets.length > 0 ? options.presets : await chosenPresets(proposal, options, world, ask, say);
  if (!presets) return 1;
  const wanted: Wanted = { presets, explicit: options.presets.length > 0, settings: proposal.settings };
  const change = changeOf(project, wanted);
  if (change.patch.kind === 'unchanged') return nothingToDo(change, world, say);
  for (const reason of proposal.settingReasons) say(`  ${reason}`);
  if (change.patch.kind === 'manual') return byHand(project, change, wanted, world);

  say();
  say(coloured(diffOf(change.file, change.before, change.patch.code), terminal));
  say();
  if (options.dryRun) {
    say('Nothing was written (--dry-run).');
  } else {
    if (!(await ask.confirm(change.before === undefined ? `Write ${change.file}?` : `Change ${change.file} so?`, true))) {
      say('Nothing was written.');
      return 1;
    }
    writeFileSync(path.join(options.cwd, change.file), change.patch.code);
    say(`${change.before === undefined ? 'Wrote' : 'Changed'} ${change.file}.`);
  }
  sayNext(project, change, say);
  return baseline(project, presets, options, world, ask);
}

async function chosenPresets(proposal: Proposal, options: InitOptions, world: InitWorld, ask: Ask, say: (text?: string) => void): Promise<readonly string[] | undefined> {
  say(world.terminal.style('bold', 'Proposed'));
  for (const { name, reason, chosen } of proposal.presets) say(`  ${chosen ? '+' : '-'} ${world.terminal.style('cyan', name)}: ${reason}${chosen || !(options.yes || options.dryRun) ? '' : ` (not added unasked: --preset ${name})`}`);
  const others = ['critical', 'recommended', 'strict'].filter((name) => name in world.presets && proposal.presets.every((each) => each.name !== name));
  return ask.presets(proposal.presets, others);
}

function nothingToDo({ file, patch }: Change, world: InitWorld, say: (text?: string) => void): ExitCode {
  const presets = patch.kind === 'unchanged' ? patch.presets.filter((name) => name in world.presets) : [];
  say(`${file} has the plugin already${presets.length > 0 ? ` (${presets.join(', ')})` : ''}: nothing to do. \`--preset NAME\` adds one.`);
  return 0;
}

function byHand(project: Project, { file, before, patch }: Change, wanted: Wanted, { terminal }: InitWorld): ExitCode {
  if (patch.kind !== 'manual') return 0;
  terminal.write(`\n${file} was not changed: ${patch.reason}. `);
  if (patch.suggestion) terminal.write(`If what it exports is an object or a list, this is the change:\n\n${coloured(diffOf(file, before, patch.suggestion), terminal)}\n`);
  else terminal.write(`Bring in this:\n\n${instructions(project, wanted)}\n`);
  sayNext(project, { file, before, patch }, (text = '') => terminal.write(`${text}\n`));
  return 1;
}

/** What is left to run or to know, once the configuration is there. */
function sayNext(project: Project, change: Change, say: (text?: string) => void): void {
  const missing = missingPackages(project);
  if (missing.length > 0) say(`To install:\n\n  ${installCommand(project.packageManager, missing, project.workspaces)}\n`);
  for (const note of notesOf(project, change)) say(`Note: ${note}`);
}

function notesOf({ config, deadConfig, dependencies, eslint, size }: Project, { before }: Change): string[] {
  const readsTypescript = [...dependencies].some((name) => /^(?:@?typescript-eslint(?:\/.*)?|neostandard|@nuxt\/eslint|@nx\/eslint.*|(?:.*\/)?eslint-config(?:-(?:next|xo.*|love))?)$/u.test(name));
  return [
    ...(eslint && semver.lt(eslint, '8.57.0') ? [`ESLint here is ${eslint}; the plugin needs 8.57 or later.`] : []),
    ...(eslint?.startsWith('9.') && config?.form.kind === 'legacy' ? ['ESLint 9 reads eslintrc only with ESLINT_USE_FLAT_CONFIG=false.'] : []),
    ...(deadConfig ? [`ESLint ${eslint} does not read ${deadConfig} any more.`] : []),
    ...(before !== undefined && size.typescript > 0 && !readsTypescript ? ['no parser for TypeScript is among the dependencies: without one ESLint cannot read the .ts files.'] : []),
  ];
}

async function baseline(project: Project, presets: readonly string[], options: InitOptions, { presets: all, terminal }: InitWorld, ask: Ask): Promise<ExitCode> {
  const say = (text: string) => terminal.write(`${text}\n`);
  if (!options.baseline) return 0;
  // `rules` of `manifests` stand under `overrides` in eslintrc, but here all presets have the flat form.
  const errors = [...new Set(presets.flatMap((name) => Object.entries(all[name] ?? {}).filter(([, entry]) => (Array.isArray(entry) ? entry[0] : entry) === 'error').map(([rule]) => rule)))];
  const obstacle = baselineObstacle(project);
  if (errors.length === 0 || obstacle?.endsWith('exists')) return 0;
  if (obstacle || options.dryRun) {
    say(`\n${baselineMeaning} ${obstacle ? `Not now: ${obstacle}. ` : ''}Later: \`npx eslint . --suppress-all\`, or for one rule \`npx eslint ${baselineArguments(errors.slice(0, 1)).join(' ')}\`.`);
    return 0;
  }
  say(`\n${baselineMeaning}`);
  if (!(await ask.confirm('Record a baseline of today\'s errors of these rules?', false))) return 0;
  const problem = recordBaseline(project.cwd, errors);
  say(problem ? `ESLint could not run, so there is no baseline:\n${problem}` : 'ESLint recorded what it found in eslint-suppressions.json, if it found something: commit it.');
  return problem ? 1 : 0;
}

function factsOf(project: Project): string[] {
  const { size, packages, manifests, migrations, config, eslint, packageManager } = project;
  const services = packages.filter(({ service }) => service).map(({ folder }) => folder);
  const used = (kind: 'agents' | 'broker' | 'cqrs' | 'data' | 'web') => [...new Set(packages.flatMap(({ uses }) => uses[kind]))].slice(0, 5).join(', ');
  const line = (label: string, value: string) => (value ? [`${label.padEnd(12)}${value}`] : []);
  return [
    ...line('Packages', `${packages.length}${services.length > 0 ? `, of which services: ${services.slice(0, 6).join(', ')}` : ''} (${packageManager})`),
    ...line('Sources', `${size.files} files, ${size.typescript} of them TypeScript, ${size.kilobytes} KB`),
    ...line('Frameworks', used('web')),
    ...line('Data', used('data')),
    ...line('Messages', [used('broker'), used('cqrs')].filter(Boolean).join(', ')),
    ...line('Models', used('agents')),
    ...line('YAML', Object.entries(manifests).filter(([, files]) => files.length > 0).map(([kind, files]) => `${files.length} ${kind}`).join(', ')),
    ...line('Mesh', project.mesh ?? ''),
    ...line('Migrations', migrations.slice(0, 3).map(({ folder, files }) => `${folder} (${files})`).join(', ')),
    ...line('ESLint', `${eslint ?? 'not installed'}${config ? `, ${config.name}` : ', no configuration'}`),
  ];
}

function coloured(diff: string, { style }: Terminal): string {
  return diff.split('\n').map((line) => (/^(?:\+\+\+|---) /u.test(line) ? style('bold', line) : line.startsWith('+') ? style('green', line) : line.startsWith('-') ? style('red', line) : line.startsWith('@@') ? style('cyan', line) : line)).join('\n');
}
