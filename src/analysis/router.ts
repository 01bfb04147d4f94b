import type { TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../catalog/schema.js';
import type { RoutePath } from './route-paths.js';
import type { FunctionNode } from './syntax.js';

/** A value on which routes are registered: an application, a router, the instance that a plugin or group is given. */
export interface Router {
  /** Its construction; of one that a function is given, the parameter; of an imported one, the name's declaration. */
  readonly node: TSESTree.Node;
  readonly origin: 'construction' | 'import' | 'parameter';
  readonly library: Library;
  /** Made by what makes a framework's application, not by what makes routers only. */
  readonly application: boolean;
  /** The function that is given it, for `parameter`. */
  readonly fn?: FunctionNode;
  /** The file listens with it or hands it to a server or platform adapter: its paths start at the root. */
  readonly served: boolean;
  /** How it leaves the file, so that somebody else may mount it. */
  readonly leaves: ReadonlySet<Leaving>;
  /** Paths that its construction (`new Router({ prefix })`) or a call on it (`router.prefix()`) puts before all its routes. */
  readonly prefix: readonly RoutePath[];
  /** Every method call on it and on what such calls give, with the path that `basePath()` or `route()` put before. */
  readonly calls: ReadonlyMap<TSESTree.CallExpression, readonly RoutePath[]>;
  /** Where this file mounts it. */
  readonly mounts: readonly Mount[];
  /** Calls of functions of other files that are given it, and at which place. */
  readonly handedTo: readonly { readonly call: TSESTree.CallExpression; readonly index: number }[];
  /** Functions of this file that return it. */
  readonly returnedBy: readonly FunctionNode[];
  /** Whether the router was seen to come by an expression. */
  has(node: TSESTree.Node): boolean;
}

/** `field`: kept in a member of `this`; `value`: put into an object or list; `argument`: given to a function of another file. */
export type Leaving = 'argument' | 'export' | 'field' | 'parameter' | 'return' | 'value';

/** A call that puts a router below a path of another. */
export interface Mount {
  readonly node: TSESTree.CallExpression;
  readonly parent: Router;
  /** The paths it is put below, without what stands before the parent. */
  readonly paths: readonly RoutePath[];
}
