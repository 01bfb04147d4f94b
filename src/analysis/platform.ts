import type { Library, Role } from '../catalog/schema.js';
import { contextOf } from './context.js';
import { importedRoles, usesOf } from './facts.js';
import { relativePath } from './files.js';
import { handlers } from './handlers.js';
import { importedLibraries, loadedLibraries } from './imported-roles.js';
import { globalReferences, importSources, importsOf } from './imports.js';
import { nodesOf } from './nodes.js';
import { dependencyRoles } from './package-roles.js';
import { defineService, type SourceCode } from './service.js';

/**
 * Where the code of a file runs: in a server process, in a browser (or on a phone), or nobody can tell, because its package
 * holds both kinds of code and the file says nothing. Types of packages that the nearest package.json does not list tell nothing.
 * Does not see: bundler configuration, where a file is imported from.
 */
export const platformOf = defineService((source: SourceCode): 'server' | 'browser' | 'unknown' => {
  if (isBrowserCode(source)) return 'browser';
  return !sharesPackageWithUi(source) || isServerCode(source) ? 'server' : 'unknown';
});

/** The libraries that the file loads, and those that its package lists: types alone may come from the package of another program. */
const tellingLibraries = defineService((source: SourceCode): readonly Library[] => {
  const { catalog, host, filename } = contextOf(source);
  const loaded = loadedLibraries(source);
  const typed = importedLibraries(source).filter((library) => !loaded.includes(library));
  if (typed.length === 0) return loaded;
  const listed = Object.keys(host?.manifest(filename)?.dependencies ?? {}).map((name) => catalog.find(name));
  return [...loaded, ...typed.filter((library) => listed.includes(library))];
});

const clientDirective = 'use client';
const serverDirective = 'use server';

function directives(source: SourceCode): string[] {
  return source.ast.body.flatMap((statement) => (statement.type === 'ExpressionStatement' && typeof statement.directive === 'string' ? [statement.directive] : []));
}

/** Names that only pages have. `navigator` and `self` also exist elsewhere. */
const pageGlobals = ['window', 'document', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'location', 'alert'];
/** Folders whose code is bundled for browsers, and files that only bundlers read. */
const frontend = /(?:^|\/)(?:frontend|front-end|client-app|webapp|web-app|public|static|browser|components|hooks|composables)\/|\.(?:vue|svelte|astro)(?:\/|$)/iu;

function isBrowserCode(source: SourceCode): boolean {
  const own = directives(source);
  if (own.includes(clientDirective)) return true;
  if (own.includes(serverDirective)) return false;
  if (tellingLibraries(source).some((library) => library.onDevice)) return true;
  if (frontend.test(pathOf(source)) && !isServerCode(source)) return true;
  // Code that runs in a page that it drives (`page.evaluate(() => document.title)`) stands among server code.
  const touchesPage = pageGlobals.some((name) => globalReferences(source, name).some(({ parent }) => parent?.type === 'MemberExpression' || parent?.type === 'NewExpression'));
  return touchesPage && !isServerCode(source);
}

/** Imports, paths and handlers that only a server has. */
const isServerCode = defineService((source: SourceCode): boolean => {
  if (importsServerLibrary(source) || importsNode(source)) return true;
  if (directives(source).includes(serverDirective) || /(?:^|\/)(?:server|servers|backend|back-end|lambda|lambdas|workers?)\/|\.server\.[cm]?[jt]sx?$/iu.test(pathOf(source))) return true;
  return handlers(source).length > 0;
});

const serverRoles: readonly Role[] = ['web-framework', 'orm', 'sql', 'queue', 'queue-worker', 'di-container', 'serverless', 'mail', 'payment', 'cron'];

function importsServerLibrary(source: SourceCode): boolean {
  const { catalog } = contextOf(source);
  return tellingLibraries(source).some((library) => {
    const roles = catalog.rolesOf(library);
    // Payments have SDKs for pages and for servers in one package.
    if (roles.has('payment') && isOnlyUi(source)) return false;
    return serverRoles.some((role) => roles.has(role)) && !(library.sharesRest && importsOnlyRest(source, library) && usesOf(source, ...(library.roles ?? [])).length === 0);
  });
}

/** The package shows pages and has nothing that serves. */
function isOnlyUi(source: SourceCode): boolean {
  const roles = dependencyRoles(source);
  return roles.has('ui') && !(['web-framework', 'serverless', 'queue-worker'] as const).some((role) => roles.has(role));
}

/** `import { OrderState } from '@prisma/client'`: types and constants of the schema, which pages use as well. */
function importsOnlyRest(source: SourceCode, library: Library): boolean {
  const { catalog } = contextOf(source);
  const isRest = (name: string) => name !== '*' && name !== 'default' && !(name in library.exports);
  return importsOf(source).every((one) => catalog.find(one.from) !== library || (one.kind === 'binding' && isRest(one.name)));
}

function importsNode(source: SourceCode): boolean {
  for (const from of importSources(source)) {
    if (from.startsWith('node:') || /^(?:fs|path|http|https|crypto|stream|child_process|os|net|server-only)(?:\/|$)/u.test(from)) return true;
  }
  return false;
}

/** The nearest package.json lists a library for user interfaces, or the file has their syntax. */
function sharesPackageWithUi(source: SourceCode): boolean {
  return importedRoles(source).has('ui') || dependencyRoles(source).has('ui') || (/<\/|\/>/u.test(source.text) && nodesOf(source, 'JSXElement', 'JSXFragment').length > 0);
}

function pathOf(source: SourceCode): string {
  const { filename, cwd } = contextOf(source);
  return relativePath(filename, cwd);
}
