import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from './context.js';
import { knownOf } from './facts.js';
import { functionsAt } from './handler-functions.js';
import { importedValue, importOrigin, type ImportOrigin } from './imported-value.js';
import { locate } from './load.js';
import { emptyPath, joinPaths, type RoutePath } from './route-paths.js';
import { basesOf, routersOf, routesOf, type Route, type Router } from './routes.js';
import type { SourceCode } from './service.js';
import { isFunction } from './syntax.js';

/** A route that an application serves, registered in its own file or in one that the file mounts. */
export interface ServedRoute {
  readonly route: Route;
  /** The file it is registered in. */
  readonly source: SourceCode;
  /** The whole paths it is served under. */
  readonly paths: readonly RoutePath[];
  /** The calls in the application's file that lead to it, outermost first: mounts, and the route itself if it stands there. */
  readonly chain: readonly TSESTree.Node[];
}

export interface Served {
  readonly routes: readonly ServedRoute[];
  /** Something adds routes of which nothing is known: a router that could not be read, a loader of folders, a loop. */
  readonly hidden: readonly HiddenRoutes[];
}

export interface HiddenRoutes {
  /** As in `ServedRoute`. */
  readonly chain: readonly TSESTree.Node[];
  /** What stands before them. */
  readonly paths: readonly RoutePath[];
}

