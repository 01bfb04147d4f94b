import { contextOf } from './context.js';
import { exportsOf } from './exports.js';
import { usesOfPackages } from './facts.js';
import { fileKind, relativePath } from './files.js';
import { handlers } from './handlers.js';
import { globalReferences } from './imports.js';
import { defineService, type SourceCode } from './service.js';
import { isFunction } from './syntax.js';

/**
 * Is this file a place where a program is put together, so that instances are meant to be made and wired here?
 *
 * By its path (see the settings' `compositionRoot`) or as the index file of its package; a script, migration or command-line
 * program; a file that exports nothing, which can only be run; one that makes a server listen; one that fills a DI container; one
 * whose functions a platform calls by their place and name (Lambda handlers, file-routed frameworks), since nobody else could
 * hand them anything.
 * Does not see: entry points that only a package.json or a bundler's configuration names.
 */
export const isCompositionRoot = defineService((source: SourceCode): boolean => {
  const kind = fileKind(source);
  if (kind.compositionRoot || kind.script || kind.migration || kind.cli || exportsNothing(source) || isPackageIndex(source)) return true;
  if (usesOfPackages(source, 'listen').length > 0 || fillsContainer(source)) return true;
  return exportsCloudFunction(source) || handlers(source).some(({ convention, kind: called }) => convention !== undefined || called === 'serverless');
});

function exportsNothing(source: SourceCode): boolean {
  if (source.ast.body.some(({ type }) => type.startsWith('Export') || type === 'TSExportAssignment')) return false;
  return globalReferences(source, 'module').length === 0 && globalReferences(source, 'exports').length === 0;
}

/** What asks a container for something names its token; what fills it does not. */
function fillsContainer(source: SourceCode): boolean {
  return usesOfPackages(source, 'di-container').some(({ kind, action }) => kind === 'call' && action.args?.['token'] === undefined && action.returns === undefined);
}

/** `index.ts` or `src/index.ts` of the nearest package. */
export function isPackageIndex(source: SourceCode): boolean {
  const { host, filename } = contextOf(source);
  if (!/[\\/]index\.[cm]?[jt]sx?$/u.test(filename)) return false;
  const manifest = host?.manifest(filename);
  return manifest !== undefined && /^(?:src\/)?index\./u.test(relativePath(filename, manifest.directory));
}

/** `exports.handler = (event) => ...`, which cloud platforms call, whatever the package depends on. */
function exportsCloudFunction(source: SourceCode): boolean {
  return ['handler', 'lambdaHandler'].some((name) => {
    const exported = exportsOf(source).named.get(name);
    const [first] = exported?.kind === 'local' && isFunction(exported.node) ? exported.node.params : [];
    return first?.type === 'Identifier' && /^_?(?:event|evt)$/u.test(first.name);
  });
}
