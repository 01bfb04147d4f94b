import type { TSESTree } from '@typescript-eslint/utils';
import type { Action, Library } from '../catalog/schema.js';
import { argumentAt } from './arguments.js';
import { resolveFunction, variableOf } from './calls.js';
import { contextOf } from './context.js';
import { importedRoles, knownExpressions, knownOf, knownVariables, useOf, usesOfPackages, type Use } from './facts.js';
import { handedOver } from './handed-over.js';
import { emptyPath, isPathLike, joinPaths, pathsAt, type RoutePath } from './route-paths.js';
import { isRouterType, RouterFlow } from './router-flow.js';
import type { Mount, Router } from './router.js';
import { defineService, type SourceCode } from './service.js';
import { contains, type FunctionNode } from './syntax.js';

/**
 * The applications and routers of a file, with what is mounted on what.
 * Does not see: what `RouterFlow` does not see, routers without an import or type to tell (`module.exports = (app) => ...` in JavaScript).
 */
export interface Routers {
  /** In source order. */
  readonly all: readonly Router[];
  /** The router that a method call is made on, and the path that the chain before the call adds. */
  readonly ofCall: ReadonlyMap<TSESTree.CallExpression, { readonly router: Router; readonly before: readonly RoutePath[] }>;
  /** Calls that mount something on a router of the file; the mounted thing may be of another file. */
  readonly mountCalls: readonly MountCall[];
}

/** One argument of a mounting call that is no path. */
export interface MountCall {
  readonly use: Use & { readonly node: TSESTree.CallExpression };
  readonly parent: Router;
  /** Below the parent's own paths. */
  readonly paths: readonly RoutePath[];
  /** The expression of the path, if there is one. */
  readonly pathNode?: TSESTree.Node;
  /** Routers of the file that it mounts. */
  readonly children: readonly Router[];
  /** The other arguments: routers of other files, middleware, plugins. */
  readonly others: readonly TSESTree.Node[];
}

export const routersOf = defineService((source: SourceCode): Routers => new Collector(source).collect());

class Collector {
  private readonly flows: RouterFlow[] = [];
  private readonly ofCall = new Map<TSESTree.CallExpression, { router: RouterFlow; before: readonly RoutePath[] }>();
  private readonly byFunction = new Map<FunctionNode, RouterFlow>();
  private readonly mountUses: Use[];
  private readonly mounted: MountCall[] = [];

  constructor(private readonly source: SourceCode) {
    this.mountUses = usesOfPackages(source, 'route-mount').filter(({ node }) => node.type === 'CallExpression');
  }

  collect(): Routers {
    const made = constructions(this.source);
    for (const { node, library, action } of made) {
      if (!action) continue;
      const flow = new RouterFlow(this.source, node, 'construction', library, action.roles?.includes('web-framework') ?? false);
      flow.prefix = this.pathsOf(node, action.args?.['prefix']);
      this.follow(flow, node);
    }
    // What is left comes from functions and modules of other files.
    for (const { node, library } of made) {
      if (this.flows.some((flow) => flow.has(node))) continue;
      const flow = new RouterFlow(this.source, node, 'import', library, false);
      flow.leaves.add('parameter');
      this.follow(flow, node);
    }
    const pending = new Set(this.mountUses);
    for (let size = -1; size !== pending.size;) {
      size = pending.size;
      for (const use of pending) if (this.mount(use)) pending.delete(use);
      if (size === pending.size && this.variables()) size = -1;
    }
    const all = [...this.flows].sort((a, b) => a.node.range[0] - b.node.range[0]);
    return { all, ofCall: this.ofCall, mountCalls: this.mounted };
  }

  private follow(flow: RouterFlow, node: TSESTree.Node): void {
    flow.visit(node, [emptyPath]);
    this.add(flow);
  }

  private add(flow: RouterFlow): RouterFlow {
    this.flows.push(flow);
    for (const [call, before] of flow.calls) if (!this.ofCall.has(call)) this.ofCall.set(call, { router: flow, before });
    return flow;
  }

  /** Routers that come in through a parameter nobody in the file fills, or by an import. */
  private variables(): boolean {
    for (const [variable, known] of knownVariables(this.source)) {
      const [definition] = variable.defs;
      if (!definition || !isRouterType(known) || this.flows.some((flow) => flow.node === definition.name || this.reads(flow, variable.references))) continue;
      const isParameter = definition.type === 'Parameter';
      const fn = isParameter ? (definition.node as FunctionNode) : undefined;
      const flow = new RouterFlow(this.source, definition.name, isParameter ? 'parameter' : 'import', known.library, false, fn);
      flow.leaves.add('parameter');
      flow.variable(variable);
      this.add(flow);
      return true;
    }
    return false;
  }

