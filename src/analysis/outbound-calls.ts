import type { TSESTree } from '@typescript-eslint/utils';
import { runsInPage } from '../catalog/known-names.js';
import type { Role } from '../catalog/schema.js';
import { argument, argumentAt, type Place } from './arguments.js';
import { optionOf } from './call-options.js';
import { variableOf } from './calls.js';
import { knownOf, usesOf, usesOfPackages } from './facts.js';
import { lookUp, moduleOf, type Origin } from './known.js';
import { platformOf } from './platform.js';
import { heldValues } from './held-values.js';
import { defineService, type SourceCode } from './service.js';
import { enclosingFunction, propertyName, unwrap, type FunctionNode } from './syntax.js';
import { unknownTarget, urlTarget, type UrlTarget } from './url-targets.js';
import type { Use } from './use.js';

/**
 * Which calls leave the process over HTTP or RPC: global `fetch`, HTTP clients and their instances, gRPC and Connect clients, as
 * the catalog's roles `http-call` and `rpc-call` state them; also through `(cond ? client.post : client.get)(url)`, chains, and
 * instances that one import away are made.
 * Left out: code that runs in a browser (also functions that are handed to a page of one), and URLs without a host on a client without a base URL (`fetch('/api')`).
 * Does not see: own wrappers of a client (ask `reached-calls`), SDKs that speak HTTP inside.
 */
export interface OutboundCall {
  readonly kind: 'http' | 'rpc';
  /** The call itself. */
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;
  readonly use: Use;
  /** The expression of the URL or path, if it can be seen. */
  readonly url: TSESTree.Node | undefined;
  /** What is known of where it goes, the instance's base URL joined in. */
  readonly target: UrlTarget;
  /** The options argument: an expression (through which `propertyOf` looks), surely none, or out of sight. */
  readonly options: Place;
  /** The instance's construction (`axios.create({ ... })`), in this file or in the one that it is imported from. */
  readonly client: Origin | undefined;
  /** Called on an instance whose construction is out of sight: injected, a parameter, from a file that cannot be read. */
  readonly hidden: boolean;
  /** `unknown`: the package also holds browser code, and nothing says which kind the file is. */
  readonly platform: 'server' | 'unknown';
}

const outbound: readonly Role[] = ['http-call', 'rpc-call'];

/** Every outbound HTTP and RPC call of the file, in source order. Memoized. */
export const outboundCalls = defineService((source: SourceCode): readonly OutboundCall[] => judged(source, usesOf(source, ...outbound)));

/** The same without opening another file: calls on what project files export are left out. */
export const outboundCallsOfPackages = defineService((source: SourceCode): readonly OutboundCall[] => judged(source, usesOfPackages(source, ...outbound)));

function judged(source: SourceCode, all: readonly Use[]): readonly OutboundCall[] {
  const uses = all.filter(({ kind }) => kind !== 'decorate');
  if (uses.length === 0) return [];
  const platform = platformOf(source);
  if (platform === 'browser') return [];
  const drivesPages = /\b(?:evaluate\w*|waitForFunction|addInitScript)\s*[<(]|\$eval\b/u.test(source.text);
  return uses.flatMap((use) => {
    if (drivesPages && isInPage(source, use.node)) return [];
    const call = outboundCall(source, use, platform);
    return call.target.relative ? [] : [call];
  });
}

function outboundCall(source: SourceCode, use: Use, platform: OutboundCall['platform']): OutboundCall {
  const kind = use.action.roles?.includes('rpc-call') ? 'rpc' : 'http';
  const client = use.known.origin ?? originOfReceiver(source, use);
  const url = use.action.args?.['url'] === undefined ? undefined : argument(source, use.args, use.action.args['url']);
  const hidden = !client && !isOfPackage(use);
  // An instance may have a base URL that cannot be seen: what is joined to it is not relative.
  const base = client ? (baseOf(client, kind) ?? unknownTarget) : hidden ? unknownTarget : undefined;
  return {
    kind,
    node: use.node as OutboundCall['node'],
    use,
    url,
    target: url ? urlTarget(source, url, base) : (base ?? unknownTarget),
    options: optionOf(source, use, 'options'),
    client,
    hidden,
    platform,
  };
}

/** In a function that is handed to a page of a browser: `page.evaluate(() => fetch(url))`, `page.evaluate(load)`. */
function isInPage(source: SourceCode, node: TSESTree.Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (isHandedToPage(fn) || namesOf(source, fn).some(isHandedToPage)) return true;
  return false;
}

function namesOf(source: SourceCode, fn: FunctionNode): readonly TSESTree.Node[] {
  const id = fn.id ?? (fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' ? fn.parent.id : undefined);
  return (id && variableOf(source, id)?.references.map(({ identifier }) => identifier)) ?? [];
}

function isHandedToPage(node: TSESTree.Node): boolean {
  const { parent } = node;
  return parent?.type === 'CallExpression' && parent.callee.type === 'MemberExpression' && runsInPage.test(propertyName(parent.callee) ?? '') && parent.arguments.includes(node as TSESTree.CallExpressionArgument);
}

/** The base URL or address of an instance, also one that an instance it was extended from has. */
function baseOf({ source, use }: Origin, kind: OutboundCall['kind']): UrlTarget | undefined {
  const path = use.action.args?.['url'];
  const place = path === undefined ? 'absent' : argumentAt(source, use.args, path);
  if (typeof place === 'object') return urlTarget(source, place.found, undefined, kind === 'rpc');
  if (place === 'unknown') return undefined;
  if (use.known.origin) return baseOf(use.known.origin, kind);
  if (kind === 'http') return undefined;
  // A client of RPC is made from a transport, which has the address.
  const transport = use.args.map((argument) => knownOf(source, argument)?.origin).find((origin) => origin !== undefined);
  return transport && baseOf(transport, kind);
}

/** An instance that a type told before its construction did: `client: AxiosInstance; constructor() { this.client = axios.create(); }`. */
function originOfReceiver(source: SourceCode, use: Use): Origin | undefined {
  const callee = use.node.type === 'CallExpression' ? unwrap(use.node.callee) : undefined;
  const receiver = callee?.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  if (!receiver) return undefined;
  for (const value of heldValues(source, receiver)) {
    const origin = knownOf(source, value)?.origin;
    if (origin) return origin;
  }
  return undefined;
}

/** Called on what the package exports, not on an instance of something: `axios.get`, `fetch`. */
function isOfPackage({ known }: Use): boolean {
  const { library, path } = known;
  const names = path === library.package ? [] : (path.startsWith(`${library.package}.`) ? path.slice(library.package.length + 1) : path).split('.');
  let entity = moduleOf(library).entity;
  for (const name of names) {
    const member = lookUp(entity.members, name);
    if (!member) return false;
    entity = member;
  }
  return true;
}
