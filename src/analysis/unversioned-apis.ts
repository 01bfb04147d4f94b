import { versionIn } from './api-versions.js';
import { importedRoles } from './facts.js';
import { answerOf, isExempt } from './public-api.js';
import { isRoot, makesRouter, routersOf, type Router } from './routes.js';
import { servedBy, type Served, type ServedRoute } from './served-routes.js';
import type { SourceCode } from './service.js';

/** An application of the file that serves API routes of which none states a version. */
export interface UnversionedApi {
  readonly router: Router;
  /** Its public API routes, at least one, in the order of the file. */
  readonly routes: readonly ServedRoute[];
}

/**
 * The applications in this file that serve an API without any version in its paths or in the options of its routes. An
 * application with a version somewhere has a scheme, and what it leaves out is left out on purpose.
 * Silent where something outside the file decides what stands before the paths, where routes are added that nobody sees, on
 * computed paths, and on an application that serves its own front end, since both are deployed together.
 */
export function unversionedApis(source: SourceCode): UnversionedApi[] {
  if (!makesRouter(source) || servesFrontEnd(source)) return [];
  return routersOf(source).all.flatMap((router) => {
    if (router.mounts.length > 0 || !isRoot(router)) return [];
    const served = servedBy(source, router);
    if (served.hidden.length > 0 || hasVersion(served)) return [];
    const routes = served.routes.filter((route) => isApi(route, hasPages(source)));
    return routes.length > 0 ? [{ router, routes }] : [];
  });
}

function hasVersion({ routes }: Served): boolean {
  return routes.some(({ route, paths }) => route.version !== undefined || paths.some((path) => versionIn(path) !== undefined));
}

function isApi(served: ServedRoute, pages: boolean): boolean {
  const { route, paths } = served;
  if (paths.length === 0 || !paths.every((path) => path.complete && !isExempt(path))) return false;
  if (route.method === undefined || /^(?:OPTIONS|USE|HEAD|CONNECT|TRACE)$/u.test(route.method)) return false;
  const answer = answerOf(served);
  // Where pages are rendered too, a handler of another file may do that.
  return answer === 'data' || (answer === 'unknown' && !pages);
}

/** Whether the application renders pages: it names a template engine or answers with HTML. */
function hasPages(source: SourceCode): boolean {
  return importedRoles(source).has('views') || /view engine|\.engine\s*\(|\.render\s*\(|text\/html|\.html\b/u.test(source.text);
}

/** A folder of files served at the root, or a catch-all that answers with an `index.html`. */
function servesFrontEnd(source: SourceCode): boolean {
  return importedRoles(source).has('static-files') || /\buse\s*\(\s*(?:['"`]\/['"`]\s*,\s*)?(?:[\w.]*\bstatic|serveStatic|serve|sirv)\s*\(|\bserveStatic\b|\bindex\.html\b|\bnext\s*\(\s*\{/u.test(source.text);
}
