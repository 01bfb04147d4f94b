import type { FileContext } from '../context.js';
import { wordsOf, type ComposeService } from './compose.js';
import { isDatabaseTool } from './compose-images.js';

/**
 * Whether a service takes care itself that what it needs can answer: a loop or a tool that waits, in its command or in the
 * scripts and the Dockerfile that it is built from, or a program that can do without for a while.
 * Does not see: programs that try again by themselves, and scripts that other scripts start.
 */
export function waitsItself(service: ComposeService, context: FileContext): boolean {
  return isDatabaseTool(service) || waits(`${wordsOf(service.get('entrypoint')?.value)} ${wordsOf(service.get('command')?.value)}`) || hasVariable(service, /^WAIT_/u) || built(service, context).some((text) => waits(text));
}

function waits(text: string): boolean {
  return /wait[-_]?(?:for|on|until)|\bwait(?:\.sh|4\w)|\/wait\b|dockerize|\buntil\b|\bwhile +(?:!|\[|true|:|test)|\bsleep +\d|\bnc +-|pg_isready|mysqladmin|\bretry\b/iu.test(text);
}

function hasVariable(service: ComposeService, name: RegExp): boolean {
  const environment = service.get('environment')?.value;
  return environment !== undefined && (environment.entries().some(({ key }) => name.test(key)) || environment.items().some(({ text }) => text !== undefined && name.test(text)));
}

/** What is known of the start of a service that is built here: the end of its Dockerfile, and the scripts that it and the command name. */
function built(service: ComposeService, { filename, host, settings }: FileContext): readonly string[] {
  const build = service.get('build')?.value;
  const folder = build?.text ?? build?.get('context')?.text ?? (build?.isMapping ? '.' : undefined);
  if (!host || !settings.crossFile || folder === undefined || /[$:]/u.test(folder)) return [];
  const read = (path: string) => host.read(joined(filename, '..', folder, path))?.text;
  const dockerfile = read(build?.get('dockerfile')?.text ?? 'Dockerfile') ?? '';
  // A Dockerfile waits while it is built for reasons of its own: only what it says to run counts.
  const start = dockerfile.split('\n').filter((line) => /^\s*(?:ENTRYPOINT|CMD|COPY|ADD)\b/iu.test(line)).join('\n');
  const words = `${start} ${wordsOf(service.get('entrypoint')?.value)} ${wordsOf(service.get('command')?.value)}`;
  const scripts = new Set(words.split(/[^\w./-]+/u).filter((word) => word.endsWith('.sh') || word.includes('entrypoint')).slice(0, maxScripts));
  return [start, ...[...scripts].flatMap((script) => read(script) ?? read(script.slice(script.lastIndexOf('/') + 1)) ?? [])];
}

/** More scripts than a start of one service names. */
const maxScripts = 8;

/** A path put together from parts, with `.` and `..` carried out. */
function joined(...parts: readonly string[]): string {
  const path: string[] = [];
  for (const part of parts.join('/').replaceAll('\\', '/').split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.' && (part !== '' || path.length === 0)) path.push(part);
  }
  return path.join('/');
}
