import type { TSESTree } from '@typescript-eslint/utils';
import { versionIn } from './api-versions.js';
import { contextOf } from './context.js';
import { liesWhere } from './convention-files.js';
import { exportsOf } from './exports.js';
import { relativePath } from './files.js';
import { isExempt } from './public-api.js';
import { defineService, type SourceCode } from './service.js';

/** A route that a file is because of where it lies. */
export interface FileRoute {
  /** The declaration of its first handler. */
  readonly node: TSESTree.Node;
  /** `/api/v1/users/[id]`: the URL path, with the folders' own notation of parameters. */
  readonly path: string;
  /** The exported names that handle it: methods, or `default` for all of them. */
  readonly exports: readonly string[];
}

/**
 * The URL path of a file whose framework routes by files (`app/api/users/route.ts`, `pages/api/users.ts`).
 * Does not see: `basePath`, rewrites, renamed folders, frameworks whose entry in the catalog does not say which folder holds the URLs.
 */
export const fileRouteOf = defineService((source: SourceCode): FileRoute | undefined => {
  const { catalog, filename, cwd } = contextOf(source);
  const path = relativePath(filename, cwd);
  for (const library of catalog.libraries) {
    for (const convention of library.conventions ?? []) {
      const { urlsBelow } = convention;
      if (urlsBelow === undefined || !liesWhere(convention, path)) continue;
      const { named, whole } = exportsOf(source);
      const handlers = [...named, ...(whole ? [['default', whole] as const] : [])].filter(([name]) => convention.exports.includes(name));
      const [first] = handlers;
      if (first) return { node: headOf(first[1].node), path: urlOf(path, urlsBelow), exports: handlers.map(([name]) => name) };
    }
  }
  return undefined;
});

/** The file's route, if it is one of an API and states no version. */
export function unversionedFileRoutes(source: SourceCode): FileRoute[] {
  const route = fileRouteOf(source);
  const path = { text: (route?.path ?? '').replaceAll(/(?<!\[)\[+(?:\.{3})?(\w+)\]+/gu, ':$1'), complete: true };
  return route && /^\/api\//u.test(route.path) && !/\[\.{3}/u.test(route.path) && versionIn(path) === undefined && !isExempt(path) ? [route] : [];
}

function urlOf(path: string, folder: string): string {
  const below = `/${path}`.split(`/${folder}/`).slice(1).join(`/${folder}/`);
  const segments = below.replace(/(?:^|\/)(?:route|index)\.\w+$|\.\w+$/u, '').split('/');
  // Groups `(shop)` and slots `@modal` are no part of the URL.
  return `/${segments.filter((segment) => segment !== '' && !/^(?:\(.*\)|@.*)$/u.test(segment)).join('/')}`;
}

function headOf(node: TSESTree.Node): TSESTree.Node {
  return 'id' in node && node.id ? (node.id) : node;
}
