import { argument } from './arguments.js';
import { contextOf } from './context.js';
import { usesOfPackages } from './facts.js';
import type { Handler } from './handlers.js';
import { mayLeadTo, type TextTest } from './leads.js';
import { fileBehind } from './load.js';
import { isForOneUser } from './package-roles.js';
import { defineService, type SourceCode } from './service.js';
import { stringOf } from './values.js';

/**
 * Does a handler serve one client only, so that nobody waits while it blocks? Tools of a server that talks over standard input
 * and output do: the client starts the process for itself. The file says so, or the entry of its package.
 * Does not see: entries by other names than usual, transports chosen by a configuration.
 */
export function servesOneClient(source: SourceCode, handler: Handler): boolean {
  return handler.kind === 'tool' && isLocal(source);
}

/** Where the entry of a package usually lies; a manifest often names only what is built. */
const entries = ['./src/index', './src/main', './src/server', './src/cli', './index', './main', './server', './cli'];

const isLocal = defineService((source: SourceCode): boolean => {
  if (usesOfPackages(source, 'local-transport').length > 0) return true;
  const { catalog, host, filename, settings } = contextOf(source);
  const directory = settings.crossFile ? host?.manifest(filename)?.directory : undefined;
  if (directory === undefined) return false;
  const mentions = testFor(catalog);
  return entries.some((entry) => {
    const file = fileBehind(source, entry, `${directory}/package.json`);
    return file !== undefined && mayLeadTo(source, file, mentions, 1);
  });
});

const tests = new WeakMap<object, TextTest>();

function testFor(catalog: ReturnType<typeof contextOf>['catalog']): TextTest {
  let test = tests.get(catalog);
  if (!test) tests.set(catalog, (test = catalog.callTest('local-transport')));
  return test;
}

const loopback = /^(?:localhost|127(?:\.\d+){3}|::1)$/u;

/**
 * Does a server serve the one user of its machine: the file listens on loopback only, by an address that stands in the code, or its
 * package is a desktop program by what it lists?
 * Does not see: files that another one listens for, addresses of the configuration.
 */
export const servesOneUser = defineService((source: SourceCode): boolean => {
  if (isForOneUser(source)) return true;
  const listening = usesOfPackages(source, 'listen');
  return listening.length > 0 && listening.every(({ action, args }) => {
    const host = action.args?.host;
    const given = host === undefined ? undefined : argument(source, args, host);
    return given !== undefined && loopback.test(stringOf(source, given) ?? '');
  });
});
