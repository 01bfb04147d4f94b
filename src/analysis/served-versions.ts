import type { TSESTree } from '@typescript-eslint/utils';
import { majorOf, versionIn } from './api-versions.js';
import { answerOf, isExempt } from './public-api.js';
import { isRoot, makesRouter, routersOf, type Router } from './routes.js';
import { servedBy } from './served-routes.js';
import type { SourceCode } from './service.js';

/** The versions that an application of the file serves. */
export interface ServedVersions {
  readonly router: Router;
  /** By number, with the call of this file that first leads to a route of it. */
  readonly majors: ReadonlyMap<number, TSESTree.Node>;
}

/**
 * Which numbered versions does each application of the file serve? Only of applications all of whose mounts are seen: nothing
 * outside the file decides the paths, and nothing without a version hides routes. Versions that the request chooses
 * (`/:version`) or the code computes make the answer unknown, so such an application is left out. API routes without a
 * version count as version 1: they are what was there before versions began.
 */
export function servedVersions(source: SourceCode): ServedVersions[] {
  // The text tells most files apart.
  if (!/\b[vV]\d/u.test(source.text) || !makesRouter(source)) return [];
  return routersOf(source).all.flatMap((router) => {
    if (router.mounts.length > 0 || !isRoot(router)) return [];
    const { routes, hidden } = servedBy(source, router);
    const majors = new Map<number, TSESTree.Node>();
    const add = (major: number | undefined, [entry]: readonly TSESTree.Node[]) => {
      if (major !== undefined && entry && !majors.has(major)) majors.set(major, entry);
    };
    for (const served of routes) {
      for (const path of served.paths) {
        const version = versionIn(path);
        if (version === undefined ? !path.complete : majorOf(version) === undefined) return [];
        add(version !== undefined ? majorOf(version) : isExempt(path) || answerOf(served) === 'page' ? undefined : 1, served.chain);
      }
    }
    for (const { paths, chain } of hidden) {
      for (const path of paths) {
        // Below a version nothing else matters; anything else that hides routes may hide a version.
        const version = versionIn(path);
        if (version === undefined || majorOf(version) === undefined) return [];
        add(majorOf(version), chain);
      }
    }
    return majors.size > 0 ? [{ router, majors }] : [];
  });
}
