import type { TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../catalog/schema.js';
import { argumentAt } from './arguments.js';
import { controllerRoutes } from './controllers.js';
import { usesOfPackages, type Use } from './facts.js';
import { placesAt } from './handler-functions.js';
import { emptyPath, joinPaths, pathsAt, type RoutePath } from './route-paths.js';
import type { Router } from './router.js';
import { routersOf } from './routers.js';
import { defineService, type SourceCode } from './service.js';
import { expressionOf, stringOf } from './values.js';

export type { RoutePath } from './route-paths.js';
export type { Leaving, Mount, Router } from './router.js';
export { makesRouter, routersOf, type MountCall } from './routers.js';

/**
 * The HTTP routes that a file registers: method, own path, and the path that the mounts, prefixes and groups of this file make
 * of it. Whether that is all there is before it in the program, `decided` says.
 * Does not see: routes on values that no import of a package or type leads to, routes in tables that a loop registers, what a
 * configuration or proxy puts before the paths. File-system routes are in `file-routes.ts`, other files' routers in `served-routes.ts`.
 */
export interface Route {
  /** The call or decorator that registers it. */
  readonly node: TSESTree.Node;
  /** In upper case; `ALL` for every method; `undefined` where it is computed. */
  readonly method: string | undefined;
  /** The expression of its own path; absent where the path stands elsewhere (`app.route('/x').get(fn)`, a bare `@Get()`). */
  readonly pathNode?: TSESTree.Node;
  /** What this call itself says, each of a list of paths. */
  readonly own: readonly RoutePath[];
  /** With everything before it that this file shows: each path under which it is served. */
  readonly paths: readonly RoutePath[];
  /** No other file decides what stands before `paths`: its router is served here or never leaves the file. */
  readonly decided: boolean;
  /** The router it is registered on; absent for controllers. */
  readonly router?: Router;
  /** The class of a controller's route. */
  readonly controller?: TSESTree.ClassDeclaration | TSESTree.ClassExpression;
  /** A version that is no part of the path: of a controller, of a route's options. `*` where it is computed. */
  readonly version?: string;
  readonly library: Library;
  /** Where handlers and middleware stand. */
  readonly handlers: readonly TSESTree.Node[];
}

/** The routes of a file in source order; see above. */
export const routesOf = defineService((source: SourceCode): readonly Route[] => {
  const uses = usesOfPackages(source, 'route').filter(({ action }) => action.registers?.kind === 'http');
  if (uses.length === 0) return [];
  const { ofCall } = routersOf(source);
  const found: Route[] = [...controllerRoutes(source, uses)];
  for (const use of uses) {
    const at = use.node.type === 'CallExpression' ? ofCall.get(use.node) : undefined;
    if (!at || use.args.length < (use.action.registers?.minArgs ?? 0)) continue;
    const bases = basesOf(at.router);
    for (const args of argumentLists(source, use)) {
      const { pathNode, own, handlerArgs } = pathOf(source, use, args);
      // A chain on `route('/x')` has its path before the call.
      const before = joinPaths(bases.paths, at.before);
      const version = versionOf(source, args);
      found.push({
        node: use.node,
        method: methodOf(source, use, args),
        ...(pathNode && { pathNode }),
        own,
        paths: joinPaths(before, own),
        decided: bases.decided,
        router: at.router,
        ...(version !== undefined && { version }),
        library: use.known.library,
        handlers: handlerArgs,
      });
    }
  }
  // In a chain the calls begin at the same place.
  return found.sort((a, b) => a.node.range[1] - b.node.range[1]);
});

/** Mounts in mounts deeper than this are a program that mounts a router on itself. */
const maxMounts = 10;

/** What this file puts before the routes of a router, and whether another file may put something before that. */
export function basesOf(router: Router, depth = 0): { readonly paths: readonly RoutePath[]; readonly decided: boolean } {
  if (depth > maxMounts) return { paths: [], decided: false };
  if (router.mounts.length === 0) return { paths: router.prefix, decided: isRoot(router) };
  const above = router.mounts.map((mount) => ({ mount, base: basesOf(mount.parent, depth + 1) }));
  return {
    paths: above.flatMap(({ mount, base }) => joinPaths(joinPaths(base.paths, mount.paths), router.prefix)),
    decided: above.every(({ base }) => base.decided),
  };
}

/** Whether the paths of a router that this file mounts nowhere start at the root of the URL. */
export function isRoot(router: Router): boolean {
  return router.origin === 'construction' && (router.served || router.leaves.size === 0);
}

type Arguments = Use['args'];

/** The arguments; of a call with a list of route objects once per route. */
function argumentLists(source: SourceCode, { action, args }: Use): Arguments[] {
  const first = /^0\.[a-z]/u.test(action.registers?.path ?? '') && args[0] ? expressionOf(source, args[0]) : undefined;
  if (first?.type !== 'ArrayExpression') return [args];
  return first.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? [[element, ...args.slice(1)]] : []));
}

function pathOf(source: SourceCode, use: Use, args: Arguments): { pathNode?: TSESTree.Node; own: readonly RoutePath[]; handlerArgs: readonly TSESTree.Node[] } {
  const { registers } = use.action;
  const handlers = (list: Arguments) => placesAt(source, list, registers?.handler ?? '0..');
  if (registers?.path === undefined) return { own: [emptyPath], handlerArgs: handlers(args) };
  const [first, second] = args;
  // A named route: `router.get('users', '/users', handler)`.
  const named = args.length > 2 && first && second && stringOf(source, first) !== undefined && /^\//u.test(stringOf(source, second) ?? '');
  const place = named ? { found: second } : argumentAt(source, args, registers.path);
  if (place === 'absent') return { own: [emptyPath], handlerArgs: handlers(args) };
  if (place === 'unknown') return { own: [{ text: '…', complete: false }], handlerArgs: handlers(args) };
  const own = isPath(place.found) ? pathsAt(source, place.found) : [emptyPath];
  return { pathNode: place.found, own, handlerArgs: handlers(args).filter((node) => node !== place.found) };
}

/** A chain may leave the path out: `app.basePath('/x').get(handler)`. */
function isPath(node: TSESTree.Node): boolean {
  return node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionExpression';
}

const verbAlias: Readonly<Record<string, string>> = { DEL: 'DELETE', OPTS: 'OPTIONS', OPENAPI: '', ROUTE: '', ON: '', ADD: '', REGISTER: '' };

function methodOf(source: SourceCode, use: Use, args: Arguments): string | undefined {
  if (use.action.registers?.method !== undefined) return use.action.registers.method;
  const path = use.action.args?.['method'];
  const place = path === undefined ? 'absent' : argumentAt(source, args, path);
  const name = (typeof place === 'string' ? use.known.path.split('.').at(-1) : stringOf(source, place.found))?.toUpperCase() ?? '';
  return (verbAlias[name] ?? name) || undefined;
}

/** `{ version: '1.0.0' }` and `{ constraints: { version: '1.0.0' } }` among the options of a route. */
function versionOf(source: SourceCode, args: Arguments): string | undefined {
  for (const path of ['0.version', '0.constraints.version', '1.version', '1.constraints.version']) {
    const place = argumentAt(source, args, path);
    if (typeof place !== 'string') return stringOf(source, place.found) ?? '*';
  }
  return undefined;
}