/** How many imports away from the application a router may stand. */
const maxDepth = 3;
/** Files that register routes: a look at the text before one is parsed. */
const registers = /\.(?:get|post|put|patch|del|delete|all|use|route|register|group|on|openapi)\s*\(\s*(?:[['"`{/\w]|$)/mu;

/**
 * All routes of an application or router: those of its file with their full paths, and those of routers in other files that
 * are mounted on it, up to three imports away.
 * Does not see: folders that a plugin loads, functions without types that get the application (`hidden` says that there are such).
 */
export function servedBy(source: SourceCode, router: Router): Served {
  let served = kept.get(router);
  if (!served) kept.set(router, (served = walk(source, router)));
  return served;
}

const kept = new WeakMap<Router, Served>();

function walk(source: SourceCode, router: Router): Served {
  const routes: ServedRoute[] = [];
  const hidden: HiddenRoutes[] = [];
  new Walk(routes, hidden).file(source, router, [emptyPath]);
  return { routes, hidden };
}

class Walk {
  private readonly seen = new Set<Router>();

  constructor(private readonly routes: ServedRoute[], private readonly hidden: HiddenRoutes[]) {}

  /** @param from the calls of the application's file that lead to this file; absent in the application's file itself. */
  file(source: SourceCode, top: Router, base: readonly RoutePath[], from?: readonly TSESTree.Node[]): void {
    if (this.seen.has(top)) return;
    this.seen.add(top);
    const chain = (router: Router, node: TSESTree.Node) => from ?? [...mountsAbove(router, top), node];
    for (const route of routesOf(source)) {
      const { router } = route;
      if (router && isBelow(router, top)) this.routes.push({ route, source, paths: joinPaths(base, route.paths), chain: chain(router, route.node) });
    }
    const { mountCalls, all } = routersOf(source);
    for (const { use, parent, paths, others, children } of mountCalls) {
      if (!isBelow(parent, top)) continue;
      const full = joinPaths(base, joinPaths(basesOf(parent).paths, paths));
      if (others.length === 0 && children.length === 0) this.hidden.push({ chain: chain(parent, use.node), paths: full });
      for (const other of others) this.mounted(source, other, full, chain(parent, use.node));
    }
    for (const router of all) {
      if (!isBelow(router, top)) continue;
      for (const { call, index } of router.handedTo) this.handed(source, call, index, joinPaths(base, basesOf(router).paths), chain(router, call));
    }
    this.seen.delete(top);
  }

  private mounted(source: SourceCode, node: TSESTree.Node, paths: readonly RoutePath[], chain: readonly TSESTree.Node[]): void {
    const hide = () => this.hidden.push({ chain, paths });
    const known = knownOf(source, node);
    if (known?.entity.call?.roles?.includes('route-mount')) return void hide();
    // `router.allowedMethods()` beside `router.routes()`: what a known router gives is seen where it is a router.
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && routersOf(source).ofCall.has(node)) return;
    if (isFunction(node) || node.type === 'ObjectExpression' || node.type === 'Literal' || functionsAt(source, node).length > 0) return;
    const origin = importOrigin(source, node);
    if (!origin) return isMiddlewareCall(source, node) ? undefined : void hide();
    if (!locate(source, origin.from)) {
      // A package adds middleware; a project file that cannot be found may add anything.
      if (isProject(origin.from)) hide();
      return;
    }
    const found = this.routerBehind(source, origin);
    if (found === 'unknown') hide();
    else if (found) this.file(found.source, found.router, paths, chain);
  }

  private handed(source: SourceCode, call: TSESTree.CallExpression, index: number, base: readonly RoutePath[], chain: readonly TSESTree.Node[]): void {
    const origin = importOrigin(source, call.callee);
    const value = origin && importedValue(source, origin, registers, maxDepth);
    const fn = value && functionsAt(value.source, value.node)[0]?.fn;
    const parameter = fn?.params[index];
    const router = value && parameter && routersOf(value.source).all.find((one) => one.node === parameter);
    if (router) this.file(value.source, router, base, chain);
    else if (!origin || !locate(source, origin.from) || value) this.hidden.push({ chain, paths: [{ text: '…', complete: false }] });
  }

  /** The router that another file exports or makes; `undefined` for middleware. */
  private routerBehind(source: SourceCode, origin: ImportOrigin): { source: SourceCode; router: Router } | 'unknown' | undefined {
    if (contextOf(source).depth >= maxDepth) return 'unknown';
    const value = importedValue(source, origin, registers, maxDepth);
    if (!value) return origin.member === undefined ? undefined : 'unknown';
    if (value.from) return isProject(value.from.specifier) ? 'unknown' : undefined;
    const { all } = routersOf(value.source);
    const functions = functionsAt(value.source, value.node).map(({ fn }) => fn);
    const router = all.find((one) => one.has(value.node) || one.node === value.node
      || functions.some((fn) => (origin.called ? one.returnedBy.includes(fn) : one.fn === fn))
      || value.variable?.references.some(({ identifier }) => one.has(identifier)));
    if (router) return { source: value.source, router };
    return functions.length > 0 && !mayRegister(functions) ? undefined : 'unknown';
  }
}

/** A plugin gets an instance that no type describes; a middleware gets a request. */
function mayRegister(functions: readonly { readonly params: readonly TSESTree.Parameter[] }[]): boolean {
  return functions.some(({ params }) => params[0]?.type === 'Identifier' && /^(?:app|application|fastify|instance|server|router|api)$/u.test(params[0].name));
}

/** Calls of what no import leads to (`this.auth()`, `passport` in a parameter) make middleware unless their name says routes. */
function isMiddlewareCall(source: SourceCode, node: TSESTree.Node): boolean {
  return !/rout|api|controller|module|plugin/iu.test(source.getText(node)) && (node.type === 'CallExpression' || node.type === 'MemberExpression');
}

function isProject(specifier: string): boolean {
  return /^[.#~]|^@\//u.test(specifier);
}

/** Whether a router is `top` or mounted below it in the same file. */
function isBelow(router: Router, top: Router, depth = 0): boolean {
  return router === top || (depth < 10 && router.mounts.some(({ parent }) => isBelow(parent, top, depth + 1)));
}

/** The calls that mount a router, from `top` down; of several ways the first. */
function mountsAbove(router: Router, top: Router, depth = 0): readonly TSESTree.Node[] {
  const mount = router === top || depth > 10 ? undefined : router.mounts.find(({ parent }) => isBelow(parent, top));
  return mount ? [...mountsAbove(mount.parent, top, depth + 1), mount.node] : [];
}