  /** Whether a flow has come by one of these references. */
  private reads(flow: RouterFlow, references: readonly { readonly identifier: unknown }[]): boolean {
    return references.some(({ identifier }) => flow.has(identifier as TSESTree.Node));
  }

  /** Resolves one mounting call, once the router that it is called on is known. */
  private mount(use: Use): boolean {
    const call = use.node as TSESTree.CallExpression;
    const owner = this.ofCall.get(call);
    if (!owner) return false;
    const { pathNode, paths } = this.pathOf(use);
    const below = joinPaths(owner.before, paths);
    const mount: Mount = { node: call, parent: owner.router, paths: below };
    const given = this.givenTo(use, mount);
    const passed = this.flows.filter((flow) => flow !== owner.router && flow.origin !== 'import' && flow.passedTo.includes(call));
    for (const flow of passed) flow.mounts.push(mount);
    const args = use.args.flatMap((arg): readonly (TSESTree.Node | null)[] => (arg.type === 'ArrayExpression' ? arg.elements : [arg]));
    const others = args.filter((arg): arg is TSESTree.Node => arg !== null && arg !== pathNode && arg.type !== 'SpreadElement' && !(pathNode && contains(pathNode, arg))
      && !passed.some((flow) => flow.has(arg)) && !given.some(({ fn }) => fn === resolveFunction(this.source, arg)));
    this.mounted.push({ use: { ...use, node: call }, parent: owner.router, paths: below, ...(pathNode && { pathNode }), children: [...passed, ...given], others });
    return true;
  }

  /** Functions of the file that the mounting call gives a router of their own: plugins, groups. */
  private givenTo(use: Use, mount: Mount): RouterFlow[] {
    const { catalog } = contextOf(this.source);
    const at = (path: string) => {
      const place = argumentAt(this.source, use.args, path);
      return typeof place === 'string' ? undefined : place.found;
    };
    return handedOver(this.source, catalog, use.known, use.action, at).flatMap(({ parameter, value }) => {
      const variable = parameter.type === 'Identifier' ? variableOf(this.source, parameter) : undefined;
      if (!variable || !isRouterType(value)) return [];
      const fn = variable.defs[0]?.node as FunctionNode;
      const known = this.byFunction.get(fn);
      const flow = known ?? new RouterFlow(this.source, parameter, 'parameter', value.library, false, fn);
      flow.mounts.push(mount);
      if (!known) {
        this.byFunction.set(fn, flow);
        flow.variable(variable);
        this.add(flow);
      }
      return [flow];
    });
  }

  private pathOf({ action, args, node }: Use): { pathNode?: TSESTree.Node; paths: readonly RoutePath[] } {
    const { prefix, path } = action.args ?? {};
    const place = argumentAt(this.source, args, prefix ?? path ?? '0');
    if (place === 'absent' || (prefix === undefined && path === undefined)) return { paths: [emptyPath] };
    if (place === 'unknown') return { paths: this.pathsOf(node, prefix ?? path) };
    // A router, a list of routers or a middleware may stand where the path may.
    if (prefix === undefined && !isPathLike(this.source, place.found)) return { paths: [emptyPath] };
    return { pathNode: place.found, paths: pathsAt(this.source, place.found) };
  }

  private pathsOf(node: TSESTree.Node, path: string | undefined): readonly RoutePath[] {
    const args = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.arguments : [];
    const place = path === undefined ? 'absent' : argumentAt(this.source, args, path);
    if (place === 'absent') return [emptyPath];
    return place === 'unknown' ? [{ text: '…', complete: false }] : pathsAt(this.source, place.found);
  }
}

/** Whether the file itself makes an application or a router: a look that costs next to nothing. */
export function makesRouter(source: SourceCode): boolean {
  return importedRoles(source).has('route') && constructions(source).some(({ action }) => action);
}

/** Calls and constructions that give a router and are no method call on one, with what the catalog says of them. */
const constructions = defineService((source: SourceCode): readonly { node: TSESTree.CallExpression | TSESTree.NewExpression; library: Library; action: Action | undefined }[] =>
  [...knownExpressions(source)].sort(([a], [b]) => a.range[0] - b.range[0] || b.range[1] - a.range[1]).flatMap(([node, known]) => {
    if ((node.type !== 'CallExpression' && node.type !== 'NewExpression') || !isRouterType(known)) return [];
    const owner = node.callee.type === 'MemberExpression' ? knownOf(source, node.callee.object) : undefined;
    return owner && isRouterType(owner) ? [] : [{ node, library: known.library, action: useOf(source, node)?.action }];
  }));
